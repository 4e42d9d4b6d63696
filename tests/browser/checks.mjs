// What every page must be: valid, accessible, no wider than the screen, with targets for thumbs.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { readFileSync } from "node:fs";
import { fromUi, layOutAll } from "./browser.mjs";

const { HtmlValidate } = fromUi("html-validate");
const axe = readFileSync(fromUi.resolve("axe-core/axe.min.js"), "utf8");

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TARGET_PX = 24;

// The rules of html-validate that are taste and not HTML are off; ours are in docs/STYLE.md.
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "class-pattern": "off",
    "form-dup-name": "off",
    "id-pattern": "off",
    "long-title": "off",
    "no-dup-class": "off",
    "no-implicit-button-type": "error",
    "no-inline-style": "error",
    "no-trailing-whitespace": "off",
    "prefer-native-element": "off",
    "require-sri": "off",
    "tel-non-breaking": "off",
    "void-style": "off",
    "wcag/h63": "error",
  },
});

// Faults of the page that is open now, each a sentence. `html` is what the server sent.
export async function faultsOf(page, html, { withAxe = true, withValidator = true } = {}) {
  return [
    ...(withValidator ? await validatorFaults(html) : []),
    ...(await layoutFaults(page)),
    ...(withAxe ? await axeFaults(page) : []),
  ];
}

async function validatorFaults(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((m) => `html ${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

async function axeFaults(page) {
  await page.evaluate(axe);
  await page.evaluate(unstick);
  const result = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }), AXE_TAGS);
  return result.violations.map((violation) => {
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ");
    return `axe ${violation.id}: ${violation.help} (${where})`;
  });
}

// What stays at an edge of the screen lies over what can be scrolled from under it, which to axe is
// too small to be touched.
function unstick() {
  for (const element of document.querySelectorAll("body *")) {
    if (getComputedStyle(element).position === "sticky") element.style.position = "static";
  }
}

// axe does not see a page that scrolls sideways (WCAG 1.4.10), what lies over another part of the
// page, nor small targets in a row (2.5.8).
export async function layoutFaults(page) {
  await layOutAll(page);
  return page.evaluate((target_px) => {
    const faults = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) {
      const culprit = [...document.querySelectorAll("body *")].find((element) =>
        element.getBoundingClientRect().right > innerWidth + 1);
      faults.push(`${wide} px wider than the screen: ${culprit?.outerHTML.slice(0, 90)}`);
    }
    const end = document.querySelector("main").getBoundingClientRect().bottom + 1;
    const beyond = [...document.querySelectorAll("main *")].find((element) =>
      element.checkVisibility() && element.getBoundingClientRect().bottom > end);
    if (beyond) faults.push(`reaches below its part of the page: ${beyond.outerHTML.slice(0, 90)}`);
    const titles = document.querySelectorAll("h1").length;
    if (titles !== 1) faults.push(`the page has ${titles} <h1>`);
    const targets = "a[href], button, input, select, textarea, summary";
    for (const element of document.querySelectorAll(targets)) {
      const box = element.getBoundingClientRect();
      const isShown = box.width > 1 && box.height > 1 && element.type !== "hidden";
      // A link inside a sentence is as high as its line; a label widens what stands in it.
      const isInline = getComputedStyle(element).display === "inline";
      const isDrawn = element.matches(".govuk-radios__input, .govuk-checkboxes__input");
      if (!isShown || isInline || isDrawn) continue;
      if (box.width < target_px || box.height < target_px) {
        const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
        faults.push(`a target of ${size} px: ${element.outerHTML.slice(0, 90)}`);
      }
    }
    return faults;
  }, TARGET_PX);
}
