// The living page of all partials (/kieu-dang): sound in every look, and each looks as it did.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// WRITE_GOLDENS=1 node tests/browser/run.mjs style      writes goldens/SETTING.txt anew; look at the
// pictures in build/screens before you commit what changed.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { DESK, openVisitor, PHONE, picture, PICTURE_MS } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { develop, differences, openDarkroom, readPictures, writePictures } from "./photo.mjs";

const HOME = "/kieu-dang";
const GOLDENS = new URL("goldens/", import.meta.url);
const NARROW = { width: 320, height: 640 };

const settings = [
  { name: "phone-light", size: PHONE },
  { name: "phone-dark", size: PHONE, dark: true },
  { name: "desk-light", size: DESK },
  { name: "desk-dark", size: DESK, dark: true },
];

export async function run({ server, browser, test }) {
  for (const setting of [settings[0], settings[3]]) {
    const visitor = await openVisitor(browser, server, setting);
    for (const path of await pathsOf(browser, server)) {
      await test(`${path} is sound: ${setting.name}`, () => look(visitor, path, setting));
    }
    await visitor.close();
  }
  for (const size of [NARROW, PHONE]) {
    await test(`text twice as large stays within ${size.width} px`,
      () => enlarge(browser, server, size));
  }
  await test("all of it is there in English", () => speak(browser, server));
  for (const setting of settings) await photograph({ server, browser, test }, setting);
}

// The one page and those of looks that stand alone.
async function pathsOf(browser, server) {
  const visitor = await openVisitor(browser, server);
  await visitor.page.goto(HOME);
  const found = await visitor.page.locator("main .k-sample__apart a").evaluateAll(
    (links) => links.map((link) => new URL(link.href).pathname));
  await visitor.close();
  return [HOME, ...found];
}

async function look({ page, complaints }, path, setting) {
  complaints.length = 0;
  const response = await page.goto(path);
  await picture(page, `style${path.replaceAll("/", "-")}-${setting.name}`);
  const faults = await faultsOf(page, await response.text());
  return [...faults, ...complaints];
}

// WCAG 1.4.4 and 1.4.10.
async function enlarge(browser, server, size) {
  const visitor = await openVisitor(browser, server, { size });
  const faults = [];
  for (const path of await pathsOf(browser, server)) {
    await visitor.page.goto(path);
    const wide = await visitor.page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      return document.documentElement.scrollWidth - innerWidth;
    });
    if (wide > 0) faults.push(`${path}: ${wide} px wider than the screen`);
  }
  await visitor.close();
  return faults;
}

// Names of looks and what sections are for are the page's own words; all of them are translated.
async function speak(browser, server) {
  const visitor = await openVisitor(browser, server);
  const words = () => visitor.page.locator(
    "main h1, main > h2, .k-sample__name, .k-sample__apart, .k-sample > .k-muted:nth-of-type(1)",
  ).allTextContents();
  await visitor.page.goto(HOME);
  const vietnamese = await words();
  await visitor.page.goto(`/giao-dien?tieng=en&ve=${HOME}`);
  const english = await words();
  await visitor.close();
  const same = english.filter((text, i) => text === vietnamese[i]);
  return [
    ...(english.length < 100 ? [`only ${english.length} texts`] : []),
    ...same.map((text) => `not in English: ${text.trim()}`),
  ];
}

// --- the pictures ---------------------------------------------------------------------------------

async function photograph({ server, browser, test }, setting) {
  const file = new URL(`${setting.name}.txt`, GOLDENS);
  const isNew = Boolean(process.env.WRITE_GOLDENS);
  const goldens = isNew ? new Map() : readPictures(readFileSync(file, "utf8"));
  const paths = await pathsOf(browser, server);
  const darkroom = await openDarkroom(browser);
  const visitor = await openCalm(browser, server, setting);
  const taken = new Map();
  for (const path of paths) {
    await visitor.page.goto(path);
    await visitor.page.evaluate(() => document.fonts.ready);
    for (const [name, part] of await partsOf(visitor.page, path)) {
      await test(`${name} looks as it did: ${setting.name}`, async () => {
        const shot = await take(darkroom, visitor.page, part);
        taken.set(name, shot);
        const golden = isNew ? shot : goldens.get(name);
        return golden ? differences(golden, shot) : ["no golden; WRITE_GOLDENS=1 writes one"];
      });
    }
  }
  await visitor.close();
  await darkroom.close();
  if (isNew) {
    mkdirSync(GOLDENS, { recursive: true });
    writeFileSync(file, writePictures(taken, `Partials, ${setting.name}: tests/browser/photo.mjs`));
  }
  await test(`no golden is of something gone: ${setting.name}`, () =>
    [...goldens.keys()].filter((name) => !taken.has(name)));
}

// A visitor to whom the font comes in time, and no word in the browser's own language.
async function openCalm(browser, server, setting) {
  const visitor = await openVisitor(browser, server, setting);
  await visitor.context.route("**/kheo.css", async (route) => {
    const response = await route.fetch();
    const css = (await response.text()).replace(/font-display:\s*optional/g, "font-display:block");
    await route.fulfill({ response, body: `${css}\ninput[type=file]{visibility:hidden}` });
  });
  return visitor;
}

// What is photographed of a page: each section; of a look on its own the part that is its matter.
async function partsOf(page, path) {
  if (path === HOME) {
    const names = await page.locator("main .k-sample").evaluateAll((all) => all.map(({ id }) => id));
    return names.map((name) => [name, `[id="${name}"]`]);
  }
  const name = path.slice(HOME.length + 1);
  if (name.startsWith("end-")) return [[name, "footer"]];
  return [[name, name.startsWith("top-") ? "head" : "main"]];
}

async function take(darkroom, page, part) {
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const colours = ground.match(/\d+/g).slice(0, 3).map(Number);
  const options = { animations: "disabled", scale: "css", timeout: PICTURE_MS };
  // A section alone is quickly taken: nothing is scrolled to, or laid out, on a page of 40 000 px.
  await page.evaluate((chosen) => {
    for (const section of document.querySelectorAll("main .k-sample")) {
      section.hidden = `[id="${section.id}"]` !== chosen;
    }
  }, part);
  // The head of a page is all that stands above its matter.
  const height = part === "head" && (await page.locator("main").boundingBox()).y;
  const png = height
    ? await page.screenshot({
      ...options, clip: { x: 0, y: 0, width: page.viewportSize().width, height },
    })
    : await page.locator(part).screenshot(options);
  return develop(darkroom, png, colours);
}
