// A citizen sends a report: on a phone, with and without scripts, with a mistake on the way.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, openVisitor, PHONE, picture } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

const CODE = /[A-Z]{2}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/;
const TEXT = "Nắp cống trước số 12 đường Chi Lăng bị vỡ từ tối qua, xe máy dễ sụp.";
const STEPS_MAX = 8;

const ways = [
  { name: "phone, light", size: PHONE, pictures: "send-phone" },
  { name: "phone, dark, no scripts", size: PHONE, dark: true, scripts: false },
  { name: "desk, light", size: DESK },
];

export async function run({ server, browser, test }) {
  for (const way of ways) {
    await test(`a report is sent and received: ${way.name}`, () => sendOnce(server, browser, way));
  }
  await test("the second of two clicks makes no second report", () => sendTwice(server, browser));
  await test("an empty answer is refused with words and nothing is lost", () =>
    forgetText(server, browser));
  for (const way of ways) {
    await test(`a category's own questions are asked and kept: ${way.name}`, () =>
      askMore(server, browser, way));
  }
  await test("what was typed survives a page that was closed", () =>
    closeAndReturn(server, browser));
}

async function sendOnce(server, browser, way) {
  const visitor = await openVisitor(browser, server, way);
  const { page, complaints } = visitor;
  const faults = [];
  await page.goto("/gui");
  await press(page);
  for (let step = 1; step <= STEPS_MAX && !atReceipt(page); step++) {
    faults.push(...(await layoutAt(page)));
    if (way.pictures) await picture(page, `${way.pictures}-${step}`);
    await answer(page);
    await press(page);
  }
  need(atReceipt(page), `no receipt after ${STEPS_MAX} steps, but ${page.url()}`);
  const words = await page.locator("main").innerText();
  need(CODE.test(words), "the receipt shows no code");
  if (way.pictures) await picture(page, `${way.pictures}-receipt`);
  faults.push(...(await layoutAt(page)));
  const code = words.match(CODE)[0];
  await page.goto(`/t/${code.toLowerCase().replaceAll("-", "")}`);
  const found = await page.locator("main").innerText();
  need(found.includes(code), "the code typed badly finds nothing");
  await visitor.close();
  return [...faults, ...complaints];
}

// Two requests of the same form, as from a finger that trembles: both must lead to one receipt.
async function sendTwice(server, browser) {
  const visitor = await openVisitor(browser, server, { scripts: false });
  const { page } = visitor;
  await page.goto("/gui");
  await press(page);
  await walkTo(page, /xem-lai/);
  const form = page.locator("main form").last();
  const fields = await form.locator("input[type=hidden]").evaluateAll((inputs) =>
    Object.fromEntries(inputs.map((input) => [input.name, input.value])));
  const action = await form.evaluate((element) => element.action);
  const places = [];
  for (const _ of [1, 2]) {
    const headers = { origin: server.url };
    const response = await page.request.post(action, { form: fields, headers, maxRedirects: 0 });
    need(response.status() === 303, `sending answers ${response.status()}`);
    places.push(new URL(response.headers().location, server.url).pathname);
  }
  await visitor.close();
  need(places[0] === places[1], `two receipts: ${places}`);
}

async function forgetText(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page } = visitor;
  await page.goto("/gui");
  await press(page);
  await walkTo(page, /noi-dung/);
  await page.locator("main textarea").first().fill("");
  const [response] = await Promise.all([
    page.waitForResponse((r) => r.request().method() === "POST"),
    press(page)]);
  need(response.status() === 422, `an empty text answers ${response.status()}`);
  need((await page.title()).startsWith("Lỗi:"), "the title does not begin with Lỗi:");
  const isFocused = await page.evaluate(() =>
    document.activeElement?.classList.contains("govuk-error-summary"));
  need(isFocused, "the error summary has not got the focus");
  await page.locator(".govuk-error-summary a").first().click();
  need(await page.evaluate(() => document.activeElement?.tagName === "TEXTAREA"),
    "the error's link does not lead to the field");
  await picture(page, "send-error");
  const faults = await faultsOf(page, await page.content());
  await visitor.close();
  return faults.filter((fault) => !fault.startsWith("html "));
}

async function closeAndReturn(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page } = visitor;
  await page.goto("/gui");
  await press(page);
  await walkTo(page, /noi-dung/);
  const address = page.url();
  await answer(page);
  await press(page);
  await page.goto(address);
  const kept = await page.locator("main textarea").first().inputValue();
  await visitor.close();
  need(kept === TEXT, `the draft holds "${kept}"`);
}

// One that must be answered is asked for in words, what stands beside it is kept, and the last page
// before sending shows both.
async function askMore(server, browser, way) {
  const visitor = await openVisitor(browser, server, way);
  const { page } = visitor;
  await page.goto("/gui");
  await press(page);
  await page.locator("input[value=dich-vu-so]").check({ force: true });
  await press(page);
  await walkTo(page, /hoi-them/);
  const faults = await layoutAt(page);
  if (way.pictures) await picture(page, `${way.pictures}-questions`);
  await page.locator("#reply2").fill("Màn hình trắng");
  await press(page);
  const said = await page.locator(".govuk-error-summary").innerText();
  need(said.includes("mạng nào"), `the question is not named: ${said}`);
  await page.locator(".govuk-error-summary a").first().click();
  need(await page.evaluate(() => document.activeElement?.id === "reply1"),
    "the error's link does not lead to the question");
  faults.push(...(await layoutAt(page)));
  await page.locator("#reply1").fill("Ứng dụng báo lụt");
  await press(page);
  await walkTo(page, /xem-lai/);
  const review = await page.locator("main").innerText();
  need(/báo lụt[^]*Màn hình trắng/.test(review), "the last page does not show the replies");
  faults.push(...(await layoutAt(page)));
  await visitor.close();
  return faults;
}

const atReceipt = (page) => /\/bien-nhan\//.test(page.url());

async function walkTo(page, address) {
  for (let step = 0; step < STEPS_MAX && !address.test(page.url()); step++) {
    await answer(page);
    await press(page);
  }
  need(address.test(page.url()), `never came to ${address}, but ${page.url()}`);
}

// The main button of the page: the last form's.
async function press(page) {
  const isLast = await page.locator("main form[data-outbox]").count();
  await Promise.all([page.waitForLoadState("load"),
    page.locator("main form button[type=submit]").last().click()]);
  // A script sends the last page, so that it can keep what a network does not take.
  if (isLast) await page.waitForURL("**/bien-nhan/**");
  await page.waitForLoadState("load");
}

// Whatever the page asks: the first choice, the first entry of a list, our text, a name.
async function answer(page) {
  const main = page.locator("main");
  for (const group of await main.locator("fieldset").all()) {
    const radio = group.locator("input[type=radio]").first();
    if (await radio.count()) await radio.check({ force: true });
  }
  // Not those of parts that a script shows when there is something to take back.
  for (const box of await main.locator(":not([hidden]) > * > input[type=checkbox]").all()) {
    if (await box.isVisible()) await box.check({ force: true });
  }
  for (const list of await main.locator("select").all()) {
    const values = await list.locator("option").evaluateAll((all) => all.map((one) => one.value));
    await list.selectOption(values.find(Boolean));
  }
  for (const area of await main.locator("textarea").all()) await area.fill(TEXT);
  const lines = main.locator("input[type=text], input[type=tel]");
  for (const line of await lines.all()) {
    const isPhone = (await line.getAttribute("type")) === "tel";
    await line.fill(isPhone ? "0912 345 678" : "Trần Thị Hoa");
  }
}

async function layoutAt(page) {
  const faults = await faultsOf(page, await page.content(), { withAxe: false });
  const seen = faults.filter((fault) => !fault.startsWith("html "));
  return seen.map((fault) => `${page.url()}: ${fault}`);
}
