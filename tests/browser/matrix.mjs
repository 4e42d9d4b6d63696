// Every page once for each role that can come to it; theme, language, scripts and size in pairs.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// LONG=1 opens each page as each role in every setting; else every third role opens what is public.
// A route that nobody reaches and UNREACHED does not name is a fault, so a new page is in this suite
// or in that table.

import { createHash } from "node:crypto";
import { arrange } from "./arrange.mjs";
import { DESK, openVisitor, PHONE, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { crawl, readRoutes } from "./routes.mjs";

export const ASKS_OFTEN = true;

const NARROW = { width: 320, height: 640 };
const NOBODY = "";
const WORKERS = 2;

// Routes that no link leads to, and why. The reason is for people.
const UNREACHED = new Map(Object.entries({
  "/api/v1/deadlines": "JSON: tests/openapi",
  "/api/v1/deadlines/rules": "JSON: tests/openapi",
  "/api/v1/reports": "JSON: tests/openapi",
  "/api/v1/reports/:code": "JSON: tests/openapi",
  "/api/v1/categories": "JSON: tests/openapi",
  "/api/v1/reports/:code/photos/:sha256": "for whoever has the secret: photo_pieces.story",
  "/api/v1/unit-at": "JSON: map.story",
  "/api/v1/boundaries/:unit": "JSON, where there are boundaries: map.story",
  "/ban-do/o/:tag/:zoom/:column/:row": "a picture, where the operator brought some: point.mjs",
  "/tam-ngung": "for a proxy, with its own style: down.story",
  "/log/checkpoint": "C2SP text: tests/judges",
  "/log/vkey": "C2SP text: tests/judges",
  "/log/tile/*path": "C2SP bytes: tests/judges",
  "/log/receipt/:index": "C2SP text: tests/judges",
  "/log/consistency/:old/:new": "a hash a line: tests/judges",
  "/khieu-nai/hs/:code/tep": "a file, for whoever has the secret",
  "/tiep-dan/hs/:code/tep": "a file, for whoever has the secret",
  "/khieu-nai/tim": "leads on by a code: life.story",
  "/tiep-dan/tim": "leads on by a code: queue.story",
  "/t/:code": "leads on to the report",
  "/theo-doi/:token": "a token that only a letter has: notices.story",
  "/bo-theo-doi/:token": "a token that only a letter has: notices.story",
  "/cb/hs/:code/xem-nhanh": "a part of the inbox, for a script: clear.mjs",
  "/ghi-am/:name": "a sound, for who may hear it: record.mjs",
  "/cb/phieu-in-san/in": "under the key of a form: counter.mjs",
  "/cb/hs/:code/thu-tra-loi": "of one that was answered: compose.story",
  "/khoi-dau/:token": "a token that only an empty house prints: start.mjs",
  "/khoi-dau/:token/:step": "a token that only an empty house prints: start.mjs",
  "/bien-nhan/:code/gop/:voice": "for whoever has joined a report: similar.story",
  "/bien-nhan/:code/gop/:voice/tep": "a file, for whoever has joined a report",
  "/dang-nhap/ma": "after a password: second_factor.story",
  "/cb/toi/hai-lop/bo": "with a second factor: second_factor.story",
  "/qt/nguoi-dung/:id/hai-lop": "of somebody with one: second_factor.story",
}));

// A row is one way to open a page and the views of it that are looked at. Each value of one axis meets
// each value of every other.
const ROWS = [
  { tongue: "vi", scripts: true, views: [{ size: PHONE, dark: false }] },
  { tongue: "en", scripts: false, views: [{ size: PHONE, dark: true }] },
  { tongue: "en", scripts: false, views: [{ size: DESK, dark: false }] },
  { tongue: "vi", scripts: true, views: [{ size: DESK, dark: true }] },
  { tongue: "en", scripts: true, views: [{ size: NARROW, dark: false }] },
  { tongue: "vi", scripts: false, views: [{ size: NARROW, dark: true }] },
];

// Theme and size are the browser's: nothing needs to be opened again for them.
const EVERY_VIEW = [PHONE, DESK, NARROW].flatMap((size) => [false, true].map((dark) =>
  ({ size, dark })));
const EVERY_ROW = ["vi", "en"].flatMap((tongue) => [true, false].map((scripts) =>
  ({ tongue, scripts, views: EVERY_VIEW })));

export async function run({ server, browser, test }) {
  const routes = readRoutes();
  const roles = [NOBODY, ...server.signIns.map(({ name }) => name)];
  const house = { server, browser, routes, seeds: ["/", ...(await arrange(server, browser))],
    seen: new Set() };
  const found = new Map(routes.map(({ path }) =>
    [path, { roles: [], visits: 0, faults: [], hadAxe: false }]));
  await inParallel(roles, (role) => visitAll(house, role, roles.indexOf(role), found));
  for (const [path, { roles: who, visits, faults }] of found) {
    if (who.length > 0) {
      await test(`${path}: ${who.length} roles came to it, ${visits} looked`, () => faults);
    }
  }
  await test("every route was reached, or is named with a reason", () => strays(found));
  await test("who has not the power gets a page that is sound", () => stayOut(house));
}

async function inParallel(jobs, work) {
  const left = [...jobs];
  const one = async () => {
    while (left.length > 0) await work(left.shift());
  };
  await Promise.all(Array.from({ length: WORKERS }, one));
}

function strays(found) {
  const isReached = (path) => found.get(path)?.roles.length > 0;
  const named = [...UNREACHED.keys()];
  return [
    ...[...found.keys()].filter((path) => !isReached(path) && !UNREACHED.has(path))
      .map((path) => `nobody came to ${path}`),
    ...named.filter((path) => !found.has(path)).map((path) => `${path} is no route any more`),
  ];
}

async function visitAll(house, role, turn, found) {
  const visitors = await openBoth(house, role);
  const reached = await crawl(visitors.ask, house.routes, house.seeds);
  let number = turn;
  for (const [path, { address, isPage }] of reached) {
    const entry = found.get(path);
    entry.roles.push(role || "nobody");
    number++;
    if (!isPage || (isPublic(house, path) && !isTurn(house, path, role, turn))) continue;
    entry.visits++;
    for (const row of rowsOf(number, !entry.hadAxe)) {
      const withAxe = row.scripts && (!entry.hadAxe || Boolean(process.env.LONG));
      entry.hadAxe ||= withAxe;
      const faults = await visit(visitors, address, row, { withAxe, seen: house.seen });
      entry.faults.push(...faults.map((fault) => `${address} (${role || "nobody"}, ${fault}`));
    }
  }
  await visitors.close();
}

function isPublic({ routes }, path) {
  return routes.find((route) => route.path === path).power === "-";
}

// What is everybody's differs by its head alone: besides nobody, every third role opens it.
function isTurn({ routes }, path, role, turn) {
  const number = routes.findIndex((route) => route.path === path);
  return !role || Boolean(process.env.LONG) || (number + turn) % 3 === 0;
}

// A route's first visit runs axe, which needs scripts.
function rowsOf(number, isFirst) {
  if (process.env.LONG) return EVERY_ROW;
  const rows = isFirst ? ROWS.filter(({ scripts }) => scripts) : ROWS;
  return [rows[number % rows.length]];
}

// One role with scripts and without: the sign-in's cookies serve both, and the crawler.
async function openBoth({ server, browser }, role) {
  const scripted = await openVisitor(browser, server, { workers: "block" });
  const plain = await openVisitor(browser, server, { scripts: false });
  if (role) {
    await signIn(scripted.page, server, role);
    await scripted.page.waitForURL((url) => url.pathname !== "/dang-nhap");
    await plain.context.addCookies(await scripted.context.cookies());
  }
  const cookies = (await scripted.context.cookies()).map(({ name, value }) => `${name}=${value}`);
  const headers = { cookie: cookies.join("; "), accept: "text/html,*/*;q=0.8" };
  return {
    ask: (address) => fetch(server.url + address, { headers, redirect: "manual" }),
    of: ({ scripts }) => (scripts ? scripted : plain),
    close: () => Promise.all([scripted.close(), plain.close()]),
    url: server.url,
  };
}

// Faults of each view, each with how it was seen.
async function visit(visitors, address, row, { withAxe, seen }) {
  const { page, context, complaints } = visitors.of(row);
  const how = `${row.tongue}, ${row.scripts ? "scripts" : "plain"}`;
  complaints.length = 0;
  await context.addCookies([{ name: "tieng", value: row.tongue, url: visitors.url }]);
  await look(page, row.views[0]);
  const faults = [];
  try {
    const response = await page.goto(address);
    const html = await response.text();
    const tongue = await page.locator("html").getAttribute("lang");
    if (tongue !== row.tongue) faults.push(`${how}): the page says ${tongue}`);
    for (const view of row.views) {
      await look(page, view);
      const where = `${how}, ${view.size.width} px, ${view.dark ? "dark" : "light"})`;
      const found = await faultsOf(page, html, {
        withAxe: withAxe && isNew(seen, html, where),
        withValidator: isNew(seen, html, "markup"),
      });
      faults.push(...found.map((fault) => `${where}: ${fault}`));
    }
  } catch (error) {
    faults.push(`${how}): ${String(error).split("\n")[0]}`);
  }
  return [...faults, ...complaints.map((complaint) => `${how}): ${complaint}`)];
}

async function look(page, { size, dark }) {
  await page.setViewportSize(size);
  // Colours that fade from one theme into the other are read half-way.
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
}

// Another page of the same elements, attributes, classes and ids is as valid, and as easy to read in the
// same view: it is enough that what stands above <main> and what begins there have each been judged
// once. Of texts and of other attributes it counts whether there is anything in them.
function isNew(seen, html, how) {
  const marks = html.split(/(?=<main)/).map((part) => markOf(part, how));
  const isSeen = marks.every((mark) => seen.has(mark));
  marks.forEach((mark) => seen.add(mark));
  return !isSeen;
}

function markOf(part, how) {
  const shape = part.replace(/>\s*[^<\s][^<]*/g, ">x").replace(/>\s+/g, ">")
    .replace(/ (?!(?:class|id|for|name|role|type)=)([\w-]+)="[^"]+"/g, " $1=x");
  return createHash("sha256").update(how).update(shape).digest("base64");
}

// A sample of what needs a power: nobody is asked to sign in, a citizen's officer is told no.
async function stayOut({ server, browser, routes }) {
  const closed = routes.filter(({ power, path }) => power !== "-" && !/[:*]/.test(path));
  const faults = [];
  for (const [role, status] of [[NOBODY, 401], ["xacminh", 403]]) {
    const visitors = await openBoth({ server, browser }, role);
    for (const [i, { path }] of closed.filter((_, at) => at % 4 === 0).entries()) {
      const response = await visitors.ask(path);
      if (response.status === 200 && role) continue;
      if (response.status !== status) faults.push(`${path} answers ${response.status}`);
      const row = ROWS[i % ROWS.length];
      const found = await visit(visitors, path, row, { withAxe: false, seen: new Set() });
      faults.push(...found.map((fault) => `${path} (${role || "nobody"}, ${fault}`));
    }
    await visitors.close();
  }
  return faults;
}
