// A leader goes from the city to what one citizen wrote, and takes the board along on two sheets.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { need } from "./tap.mjs";

const CITY = "thanhpho";
const SHEETS_MAX = 2;

export async function run({ server, browser, test }) {
  await test("a leader goes from the city to one sentence in three clicks, without scripts", () =>
    goDown(server, browser));
  await test("the board fits a telephone, and two sheets of paper", () => fit(server, browser));
}

async function goDown(server, browser) {
  const leader = await openVisitor(browser, server, { size: DESK, scripts: false });
  const { page } = leader;
  await signIn(page, server, CITY);
  await page.goto("/ld");
  await leaveYoungMonth(page);
  await picture(page, "leader-desk");
  need(await page.locator(".k-map").isVisible(), "there is no map");
  const ward = page.locator(".k-table tbody tr").filter({ hasText: "Phường Phú Xuân" });
  const number = Number((await ward.locator("td").nth(1).textContent()).trim());
  await ward.getByRole("link", { name: "Phường Phú Xuân" }).click();
  const card = page.locator(".k-number").filter({ hasText: "Nhận trong tháng" });
  need(Number((await card.locator(".k-figure").textContent()).trim()) === number,
    "the ward's board tells another number than the city's");
  await card.getByRole("link").click();
  const rows = await page.locator(".k-table tbody tr").count();
  need(rows === Math.min(number, 50), `${number} reports are told and ${rows} shown`);
  await page.locator(".k-table tbody a").first().click();
  need(await page.locator(".k-said").first().isVisible(), "no citizen's words are on the third page");
  await leader.close();
  return leader.complaints;
}

// On the first days of a month the page leads to the one before.
async function leaveYoungMonth(page) {
  const before = page.locator(".govuk-inset-text a");
  if (await before.count()) {
    await before.click();
  }
}

async function fit(server, browser) {
  const leader = await openVisitor(browser, server, { size: PHONE });
  const { page } = leader;
  await signIn(page, server, CITY);
  await page.goto("/ld");
  await leaveYoungMonth(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  need(width <= PHONE.width, `the page is ${width} pixels wide`);
  await picture(page, "leader-phone");
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  const sheets = paper.match(/\/Type\s*\/Page\b/g).length;
  need(sheets <= SHEETS_MAX, `it takes ${sheets} sheets`);
  await leader.close();
  return leader.complaints;
}
