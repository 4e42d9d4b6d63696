// An administrator changes what reports can be about, and a citizen meets it on the page for sending.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { ADMIN, DESK, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

export async function run({ server, browser, test }) {
  for (const setting of [
    { name: "a desk without scripts", size: DESK, scripts: false },
    { name: "a phone in the dark", size: PHONE, dark: true },
  ]) {
    await test(`a category is added, asks its question and goes out of use: ${setting.name}`, () =>
      keepCategory(server, browser, setting));
  }
}

async function keepCategory(server, browser, setting) {
  const name = `Cây xanh, ${setting.name}`;
  const admin = await openVisitor(browser, server, setting);
  const { page, complaints } = admin;
  await signIn(page, server, ADMIN);
  await page.goto("/qt/loai-viec/moi");
  await page.locator("#name").fill(name);
  await page.locator("#hint").fill("Cây đổ, cành gãy");
  await page.locator("main input[name=respond_unit]").first().check({ force: true });
  await page.locator("#respond_amount").fill("12");
  await page.locator("#extend_max").fill("0");
  await page.getByRole("button", { name: "Thêm loại việc" }).click();
  const wrong = await page.locator(".govuk-error-summary").innerText();
  need(wrong.includes("10 ngày làm việc"), `more than the law allows is refused by: ${wrong}`);
  need((await page.locator("#name").inputValue()) === name, "what was typed is lost");
  await page.locator("#respond_amount").fill("5");
  await page.getByRole("button", { name: "Thêm loại việc" }).click();
  const address = page.url();
  await page.getByRole("link", { name: "Thêm câu hỏi" }).click();
  await page.locator("#label").fill("Cây gì");
  await page.getByRole("button", { name: "Thêm câu hỏi" }).click();
  const shown = await page.goto(address);
  await picture(page, `category-${setting.name.replaceAll(" ", "-")}`);
  const faults = await faultsOf(page, await shown.text(), { withAxe: setting.scripts ?? true });
  const sender = await openVisitor(browser, server, setting);
  need((await offered(sender.page)).includes(name), "senders are not offered it");
  await page.goto(address);
  await page.getByRole("button", { name: "Thôi dùng loại việc này" }).click();
  need(/Đã thôi dùng/.test(await page.locator("main").innerText()), "it is still in use");
  need(!(await offered(sender.page)).includes(name), "senders are offered it all the same");
  complaints.push(...sender.complaints);
  await Promise.all([admin, sender].map((visitor) => visitor.close()));
  return [...faults, ...complaints.filter((said) => !/422/.test(said))];
}

// The first question of a new report.
async function offered(page) {
  await page.goto("/gui");
  await page.locator("main form button[type=submit]").first().click();
  return page.locator("main").innerText();
}
