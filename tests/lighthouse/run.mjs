// Lighthouse on six pages: what does not depend on how fast this machine is. Prints TAP.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// How soon a page is there on a slow line is a measurement: ./run bench --lighthouse. What it weighs:
// tests/browser/budgets.mjs.

import { startServer } from "../browser/server.mjs";
import { finish, test } from "../browser/tap.mjs";
import { arrive, judge, openPanel, pages } from "./visit.mjs";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const LAYOUT = "cumulative-layout-shift";

// Audits that a page rightly does not pass, and why.
const EXCUSED = [
  { audit: "is-crawlable", when: ({ as }) => as, why: "no search engine may show an officer's page" },
];

const server = await startServer();
const panel = await openPanel();
try {
  for (const one of pages) await test(`${one.name} has nothing to mend`, () => look(one));
} finally {
  await panel.close();
  await server.stop();
}
process.exitCode = finish();

async function look(one) {
  const place = await arrive(panel, server, one);
  const wanted = { onlyCategories: CATEGORIES, onlyAudits: [LAYOUT] };
  const { lhr } = await judge(panel, place, wanted);
  const layout = lhr.audits[LAYOUT].numericValue;
  const faults = CATEGORIES.flatMap((name) => faultsOf(lhr, lhr.categories[name], one));
  if (!(layout <= one.of.cls)) faults.push(`${LAYOUT}: ${layout}, at most ${one.of.cls}`);
  return faults;
}

function faultsOf(lhr, category, one) {
  const heard = category.auditRefs.map(({ id }) => lhr.audits[id]);
  const isExcused = ({ id }) => EXCUSED.some(({ audit, when }) => audit === id && when(one));
  if (heard.every(({ score }) => score === null)) return [`${category.id}: nothing was judged`];
  return heard.filter((audit) => isFault(audit) && !isExcused(audit)).map(
    ({ id, title, errorMessage }) => `${category.id}: ${id}: ${errorMessage ?? title}`);
}

// Those without a score are for people to look at, do not apply here, or only tell something.
function isFault({ score, errorMessage }) {
  return errorMessage || (score !== null && score < 1);
}
