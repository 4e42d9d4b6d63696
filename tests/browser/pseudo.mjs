// In a made-up language whose sentences stand in ⟦brackets⟧, what stands outside was never translated.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// What people wrote, names and titles are data: the rows of the database say which texts are. Sentences
// are two fifths longer than in English, so a page that holds them at 360 px holds the next language.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { arrange } from "./arrange.mjs";
import { openVisitor, PHONE, signIn } from "./browser.mjs";
import { layoutFaults } from "./checks.mjs";
import { crawl, readRoutes } from "./routes.mjs";

export const ASKS_OFTEN = true;
export const PROGRAM = "build/outside/pseudo/kheo";

const CATALOGUE = "build/outside/pseudo/en-XA.po";
const FORMS = "src/studio/blanks";
const TONGUE = "en-XA";
// Where a part of a long text is shown, it is known again by so many letters.
const PART_LEAST = 24;
// The page of samples has data of its own, in no row: style.mjs looks at its words.
const APART = /^\/kieu-dang/;

export async function run({ server, browser, test }) {
  const house = { server, browser, routes: readRoutes(), data: readData(server.folder) };
  const seeds = ["/", ...(await arrange(server, browser))];
  const done = new Set();
  for (const role of ["", ...server.signIns.map(({ name }) => name)]) {
    const visitor = await openVisitor(browser, server, { size: PHONE, workers: "block" });
    const cookie = { name: "tieng", value: TONGUE, url: server.url };
    await visitor.context.addCookies([cookie]);
    if (role) {
      await signIn(visitor.page, server, role);
      await visitor.page.waitForURL((url) => url.pathname !== "/dang-nhap");
    }
    const reached = await crawl(await asker(visitor, server), house.routes, seeds);
    for (const [path, { address, isPage }] of reached) {
      if (!isPage || done.has(path) || APART.test(path)) continue;
      done.add(path);
      await test(`${path} is translated and fits`, () => look(visitor, address, house.data));
    }
    await visitor.close();
  }
}

async function asker({ context }, server) {
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`);
  const headers = { cookie: cookies.join("; "), accept: "text/html,*/*;q=0.8" };
  return (address) => fetch(server.url + address, { headers, redirect: "manual" });
}

async function look({ page, complaints }, address, data) {
  complaints.length = 0;
  await page.goto(address);
  const texts = await page.evaluate(readTexts);
  const outside = outsideOfBrackets(texts).filter((text) => !isData(text, data));
  return [
    ...[...new Set(outside)].map((text) => `${address}: not translated: ${text.slice(0, 120)}`),
    ...(await layoutFaults(page)).map((fault) => `${address}: ${fault}`),
    ...complaints,
  ];
}

// In the order of the page: its texts, and what is said of what cannot be read. Text in a language
// that the page names is that language's own.
function readTexts() {
  const texts = [[document.title]];
  const walker = document.createTreeWalker(document.body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const apart = "script, style, textarea, [lang], [lang] *";
  let running = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement.matches(apart)) running.push(node.data);
    } else if (!node.matches(apart)) {
      for (const name of ["aria-label", "alt", "title", "placeholder"]) {
        if (node.hasAttribute(name)) texts.push([node.getAttribute(name)]);
      }
    }
  }
  return [...texts, running];
}

// A sentence may hold links and values, so brackets are counted from one text to the next.
function outsideOfBrackets(sequences) {
  return sequences.flatMap((texts) => {
    let depth = 0;
    const found = texts.map((text) => {
      let outside = "";
      for (const letter of text) {
        if (letter === "⟦") depth++;
        else if (letter === "⟧") depth--;
        else if (depth === 0) outside += letter;
      }
      return outside.replace(/\s+/g, " ").trim();
    });
    // One that never ends would hide all that comes after it.
    return depth === 0 ? found.filter(Boolean) : ["a sentence without its end: a part is not shown"];
  });
}

function isData(whole, data) {
  const text = whole.replace(/ – Khéo$/, "");
  if (data.values.has(text)) return true;
  if (text.length >= PART_LEAST && data.all.includes(text.replace(/…$/, ""))) return true;
  const parts = text.split(/\s*[,;:·–()“”/|…]\s*|\. /).map((part) => part.trim());
  return parts.every((part) => !/\p{L}{2}/u.test(part) || data.values.has(part) ||
    isCode(part) || (part.length >= PART_LEAST && data.all.includes(part)));
}

// 19753, PX-ABCD-EFGH, 12/QĐ-UBND, cb.19831: numbers, and what has a digit and no word beside it.
function isCode(part) {
  return part.split(" ").every((word) => /\d/.test(word) || !/\p{L}{2}/u.test(word)) ||
    /^\d[\p{Lu}\d/-]*$/u.test(part);
}

// Every text of every row.
function readData(folder) {
  const ask = (sql) => execFileSync("sqlite3", ["-newline", "\u001e", `${folder}/kheo.db`, sql],
    { encoding: "utf8", maxBuffer: 1 << 28 }).split("\u001e").filter(Boolean);
  const columns = ask("SELECT m.name || '.\"' || c.name || '\"' FROM sqlite_schema AS m, " +
    "pragma_table_xinfo(m.name) AS c WHERE m.type = 'table' AND upper(c.type) LIKE '%TEXT%'");
  const values = new Set(columns.flatMap((column) => {
    const [table, name] = column.split(".");
    return ask(`SELECT DISTINCT ${name} FROM "${table}" WHERE typeof(${name}) = 'text'`);
  }).map((text) => text.replace(/\s+/g, " ").trim()));
  // Rows that came with a schema have texts of ours.
  const ours = readFileSync(CATALOGUE, "utf8").matchAll(/^msgid "(.+)"$/gm);
  for (const [, text] of ours) values.delete(text);
  for (const name of formNames()) values.add(name);
  values.add("Khéo");
  return { values, all: [...values].join("\n") };
}

// Forms of the law are filled in and sent in Vietnamese.
function formNames() {
  return readdirSync(FORMS).filter((file) => file.endsWith(".txt")).flatMap((file) => {
    const lines = readFileSync(`${FORMS}/${file}`, "utf8").split("\n");
    return lines.map((line) => line.match(/^name: (.*)$/)?.[1]).filter(Boolean);
  });
}
