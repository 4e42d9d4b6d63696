// An officer's keys: a button, a form or a part that folds is reached by one key.
// SPDX-License-Identifier: AGPL-3.0-or-later

// What changes something is only led to: Enter does it.
// By their place on the keyboard, never while typing or composing (Telex makes "dd" into "đ"),
// never with a modifier. Whoever speaks to the machine has turned them off (web/look.c).
const OFF = "keys-off";
const NOT_TYPED = "[type=checkbox], [type=radio], [type=submit], [type=button], [type=file]";

export function listenToKeys() {
  if (document.documentElement.classList.contains(OFF)) return;
  document.addEventListener("keydown", (event) => {
    // One that is held down would press what is on the page after this one.
    const key = event.repeat ? "" : keyOf(event);
    const target = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return;
    event.preventDefault();
    press(target);
  });
}

// "j", "/", "?"; nothing when the key belongs to whatever has the focus.
export function keyOf(event) {
  const field = event.target.closest("input, textarea, select, [contenteditable]");
  const isTyping = field && !field.matches(NOT_TYPED);
  if (isTyping || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return "";
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return event.shiftKey ? "" : event.code.replace(/^Key/, "").toLowerCase();
}

function press(target) {
  const details = target.closest("details");
  if (details && (target === details || target.matches("summary"))) {
    details.open = !details.open;
    const next = details.open && target !== details ? firstField(details) : null;
    (next ?? details.querySelector("summary")).focus();
  } else if (target.matches("form")) {
    firstField(target)?.focus();
  } else if (target.matches("input, textarea") || target.form?.method === "post") {
    target.focus();
  } else {
    target.click();
  }
}

function firstField(part) {
  return part.querySelector("input:not([type=hidden]), textarea, select");
}
