// Khmer, Chăm and Tai Viet: a page in such a script has its letters, and no other fetches them.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ADMIN, DESK, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { startHouse } from "./house.mjs";
import { need } from "./tap.mjs";

// A word of each, which stands for every sentence: what it says matters to nobody here. No blanks:
// they come from the Latin font.
const scripts = [
  { code: "km", name: "ខ្មែរ", word: "ភាសាខ្មែរ", font: "Noto Sans Khmer", file: "noto-khmer.woff2" },
  { code: "cjm", name: "ꨌꩌ", word: "ꨀꨇꩉꨔꨳꩌ", font: "Noto Sans Cham", file: "noto-cham.woff2" },
  { code: "blt", name: "ꪼꪕ", word: "ꪁꪫꪱꪣꪼꪕ", font: "Noto Sans Tai Viet", file: "noto-taiviet.woff2" },
];
const FILES = scripts.map(({ file }) => file);

export async function run({ browser, test }) {
  const house = await startHouse((tell, folder) => {
    for (const { code, name, word } of scripts) {
      const file = join(folder, `${code}.po`);
      writeFileSync(file, translated(tell("language", "template", code), name, word));
      tell("language", "import", file, "--offer");
    }
    return [];
  });
  for (const script of scripts) {
    for (const [way, size, dark] of [["phone", PHONE, false], ["desk", DESK, true]]) {
      await test(`a page in ${script.code} has its letters: ${way}`, () =>
        read(house, browser, script, `letters-${script.code}-${way}`, { size, dark }));
    }
  }
  await test("a page in Vietnamese fetches none of them", () => fetchNone(house, browser));
  await test("the first page names each language in its letters", () => named(house, browser));
  await test("the worker fetches none beforehand", () => keepNone(house, browser));
  await house.stop();
}

// Of the paper for a translator, each sentence without a slot that is long enough for the word.
function translated(paper, name, word) {
  const text = paper.replace(/X-Native-Name: [^\\"]*/, `X-Native-Name: ${name}`);
  return text.replace(/^msgid "([^"%\\]+)"\nmsgstr ""$/gm, (whole, sentence) =>
    sentence.length >= word.length ? `msgid "${sentence}"\nmsgstr "${word}"` : whole);
}

async function read(house, browser, { code, word, font, file }, name, way) {
  const visitor = await openVisitor(browser, house, { ...way, workers: "block" });
  const { page, context, complaints } = visitor;
  const fetched = fontsOf(page);
  const session = await context.newCDPSession(page);
  // Past the first page, which names every language in its own letters.
  await context.addCookies([{ name: "tieng", value: code, url: house.url }]);
  await page.goto("/gui");
  await page.waitForLoadState("networkidle");
  const piece = page.locator(`main bdi[lang=${code}]`, { hasText: word }).first();
  await piece.waitFor();
  await page.evaluate(() => document.fonts.ready);
  const used = await fontsUsed(session, `main bdi[lang=${code}]`);
  need(used.some((one) => one.familyName === font && one.isCustomFont), JSON.stringify(used));
  need(used.every((one) => one.isCustomFont), `of the machine: ${JSON.stringify(used)}`);
  need(fetched.includes(file), `${file} is not fetched`);
  const others = FILES.filter((one) => one !== file && fetched.includes(one));
  need(others.length === 0, `fetched too: ${others}`);
  const bold = await fontsUsed(session, `h1 bdi[lang=${code}]`);
  need(bold.every((one) => one.isCustomFont), `in a heading: ${JSON.stringify(bold)}`);
  const cut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  need(!cut, "wider than the screen");
  await picture(page, name);
  await visitor.close();
  return complaints;
}

async function fetchNone(house, browser) {
  const visitor = await openVisitor(browser, house, { workers: "block" });
  const { page, complaints } = visitor;
  const fetched = fontsOf(page);
  for (const path of ["/gui", "/giam-sat/so-lieu", "/tro-giup"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  await signIn(page, house, ADMIN);
  await page.waitForLoadState("networkidle");
  need(fetched.includes("noto-400.woff2"), `nothing was looked at: ${fetched}`);
  need(!fetched.some((one) => FILES.includes(one)), `fetched: ${fetched}`);
  await visitor.close();
  return complaints;
}

async function named(house, browser) {
  const visitor = await openVisitor(browser, house, { workers: "block" });
  const { page, context, complaints } = visitor;
  const session = await context.newCDPSession(page);
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  for (const { code, font } of scripts) {
    const used = await fontsUsed(session, `main a[hreflang=${code}]`);
    need(used.some((one) => one.familyName === font && one.isCustomFont), JSON.stringify(used));
  }
  await visitor.close();
  return complaints;
}

async function keepNone(house, browser) {
  const visitor = await openVisitor(browser, house);
  const { page, complaints } = visitor;
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
    return all.flat().map(({ url }) => url.split("/").at(-1));
  });
  need(kept.includes("noto-400.woff2"), `nothing is kept: ${kept}`);
  need(!kept.some((one) => FILES.includes(one)), `kept: ${kept}`);
  await visitor.close();
  return complaints;
}

function fontsOf(page) {
  const fetched = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fetched.push(request.url().split("/").at(-1));
  });
  return fetched;
}

async function fontsUsed(session, selector) {
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  return nodeId ? (await session.send("CSS.getPlatformFontsForNode", { nodeId })).fonts : [];
}
