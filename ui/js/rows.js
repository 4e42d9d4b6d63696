// The rows of an inbox: walked and chosen by key, and the one with the focus shown beside.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { keyOf } from "./keys.js";

const STEPS = { j: 1, k: -1 };
// Who walks on at once does not want to see it.
const REST_MS = 200;

export function walkRows() {
  const form = document.querySelector("form[data-rows]");
  const beside = document.querySelector("[data-preview]");
  if (!document.documentElement.classList.contains("keys-off") && form) {
    document.addEventListener("keydown", (event) => walk(form, event));
  }
  if (form && beside) previewIn(form, beside);
}

function walk(form, event) {
  const key = keyOf(event);
  if (key === "x") choose(form);
  else if (STEPS[key]) step(form, STEPS[key]);
  else return;
  event.preventDefault();
}

function current(links) {
  const row = document.activeElement?.closest("tr");
  return links.findIndex((link) => row?.contains(link));
}

function step(form, by) {
  const links = [...form.querySelectorAll("[data-row]")];
  const at = current(links);
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
  links[next]?.focus();
}

function choose(form) {
  const row = document.activeElement?.closest("tr");
  const box = form.contains(row) && row.querySelector("input[type=checkbox]");
  box?.click();
}

function previewIn(form, beside) {
  let waiting;
  let asked;
  const show = (event) => {
    const link = event.target.closest("tr")?.querySelector("[data-row]");
    clearTimeout(waiting);
    // It has no place on a small screen.
    const isShown = getComputedStyle(beside).getPropertyValue("--k-is-wide").trim() === "1";
    if (!link || !isShown || asked === link.href) return;
    waiting = setTimeout(() => {
      asked = link.href;
      fill(beside, link.href, () => asked === link.href).catch(() => {
        // Without a network the list is there all the same; what was shown is another report's.
        if (asked !== link.href) return;
        asked = undefined;
        beside.hidden = true;
      });
    }, REST_MS);
  };
  form.addEventListener("focusin", show);
  form.addEventListener("click", show);
}

async function fill(beside, address, isWanted) {
  const answer = await fetch(`${address}/xem-nhanh`);
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!isWanted()) return;
  beside.replaceChildren(...page.body.childNodes);
  beside.hidden = false;
}
