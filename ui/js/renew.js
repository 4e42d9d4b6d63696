// Parts of a page that are fetched anew: who else has a paper open.
// SPDX-License-Identifier: AGPL-3.0-or-later

// On the part: data-renew="ADDRESS", which answers with its content. A page that nobody sees or
// uses does not ask: it would tell others that somebody is there, and keep a session open itself.
const EVERY_MS = 60 * 1000;
const USED_MS = 10 * 60 * 1000;

export function renewParts() {
  const parts = document.querySelectorAll("[data-renew]");
  if (!parts.length) return;
  let used = Date.now();
  for (const kind of ["keydown", "pointerdown", "scroll"]) {
    addEventListener(kind, () => (used = Date.now()), { passive: true });
  }
  setInterval(() => {
    if (!document.hidden && Date.now() - used < USED_MS) parts.forEach(renew);
  }, EVERY_MS);
}

async function renew(part) {
  try {
    const answer = await fetch(part.dataset.renew);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    part.replaceChildren(...page.body.childNodes);
  } catch {
    // No network: the next minute may have one.
  }
}
