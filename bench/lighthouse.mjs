// How soon six pages are there on slow lines, beside GOV.UK Frontend: medians of alternating rounds.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// usage: node bench/lighthouse.mjs [--rounds N]     ./run bench --lighthouse
// About three minutes a round. Each is a first visit: no copies, no cookies but those of whoever signed in. The
// reference is the same page, saved, with style, script and fonts of GOV.UK Frontend as they are
// shipped, served by nginx with gzip. Lighthouse loads a page at once and simulates line and processor
// from what it saw, so one load is judged for both lines. The processor's share is what this machine
// took, times 4 or 6: a busy one makes all figures worse. A goal that is missed is said so.

import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort, startServer } from "../tests/browser/server.mjs";
import { arrive, judge, openPanel, pages } from "../tests/lighthouse/visit.mjs";

const LIGHTHOUSE = "../tests/lighthouse/node_modules/lighthouse/core/computed/metrics";
const { LargestContentfulPaint } = await import(`${LIGHTHOUSE}/largest-contentful-paint.js`);
const { TotalBlockingTime } = await import(`${LIGHTHOUSE}/total-blocking-time.js`);

const LINES = [
  { name: "3G", rttMs: 300, throughputKbps: 700, cpuSlowdownMultiplier: 4 },
  { name: "slow 3G", rttMs: 400, throughputKbps: 400, cpuSlowdownMultiplier: 6 },
];
const GOVUK = "ui/node_modules/govuk-frontend";

const rounds = roundsOf(process.argv.slice(2));
const server = await startServer();
const panel = await openPanel();
const nginx = await startNginx();
try {
  await measure();
} finally {
  await panel.close();
  await nginx.stop();
  await server.stop();
}

function roundsOf(args) {
  const rounds = args.length === 0 ? 5 : Number(args[1]);
  if (rounds > 0 && (args.length === 0 || args[0] === "--rounds")) return rounds;
  console.error("usage: bench --lighthouse [--rounds N]");
  process.exit(2);
}

async function measure() {
  const { version } = JSON.parse(readFileSync(`${GOVUK}/package.json`, "utf8"));
  const day = new Date().toISOString().slice(0, 10);
  console.log(`Khéo, ${day}, ${cpus().length} cores, ${rounds} rounds, load ${load()}; ` +
    `beside GOV.UK Frontend ${version}`);
  const all = [];
  for (const one of pages) {
    const place = await arrive(panel, server, one);
    all.push({ one, place, copy: await nginx.keep(place), ours: [], theirs: [] });
  }
  for (let n = 0; n < rounds; n++) {
    for (const { place, copy, ours, theirs } of all) {
      ours.push(await visit(place));
      theirs.push(await visit({ address: copy }));
    }
  }
  all.forEach(tell);
  console.log(`\nLoad at the end: ${load()}`);
}

// { cls, lines: [{ lcp, tbt }, …] }, milliseconds
async function visit(place) {
  const { lhr, artifacts } = await judge(panel, place, { onlyCategories: ["performance"] });
  const lines = [];
  for (const line of LINES) {
    const settings = { ...artifacts.settings, throttlingMethod: "simulate", throttling: line };
    const context = { settings, computedCache: new Map() };
    const seen = {
      trace: artifacts.Trace, devtoolsLog: artifacts.DevtoolsLog, URL: artifacts.URL,
      gatherContext: artifacts.GatherContext, SourceMaps: artifacts.SourceMaps, settings,
      simulator: null,
    };
    const { timing: lcp } = await LargestContentfulPaint.request(seen, context);
    const { timing: tbt } = await TotalBlockingTime.request(seen, context);
    lines.push({ lcp, tbt });
  }
  return { cls: lhr.audits["cumulative-layout-shift"].numericValue, lines };
}

function tell({ one, ours, theirs }) {
  console.log(`\n${one.name}`);
  LINES.forEach(({ name }, k) => {
    const lcp = ({ lines }) => lines[k].lcp / 1000;
    goal(`largest paint on ${name}`, median(ours.map(lcp)), one.of.lcp[k] / 1000, "s");
    const ratios = ours.map((row, n) => lcp(row) / lcp(theirs[n]));
    console.log(`    GOV.UK Frontend ${median(theirs.map(lcp)).toFixed(2)} s; ` +
      `ours is ${median(ratios).toFixed(2)} of it`);
    const tbt = ({ lines }) => lines[k].tbt;
    goal(`blocked on ${name}`, median(ours.map(tbt)), one.of.tbt, "ms");
    console.log(`    least ${Math.min(...ours.map(tbt)).toFixed(0)} ms; ` +
      `GOV.UK Frontend ${median(theirs.map(tbt)).toFixed(0)} ms`);
  });
  goal("layout shift", Math.max(...ours.map(({ cls }) => cls)), one.of.cls, "");
}

function goal(name, value, most, unit) {
  const short = most > 0 && `short by ${Math.round(100 * (value / most - 1))} %`;
  const end = most >= 0 ? `goal <= ${String(most).padEnd(5)}${value <= most ? "met" : short}` : "";
  console.log(`  ${name.padEnd(40)}${value.toFixed(2).padStart(9)} ${unit.padEnd(3)} ${end}`.trimEnd());
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function load() {
  return loadavg()[0].toFixed(1);
}

// --- the reference ----------------------------------------------------------------------------------

async function startNginx() {
  const root = mkdtempSync(join(tmpdir(), "kheo-bench-"));
  chmodSync(root, 0o755);
  const port = await freePort();
  for (const name of ["govuk-frontend.min.css", "govuk-frontend.min.js"]) {
    cpSync(`${GOVUK}/dist/govuk/${name}`, join(root, name));
  }
  cpSync(`${GOVUK}/dist/govuk/assets`, join(root, "assets"), { recursive: true });
  writeFileSync(join(root, "nginx.conf"), `
worker_processes 1; daemon off; pid ${root}/pid; error_log stderr crit;
events { worker_connections 64; }
http { access_log off; keepalive_timeout 75; charset utf-8;
  types { text/html html; text/css css; text/javascript js; image/svg+xml svg; font/woff2 woff2; }
  gzip on; gzip_comp_level 9; gzip_types text/css text/javascript image/svg+xml;
  client_body_temp_path ${root}; proxy_temp_path ${root}; fastcgi_temp_path ${root};
  uwsgi_temp_path ${root}; scgi_temp_path ${root};
  server { listen 127.0.0.1:${port}; root ${root}; } }
`);
  const program = spawn("nginx", ["-c", `${root}/nginx.conf`], {
    stdio: "ignore", env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const ended = new Promise((done) => program.on("exit", done));
  let count = 0;
  return {
    keep: (place) => keepPage(root, `http://127.0.0.1:${port}`, place, ++count),
    stop: async () => {
      program.kill("SIGTERM");
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

// The page as it came, in their dress, with its pictures and whatever else it asks for.
async function keepPage(root, site, { address, cookies }, number) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const html = await (await fetch(address, { headers: { cookie } })).text();
  for (const [, path] of html.matchAll(/(?:src|href)="(\/a\/[^"]+)"/g)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    const answer = await fetch(new URL(path, address));
    writeFileSync(join(root, path), Buffer.from(await answer.arrayBuffer()));
  }
  const dressed = html
    .replace(/<html lang="(\w+)" class="[^"]*"/, '<html lang="$1" class="govuk-template"')
    .replace("<body>", '<body class="govuk-template__body">')
    .replace(/href="[^"]*kheo\.css"/, 'href="/govuk-frontend.min.css"')
    .replace(/<script src="[^"]*kheo\.js" defer>/,
      '<script type="module" src="/govuk-frontend.min.js">')
    .replace(/<link rel="manifest"[^>]*>/, "");
  writeFileSync(join(root, `${number}.html`), dressed);
  return `${site}/${number}.html`;
}
