// Language, theme, fonts and size of text: chosen without scripts, kept, and never a way to another site.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { openVisitor } from "./browser.mjs";
import { need } from "./tap.mjs";

export async function run({ server, browser, test }) {
  await test("theme and size are chosen without scripts and stay", () => choose(server, browser));
  await test("English is one link away, and the way back leads here", () => speak(server, browser));
  await test("the way back never leaves this server", () => stay(server, browser));
  await test("our fonts come behind the first page, and are there on the next",
    () => dress(server, browser));
  await test("nobody who saves data fetches fonts", () => save(server, browser));
}

async function choose(server, browser) {
  const visitor = await openVisitor(browser, server, { scripts: false });
  const { page } = visitor;
  await page.goto("/giao-dien?mau=toi&co=125");
  await page.goto("/");
  const classes = await page.locator("html").getAttribute("class");
  await visitor.close();
  need(/theme-dark/.test(classes) && /text-125/.test(classes), `<html class="${classes}">`);
}

async function speak(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page } = visitor;
  await page.goto("/gui");
  await page.locator("header a[hreflang=en]").click();
  await page.waitForURL(/\/gui$/);
  const language = await page.locator("html").getAttribute("lang");
  await visitor.close();
  need(language === "en", `the page speaks ${language}`);
}

async function stay(server, browser) {
  const visitor = await openVisitor(browser, server);
  const ways = [
    "//evil.example/", "/\\evil.example", "https://evil.example/", "/%0d%0aX: y", "javascript:0",
  ];
  const faults = [];
  for (const way of ways) {
    const address = `/giao-dien?co=100&ve=${encodeURIComponent(way)}`;
    const response = await visitor.page.request.get(server.url + address, { maxRedirects: 0 });
    const place = new URL(response.headers().location ?? "/", server.url);
    if (place.origin !== server.url) faults.push(`${way} leads to ${place}`);
  }
  await visitor.close();
  return faults;
}

async function dress(server, browser) {
  const visitor = await openVisitor(browser, server, { isNew: true, workers: "block" });
  const { page } = visitor;
  await page.goto("/");
  const before = await familyOf(page);
  await page.waitForFunction(() => document.cookie.includes("chu=rieng"));
  const early = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const fonts = performance.getEntriesByType("resource").filter((r) => /woff2/.test(r.name));
    return fonts.filter((font) => font.startTime < paint.startTime).map((font) => font.name);
  });
  await page.goto("/");
  const after = await familyOf(page);
  await visitor.close();
  need(early.length === 0, `asked for before anything was to be seen: ${early.join(", ")}`);
  need(!/Kheo Sans/.test(before), `the first page is set in ${before}`);
  need(/^"?Kheo Sans/.test(after), `the next page is set in ${after}`);
}

async function save(server, browser) {
  const visitor = await openVisitor(browser, server, { isNew: true, workers: "block" });
  const { page } = visitor;
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  const fonts = [];
  page.on("request", (request) => request.resourceType() === "font" && fonts.push(request.url()));
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await visitor.close();
  return fonts.map((url) => `${url} was asked for`);
}

function familyOf(page) {
  return page.locator("body").evaluate((body) => getComputedStyle(body).fontFamily);
}
