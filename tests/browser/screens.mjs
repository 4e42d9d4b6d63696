// The key screens as a telephone and a desk show them: pictures for docs/screens.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// Each is opened in the demonstration, at 360 by 640 and at 1366 by 768, light; the picture is what
// is seen without scrolling, in build/screens/key. WRITE_SCREENS=1 writes them to docs/screens:
// look at each before you commit it.

import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { ADMIN, LEADER, OFFICER, openVisitor, PICTURE_MS, signIn } from "./browser.mjs";
import { sendReport } from "./handle.mjs";
import { need } from "./tap.mjs";

const SIZES = { phone: { width: 360, height: 640 }, desk: { width: 1366, height: 768 } };
const KEPT = "docs/screens";
const FOLDER = process.env.WRITE_SCREENS ? KEPT : "build/screens/key";

const CITY = "thanhpho";
const MODEL = /^\/lam\/mo-hinh\/\d+$/;

// Where each is: an address, the first link of a page that fits, or a way there.
const screens = [
  { name: "home", at: "/" },
  { name: "send-begin", at: "/gui" },
  { name: "send-text", go: (page) => steps(page, 1) },
  { name: "send-place", go: (page) => steps(page, 2) },
  { name: "receipt", at: ({ code }) => `/bien-nhan/${code}` },
  { name: "track", at: ({ code }) => `/kiem-tra/ho-so/${code}` },
  { name: "reports", at: "/kiem-tra/ho-so" },
  { name: "figures", at: "/giam-sat/so-lieu" },
  { name: "clock", at: "/biet/tinh-han?quy-dinh=KN-RES1&ngay=2026-06-25" },
  { name: "ledger-proof", at: ({ code }) => `/kiem-tra/ho-so/${code}`, scroll: ".k-timeline" },
  { name: "reception", at: "/tiep-dan" },
  { name: "complaint", at: "/khieu-nai" },
  { name: "denunciation", at: "/to-cao" },
  { name: "model-gallery", at: "/lam/mo-hinh" },
  { name: "model", from: "/lam/mo-hinh", link: MODEL },
  { name: "model-tree", from: "/lam/mo-hinh", link: MODEL, behind: "/nhan-rong" },
  { name: "model-figures", at: "/lam/mo-hinh/so-lieu" },
  { name: "model-year", from: "/cb/xet-cong-nhan", link: /^\/cb\/xet-cong-nhan\/\d+$/, as: CITY },
  { name: "model-calendar", at: "/cb/lich-mo-hinh", as: CITY },
  { name: "model-sheet", at: "/cb/phieu-cham", as: CITY },
  { name: "offline", at: "/gui/khi-mat-mang" },
  { name: "help", at: "/tro-giup" },
  { name: "inbox", at: "/cb/hop-thu", as: OFFICER },
  { name: "case", at: ({ code }) => `/cb/hs/${code}`, as: OFFICER },
  { name: "compose", at: ({ code }) => `/cb/hs/${code}/tra-loi`, as: OFFICER },
  { name: "transfer", at: ({ code }) => `/cb/hs/${code}`, as: OFFICER, unfold: "#viec-transfer" },
  { name: "paper", at: "/cb/nhap-giay", as: OFFICER },
  { name: "slips", at: "/cb/phieu-in-san", as: OFFICER },
  { name: "reception-book", at: "/cb/tiep-dan", as: OFFICER },
  { name: "board", at: "/ld", as: LEADER },
  { name: "slides", at: "/ld/hop-giao-ban", as: LEADER },
  { name: "units", at: "/qt/don-vi", as: ADMIN },
  { name: "people", at: "/qt/nguoi-dung", as: ADMIN },
  { name: "calendar", at: "/qt/lich-lam-viec", as: ADMIN },
  { name: "health", at: "/qt/suc-khoe", as: ADMIN },
  { name: "access-log", at: "/qt/nhat-ky", as: ADMIN },
];

export async function run({ server, browser, test }) {
  mkdirSync(FOLDER, { recursive: true });
  const report = await sendReport(server);
  await accept(browser, server, report);
  for (const [kind, size] of Object.entries(SIZES)) {
    const roles = new Map();
    for (const screen of screens) {
      await test(`${screen.name} as a ${kind} shows it`, async () => {
        const visitor = await visitorOf(roles, { server, browser, size, as: screen.as });
        return take(visitor, screen, report, kind);
      });
    }
    await Promise.all([...roles.values()].map((visitor) => visitor.close()));
  }
  await test("docs/screens has these pictures and no others", () => compareLists());
}

// So that an answer may be written.
async function accept(browser, server, { code }) {
  const officer = await openVisitor(browser, server, { size: SIZES.desk });
  await signIn(officer.page, server, OFFICER);
  await officer.page.goto(`/cb/hs/${code}`);
  await officer.page.getByRole("button", { name: "Bắt đầu giải quyết", exact: true }).click();
  await officer.page.waitForLoadState("load");
  await officer.close();
}

async function visitorOf(roles, { server, browser, size, as }) {
  if (!roles.has(as)) {
    const visitor = await openVisitor(browser, server, { size, workers: "block" });
    roles.set(as, visitor);
    if (as) {
      await signIn(visitor.page, server, as);
      await visitor.page.waitForURL((url) => url.pathname !== "/dang-nhap");
    }
  }
  return roles.get(as);
}

async function take({ page, complaints }, screen, report, kind) {
  complaints.length = 0;
  if (screen.go) {
    await screen.go(page);
  } else {
    const at = await addressOf(page, screen, report);
    const response = await page.goto(at);
    need(response.status() === 200, `${at} answers ${response.status()}`);
  }
  if (screen.unfold) await page.locator(`${screen.unfold} summary`).click();
  const place = screen.unfold ?? screen.scroll;
  if (place) await page.locator(place).first().evaluate((part) => part.scrollIntoView());
  const path = `${FOLDER}/${screen.name}-${kind}.png`;
  await page.screenshot({ path, timeout: PICTURE_MS });
  return [...complaints];
}

async function addressOf(page, { at, from, link, behind = "" }, report) {
  if (at) return typeof at === "string" ? at : at(report);
  await page.goto(from);
  const links = await page.locator("main a").evaluateAll((all) =>
    all.map((one) => new URL(one.href).pathname));
  const found = links.find((path) => link.test(path));
  need(found, `${from} has no link like ${link}`);
  return found + behind;
}

// The first steps of a report, each answered as somebody would.
async function steps(page, count) {
  await page.goto("/gui");
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/\/gui\/./);
  for (let step = 0; step < count; step++) {
    const before = page.url();
    const radio = page.locator("main input[type=radio]").first();
    if (await radio.count()) await radio.check({ force: true });
    const words = page.locator("main textarea").first();
    if (await words.count()) await words.fill("Đèn đường trước chợ tắt ba đêm nay, đi lại rất khó.");
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL((url) => url.href !== before);
  }
}

function compareLists() {
  const wanted = Object.keys(SIZES).flatMap((kind) =>
    screens.map(({ name }) => `${name}-${kind}.png`));
  const there = readdirSync(KEPT);
  return [
    ...wanted.filter((name) => !existsSync(`${KEPT}/${name}`)).map((name) => `${name} is missing`),
    ...there.filter((name) => !wanted.includes(name)).map((name) => `${name} is made by nobody`),
  ];
}
