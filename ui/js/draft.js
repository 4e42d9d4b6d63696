// Drafts: what someone types survives an error, an empty battery and a lost network.
// SPDX-License-Identifier: AGPL-3.0-or-later

// On a form: data-draft="NAME". Only text goes in: no password, no token, no file. A receipt says
// data-draft-done="NAME" and the draft is gone; what nobody came back for goes after two weeks.
const PREFIX = "kheo-draft-";
const KEPT_MS = 14 * 24 * 3600 * 1000;
const EVERY_MS = 5000;

export function keepDrafts() {
  try {
    dropOld();
    const done = document.querySelector("[data-draft-done]");
    if (done) localStorage.removeItem(PREFIX + done.dataset.draftDone);
    for (const form of document.querySelectorAll("form[data-draft]")) keep(form);
  } catch {
    // Storage may be forbidden or full; the page works without it.
  }
}

function dropOld() {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const { at } = JSON.parse(localStorage.getItem(key));
    if (!(Date.now() - at < KEPT_MS)) localStorage.removeItem(key);
  }
}

function keep(form) {
  const key = PREFIX + form.dataset.draft;
  const fields = [...form.querySelectorAll("textarea, input[type=text], input[type=tel]")];
  restore(key, fields, form.querySelector("[data-draft-restored]"));
  let before = snapshot(fields);
  const save = () => {
    const now = snapshot(fields);
    if (now === before) return;
    before = now;
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: JSON.parse(now) }));
    } catch {
      // Full: the page itself still holds the words.
    }
  };
  form.addEventListener("change", save);
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
  const kept = JSON.parse(stored).fields;
  let restored = false;
  for (const field of fields) {
    if (field.value !== "" || !kept[field.name]) continue;
    field.value = kept[field.name];
    restored = true;
  }
  if (restored && notice) notice.hidden = false;
}
