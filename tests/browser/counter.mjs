// At the counter: a slip with its code, the paper scanned beside the form, and a stub that finds it.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, OFFICER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

const WARD = "19753";
const PAPER = "fuzz/corpus/scan/two.pdf";

export async function run({ server, browser, test }) {
  for (const setting of [
    { name: "a desk without scripts", size: DESK, scripts: false },
    { name: "a phone in the dark", size: PHONE, dark: true },
  ]) {
    await test(`a clerk files for somebody who wrote by hand: ${setting.name}`, () =>
      file(server, browser, setting));
  }
}

async function file(server, browser, setting) {
  const clerk = await openVisitor(browser, server, setting);
  const sender = await openVisitor(browser, server, { size: PHONE });
  const { page } = clerk;
  const faults = [];
  await signIn(page, server, OFFICER);
  const code = await printSlip(page);
  const opened = await sender.page.goto(`/t/${code}`);
  const waits = await sender.page.locator("main").innerText();
  need(/chưa được nhập vào sổ/.test(waits), `the stub's page says: ${waits}`);
  faults.push(...(await faultsOf(sender.page, await opened.text())));
  await page.goto("/cb/nhap-giay");
  await page.locator("textarea").first().fill("Xin làm lại lan can");
  await page.locator("input[type=file]").setInputFiles(PAPER);
  const [beside] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: "Đặt bản quét bên cạnh" }).click(),
  ]);
  await page.locator(".k-intake__page").nth(1).waitFor();
  const withAxe = setting.scripts !== false;
  faults.push(...(await faultsOf(page, await beside.text(), { withAxe })));
  await picture(page, `counter-${setting.name.replaceAll(" ", "-")}`);
  await fillIn(page, `${server.url.toUpperCase()}/T/${code}`);
  await page.waitForURL(/\/bien-nhan\//);
  await sender.page.goto(`/t/${code}`);
  const found = await sender.page.locator("main").innerText();
  need(/lan can cầu Kho Rèn/.test(found), `the stub's page says: ${found}`);
  need(!(await sender.page.locator(".k-thumbs").count()), "everybody sees the paper");
  await page.goto(`/cb/hs/${code}`);
  need((await page.locator(".k-thumbs img").count()) === 2, "the pages are not with the report");
  faults.push(...clerk.complaints, ...sender.complaints);
  await Promise.all([clerk.close(), sender.close()]);
  return faults;
}

// Gives its code.
async function printSlip(page) {
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  await page.goto("/cb/phieu-in-san");
  await page.locator("main input[type=number], main input[name=amount]").fill("1");
  await page.getByRole("button", { name: "Lấy mã cho phiếu" }).click();
  await page.waitForURL(/nhap=/);
  const [sheets] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải phiếu để in (PDF)" }).click(),
  ]);
  need(sheets.suggestedFilename() === "phieu-in-san.pdf", sheets.suggestedFilename());
  return (await page.locator("main tbody td").first().innerText()).trim();
}

// As a reader of QR codes types: an address, and Enter, which must take no page away.
async function fillIn(page, address) {
  await page.locator("input[name=slip]").fill(address);
  await page.locator("input[name=slip]").press("Enter");
  await page.locator(".govuk-error-summary").waitFor();
  need((await page.locator(".k-intake__page").count()) === 2, "Enter has taken a page away");
  await page.locator("input[name=channel][value=paper]").check({ force: true });
  await page.locator("select[name=unit]").selectOption(WARD);
  await page.locator("select[name=category]").selectOption("giao-thong");
  await page.locator("textarea").first().fill("Xin làm lại lan can cầu Kho Rèn, đã gãy hai thanh.");
  await page.locator("input[name=identity][value=anonymous]").check({ force: true });
  const save = page.locator(".k-intake__words button[type=submit]");
  await save.click();
  // Without scripts the category's questions come with the page that follows.
  await page.waitForLoadState("load");
  if (!/bien-nhan/.test(page.url())) await save.click();
}
