// Help: at the foot of each page, one press from its head, and each guide on one sheet of paper.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { DESK, OFFICER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

const guides = ["nguoi-dan", "can-bo", "mot-cua", "lanh-dao", "to-cao", "quan-tri"];
const PAPER = "build/screens";

export async function run({ server, browser, test }) {
  for (const size of [PHONE, DESK]) {
    await test(`help opens where one is, ${size.width}`, () => opens({ server, browser, size }));
  }
  for (const language of ["vi", "en"]) {
    for (const guide of guides) {
      await test(`${guide} is one sheet of A4: ${language}`, () =>
        fits({ server, browser, guide, language }));
    }
  }
}

async function opens({ server, browser, size }) {
  const { page, complaints, close } = await openVisitor(browser, server, { size });
  try {
    await signIn(page, server, OFFICER);
    const faults = [];
    for (const path of ["/", "/gui", "/cb/hop-thu", "/khieu-nai"]) {
      const response = await page.goto(path);
      // What stands there last is the help, on every page.
      const last = await page.locator("main > :last-child").getAttribute("class");
      need(last === "k-help", `${path} ends with ${last}`);
      await page.locator('.k-tools a[href="#tro-giup"]').click();
      const summary = page.locator("#tro-giup summary");
      need(await summary.isVisible(), `${path} has no help to open`);
      await summary.click();
      need(await page.locator("#tro-giup li").first().isVisible(), `${path} says nothing`);
      faults.push(...(await faultsOf(page, await response.text())));
      await picture(page, `help-${path.replaceAll("/", "_")}-${size.width}`);
    }
    return [...faults, ...complaints];
  } finally {
    await close();
  }
}

async function fits({ server, browser, guide, language }) {
  const { page, context, close } = await openVisitor(browser, server, { size: DESK });
  try {
    await context.addCookies([{ name: "tieng", value: language, url: server.url }]);
    await page.goto(`/tro-giup/${guide}`);
    mkdirSync(PAPER, { recursive: true });
    const path = `${PAPER}/guide-${guide}-${language}.pdf`;
    await page.pdf({ path, format: "A4", preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    need(/^Pages:\s+1$/m.test(info), `not one page: ${info.match(/^Pages:.*$/m)}`);
  } finally {
    await close();
  }
}
