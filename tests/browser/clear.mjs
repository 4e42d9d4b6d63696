// A morning's inbox: ten papers without a mouse, and the same without scripts.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomUUID } from "node:crypto";
import { DESK, OFFICER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

const WARD = "19753";
const PAPERS = 10;
const WIDE = { width: 1600, height: 900 };

export async function run({ server, browser, test }) {
  await test("ten papers are taken and given to somebody by keyboard alone", () =>
    byKeys(server, browser));
  await test("one paper is read beside the inbox, opened and answered by keys", () =>
    openByKeys(server, browser));
  await test("keys do nothing while words are composed, nor once they are turned off", () =>
    leaveKeysAlone(server, browser));
  for (const setting of [
    { name: "a desk without scripts", size: DESK, scripts: false },
    { name: "a phone in the dark", size: PHONE, dark: true },
  ]) {
    await test(`several are chosen, looked at and done: ${setting.name}`, () =>
      byHand(server, browser, setting));
  }
}

async function send(server, text) {
  const response = await fetch(`${server.url}/api/v1/reports`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify({ unit: WARD, category: "rac-thai", text }),
  });
  need(response.status === 201, `the API answers ${response.status}`);
  return (await response.json()).code;
}

async function sendMany(server, count) {
  const codes = [];
  for (let i = 0; i < count; i++) {
    codes.push(await send(server, `Rác chất đống ở kiệt ${i + 1} đường Chi Lăng, ba ngày chưa ai hốt.`));
  }
  return codes;
}

// Walks down until each of them was passed, and chooses these.
async function choose(page, codes) {
  const rows = await page.locator("tbody tr").count();
  let chosen = 0;
  for (let i = 0; i < rows && chosen < codes.length; i++) {
    await page.keyboard.press("j");
    const name = await page.evaluate(() =>
      document.activeElement.closest("tr").querySelector("input").name);
    if (!codes.includes(name.replace("hs-", ""))) continue;
    await page.keyboard.press("x");
    chosen++;
  }
  need(chosen === codes.length, `${chosen} of ${codes.length} are in the inbox`);
}

// As the server sent it, without what scripts have added.
function sourceOf(page) {
  return page.evaluate(async () => (await fetch(location.href)).text());
}

async function pressButton(page, pattern) {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: pattern }).press("Enter")]);
}

async function byKeys(server, browser) {
  const codes = await sendMany(server, PAPERS);
  const visitor = await openVisitor(browser, server, { size: DESK });
  const { page } = visitor;
  await signIn(page, server, OFFICER);
  await page.goto("/cb/hop-thu?loc=received");
  await choose(page, codes);
  await picture(page, "inbox-chosen-desk");
  await page.keyboard.press("t");
  await page.waitForURL(/cung-luc/);
  need(await page.getByText(`Sẽ làm với ${PAPERS} hồ sơ`).isVisible(), "the page does not say with how many");
  await picture(page, "together-desk");
  const faults = await faultsOf(page, await sourceOf(page));
  await pressButton(page, `Làm với ${PAPERS} hồ sơ`);
  need(await page.getByText(`${PAPERS} xong, 0 không.`).isVisible(), "they are not all done");
  await picture(page, "together-done-desk");
  await page.goto("/cb/hop-thu?loc=accepted");
  await choose(page, codes);
  await page.keyboard.press("p");
  await page.waitForURL(/cung-luc/);
  await pressButton(page, `Làm với ${PAPERS} hồ sơ`);
  need(await page.getByText(`${PAPERS} xong, 0 không.`).isVisible(), "they are not all given");
  await visitor.close();
  return [...faults, ...visitor.complaints];
}

async function openByKeys(server, browser) {
  const code = await send(server, "Nắp cống trước số 12 đường Chi Lăng bị vỡ.");
  const visitor = await openVisitor(browser, server, { size: WIDE });
  const { page } = visitor;
  await signIn(page, server, OFFICER);
  await page.goto("/cb/hop-thu?loc=received");
  await page.keyboard.press("/");
  const isSearch = await page.evaluate(() => document.activeElement.name === "tim");
  need(isSearch, "the key does not lead to the search");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.waitForURL(/tim=/);
  await page.keyboard.press("j");
  const beside = page.locator("[data-preview]");
  await beside.getByText("Nắp cống trước số 12 đường Chi Lăng bị vỡ.").last().waitFor();
  await picture(page, "inbox-preview-desk");
  const faults = await faultsOf(page, await sourceOf(page));
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/cb/hs/${code}`));
  // A key leads to what changes something, and Enter does it.
  await page.keyboard.press("t");
  need(/Mới nhận/.test(await page.locator("main").innerText()), "one key alone has changed it");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await page.keyboard.press("r");
  const field = await page.evaluate(() => document.activeElement.id);
  need(field === "draft-text", `the key for an answer leads to ${field}`);
  await page.keyboard.type("Tổ quản lý đô thị đã thay nắp cống sáng ngày 20/11/2026.");
  await page.keyboard.press("Tab");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  need(/đang chờ duyệt/.test(await page.locator("main").innerText()), "it is not sent on");
  await visitor.close();
  return [...faults, ...visitor.complaints];
}

async function leaveKeysAlone(server, browser) {
  const visitor = await openVisitor(browser, server, { size: DESK });
  const { page } = visitor;
  await signIn(page, server, OFFICER);
  await page.goto("/cb/hop-thu");
  const press = (isComposing) => page.evaluate((composing) => {
    const event = { code: "KeyJ", key: "j", bubbles: true, isComposing: composing };
    document.body.dispatchEvent(new KeyboardEvent("keydown", event));
    return document.activeElement.matches("[data-row]");
  }, isComposing);
  need(!(await press(true)), "a key that composes a letter walks");
  need(await press(false), "the same key, typed by itself, does not");
  await page.goto("/giao-dien?phim=tat");
  await page.goto("/cb/hop-thu");
  need(!(await press(false)), "a key that was turned off walks");
  await page.goto("/giao-dien?phim=bat");
  await page.goto("/cb/hop-thu");
  need(await press(false), "it is not turned on again");
  await visitor.close();
  return visitor.complaints;
}

async function byHand(server, browser, setting) {
  const codes = await sendMany(server, 2);
  const visitor = await openVisitor(browser, server, setting);
  const { page } = visitor;
  await signIn(page, server, OFFICER);
  await page.goto("/cb/hop-thu?loc=received");
  for (const code of codes) await page.locator(`[name="hs-${code}"]`).check();
  await page.getByRole("button", { name: "Ghi chú nội bộ" }).click();
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Làm với 2 hồ sơ" }).click();
  const html = await (await answer).text();
  need(/Hãy viết nội dung/.test(await page.locator(".govuk-error-summary").innerText()),
    "nothing says what is missing");
  need((await page.title()).startsWith("Lỗi:"), "the title does not say so");
  const faults = await faultsOf(page, html, { withAxe: setting.scripts ?? true });
  await page.locator("textarea").fill("Họp tổ dân phố tối thứ Năm.");
  await picture(page, `together-${setting.size === PHONE ? "phone" : "plain"}`);
  await page.getByRole("button", { name: "Làm với 2 hồ sơ" }).click();
  need(await page.getByText("2 xong, 0 không.").isVisible(), "they are not done");
  await visitor.close();
  return [...faults, ...visitor.complaints];
}
