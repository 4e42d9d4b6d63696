// Tools of a page: copy a code, hand a link to the family, print.
// SPDX-License-Identifier: AGPL-3.0-or-later

// Buttons that need scripts are written `hidden` by the server and shown here.
export function offerTools() {
  offer("data-copy", navigator.clipboard, copy);
  offer("data-share", navigator.share, share);
  offer("data-print", true, () => window.print());
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
