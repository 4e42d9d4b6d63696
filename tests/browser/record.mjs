// A citizen speaks instead of writing, and an officer writes it down: with a microphone that beeps.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, OFFICER, openBrowser, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

const WARD = "19753";
const CODE = /[A-Z]{2}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/;
const WORDS = "Nước giếng xóm tôi đục từ sau trận lụt, bà con không dám uống.";
const WEBM = "1a45dfa3";
// The browser's own microphone for tests, which nobody has to allow.
const SOUND = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required"];

export async function run({ server, test }) {
  const browser = await openBrowser(SOUND);
  try {
    for (const way of [{ name: "phone, light", size: PHONE, pictures: "record-phone" },
      { name: "desk, dark", size: DESK, dark: true, pictures: "record-desk" }]) {
      await test(`what was spoken is heard, written down and read: ${way.name}`, () =>
        speak(server, browser, way));
    }
    await test("“Tiếp tục” while it records sends what was said", () => goOn(server, browser));
    await test("without a microphone, and without scripts, a file is taken", async () =>
      [...(await refuse(server, browser)), ...(await choose(server, browser))]);
  } finally {
    await browser.close();
  }
}

async function speak(server, browser, way) {
  const visitor = await openVisitor(browser, server, way);
  const { page, complaints } = visitor;
  await openText(page);
  const faults = await faultsOf(page, await page.content());
  need(!(await page.locator("#recording").isVisible()), "the file field is there beside the button");
  await picture(page, `${way.pictures}-before`);
  await say(page);
  await page.locator("[data-record-drop]").click();
  need(!(await page.locator("[data-record-listen]").isVisible()), "what was deleted can be heard");
  need((await filesOf(page)) === 0, "what was deleted would be sent");
  await say(page);
  await picture(page, `${way.pictures}-after`);
  faults.push(...(await faultsOf(page, "", { withValidator: false })));
  await press(page);
  await page.goto(page.url().replace(/[^/]+$/, "noi-dung"));
  const heard = await bytesOf(page);
  need(heard.type === "audio/webm" && heard.start === WEBM, `kept is ${JSON.stringify(heard)}`);
  faults.push(...(await faultsOf(page, await page.content())));
  const code = await sendOn(page);
  await page.goto(`/kiem-tra/ho-so/${code}`);
  const said = await page.locator("main").innerText();
  need(said.includes("Người gửi nói thay viết"), "the public page does not say that it was spoken");
  need((await page.locator("main audio").count()) === 0, "the public page can be listened to");
  await picture(page, `${way.pictures}-public`);
  faults.push(...(await writeDown(server, browser, way, code)));
  await page.reload();
  need((await page.locator("main").innerText()).includes(WORDS), "the words are not public");
  await visitor.close();
  return [...faults, ...complaints];
}

async function writeDown(server, browser, way, code) {
  const officer = await openVisitor(browser, server, way);
  const { page, complaints } = officer;
  await signIn(page, server, OFFICER);
  await page.goto(`/cb/hs/${code}`);
  const heard = await page.locator("main audio").evaluate(async (audio) => {
    await audio.play();
    await new Promise((done) => audio.addEventListener("timeupdate", done, { once: true }));
    return !audio.error;
  });
  need(heard, "the officer cannot hear it");
  const faults = await faultsOf(page, await page.content());
  await picture(page, `${way.pictures}-case`);
  const form = page.locator("#viec-write_down form");
  await form.locator("textarea").fill(WORDS);
  await Promise.all([page.waitForNavigation(), form.locator("button[type=submit]").click()]);
  const said = await page.locator(".k-said").first().innerText();
  need(said.includes(WORDS), `the report says ${said}`);
  await picture(page, `${way.pictures}-written`);
  await officer.close();
  return [...faults, ...complaints];
}

async function goOn(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page, complaints } = visitor;
  await openText(page);
  await page.locator("[data-record-start]").click();
  await page.locator("[data-record-clock]", { hasText: "0:01" }).waitFor();
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("noi-dung")),
    page.locator("main form button[type=submit]").last().click()]);
  await page.goto(page.url().replace(/[^/]+$/, "noi-dung"));
  need((await bytesOf(page)).start === WEBM, "what was being said is not there");
  await visitor.close();
  return complaints;
}

async function refuse(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page, complaints } = visitor;
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error("no"));
  });
  await openText(page);
  await page.locator("[data-record-start]").click();
  await page.locator("#recording").waitFor();
  const said = await page.locator("[data-record-said]").innerText();
  need(said.includes("cho phép dùng micrô"), `a refusal says "${said}"`);
  await visitor.close();
  return complaints;
}

async function choose(server, browser) {
  const visitor = await openVisitor(browser, server, { scripts: false });
  const { page, complaints } = visitor;
  await openText(page);
  need(!(await page.locator("[data-record-start]").isVisible()), "a button does nothing");
  await page.locator("#recording").setInputFiles("fuzz/corpus/sound/iphone.m4a");
  await press(page);
  await page.goto(page.url().replace(/[^/]+$/, "noi-dung"));
  await picture(page, "record-no-scripts");
  const faults = await faultsOf(page, "", { withAxe: false, withValidator: false });
  await page.locator("[name=bo-ghi-am]").click();
  need((await page.locator(".k-recording").count()) === 0, "what was taken away is there");
  await visitor.close();
  return [...faults, ...complaints];
}

async function openText(page) {
  await page.goto(`/gui?don-vi=${WARD}`);
  await press(page);
  await page.locator("input[value=cap-nuoc]").check({ force: true });
  await press(page);
  need(page.url().endsWith("/noi-dung"), `came to ${page.url()}`);
}

async function say(page) {
  await page.locator("[data-record-start]").click();
  await page.locator("[data-record-clock]", { hasText: "0:01" }).waitFor();
  await page.locator("[data-record-stop]").click();
  await page.locator("[data-record-listen]").waitFor();
  need((await filesOf(page)) === 1, "nothing would be sent");
}

const filesOf = (page) => page.locator("#recording").evaluate((input) => input.files.length);

async function bytesOf(page) {
  return page.locator(".k-recording audio").evaluate(async (audio) => {
    const answer = await fetch(audio.src);
    const bytes = new Uint8Array(await answer.arrayBuffer()).slice(0, 4);
    const start = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return { type: answer.headers.get("Content-Type"), start };
  });
}

// Place, sender, and the last page.
async function sendOn(page) {
  await press(page);
  await page.locator("[name=place]").fill("Xóm Bến");
  await press(page);
  await page.locator("input[value=anonymous]").check({ force: true });
  await press(page);
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/bien-nhan/**");
  return (await page.locator("main").innerText()).match(CODE)[0];
}

async function press(page) {
  await Promise.all([page.waitForNavigation(),
    page.locator("main form button[type=submit]").last().click()]);
}
