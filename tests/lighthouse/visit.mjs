// Lighthouse before the six pages of the budget (tests/browser/budgets.mjs): who sees them, on what line.
// SPDX-License-Identifier: AGPL-3.0-or-later

import lighthouse from "lighthouse";
import { LEADER, OFFICER, openBrowser, openVisitor, signIn } from "../browser/browser.mjs";
import { freePort } from "../browser/server.mjs";

// A trace that a busy machine has broken off is made again.
const TRIES = 3;

const CITIZEN = { lcp: [2500, 4000], tbt: 100, cls: 0.05 };

// `lcp` on 3G and on slow 3G, milliseconds; an officer's page has no goal there.
export const pages = [
  { name: "home", path: "/", of: CITIZEN },
  { name: "a step of a report", path: "/gui", press: true, of: { ...CITIZEN, lcp: [2500, 3500] } },
  { name: "an officer's inbox", path: "/cb/hop-thu", as: OFFICER, of: { ...CITIZEN, lcp: [] } },
  { name: "the leader's board", path: "/ld", as: LEADER, of: { ...CITIZEN, lcp: [3000, 5000] } },
  { name: "figures as a map", path: "/giam-sat/so-lieu",
    of: { lcp: [4000, 7000], tbt: 300, cls: 0.1 } },
  { name: "a public paper", path: "/kiem-tra/ho-so", follow: true, of: CITIZEN },
];

// Lighthouse comes by the port, in the browser's own context, which keeps cookies between visits.
export async function openPanel() {
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  const session = await browser.newBrowserCDPSession();
  return { browser, session, port: Number(port), close: () => browser.close() };
}

// Where such a page is now, and the cookies of whoever may see it.
export async function arrive(panel, server, { path, as, press, follow }) {
  const { page, context, close } = await openVisitor(panel.browser, server, { isNew: true });
  if (as) {
    await signIn(page, server, as);
    await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  } else {
    await page.goto(path);
  }
  if (press) {
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/\/gui\/./);
  }
  if (follow) {
    await page.locator(`main a[href^='${path}/']`).first().click();
    await page.waitForURL(`**${path}/*`);
  }
  const address = as ? server.url + path : page.url();
  const cookies = (await context.cookies()).filter(({ name }) => name !== "chu");
  await close();
  return { address, cookies };
}

// What Lighthouse says of a first visit: a browser without copies, cookies but these, and a worker.
export async function judge({ session, port }, { address, cookies = [] }, wanted) {
  for (let n = 1; ; n++) {
    await session.send("Storage.clearCookies");
    await session.send("Storage.setCookies", {
      cookies: cookies.map(({ name, value, path, secure, httpOnly }) =>
        ({ name, value, path, secure, httpOnly, url: address })),
    });
    const said = await lighthouse(address, { port, logLevel: "silent", ...wanted }, {
      extends: "lighthouse:default",
      settings: {
        formFactor: "mobile",
        disableFullPageScreenshot: true,
        screenEmulation: { mobile: true, width: 360, height: 640, deviceScaleFactor: 2 },
      },
    });
    const fault = said.lhr.runtimeError ?? faultOf(said);
    if (!fault) return said;
    if (n === TRIES) throw new Error(`${address}: ${fault.message}`);
  }
}

function faultOf({ lhr }) {
  const layout = lhr.audits["cumulative-layout-shift"];
  return layout?.errorMessage && { message: layout.errorMessage };
}
