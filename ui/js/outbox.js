// The outbox: reports that wait in this browser for a network. For pages and the worker.
// SPDX-License-Identifier: AGPL-3.0-or-later

// An entry is { key, at, fields, photos, … }: what was typed and the photos as they are, never a
// request, and no form token: the API needs none. `key` is the address of a draft (32 digits of
// base 16), under which the server takes a report once in two weeks, however often it is sent.
const BASE = "kheo";
const STORE = "outbox";
const LOCK = "kheo-outbox";
const NEWS = "kheo-outbox";
const TEXT_MS = 60 * 1000;
const PHOTO_MS = 5 * 60 * 1000;
const PIECE_MS = 90 * 1000;
// As the server takes them: all but the last of that size.
const PIECE_BYTES = 64 * 1024;
const PIECE_TYPE = "application/offset+octet-stream";
const TITLE_CHARS = 80;
// A day less than the server remembers: a try whose end nobody knows is not repeated unasked.
const REMEMBERED_MS = 13 * 24 * 3600 * 1000;

function open() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

async function within(mode, act) {
  const base = await open();
  try {
    return await new Promise((done, fail) => {
      const deal = base.transaction(STORE, mode);
      const asked = act(deal.objectStore(STORE));
      deal.oncomplete = () => done(asked.result);
      deal.onabort = () => fail(deal.error);
    });
  } finally {
    base.close();
  }
}

export async function entries() {
  return (await within("readonly", (store) => store.getAll())).sort((a, b) => a.at - b.at);
}
export const find = (key) => within("readonly", (store) => store.get(key));
export async function put(entry) {
  await within("readwrite", (store) => store.put(entry));
  tell();
}
export async function drop(key) {
  await within("readwrite", (store) => store.delete(key));
  tell();
}
export const dropAll = () => within("readwrite", (store) => store.clear());

// Other tabs, the worker and this page hear that something is different now.
function tell() {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(NEWS);
  channel.postMessage(1);
  channel.close();
}
export function hear(act) {
  if (globalThis.BroadcastChannel) new BroadcastChannel(NEWS).onmessage = act;
}

// One at a time in all tabs. Without locks two may send: by its key that is one report.
export function alone(act) {
  return navigator.locks ? navigator.locks.request(LOCK, act) : act();
}

export function titleOf({ title, fields }) {
  const [line] = (title ?? fields.text ?? "").split("\n");
  return line.length > TITLE_CHARS ? `${line.slice(0, TITLE_CHARS)}…` : line;
}

export const isOld = (entry) => !entry.code && Date.now() - entry.tried > REMEMBERED_MS;
export const isDue = (entry) =>
  !entry.fault && (entry.code ? entry.photos.length > 0 && !!entry.secret : !isOld(entry));

// Sends what waits, the oldest first, until the network fails. `key`: that one, whatever was said.
// All texts before any photo: they are short, and bring the code and the day that counts.
export function flush(key) {
  return alone(async () => {
    const all = await entries();
    const wanted = all.filter((entry) => (key ? entry.key === key : isDue(entry)));
    for (const entry of wanted) {
      delete entry.fault;
      if (!entry.code && !(await sendText(entry))) return;
    }
    for (const entry of wanted) {
      if (!(await sendPhotos(entry))) return;
    }
  });
}

// One after the other; what is through is forgotten at once, so that the next try goes on where
// this one stopped. False: no network.
async function sendPhotos(entry) {
  while (entry.code && entry.secret && entry.photos.length > 0 && !entry.fault) {
    if (!(await sendPhoto(entry))) return false;
  }
  return true;
}

async function sendText(entry) {
  entry.tried = Date.now();
  await put(entry);
  const body = JSON.stringify({ ...entry.fields, draft: entry.key });
  const headers = { "Content-Type": "application/json", "Idempotency-Key": entry.key };
  const answer = await ask(entry, "POST", "/api/v1/reports", headers, TEXT_MS, body);
  if (!answer || answer.busy) return false;
  if (answer.given) {
    const { code, secret, receipt } = answer.given;
    const isRepeated = !!entry.isChanged && answer.isRepeated;
    // What is through is not kept here any longer than the receipt is wanted.
    Object.assign(entry, { code, secret, receipt, isRepeated, title: titleOf(entry), fields: {} });
  } else {
    entry.fault = answer.fault;
  }
  await put(entry);
  return true;
}

async function sendPhoto(entry) {
  const [photo] = entry.photos;
  entry.total ??= entry.photos.length;
  const answer = await sendPieces(entry, photo);
  if (!answer || answer.busy) return false;
  if (answer.given) entry.photos.shift();
  else entry.fault = answer.fault;
  delete entry.progress;
  await put(entry);
  return true;
}

// The server says how much of it has come, in whichever try and through whichever network; what
// broke off goes on from there. Where it has no room for halves, the whole goes at once.
async function sendPieces(entry, photo) {
  const { file } = photo;
  photo.sha256 ??= await hashOf(file);
  const path = `${photosOf(entry)}/${photo.sha256}`;
  let answer = await ask(entry, "GET", path, {}, PIECE_MS);
  while (answer?.given && !answer.given.taken) {
    const offset = Math.min(answer.given.offset, file.size);
    await tellProgress(entry, offset / file.size);
    const headers = {
      "Content-Type": PIECE_TYPE, "Upload-Offset": `${offset}`, "Upload-Length": `${file.size}`,
    };
    const piece = file.slice(offset, offset + PIECE_BYTES);
    answer = await ask(entry, "PATCH", path, headers, PIECE_MS, piece);
    if (answer?.busy === 503 && offset === 0) return sendWhole(entry, photo);
  }
  return answer;
}

function sendWhole(entry, { file, key }) {
  const headers = { "Content-Type": file.type, "Idempotency-Key": key };
  return ask(entry, "POST", photosOf(entry), headers, PHOTO_MS, file);
}

const photosOf = ({ code }) => `/api/v1/reports/${code}/photos`;

// Each tenth: an entry is stored with its photos.
async function tellProgress(entry, part) {
  const progress = {
    number: entry.total - entry.photos.length + 1, percent: Math.floor(part * 10) * 10,
  };
  if (JSON.stringify(progress) === JSON.stringify(entry.progress)) return;
  entry.progress = progress;
  await put(entry);
}

async function hashOf(file) {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Nothing where no answer came, `busy` where a later try may better it: a full server, or the
// sign-in page of a café. Without cookies: an officer who is signed in here is not the one who
// sends; so the language goes with it.
async function ask(entry, method, path, headers, wait_ms, body) {
  const patience = new AbortController();
  const clock = setTimeout(() => patience.abort(), wait_ms);
  const all = { "Accept-Language": entry.tongue ?? "vi", ...headers };
  if (entry.secret) all["Report-Secret"] = entry.secret;
  try {
    const answer = await fetch(path, {
      method, headers: all, body, credentials: "omit", cache: "no-store", signal: patience.signal,
    });
    const isBusy = answer.status === 409 || answer.status === 429 || answer.status >= 500;
    const isOurs = /json/.test(answer.headers.get("Content-Type"));
    if (isBusy || !isOurs) return { busy: answer.status };
    const said = await answer.json();
    if (!answer.ok) return { fault: faultOf(said) };
    return { given: said, isRepeated: answer.headers.has("Idempotency-Replayed") };
  } catch {
    return null;
  } finally {
    clearTimeout(clock);
  }
}

const faultOf = (said) => said.errors?.map((one) => one.detail).join(" ") || said.detail;
