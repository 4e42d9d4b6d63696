// Drafts: what someone types survives an error, an empty battery and a lost network.
// SPDX-License-Identifier: AGPL-3.0-or-later

// On a form: data-draft="NAME". Only text goes in: no password, no token, no file. It goes when the
// form was taken (an answer that leads on to another page), when somebody signs out, and after two
// weeks. A form that came back with a fault, or that never arrived, keeps its words.
const PREFIX = "kheo-draft-";
const KEPT_MS = 14 * 24 * 3600 * 1000;
const EVERY_MS = 5000;

export function keepDrafts() {
  try {
    dropDone();
    for (const form of document.querySelectorAll("form[data-draft]")) keep(form);
    for (const form of document.querySelectorAll("form[data-draft-sent]")) {
      form.addEventListener("submit", () => markSent(PREFIX + form.dataset.draftSent));
    }
    for (const form of document.querySelectorAll("form[action='/dang-xuat']")) {
      form.addEventListener("submit", dropAll);
    }
  } catch {
    // Storage may be forbidden or full; the page works without it.
  }
}

// The page of a refusal sends a draft's words again, without the fields in which they were typed.
function markSent(key) {
  const draft = localStorage.getItem(key);
  if (draft) localStorage.setItem(key, JSON.stringify({ ...JSON.parse(draft), isSent: true }));
}

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

function dropAll() {
  for (const key of kept()) localStorage.removeItem(key);
}

function dropDone() {
  const wasLedHere = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
  for (const key of kept()) {
    const draft = JSON.parse(localStorage.getItem(key));
    const isOld = !(Date.now() - draft.at < KEPT_MS);
    if (isOld || (draft.isSent && wasLedHere)) localStorage.removeItem(key);
    else if (draft.isSent) localStorage.setItem(key, JSON.stringify({ ...draft, isSent: false }));
  }
}

function keep(form) {
  const key = PREFIX + form.dataset.draft;
  const fields = [...form.querySelectorAll("textarea, input[type=text], input[type=tel]")];
  restore(key, fields, form.querySelector("[data-draft-restored]"));
  let before = snapshot(fields);
  let isSent = false;
  const save = () => {
    const now = snapshot(fields);
    if (now === before && !isSent) return;
    before = now;
    try {
      const draft = { at: Date.now(), fields: JSON.parse(now), isSent };
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Full: the page itself still holds the words.
    }
  };
  form.addEventListener("change", save);
  form.addEventListener("submit", () => {
    isSent = true;
    save();
  });
  window.addEventListener("pagehide", save);
  setInterval(save, EVERY_MS);
}

function snapshot(fields) {
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value])));
}

// The server's words win: a field that it filled in is not touched.
function restore(key, fields, notice) {
  const stored = localStorage.getItem(key);
  if (!stored) return;
  const words = JSON.parse(stored).fields;
  let restored = false;
  for (const field of fields) {
    if (field.value !== "" || !words[field.name]) continue;
    field.value = words[field.name];
    restored = true;
  }
  if (restored && notice) notice.hidden = false;
}
