// What axe misses: focus to be seen, the order of Tab, large text, wide spacing, titles of refusals.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { ADMIN, DESK, LEADER, OFFICER, openVisitor, PHONE, signIn } from "./browser.mjs";
import { need } from "./tap.mjs";

// Pages of each kind: a list, a form, a case, figures, a map, a long text.
const pages = [
  { path: "/" },
  { path: "/gui" },
  { path: "/khieu-nai/gui" },
  { path: "/to-cao/gui" },
  { path: "/kiem-tra/ho-so" },
  { path: "/giam-sat/so-lieu" },
  { path: "/don-vi/46" },
  { path: "/biet/quy-trinh/feedback" },
  { path: "/cb/hop-thu", of: OFFICER },
  { path: "/cb/hop-thu", from: "main table a", of: OFFICER },
  { path: "/ld", of: LEADER },
  { path: "/qt/nguoi-dung", of: ADMIN },
];

// What is sent empty is refused; each answers with its form and a list of what is wrong.
const forms = [
  { path: "/khieu-nai/gui" },
  { path: "/to-cao/gui" },
  { path: "/dang-nhap" },
  { path: "/cb/nhap-giay", of: OFFICER },
  { path: "/cb/mo-hinh/moi", of: LEADER },
  { path: "/qt/nguoi-dung/moi", of: ADMIN },
  { path: "/qt/don-vi/moi", of: ADMIN },
  { path: "/qt/lich-lam-viec/moi", of: ADMIN },
];

export async function run({ server, browser, test }) {
  for (const one of pages) {
    const name = one.from ? `a case of ${one.path}` : one.path;
    const open = (options) => openPage(browser, server, one, options);
    await test(`every focus on ${name} is seen, in the order of the page`, async () => [
      ...(await walk(await open({ size: DESK }))),
      ...(await walk(await open({ size: PHONE }))),
    ]);
    await test(`${name} holds text twice as large, and the spacing of 1.4.12`, async () =>
      stretch(await open({ size: PHONE })));
  }
  for (const one of forms) {
    await test(`the title of ${one.path} says that it was refused`, async () =>
      refuse(await openPage(browser, server, one, { scripts: false })));
  }
}

async function openPage(browser, server, { path, from, of }, options) {
  const visitor = await openVisitor(browser, server, { ...options, workers: "block" });
  if (of) {
    await signIn(visitor.page, server, of);
    await visitor.page.waitForURL((url) => url.pathname !== "/dang-nhap");
  }
  await visitor.page.goto(path);
  if (from) await visitor.page.goto(await visitor.page.locator(from).first().getAttribute("href"));
  return visitor;
}

// One evaluation for all: focus() puts the ring where Tab would, once a key has been pressed.
async function walk({ page, close }) {
  await page.keyboard.press("Tab");
  const faults = await page.evaluate(() => {
    const stops = "a[href], button, input, select, textarea, summary, [tabindex]";
    const found = [];
    const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 110)}`);
    for (const element of document.querySelectorAll(stops)) {
      if (element.tabIndex > 0) say(`tabindex ${element.tabIndex} is out of order`, element);
      if (element.tabIndex < 0 || element.disabled || !element.checkVisibility()) continue;
      const parts = () => [element, ...element.querySelectorAll("*"), element.nextElementSibling]
        .filter(Boolean).slice(0, 12);
      const look = () => parts().flatMap((part) => [null, "::before", "::after"].map((pseudo) => {
        const style = getComputedStyle(part, pseudo);
        return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor,
          style.fill, style.strokeWidth, style.opacity].join();
      })).join(";");
      document.activeElement?.blur();
      const plain = look();
      element.focus();
      if (document.activeElement !== element) continue;
      if (look() === plain) say("no focus to see", element);
      if (isCovered(element)) say("the focus is hidden under a bar", element);
    }
    return found;

    // WCAG 2.4.11: not wholly behind something that stays while the page moves.
    function isCovered(element) {
      const box = element.getBoundingClientRect();
      if (box.bottom <= 0 || box.top >= innerHeight) return true;
      const across = (box.left + box.right) / 2;
      const points = [[across, box.top + 2], [across, (box.top + box.bottom) / 2],
        [across, box.bottom - 2], [box.left + 4, box.top + 4]];
      return points.every(([x, y]) => {
        const over = document.elementFromPoint(x, y);
        const bar = over && [over, ...ancestors(over)].find((one) =>
          ["fixed", "sticky"].includes(getComputedStyle(one).position));
        return Boolean(bar) && !bar.contains(element);
      });
    }
    function ancestors(element) {
      return element.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : [];
    }
  });
  await close();
  return faults;
}

// WCAG 1.4.4, 1.4.10 and 1.4.12, whose numbers these are.
async function stretch({ page, close }) {
  const faults = [];
  const before = new Set(await page.evaluate(cutTexts));
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const large = await wide();
  if (large > 0) faults.push(`text twice as large: ${large} px wider than the screen`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
    for (const element of document.body.querySelectorAll("*")) {
      const set = (name, value) => element.style.setProperty(name, value, "important");
      set("line-height", "1.5");
      set("letter-spacing", "0.12em");
      set("word-spacing", "0.16em");
      if (element.tagName === "P") set("margin-bottom", "2em");
    }
  });
  const spaced = await wide();
  if (spaced > 0) faults.push(`spaced text: ${spaced} px wider than the screen`);
  const cut = (await page.evaluate(cutTexts)).filter((text) => !before.has(text));
  faults.push(...cut.map((text) => `spaced text is cut: ${text}`));
  await close();
  return faults;
}

// Text in a box that hides what does not fit.
function cutTexts() {
  return [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some((way) => ["hidden", "clip"].includes(way));
    const box = element.getBoundingClientRect();
    const isShown = element.checkVisibility() && box.width > 2 && box.height > 2;
    const isBeyond = element.scrollWidth > element.clientWidth + 1 ||
      element.scrollHeight > element.clientHeight + 1;
    return hides && isShown && isBeyond && element.innerText?.trim();
  }).map((element) => element.outerHTML.slice(0, 110));
}

async function refuse({ page, close }) {
  const form = page.locator("main form[method=post]").last();
  await Promise.all([page.waitForNavigation(), form.evaluate((element) => {
    for (const one of element.elements) one.required = false;
    element.submit();
  })]);
  const title = await page.title();
  const summaries = await page.locator(".govuk-error-summary").count();
  const path = page.url();
  await close();
  need(summaries === 1, `${path} shows ${summaries} lists of what is wrong`);
  need(title.startsWith("Lỗi:"), `the title is “${title}”`);
}
