// Every page as one role meets it: links are followed from the first page, and matched to routes.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync } from "node:child_process";

// Of one route that many links lead to: a case has a letter, the next one has none.
const PER_ROUTE = 10;
// In any attribute: scripts renew parts of a page from addresses that stand in data-*.
const LINK = /\s[\w-]+="(\/[^"]*)"/g;
// Another face of a page that the same row answers with.
const FACE = /\.(?:atom|csv|json|pdf|png|txt|xlsx)$/;

// { method, path, power, about } of each route that may be asked for: `kheo routes` prints them.
export function readRoutes() {
  const lines = execFileSync("build/kheo", ["routes"], { encoding: "utf8" }).split("\n");
  const parts = lines.map((line) => line.match(/^(\S+) +(\S+) +(\S+) +(.*)$/)).filter(Boolean);
  const all = parts.map(([, method, path, power, about]) => ({ method, path, power, about }));
  return all.filter(({ method }) => method === "GET").map((one) => ({ ...one, ...patternOf(one) }));
}

// Words before parameters, as the router takes them: /qt/nguoi-dung/moi is not somebody's number.
function patternOf({ path }) {
  const source = path.replace(/[.]/g, "\\.").replace(/\*\w+/g, ".+").replace(/:\w+/g, "[^/]+");
  return { pattern: new RegExp(`^${source}$`), parameters: (path.match(/[:*]/g) ?? []).length };
}

export function routeOf(routes, pathname) {
  const fitting = routes.filter(({ pattern }) => pattern.test(pathname));
  return fitting.sort((one, other) => one.parameters - other.parameters)[0];
}

// Follows links from `seeds`; `ask` fetches an address as somebody. Gives a map from a route's path
// to the first address of it that answered, { address, isPage }.
export async function crawl(ask, routes, seeds) {
  const reached = new Map();
  const asked = new Map();
  const seen = new Set(seeds);
  const queue = [...seeds];
  while (queue.length > 0) {
    const address = queue.shift();
    const { pathname } = new URL(address, "http://x");
    const route = routeOf(routes, pathname);
    if (!route || (asked.get(route.path) ?? 0) >= PER_ROUTE) continue;
    asked.set(route.path, (asked.get(route.path) ?? 0) + 1);
    const response = await ask(address);
    const isHtml = (response.headers.get("content-type") ?? "").startsWith("text/html");
    const html = isHtml ? await response.text() : "";
    const isPage = html.includes("<main");
    if (response.status === 200 && !FACE.test(pathname) && !reached.has(route.path)) {
      reached.set(route.path, { address, isPage });
    }
    for (const [, raw] of html.matchAll(LINK)) {
      const link = new URL(raw.replaceAll("&amp;", "&"), new URL(address, "http://x"));
      const next = link.pathname + link.search;
      if (link.host !== "x" || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return reached;
}
