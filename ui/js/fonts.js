// Our two Latin fonts: fetched when a page is there, and shown from the next page on.
// SPDX-License-Identifier: AGPL-3.0-or-later

// On a slow line they would come before the script, and too late for `font-display: optional` to
// show them. So a page asks for them only where the browser has them already: it says so by this
// cookie, and the server answers with the class (web/page.c).
const HERE = "own-fonts";
const COOKIE = "chu=rieng";
const LIFE_S = 365 * 24 * 3600;

export function fetchFonts() {
  if (document.documentElement.classList.contains(HERE) || isThrifty()) return;
  const remember = (answers) => {
    if (answers.length > 0 && answers.every(({ ok }) => ok)) {
      document.cookie = `${COOKIE};path=/;max-age=${LIFE_S};samesite=lax`;
    }
  };
  addEventListener("load", () => firstPaint().then(fetchAll).then(remember).catch(() => {}));
}

// As files: a FontFace that is loaded has the whole page laid out anew, which no font of it needs.
function fetchAll() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => ({
    family: rule.style?.getPropertyValue("font-family") ?? "",
    file: rule.style?.getPropertyValue("src").match(/url\("([^"]+)"\)/)?.[1],
    base: sheet.href,
  })));
  const ours = rules.filter(({ family, file }) => file && family.includes("Kheo Sans"));
  return Promise.all(ours.map(async ({ file, base }) => {
    const how = { credentials: "same-origin", priority: "low" };
    const answer = await fetch(new URL(file, base), how);
    await answer.arrayBuffer();
    return answer;
  }));
}

// When text or a picture was first seen on this page.
function firstPaint() {
  return new Promise((done) => new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) done();
  }).observe({ type: "paint", buffered: true }));
}

export function forgetFonts() {
  document.cookie = `${COOKIE};path=/;max-age=0`;
}

function isThrifty() {
  const line = navigator.connection;
  return !!line && (line.saveData || /2g/.test(line.effectiveType));
}
