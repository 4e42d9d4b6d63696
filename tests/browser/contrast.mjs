// Contrast of the tokens, computed from what the browser resolved: WCAG 1.4.3 and 1.4.11.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { openVisitor } from "./browser.mjs";

const TEXT = 4.5;
const MARK = 3;

// What is written in the first stands on the second.
const pairs = [
  ["--govuk-text-colour", "--k-surface", TEXT],
  ["--govuk-text-colour", "--k-paper", TEXT],
  ["--govuk-text-colour", "--k-wash", TEXT],
  ["--govuk-text-colour", "--k-due-wash", TEXT],
  ["--k-muted", "--k-surface", TEXT],
  ["--k-muted", "--k-paper", TEXT],
  ["--govuk-secondary-text-colour", "--k-wash", TEXT],
  ["--govuk-link-colour", "--k-surface", TEXT],
  ["--govuk-link-colour", "--k-paper", TEXT],
  ["--govuk-link-visited-colour", "--k-surface", TEXT],
  ["--govuk-error-colour", "--k-late-wash", TEXT],
  ["--k-on-brand", "--k-brand", TEXT],
  ["--k-on-action", "--k-action", TEXT],
  ["--k-on-action", "--k-action-hover", TEXT],
  ["--k-ok", "--k-ok-wash", TEXT],
  ["--k-due", "--k-due-wash", TEXT],
  ["--k-late", "--k-late-wash", TEXT],
  ["--k-pause", "--k-pause-wash", TEXT],
  // Figures in the shapes and squares of maps, and the lines around them.
  ...[0, 1, 2, 3].map((shade) => ["--govuk-text-colour", `--k-shade-${shade}`, TEXT]),
  ...[4, 5].map((shade) => ["--k-shade-strong-text", `--k-shade-${shade}`, TEXT]),
  ...[1, 2, 3, 4, 5].map((shade) => ["--govuk-text-colour", `--k-judged-${shade}`, TEXT]),
  ["--k-muted", "--k-surface", MARK],
  ["--govuk-input-border-colour", "--k-surface", MARK],
  ["--k-action", "--k-surface", MARK],
  ["--k-emblem", "--k-surface", MARK],
];

export async function run({ server, browser, test }) {
  for (const dark of [false, true]) {
    await test(`contrast of the tokens, ${dark ? "dark" : "light"}`, async () => {
      const visitor = await openVisitor(browser, server, { dark });
      await visitor.page.goto("/");
      const names = [...new Set(pairs.flatMap(([ink, ground]) => [ink, ground]))];
      const colours = await visitor.page.evaluate((all) => {
        const style = getComputedStyle(document.documentElement);
        return Object.fromEntries(all.map((name) => [name, style.getPropertyValue(name).trim()]));
      }, names);
      await visitor.close();
      return pairs.flatMap(([ink, ground, least]) => {
        const found = ratio(colours[ink], colours[ground]);
        return found >= least ? [] : [`${ink} on ${ground}: ${found.toFixed(2)}, not ${least}`];
      });
    });
  }
}

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const digits = colour.replace("#", "");
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
