// Debian's Chromium through playwright-core, in a profile that is thrown away.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";

export const fromUi = createRequire(new URL("../../ui/package.json", import.meta.url));
const { chromium } = fromUi("playwright-core");

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1366, height: 768 };
// Who signs in, by the names that the demonstration prints.
export const OFFICER = "canbo";
export const LEADER = "lanhdao";
export const ADMIN = "quantri";
const STEP_MS = 15000;
// A page of forty screens, on a machine that does other things too.
export const PICTURE_MS = 40000;

export function openBrowser(more = []) {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more,
    ],
  });
}

// A visitor: a context of their own, one page, and what the page complained of. They have our fonts
// from an earlier visit (ui/js/fonts.js) unless they are new.
export async function openVisitor(browser, server, options = {}) {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: options.size ?? PHONE,
    colorScheme: options.dark ? "dark" : "light",
    javaScriptEnabled: options.scripts ?? true,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    serviceWorkers: options.workers ?? "allow",
  });
  context.setDefaultTimeout(STEP_MS);
  if (!options.isNew) await context.addCookies([{ name: "chu", value: "rieng", url: server.url }]);
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // The browser reports the status of a page that is a refusal on purpose.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) complaints.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, complaints, close: () => context.close() };
}

export async function signIn(page, server, name) {
  const person = server.signIns.find((one) => one.name === name);
  if (!person) throw new Error(`the demonstration prints no sign-in ${name}`);
  await page.goto("/dang-nhap");
  await page.locator("main input[type=text], main input:not([type])").first().fill(person.name);
  await page.locator("main input[type=password]").first().fill(person.password);
  await page.locator("main button[type=submit]").first().click();
  return person;
}

// As if one had scrolled through: what is not laid out yet has a guessed height, is white in a
// picture of the whole page, and has no faults.
export function layOutAll(page) {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll("body *")) {
      if (getComputedStyle(element).contentVisibility === "auto") {
        element.style.contentVisibility = "visible";
        // What is cut off at the edges of such a part stays so.
        element.style.contain = "layout style paint";
      }
    }
  });
}

export async function picture(page, name) {
  await layOutAll(page);
  mkdirSync("build/screens", { recursive: true });
  const path = `build/screens/${name}.png`;
  await page.screenshot({ path, fullPage: true, timeout: PICTURE_MS });
}
