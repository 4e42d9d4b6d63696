// The service worker: pages that may be kept are shown, with the hour, where there is no network.
// SPDX-License-Identifier: AGPL-3.0-or-later

// In front of this the server writes self.kheo: the tag of this program, its files, its pages that
// are kept beforehand, and the page that stands for all others (src/web/offline.h).
import { entries, flush, isDue } from "./outbox.js";

const { tag, files, pages, offline } = self.kheo;
const FILES = `kheo-files-${tag}`;
const PAGES = `kheo-pages-${tag}`;
const PAGES_MAX = 60;
const KEEP = "Kheo-Keep";
const KEPT_AT = "Kheo-Kept-At";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("sync", (event) => event.waitUntil(sendWaiting()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (files.includes(url.pathname)) event.respondWith(file(request));
});

async function install() {
  await (await caches.open(FILES)).addAll(files);
  for (const path of pages) await keepBeforehand(path);
  await self.skipWaiting();
}

// As this person sees it, language and size of text; of one who is signed in, as a stranger does.
async function keepBeforehand(path) {
  for (const credentials of ["same-origin", "omit"]) {
    const answer = await fetch(path, { credentials, cache: "no-store" });
    if (await keep(path, answer)) return;
  }
}

// Copies of another program name files that are gone.
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((n) => n !== FILES && n !== PAGES).map((n) => caches.delete(n)));
  await self.clients.claim();
}

async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function page(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.has(KEEP)) event.waitUntil(keep(request.url, answer.clone()));
    return answer;
  } catch (fault) {
    const copy = (await kept(request.url)) ?? (await kept(offline));
    if (!copy) throw fault;
    return copy;
  }
}

async function keep(address, answer) {
  if (!answer.ok || answer.redirected || !answer.headers.has(KEEP)) return false;
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, Date.now());
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  const cache = await caches.open(PAGES);
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, new Response(await answer.text(), { headers }));
  const all = await cache.keys();
  const spare = all.filter(({ url }) => !pages.includes(new URL(url).pathname));
  for (const old of spare.slice(0, Math.max(0, all.length - PAGES_MAX))) await cache.delete(old);
  return true;
}

// The page itself holds the words; here the hour goes in, and the notice is shown.
async function kept(address) {
  const cache = await caches.open(PAGES);
  const copy = await cache.match(address, { ignoreVary: true });
  if (!copy) return null;
  const at = new Date(Number(copy.headers.get(KEPT_AT)));
  const two = (number) => String(number).padStart(2, "0");
  const text = await copy.text();
  const isShown = new URL(address, location).pathname !== offline;
  const dated = !isShown ? text : text.replace("data-kept hidden", "data-kept")
    .replace("#giờ#", `${two(at.getHours())}:${two(at.getMinutes())}`)
    .replace("#ngày#", `${two(at.getDate())}/${two(at.getMonth() + 1)}`);
  return new Response(dated, { headers: copy.headers });
}

// The browser tries again later while this fails.
async function sendWaiting() {
  await flush();
  if ((await entries()).some(isDue)) throw new Error("still waiting");
}
