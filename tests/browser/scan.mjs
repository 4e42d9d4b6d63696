// Every page of the list in four settings: phone, desk, light, dark, large, without scripts.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { ADMIN, DESK, OFFICER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";

const NARROW = { width: 320, height: 640 };
// A limit whose clock stood still.
const STOOD = "/biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026";

const settings = [
  // With scripts and in the light, matrix.mjs asks axe.
  { name: "phone-light", size: PHONE, withAxe: false },
  { name: "desk-dark", size: DESK, dark: true },
  // axe waits on timers, which a page without scripts does not have.
  { name: "narrow-plain", size: NARROW, dark: true, scripts: false, withAxe: false },
  { name: "phone-large", size: PHONE, cookies: { co: "150" }, withAxe: false },
];

// `of`: whose page it is; without it, anyone's. `from`: a link on that page leads to the one meant.
const pages = [
  { name: "home", path: "/" },
  { name: "start", path: "/gui" },
  { name: "find", path: "/tra-cuu" },
  { name: "list", path: "/kiem-tra/ho-so" },
  { name: "case", path: "/kiem-tra/ho-so", from: "main table a, main .k-card a" },
  { name: "units", path: "/don-vi" },
  { name: "unit", path: "/don-vi", from: "main table a, main .k-card a" },
  { name: "figures", path: "/giam-sat/so-lieu" },
  { name: "limits", path: `${STOOD}&to=04/09/2026&them=1` },
  { name: "limit", path: "/biet/tinh-han?rule=KN-ACC&date=25/06/2026" },
  { name: "limit-refused", path: `${STOOD}&from2=01/08/2026` },
  { name: "rules", path: "/biet/tinh-han/quy-dinh" },
  { name: "workflow", path: "/biet/quy-trinh/feedback" },
  { name: "guides", path: "/tro-giup" },
  { name: "guide", path: "/tro-giup/nguoi-dan" },
  { name: "look", path: "/giao-dien" },
  { name: "style", path: "/kieu-dang" },
  { name: "sign-in", path: "/dang-nhap" },
  { name: "missing", path: "/khong-co-trang-nay" },
  { name: "inbox", path: "/cb/hop-thu", of: OFFICER },
  { name: "file", path: "/cb/hop-thu", from: "main table a", of: OFFICER },
  { name: "paper", path: "/cb/nhap-giay", of: OFFICER },
  { name: "account", path: "/cb/toi", of: OFFICER },
  { name: "people", path: "/qt/nguoi-dung", of: ADMIN },
  { name: "first-tasks", path: "/qt/bat-dau", of: ADMIN },
  { name: "letter-to-try", path: "/qt/hang-doi/thu", of: ADMIN },
  { name: "admin-units", path: "/qt/don-vi", of: ADMIN },
];

export async function run({ server, browser, test }) {
  for (const setting of settings) {
    const visitors = new Map();
    for (const one of pages) {
      await test(`${one.name} is sound: ${setting.name}`, async () => {
        const visitor = await visitorFor(visitors, one.of, { server, browser, setting });
        return look(visitor, one, setting);
      });
    }
    for (const visitor of visitors.values()) await visitor.close();
  }
}

async function visitorFor(visitors, name, { server, browser, setting }) {
  const key = name ?? "";
  if (!visitors.has(key)) {
    const visitor = await openVisitor(browser, server, setting);
    const cookies = Object.entries(setting.cookies ?? {});
    const url = server.url;
    await visitor.context.addCookies(cookies.map(([name, value]) => ({ name, value, url })));
    visitors.set(key, visitor);
    if (name) await signIn(visitor.page, server, name);
  }
  return visitors.get(key);
}

async function look({ page, complaints }, one, setting) {
  complaints.length = 0;
  let response = await page.goto(one.path);
  if (one.from) {
    const href = await page.locator(one.from).first().getAttribute("href");
    response = await page.goto(href);
  }
  await picture(page, `${one.name}-${setting.name}`);
  const faults = await faultsOf(page, await response.text(), { withAxe: setting.withAxe });
  return [...faults, ...complaints];
}
