// What a page costs on the line: bytes as sent, and requests, on a first visit and on the next.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { startBasemapHouse } from "./basemap.mjs";
import { LEADER, OFFICER, openVisitor, PHONE, signIn } from "./browser.mjs";
import { openMap, walkToPlace } from "./point.mjs";

const KB = 1000;

// At most so many kilobytes, compressed; so many requests on a first visit, and on the next one.
const budgets = {
  public: { html: 12, css: 14, js: 10, fonts: 22, first: 70, again: 15, asks: 7, asksAgain: 2 },
  step: { html: 8, css: 14, js: 12, fonts: 22, first: 60, again: 10, asks: 6, asksAgain: 1 },
  inbox: { html: 15, css: 17, js: 16, fonts: 22, first: 80, again: 18, asks: 8, asksAgain: 1 },
  board: { html: 25, css: 14, js: 10, fonts: 22, first: 90, again: 28, asks: 7, asksAgain: 1 },
  map: { html: 10, css: 17.5, js: 60, fonts: 22, first: 170, again: 60, asks: 10, asksAgain: 3 },
};

const pages = [
  { name: "home", path: "/", of: budgets.public },
  { name: "a step of a report", path: "/gui", press: true, of: budgets.step },
  { name: "an officer's inbox", path: "/cb/hop-thu", as: OFFICER, of: budgets.inbox },
  { name: "the leader's board", path: "/ld", as: LEADER, of: budgets.board },
  { name: "a unit", path: "/don-vi/46", of: budgets.public },
  { name: "figures as a map", path: "/giam-sat/so-lieu", of: budgets.map },
];
// In a house with boundaries and a basemap: the page, and then the map that somebody wanted.
const point = { name: "a point picked on a map", walk: walkToPlace, open: openMap, of: budgets.map };

export async function run({ server, browser, test }) {
  for (const one of pages) await weigh(server, browser, test, one);
  const house = await startBasemapHouse();
  await weigh(house, browser, test, point);
  await house.stop();
}

async function weigh(server, browser, test, one) {
  const costs = await measure(server, browser, one);
  const told = Object.entries(costs).map(([name, cost]) => `${name} ${round(cost)}`).join(", ");
  await test(`${one.name} keeps within its budget: ${told}`, () =>
    Object.entries(one.of).filter(([name, most]) => costs[name] > most)
      .map(([name, most]) => `${name}: ${round(costs[name])}, at most ${most}`));
}

async function measure(server, browser, one) {
  // A worker fetches pages for times without a network, after the page and not for it.
  const visitor = await openVisitor(browser, server, { size: PHONE, workers: "block", isNew: true });
  const address = await addressOf(visitor, server, one);
  const session = await visitor.context.newCDPSession(visitor.page);
  await session.send("Network.enable");
  await session.send("Network.clearBrowserCache");
  const first = await load(session, visitor.page, address, one.open);
  const again = await load(session, visitor.page, address, one.open);
  await visitor.close();
  const of = (kind) => sum(first.filter(({ type }) => type === kind));
  return {
    html: of("Document"), css: of("Stylesheet"), js: of("Script"), fonts: of("Font"),
    first: sum(first), again: sum(again), asks: first.length, asksAgain: again.length,
  };
}

async function addressOf({ page }, server, { path, as, press, walk }) {
  if (walk) {
    await walk(page);
    return page.url();
  }
  if (as) {
    await signIn(page, server, as);
    await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  }
  if (!press) return path;
  await page.goto(path);
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/\/gui\/./);
  return page.url();
}

// What came over the line, bodies as sent. An answer from the browser's own store is none, and the
// operator's pictures weigh what they weigh.
async function load(session, page, address, open) {
  const asked = new Map();
  const begin = ({ requestId, type, response }) =>
    asked.set(requestId, { type, head: response.encodedDataLength });
  const end = ({ requestId, encodedDataLength }) => {
    const answer = asked.get(requestId);
    if (answer && encodedDataLength > 0) answer.bytes = encodedDataLength - answer.head;
  };
  session.on("Network.responseReceived", begin);
  session.on("Network.loadingFinished", end);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await open?.(page);
  session.off("Network.responseReceived", begin);
  session.off("Network.loadingFinished", end);
  return [...asked.values()].filter(({ type, bytes }) => bytes && !(open && type === "Image"));
}

function sum(answers) {
  return answers.reduce((all, { bytes }) => all + bytes / KB, 0);
}

function round(number) {
  return Math.round(number * 10) / 10;
}
