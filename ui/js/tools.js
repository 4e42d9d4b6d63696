// Tools of a page: copy a code, hand a link to the family, print, press a button by its key.
// SPDX-License-Identifier: AGPL-3.0-or-later

// Buttons that need scripts are written `hidden` by the server and shown here.
export function offerTools() {
  offer("data-copy", navigator.clipboard, copy);
  offer("data-share", navigator.share, share);
  offer("data-print", true, () => window.print());
  document.addEventListener("keydown", pressByKey);
}

function offer(attribute, isPossible, act) {
  if (!isPossible) return;
  for (const button of document.querySelectorAll(`button[${attribute}]`)) {
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const words = button.querySelector("[data-done]") ?? button;
  words.textContent = words.dataset.done ?? "✓";
}

function share(button) {
  navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {});
}

// An officer's keys: by their place on the keyboard, never while typing or composing (Telex makes
// "dd" into "đ"), never with a modifier.
function pressByKey(event) {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (isTyping || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.code.replace(/^Key/, "").toLowerCase();
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, textarea")) target.focus();
  else target.click();
}
