// The browser's tests: journeys of citizens and officers, and a scan of every page they meet.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// node tests/browser/run.mjs [NAME…]      TAP on stdout; pictures in build/screens. No name: the journeys.
// The others take minutes and are suites of their own in tests/suites.
// KHEO_URL=http://127.0.0.1:8080/ uses a server that runs already instead of a demonstration of its
// own; KHEO_SAID is then what that one printed, for its sign-ins.

import { openBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { finish, test } from "./tap.mjs";
import * as administer from "./administer.mjs";
import * as budgets from "./budgets.mjs";
import * as clear from "./clear.mjs";
import * as contrast from "./contrast.mjs";
import * as counter from "./counter.mjs";
import * as evidence from "./evidence.mjs";
import * as focus from "./focus.mjs";
import * as handle from "./handle.mjs";
import * as help from "./help.mjs";
import * as keys from "./keys.mjs";
import * as leader from "./leader.mjs";
import * as letters from "./letters.mjs";
import * as look from "./look.mjs";
import * as matrix from "./matrix.mjs";
import * as models from "./models.mjs";
import * as offline from "./offline.mjs";
import * as point from "./point.mjs";
import * as pseudo from "./pseudo.mjs";
import * as record from "./record.mjs";
import * as scan from "./scan.mjs";
import * as screens from "./screens.mjs";
import * as send from "./send.mjs";
import * as start from "./start.mjs";
import * as style from "./style.mjs";

const journeys = {
  send, record, point, offline, handle, counter, administer, clear, models, evidence, leader, help,
  start, letters, scan, keys, focus, look, contrast, budgets,
};
const suites = { ...journeys, style, matrix, pseudo, screens };
const names = process.argv.slice(2);
const wanted = names.length ? names : Object.keys(journeys);

const asksOften = wanted.some((name) => suites[name].ASKS_OFTEN);
const { PROGRAM: program } = suites[wanted[0]];
const server = await startServer({ program, more: asksOften ? ["--no-rate-limits"] : [] });
const browser = await openBrowser();
try {
  for (const name of wanted) await suites[name].run({ server, browser, test });
} finally {
  await browser.close();
  await server.stop();
}
process.exitCode = finish();
