// Reports go into the outbox, from the last page or the one without network; and its own page.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { alone, drop, entries, find, flush, hear, isOld, put, titleOf } from "./outbox.js";
import { isPossible, mark, pressTwice, QUEUE } from "./offline.js";

const PHOTOS_MAX = 5;
const TEXT_MIN = 10;
const FIELDS = [
  "unit", "category", "text", "place", "lat", "lon", "identity", "name", "phone", "email",
];

export function keepReports() {
  if (!isPossible()) return;
  for (const part of document.querySelectorAll("[data-with-scripts]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-needs-scripts]")) part.hidden = true;
  const last = document.querySelector("form[data-outbox]");
  if (last) last.addEventListener("submit", (event) => sendOrKeep(event, last));
  const later = document.querySelector("form[data-later]");
  if (later) writeLater(later);
  if (document.querySelector("[data-queue]")) showQueue();
}

async function leave() {
  await mark();
  location.assign(QUEUE);
}

// --- The last page of the usual way -------------------------------------------------------------

// What came before is on the server already, photos too: the address of that draft is the key, so
// that a report whose answer was lost on the way is the same one when it is sent again.
async function sendOrKeep(event, form) {
  if (event.defaultPrevented) return;
  event.preventDefault();
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.redirected && new URL(answer.url).pathname.startsWith("/bien-nhan/")) {
      location.assign(answer.url);
    } else {
      form.submit();
    }
  } catch {
    const typed = FIELDS.map((name) => [name, form.dataset[name]]).filter(([, value]) => value);
    const fields = Object.fromEntries(typed);
    const entry = { key: form.dataset.outbox, at: Date.now(), fields, photos: [], isHere: true };
    Object.assign(entry, { tried: entry.at, tongue: document.documentElement.lang });
    await put(entry).then(leave).catch(() => form.submit());
  }
}

// --- The whole report on one page ---------------------------------------------------------------

async function writeLater(form) {
  const parts = form.querySelectorAll("[data-asked-of]");
  const ask = () => {
    for (const part of parts) part.hidden = part.dataset.askedOf !== form.elements.category.value;
  };
  const key = location.hash.slice(1);
  const before = key ? await find(key) : null;
  if (before && !before.code) fill(form, before);
  form.elements.category.addEventListener("change", ask);
  ask();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[data-not-kept]");
    said.textContent = "";
    if (!isWhole(form)) return;
    try {
      await keepLater(form, before);
    } catch {
      said.textContent = said.dataset.notKept;
    }
  });
}

// In the browser's own words: the server's are out of reach.
function isWhole(form) {
  const { unit, category, text, identity, name } = form.elements;
  unit.required = category.required = text.required = identity[0].required = true;
  text.minLength = TEXT_MIN;
  name.required = identity.value !== "anonymous";
  for (const part of form.querySelectorAll('[data-needed="1"]')) {
    part.querySelector("input").required = !part.closest("[hidden]");
  }
  return form.reportValidity();
}

async function keepLater(form, before) {
  const fields = {};
  for (const field of form.elements) {
    const isChosen = field.type !== "radio" || field.checked;
    const isAsked = !field.closest("[hidden]") && field.type !== "file";
    if (field.name && isChosen && isAsked && field.value.trim()) {
      fields[field.name] = field.value.trim();
    }
  }
  if (fields.identity === "anonymous") delete fields.name;
  const chosen = [...form.elements.photos.files].slice(0, PHOTOS_MAX);
  const photos = chosen.map((file) => ({ file, key: newKey() }));
  const { lang: tongue } = document.documentElement;
  const entry = { key: newKey(), at: Date.now(), fields, photos, tongue };
  await alone(async () => {
    const now = before && (await find(before.key));
    if (now?.code) {
      // Sent while it was mended: it is a report already, and this would be another one.
      await put({ ...now, isRepeated: true });
      return;
    }
    if (now) {
      Object.assign(entry, { key: now.key, at: now.at, tried: now.tried, isChanged: !!now.tried });
      if (photos.length === 0) entry.photos = now.photos;
    }
    await put(entry);
  });
  await leave();
}

function fill(form, { fields, photos }) {
  for (const [name, value] of Object.entries(fields)) {
    const all = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
    for (const field of all) {
      const isOther = field.closest("[data-asked-of]")?.dataset.askedOf ?? fields.category;
      if (field.type === "radio") field.checked = field.value === value;
      else if (isOther === fields.category) field.value = value;
    }
  }
  form.dispatchEvent(new Event("filled")); // what a script shows of them follows
  const list = form.querySelector("[data-photo-names]");
  list.replaceChildren(...photos.map(({ file }) => {
    const line = document.createElement("li");
    line.textContent = file.name;
    return line;
  }));
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// --- The page of what waits ---------------------------------------------------------------------

function showQueue() {
  const list = document.querySelector("[data-queue]");
  const status = document.querySelector("[data-queue-status]");
  const model = document.querySelector("[data-queue-entry]");
  let shown = null;
  // A button that is made anew under the finger hears no press.
  const show = async () => {
    const all = await entries();
    const now = JSON.stringify(all.map((entry) =>
      ({ ...entry, tried: minuteOf(entry.tried), progress: null })));
    if (now !== shown) {
      shown = now;
      document.querySelector("[data-queue-empty]").hidden = all.length > 0;
      list.replaceChildren(...all.map((entry) => card(model, entry, send)));
    }
    all.forEach((entry, index) => showProgress(list.children[index], entry));
  };
  const send = async (key) => {
    status.textContent = navigator.onLine ? status.dataset.sending : status.dataset.offline;
    await flush(key);
    await say();
  };
  const say = async () => {
    const isWaiting = (await entries()).some((entry) => !entry.code);
    status.textContent = isWaiting && !navigator.onLine ? status.dataset.offline : "";
    await show();
  };
  addEventListener("offline", say);
  hear(show);
  say();
}

function showProgress(part, { total, progress }) {
  const line = part.querySelector("[data-progress]");
  line.hidden = !progress;
  if (!progress) return;
  const words = { number: progress.number, total, percent: progress.percent };
  for (const [name, word] of Object.entries(words)) {
    line.querySelector(`[data-part=${name}]`).textContent = word;
  }
}

const minuteOf = (at) => Math.floor((at ?? 0) / 60000);

function card(model, entry, send) {
  const part = model.content.firstElementChild.cloneNode(true);
  const moment = (at) => new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "short", timeStyle: "short",
  }).format(at);
  const words = {
    title: titleOf(entry), since: moment(entry.at), photos: entry.photos.length,
    tried: entry.tried && moment(entry.tried), fault: entry.fault, code: entry.code,
    secret: entry.secret,
  };
  const states = {
    ...words, waiting: !entry.code && !entry.fault, sent: entry.code, unsent: !entry.code,
    tried: !entry.code && entry.tried, old: isOld(entry), repeated: entry.isRepeated,
    editable: !entry.code && !entry.isHere, unsecret: entry.code && !entry.secret,
    unopened: entry.code && !entry.secret && entry.photos.length > 0, done: entry.code,
  };
  for (const place of part.querySelectorAll("[data-of]")) {
    place.textContent = words[place.dataset.of] ?? "";
  }
  for (const place of part.querySelectorAll("[data-if]")) {
    if (!states[place.dataset.if]) place.remove();
  }
  if (entry.code) linkReceipt(part, entry);
  part.querySelector("[data-do=send]")?.addEventListener("click", () => send(entry.key));
  part.querySelector("[data-do=edit]")?.addEventListener("click", () =>
    location.assign(`/gui/khi-mat-mang#${entry.key}`));
  const away = part.querySelector("[data-do=drop]");
  pressTwice(away, away.dataset.sure, () => drop(entry.key));
  return part;
}

// The page has the code to scan and all that a receipt says; the proof is here, whatever becomes of
// that server.
function linkReceipt(part, { code, key, receipt }) {
  part.querySelector("[data-link=page]").href = `/bien-nhan/${code}?nhap=${key}`;
  const proof = part.querySelector("[data-link=receipt]");
  proof.href = URL.createObjectURL(new Blob([receipt], { type: "text/plain" }));
  proof.download = `bien-nhan-${code}.tlog-proof`;
}
