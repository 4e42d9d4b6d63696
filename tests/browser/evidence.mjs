// A denunciation comes with a photo and a PDF; its reader blacks out a part of it by hand, and who verifies sees black.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { need } from "./tap.mjs";

const READER = "thanhpho";
const VERIFIER = "xacminh";
// In the open, as the demonstration prints it.
const PASSPHRASE = "chìa khóa để xem thử";
const FILES = ["fuzz/corpus/picture/progressive.jpg", "fuzz/corpus/scan/two.pdf"];
// The photo, and the two pages.
const PICTURES = 3;
const WORDS = "Thu quỹ hai lần, biên lai trong ảnh.";

export async function run({ server, browser, test }) {
  await test("evidence is sent, blacked out in the page, and black for who verifies", () =>
    hand(server, browser));
}

async function hand(server, browser) {
  const citizen = await openVisitor(browser, server, { size: PHONE, scripts: false });
  const code = await send(citizen.page);
  await citizen.close();

  const reader = await openVisitor(browser, server, { size: DESK });
  await signIn(reader.page, server, READER);
  await blackOut(reader.page, code);
  await reader.close();

  const verifier = await openVisitor(browser, server, { size: PHONE });
  const { page } = verifier;
  await signIn(page, server, VERIFIER);
  await page.goto("/cb/xac-minh");
  await page.getByRole("link", { name: code }).click();
  await page.locator("[name=passphrase]").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Mở nội dung" }).click();
  await page.waitForLoadState("load");
  need(await page.getByText("Đã viết lại.").isVisible(), "the words are not those that were written");
  need(!(await page.content()).includes(WORDS), "the sender's own words are in the copy");
  const shades = await shadesOf(page);
  need(shades.inside < 8, `inside the box it is ${shades.inside} bright`);
  need(shades.outside > 8, `outside it is ${shades.outside} bright`);
  await picture(page, "evidence-copy");
  await verifier.close();
  return [...citizen.complaints, ...reader.complaints, ...verifier.complaints];
}

async function send(page) {
  await page.goto("/to-cao/gui");
  await page.locator("[name=accused]").fill("Ông Hà Văn Mẫu");
  await page.locator("[name=position][value=leader]").check();
  await page.locator("[name=unit]").selectOption("19753");
  await page.locator("[name=text]").fill(WORDS);
  await page.locator("[name=pictures]").setInputFiles(FILES);
  await page.locator("[name=identity][value=unnamed]").check();
  await picture(page, "evidence-send");
  await page.getByRole("button", { name: "Niêm phong và gửi" }).click();
  await page.waitForLoadState("load");
  return (await page.locator(".k-code").first().textContent()).trim();
}

// From one fifth to three fifths of the picture, either way.
async function blackOut(page, code) {
  await page.goto(`/cb/to-cao/${code}/giao`);
  await page.locator("[name=passphrase]").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Mở để soạn" }).click();
  await page.waitForLoadState("load");
  need((await page.locator("[data-redact]").count()) === PICTURES, "not each page is there to be marked");
  const frame = page.locator("[data-redact]").first();
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  const at = (part) => [box.x + box.width * part, box.y + box.height * part];
  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.4));
  await page.mouse.move(...at(0.6));
  await page.mouse.up();
  const line = await page.locator("[name=boxes_1]").inputValue();
  need(/^(19\d|20\d) (19\d|20\d) (39\d|40\d) (39\d|40\d)$/.test(line), `the line says “${line}”`);
  need((await page.locator(".k-redact__box").count()) === 1, "the box is not shown");
  await page.locator(".k-redact__box").click();
  need((await page.locator("[name=boxes_1]").inputValue()) === "", "a click does not take it away");
  await page.locator("[name=boxes_1]").fill(line);
  need((await page.locator(".k-redact__box").count()) === 1, "a typed box is not shown");
  await page.locator("[name=gives_1]").check();
  await page.locator("[name=is_clean]").check();
  await page.locator("[name=text]").fill("Đã viết lại.");
  await page.locator("[name=verifier_1]").selectOption({ index: 1 });
  await page.locator("[name=passphrase]").fill(PASSPHRASE);
  await picture(page, "evidence-black-out");
  await page.getByRole("button", { name: "Che, niêm phong và giao" }).click();
  await page.waitForURL(`**/cb/to-cao/${code}`);
}

// The brightest channel at the middle of the box, and at a corner.
function shadesOf(page) {
  return page.locator(".k-evidence img").first().evaluate((image) => {
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const shade = (part) => Math.max(...context.getImageData(
      Math.floor(canvas.width * part), Math.floor(canvas.height * part), 1, 1).data.slice(0, 3));
    return { inside: shade(0.4), outside: shade(0.95) };
  });
}
