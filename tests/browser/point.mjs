// A point of a report: where the telephone is, or picked on a map by touch and by key.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { ADMIN, DESK, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { CREDIT, startBasemapHouse, ZOOMS } from "./basemap.mjs";
import { need } from "./tap.mjs";

const WARD = "19753";
const ZOOM_MS = 500;
const HERE = { latitude: 16.43126, longitude: 107.55554 };
// The demonstration has no boundaries (nobody's may be shipped): what the API says of some is here,
// and what it really says in src/mod/map/tests/map.story.
const BOUNDARY = {
  type: "Feature", bbox: [107.5, 16.4, 107.604, 16.46],
  properties: { code: WARD, name: "Phường Phú Xuân" },
  geometry: {
    type: "MultiLineString",
    coordinates: [[[107.5, 16.4], [107.6, 16.4], [107.604, 16.43], [107.6, 16.46], [107.5, 16.46],
      [107.5, 16.4]]],
  },
};

const ways = [
  { name: "phone, light", size: PHONE, pictures: "point-phone" },
  { name: "desk, dark", size: DESK, dark: true, pictures: "point-desk" },
];

export async function run({ server, browser, test }) {
  for (const way of ways) {
    await test(`a point is picked: ${way.name}`, () => pick(server, browser, way));
  }
  await test("without scripts a ward and a landmark are asked", () => plain(server, browser));
  await test("a telephone that says nothing stops nobody", () => denied(server, browser));
  const house = await startBasemapHouse();
  for (const way of ways) {
    await test(`the operator's map lies under the lines: ${way.name}`, () =>
      overBasemap(house, browser, way));
  }
  await test("administrators see which map that is", () => told(house, browser));
  await house.stop();
}

async function pick(server, browser, way) {
  const visitor = await openVisitor(browser, server, way);
  const { page, context, complaints } = visitor;
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(HERE);
  await answerFor(page);
  await walkToPlace(page);
  const weighed = [];
  page.on("response", (response) => weighed.push(new URL(response.url()).pathname));
  await page.locator("[data-point-here]").click();
  await saysSoon(page, /16\.4313, 107\.5555.*Phường Phú Xuân/);
  need((await page.locator("select[name=unit]").inputValue()) === WARD, "the ward is not chosen");
  need(!weighed.some((path) => path.endsWith("map.js")), "the map comes before it is wanted");
  await page.locator("[data-point-map]").click();
  const map = page.locator("[data-point-on]");
  await map.locator("path").waitFor();
  await picture(page, `${way.pictures}-map`);
  const { width, height } = await map.boundingBox();
  await map.click({ position: { x: width / 3, y: height * 0.75 } });
  const touched = await changed(page, "16.4313");
  await map.focus();
  await page.keyboard.press("Enter");
  const middle = await changed(page, touched);
  await page.keyboard.press("ArrowUp");
  const moved = await changed(page, middle);
  need(Number(moved) > Number(middle), "the arrow up does not move the point north");
  const faults = await faultsOf(page, await page.content());
  await page.getByLabel("Bỏ điểm này").click();
  need((await page.locator("input[name=lat]").inputValue()) === "", "the point was not let go");
  await page.locator("[data-point-here]").click();
  await saysSoon(page, /16\.4313/);
  await press(page);
  await page.waitForURL(/(ai-gui|giong-nhau)/);
  await page.goBack();
  await saysSoon(page, /Đã ghi điểm 16\.4313, 107\.5555\./);
  await visitor.close();
  return [...faults.filter((fault) => !isTheirs(fault)), ...complaints];
}

// The library measures its zoom with an empty part that it moves away, styles its parts, and cuts
// off what reaches beyond the map.
const isTheirs = (fault) => fault.includes("leaflet-proxy") || fault.includes("leaflet-tile") ||
  fault.startsWith("html ");

export async function openMap(page) {
  await page.locator("select[name=unit]").selectOption(WARD);
  await page.locator("[data-point-map]").click();
  const map = page.locator("[data-point-on]");
  await map.locator("path").waitFor();
  await map.locator("img.leaflet-tile-loaded").first().waitFor();
  await page.waitForLoadState("networkidle");
  return map;
}

// Real boundaries and real pictures, from a file that is made in basemap.mjs.
async function overBasemap(house, browser, way) {
  const visitor = await openVisitor(browser, house, way);
  const { page, complaints } = visitor;
  const answers = [];
  page.on("response", (response) => {
    if (response.url().includes("/ban-do/o/")) answers.push(response);
  });
  await walkToPlace(page);
  const map = await openMap(page);
  const tiles = await map.locator("img.leaflet-tile").evaluateAll((all) =>
    all.map(({ complete, naturalWidth }) => complete && naturalWidth));
  need(tiles.length > 3 && tiles.every((width) => width === 256), `loaded: ${tiles}`);
  need((await map.locator(".leaflet-control-attribution").innerText()) === CREDIT,
    "the makers are not named as text");
  need((await map.locator(".leaflet-control-attribution *").count()) <= 1, "elements of a file");
  await picture(page, `${way.pictures}-basemap`);
  for (let i = 0; i < 4; i++) {
    await page.locator(".leaflet-control-zoom-in").click();
    await page.waitForTimeout(ZOOM_MS);
  }
  await page.waitForLoadState("networkidle");
  const bad = answers.filter((one) => one.status() !== 200 ||
    !one.headers()["cache-control"].includes("immutable"));
  need(bad.length === 0, `not there: ${bad.map((one) => `${one.status()} ${one.url()}`)}`);
  const zooms = answers.map((one) => Number(one.url().split("/").at(-3)));
  need(Math.max(...zooms) <= ZOOMS[1] && Math.min(...zooms) >= ZOOMS[0], `zooms ${zooms}`);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
    return all.flat().map(({ url }) => url).filter((url) => url.includes("/ban-do/o/"));
  });
  need(kept.length === 0, `the worker keeps ${kept}`);
  const faults = await faultsOf(page, await page.content());
  await visitor.close();
  return [...faults.filter((fault) => !isTheirs(fault)), ...complaints];
}

async function told(house, browser) {
  const visitor = await openVisitor(browser, house, { size: PHONE });
  const { page, complaints } = visitor;
  await signIn(page, house, ADMIN);
  await page.goto("/qt/suc-khoe");
  const row = page.locator("tr", { hasText: "Ô ảnh nền của bản đồ" });
  need(/Nền Huế: mức phóng 11 đến 14, \d+ kB/.test(await row.textContent()), "no row about it");
  await visitor.close();
  return complaints;
}

async function plain(server, browser) {
  const visitor = await openVisitor(browser, server, { scripts: false });
  const { page, complaints } = visitor;
  await walkToPlace(page);
  need(!(await page.locator("[data-point-here]").isVisible()), "a button that does nothing");
  need(!(await page.getByLabel("Bỏ điểm này").isVisible()), "a point that is not there");
  await page.locator("select[name=unit]").selectOption(WARD);
  await press(page);
  await page.waitForURL(/(ai-gui|giong-nhau)/);
  await visitor.close();
  return complaints;
}

async function denied(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page, complaints } = visitor;
  await walkToPlace(page);
  await page.locator("[data-point-here]").click();
  await saysSoon(page, /không cho trang này biết vị trí/);
  await page.locator("[data-point-map]").click();
  await saysSoon(page, /hãy chọn xã, phường trước/);
  await page.locator("select[name=unit]").selectOption(WARD);
  await page.locator("[data-point-map]").click();
  await saysSoon(page, /chưa có bản đồ nơi này/);
  await press(page);
  await page.waitForURL(/(ai-gui|giong-nhau)/);
  await visitor.close();
  return complaints;
}

async function answerFor(page) {
  await page.route("**/api/v1/unit-at?*", (route) =>
    route.fulfill({ json: { unit: WARD, name: BOUNDARY.properties.name } }));
  await page.route("**/api/v1/boundaries/*", (route) => route.fulfill({ json: BOUNDARY }));
}

export async function walkToPlace(page) {
  await page.goto("/gui");
  await press(page);
  await page.waitForURL(/viec/);
  await page.locator("input[value=giao-thong]").check();
  await press(page);
  await page.waitForURL(/noi-dung/);
  await page.locator("main textarea").fill("Nắp cống bị vỡ từ tối qua, xe máy dễ sụp.");
  await press(page);
  await page.waitForURL(/o-dau/);
}

const press = (page) => page.locator("main form button[type=submit]").last().click();

const saysSoon = (page, words) =>
  page.locator("[data-point-says]").filter({ hasText: words }).waitFor();

// The latitude, once it is another one.
async function changed(page, before) {
  const field = page.locator("input[name=lat]");
  await page.waitForFunction((old) =>
    document.querySelector("input[name=lat]").value !== old, before);
  return field.inputValue();
}
