// Forms: the second of two clicks does nothing, errors take the focus, letters are counted.
// SPDX-License-Identifier: AGPL-3.0-or-later

// After this long without an answer we say that it is the network and not the person.
const SLOW_AFTER_MS = 700;
// A page kept in the browser's memory must not stay locked when the person comes back to it.
const UNLOCK_AFTER_MS = 30000;

export function guardForms() {
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => lockOnce(form, event));
  }
  window.addEventListener("pageshow", (event) => event.persisted && unlockAll());
  focusErrors();
  for (const field of document.querySelectorAll("[data-count]")) countLetters(field);
  for (const radio of document.querySelectorAll("[data-reveals]")) revealWith(radio);
  for (const box of document.querySelectorAll("[data-choose-all]")) chooseAll(box);
}

function lockOnce(form, event) {
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (!navigator.onLine && !form.dataset.outbox && !form.querySelector("[data-is-offline]")) {
    event.preventDefault();
    sayOffline(form);
    return;
  }
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
  const status = form.querySelector("[data-slow]");
  if (status) setTimeout(() => (status.textContent = status.dataset.slow), SLOW_AFTER_MS);
  setTimeout(() => unlock(form), UNLOCK_AFTER_MS);
}

// The browser would show a page of its own in place of this one, and of what is typed on it. Who
// presses again may know better: a server on this very machine needs no network.
function sayOffline(form) {
  if (form.dataset.offlineAt) location.assign(form.dataset.offlineAt);
  const model = document.querySelector("[data-no-network]");
  if (!model) return;
  const words = model.content.firstElementChild.cloneNode(true);
  words.dataset.isOffline = "1";
  form.append(words);
}

function unlock(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}

function unlockAll() {
  for (const form of document.querySelectorAll("form[data-sent]")) unlock(form);
}

function focusErrors() {
  const summary = document.querySelector(".govuk-error-summary");
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
}

function countLetters(field) {
  const left = document.getElementById(field.dataset.count);
  if (!left || !(field.maxLength > 0)) return;
  const words = left.dataset.left;
  const inWords = new Intl.NumberFormat(document.documentElement.lang);
  const show = () => {
    const count = inWords.format(field.maxLength - field.value.length);
    left.textContent = words.replace("#", count);
  };
  field.addEventListener("input", show);
  show();
}

// Fields that matter for one choice only stay visible without scripts; with them they fold away.
function revealWith(radio) {
  const part = document.getElementById(radio.dataset.reveals);
  if (!part) return;
  const show = () => (part.hidden = !radio.checked);
  for (const other of document.getElementsByName(radio.name)) {
    other.addEventListener("change", show);
  }
  show();
}

function chooseAll(box) {
  const rows = () => box.closest("form").querySelectorAll("tbody input[type=checkbox]");
  box.hidden = false;
  box.addEventListener("change", () => {
    for (const row of rows()) row.checked = box.checked;
  });
}
