// An empty house: its address on standard error, one question a page, and nothing behind it afterwards.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, openVisitor, PHONE, picture } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { startEmptyHouse } from "./house.mjs";
import { need } from "./tap.mjs";

const PASSWORD = "nón bài thơ bên cầu Trường Tiền";
const settings = [
  { name: "phone-light", size: PHONE, tree: false },
  { name: "desk-dark", size: DESK, dark: true, scripts: false, tree: true },
];

export async function run({ browser, test }) {
  for (const setting of settings) {
    await test(`an empty house is set up: ${setting.name}`, () => setUp(browser, setting));
  }
}

async function setUp(browser, setting) {
  const house = await startEmptyHouse();
  const { page, complaints, close } = await openVisitor(browser, house, setting);
  const faults = [];
  const withAxe = setting.scripts !== false;
  const look = async (name) => {
    await picture(page, `start-${name}-${setting.name}`);
    faults.push(...(await faultsOf(page, await fetched(page), { withAxe })));
  };
  try {
    await page.goto(house.address);
    await look("begin");
    await page.locator("main .k-button").click();
    await look("unit");
    if (setting.tree) {
      await page.locator("main form .k-button--second").click();
    } else {
      await page.locator("#name").fill("Phường Phú Xuân");
      await page.locator("#code").fill("19 753");
      await page.locator("main form .k-button").first().click();
      need((await page.locator("#name").inputValue()) === "Phường Phú Xuân", "the name is gone");
      await page.locator("#code").fill("19753");
      await page.locator("#kind").selectOption({ index: 1 });
      await page.locator("main form .k-button").first().click();
    }
    await look("person");
    await page.locator("#name").fill("Trần Thị Lan");
    await page.locator("#sign_in").fill("lan");
    await page.locator("#title").fill("Công chức văn phòng");
    await page.locator("#password").fill("12345678");
    await page.locator("#again").fill("12345678");
    await page.locator("main form .k-button").click();
    await picture(page, `start-weak-${setting.name}`);
    need((await page.locator("#sign_in").inputValue()) === "lan", "the sign-in is gone");
    await page.locator("#password").fill(PASSWORD);
    await page.locator("#again").fill(PASSWORD);
    await page.locator("main form .k-button").click();
    need(page.url().includes("/dang-nhap"), `after the last step: ${page.url()}`);
    const closed = await page.request.get(house.address);
    need(closed.status() === 404, `the address still answers ${closed.status()}`);
    await page.locator("main input[type=text], main input:not([type])").first().fill("lan");
    await page.locator("main input[type=password]").first().fill(PASSWORD);
    await page.locator("main form .k-button").click();
    need(page.url().endsWith("/qt/bat-dau"), `after signing in: ${page.url()}`);
    await look("tasks");
    for (const path of ["/qt/bat-dau/du-lieu", "/qt/hang-doi/thu"]) {
      await page.goto(path);
      await look(path.split("/").pop());
    }
    return [...faults, ...complaints];
  } finally {
    await close();
    await house.stop();
  }
}

async function fetched(page) {
  return (await page.request.get(page.url())).text();
}
