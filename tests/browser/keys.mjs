// By keyboard alone: the skip link first, every focus visible, nothing that holds it.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { openVisitor } from "./browser.mjs";
import { need } from "./tap.mjs";

const TABS_MAX = 400;

export async function run({ server, browser, test }) {
  await test("the skip link is first and leads to the content", () => skip(server, browser));
  for (const path of ["/", "/gui", "/kiem-tra/ho-so", "/kieu-dang"]) {
    await test(`every stop of the Tab key on ${path} is seen`, () => walk(server, browser, path));
  }
}

async function skip(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page } = visitor;
  await page.goto("/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const isThere = await page.evaluate(() => document.activeElement?.id === "main");
  await visitor.close();
  need(isThere, "the first stop does not lead to the content");
}

// A focused element must look different from itself without the focus, and be on the screen. How it
// looks without is read before the first key: to take the focus away and give it back would lead a
// stop within a player's own buttons back to the first of them, for ever.
async function walk(server, browser, path) {
  const visitor = await openVisitor(browser, server);
  const { page } = visitor;
  await page.goto(path);
  await page.evaluate(() => {
    window.lookOf = (element) => {
      const style = getComputedStyle(element);
      const ring = getComputedStyle(element.nextElementSibling ?? element, "::before");
      // A link of a map is seen by its shape.
      const shape = getComputedStyle(element.querySelector("path") ?? element);
      const own = [style.outline, style.boxShadow, style.backgroundColor];
      return [...own, ring.boxShadow, ring.outline, shape.fill, shape.strokeWidth].join();
    };
    window.plainLooks = new Map([...document.querySelectorAll("body *")].map((element) =>
      [element, window.lookOf(element)]));
  });
  const faults = [];
  let isEnd = false;
  for (let stop = 0; stop < TABS_MAX && !isEnd; stop++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { isEnd: true };
      const box = element.getBoundingClientRect();
      const isOnScreen = box.bottom > 0 && box.top < innerHeight;
      const isMarked = window.lookOf(element) !== window.plainLooks.get(element);
      return { html: element.outerHTML.slice(0, 90), isSeen: isMarked && isOnScreen };
    });
    isEnd = seen.isEnd ?? false;
    if (!isEnd && !seen.isSeen) faults.push(`no focus to see on ${seen.html}`);
  }
  await visitor.close();
  if (!isEnd) faults.push(`${TABS_MAX} keys do not lead out of the page`);
  return faults;
}
