// Without a network: the worker, what waits to be sent, and a button that empties this browser.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { forgetFonts } from "./fonts.js";
import { dropAll, entries, flush, hear } from "./outbox.js";

export const QUEUE = "/gui/hang-cho";
// Says without opening the store that something lies in it.
const MARK = "kheo-outbox";
const AGAIN_MS = 60 * 1000;
// Browsers inside of other programs: they often give no files, and forget what they kept.
const IN_APP = /Zalo|FBAN|FBAV|FB_IAB|Instagram|TikTok/;

export function workOffline() {
  for (const part of document.querySelectorAll("[data-in-app]")) {
    part.hidden = !IN_APP.test(navigator.userAgent);
  }
  for (const part of document.querySelectorAll("[data-clears]")) offerClearing(part);
  if (!isPossible()) return;
  // What it fetches beforehand may wait until this page is there.
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
  renewWithNetwork();
  if (localStorage.getItem(MARK)) sendWaiting();
}

// Without a worker no page would open again where there is no network: then nothing is promised.
export function isPossible() {
  try {
    return "serviceWorker" in navigator && "indexedDB" in window && !!window.localStorage;
  } catch {
    return false;
  }
}

export async function mark() {
  localStorage.setItem(MARK, "1");
  const worker = await navigator.serviceWorker.getRegistration();
  await worker?.sync?.register(MARK).catch(() => {});
}

// A copy from before gives way as soon as there is something newer, once what waits is on its way:
// a page that goes takes its requests with it. What is typed, or only in this browser, stays.
function renewWithNetwork() {
  const notice = document.querySelector("[data-kept]");
  const isCopy = notice && !notice.hidden;
  if (!isCopy || document.querySelector("main form, [data-queue]")) return;
  addEventListener("online", async () => {
    if (localStorage.getItem(MARK)) await flush().catch(() => {});
    location.reload();
  });
}

function sendWaiting() {
  const work = async () => {
    await flush();
    await pointAtQueue();
  };
  pointAtQueue().then(work).catch(() => {});
  addEventListener("online", () => work().catch(() => {}));
  setInterval(() => navigator.onLine && work().catch(() => {}), AGAIN_MS);
  hear(() => pointAtQueue().catch(() => {}));
}

// The footer's link, with how many there are, above the page.
async function pointAtQueue() {
  const count = (await entries()).length;
  document.querySelector("[data-waiting]")?.remove();
  if (count === 0) localStorage.removeItem(MARK);
  const link = document.querySelector(`footer a[href="${QUEUE}"]`);
  if (count === 0 || !link || location.pathname === QUEUE) return;
  const banner = document.createElement("aside");
  banner.className = "k-banner";
  banner.dataset.waiting = count;
  banner.ariaLabel = link.textContent;
  const line = document.createElement("p");
  const way = link.cloneNode(true);
  way.textContent += ` (${count})`;
  line.append(way);
  const wide = document.createElement("div");
  wide.className = "k-wide";
  wide.append(line);
  banner.append(wide);
  document.querySelector("header").after(banner);
}

// The second press of a button does what the first asked about.
export function pressTwice(button, sure, act) {
  const before = button.textContent;
  button.addEventListener("click", () => {
    if (button.dataset.isAsked) {
      act();
      return;
    }
    button.dataset.isAsked = "1";
    button.textContent = sure;
    button.addEventListener("blur", () => {
      delete button.dataset.isAsked;
      button.textContent = before;
    }, { once: true });
  });
}

function offerClearing(part) {
  const button = part.querySelector("[data-clear]");
  part.hidden = false;
  pressTwice(button, button.dataset.clear, async () => {
    await clearAll();
    const said = part.querySelector("[data-cleared]");
    said.textContent = said.dataset.cleared;
    button.hidden = true;
  });
}

async function clearAll() {
  if ("serviceWorker" in navigator) {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
  }
  if ("caches" in window) {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  }
  localStorage.clear();
  sessionStorage.clear();
  forgetFonts();
  if ("indexedDB" in window) await dropAll();
}
