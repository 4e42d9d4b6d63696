// Without a network: installed, kept pages, a report that waits in the browser and is sent once.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DESK, OFFICER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

const QUEUE = "/gui/hang-cho";
const WRITE = "/gui/khi-mat-mang";
const CODE = /[A-Z]{2}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/;
const PHOTOS = ["fuzz/corpus/picture/turned.jpg", "fuzz/corpus/picture/grey1.png"];
const STEPS_MAX = 8;
const SENT_MS = 30000;

const looks = [
  { name: "phone-light", size: PHONE },
  { name: "phone-dark", size: PHONE, dark: true },
  { name: "desk-light", size: DESK },
  { name: "desk-dark", size: DESK, dark: true },
  { name: "phone-plain", size: PHONE, scripts: false, withAxe: false },
];

export async function run({ server, browser, test }) {
  await test("the pages can be installed", () => install(server, browser));
  await test("a public page is shown from before, with the hour; others are not", () =>
    readKept(server, browser));
  await test("a page of an officer, a case or a sealed way is not kept", () =>
    keepNothingPrivate(server, browser));
  await test("a report of the usual way waits for the network and is sent by itself", () =>
    sendLater(server, browser));
  await test("an answer that was lost makes no second report", () => loseAnswer(server, browser));
  await test("a report written without a network goes out with its photos, once", () =>
    writeOffline(server, browser));
  await test("a photo that breaks off goes on from there, and says how far it is", () =>
    breakOff(server, browser));
  await test("what the server refuses later stays, with its sentence, and can be mended", () =>
    mendLater(server, browser));
  await test("the button empties all that this browser keeps", () => clearAll(server, browser));
  await test("a form that cannot be sent keeps its words", () => stayOnPage(server, browser));
  await test("a browser inside another program, without a worker, sends as before", () => sendPlainly(server, browser));
  for (const look of looks) {
    await test(`the pages without a network are sound: ${look.name}`, () =>
      lookAt(server, browser, look));
  }
}

// --- What is kept -------------------------------------------------------------------------------

async function install(server, browser) {
  const visitor = await openReady(server, browser);
  const { page, context } = visitor;
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send("Page.getAppManifest");
  need(url.endsWith("/manifest.webmanifest") && errors.length === 0, JSON.stringify(errors));
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  const { icons, lang, display } = await (await page.request.get("/manifest.webmanifest")).json();
  need(lang === "vi" && display === "standalone" && icons.length === 2, "the manifest lacks words");
  for (const icon of icons) {
    const answer = await page.request.get(icon.src);
    need(answer.headers()["content-type"] === icon.type, `${icon.src} is no ${icon.type}`);
  }
  await visitor.close();
  // A window that leaves no traces is refused whatever the page does.
  return installabilityErrors.map((one) => one.errorId).filter((id) => id !== "in-incognito");
}

async function readKept(server, browser) {
  const visitor = await openReady(server, browser);
  const { page } = visitor;
  await page.goto("/kiem-tra/ho-so");
  const listed = await page.locator("main h1").innerText();
  await page.goto("/giam-sat/so-lieu");
  await visitor.line.cut();
  await page.goto("/kiem-tra/ho-so");
  need((await page.locator("main h1").innerText()) === listed, "the list was not kept");
  const notice = await page.locator("[data-kept]").innerText();
  need(/bản lưu lúc \d\d:\d\d ngày \d\d\/\d\d/.test(notice), `the copy says: ${notice}`);
  await picture(page, "offline-kept");
  const faults = await faultsOf(page, await page.content(), { withAxe: true });
  await page.goto("/tra-cuu");
  need((await page.locator("main h1").innerText()) === "Không có mạng", "no honest page");
  need(await page.locator("main a").first().isVisible(), "it says nothing that can be done");
  await picture(page, "offline-page");
  await page.locator("main a").first().click();
  await page.waitForURL(`**${WRITE}`);
  await visitor.line.mend();
  await page.goto("/kiem-tra/ho-so");
  need(!(await page.locator("[data-kept]").isVisible()), "a fresh page says that it is old");
  await visitor.close();
  return faults.filter((fault) => !fault.startsWith("html "));
}

async function keepNothingPrivate(server, browser) {
  const visitor = await openReady(server, browser);
  const { page } = visitor;
  await page.goto("/kiem-tra/ho-so");
  const code = (await page.locator("main").innerText()).match(CODE)[0];
  for (const path of [`/kiem-tra/ho-so/${code}`, "/tra-cuu", "/to-cao", "/to-cao/gui",
    "/to-cao/hop-thu", "/kiem-tra/ho-so?q=cong"]) {
    await page.goto(path);
  }
  await page.goto("/gui");
  await press(page);
  await signIn(page, server, OFFICER);
  for (const path of ["/cb/hop-thu", "/cb/toi", "/don-vi", "/", "/gui"]) await page.goto(path);
  const kept = await keptIn(page);
  const words = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(await (await cache.match(request)).text());
    }
    return found.join("\n");
  });
  const name = await page.locator(".k-tools a[href='/cb/toi']").innerText();
  await visitor.close();
  const wrong = kept.filter((path) =>
    /\/(cb|ld|qt|to-cao|tra-cuu|bien-nhan|dang-nhap)|ho-so[/?]|\/gui\/[0-9a-f]{32}/.test(path));
  need(kept.includes("/") && kept.includes(QUEUE), `nothing is kept: ${kept}`);
  need(!words.includes(name.trim()), "a kept page has the officer's name");
  need(!words.includes('action="/dang-xuat"'), "a kept page is of one who is signed in");
  return wrong.map((path) => `${path} is kept`);
}

// --- What waits ---------------------------------------------------------------------------------

async function sendLater(server, browser) {
  const visitor = await openReady(server, browser);
  const { context } = visitor;
  let { page } = visitor;
  const text = `Đèn đường ở xóm Đình tắt đã ba đêm, lối về tối om. ${Math.random()}`;
  await walkToReview(page, text);
  const address = new URL(page.url()).pathname;
  await visitor.line.cut();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(`**${QUEUE}`);
  await page.getByText("Chưa có mã hồ sơ cho tới khi gửi được.").waitFor();
  await picture(page, "offline-waiting");
  const faults = await faultsOf(page, await page.content());
  await page.close();
  page = await context.newPage();
  await page.goto("/");
  const pointer = page.locator("[data-waiting] a");
  await pointer.waitFor();
  await pointer.click();
  await page.waitForURL(`**${QUEUE}`);
  need((await page.locator("[data-queue] h2").innerText()).startsWith("Đèn đường"), "it is not there");
  await visitor.line.mend();
  const code = await sentCode(page);
  await picture(page, "offline-sent");
  faults.push(...(await faultsOf(page, await page.content())));
  need((await countOf(page, text)) === 1, "not exactly one report");
  await verifyReceipt(page, server);
  await page.goto(address);
  need(page.url().includes(`/bien-nhan/${code}`), "the draft's own address leads elsewhere");
  await page.goto(QUEUE);
  await takeReceipt(page);
  need((await page.locator("[data-queue] article").count()) === 0, "the receipt is still there");
  await visitor.close();
  return [...faults.filter((fault) => !fault.startsWith("html ")), ...complaintsOf(visitor)];
}

// The server takes it, and the answer does not arrive: neither of the form nor of the next try. What
// the worker sends by itself cannot be lost here, so it does not.
async function loseAnswer(server, browser) {
  const visitor = await openReady(server, browser);
  await visitor.context.addInitScript(() => delete ServiceWorkerRegistration.prototype.sync);
  const { page, context } = visitor;
  const text = `Cống ở đầu ngõ chợ bị nghẹt, mưa là ngập. ${Math.random()}`;
  await walkToReview(page, text);
  let lost = 0;
  const lose = async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
    lost++;
  };
  await context.route("**/xem-lai", lose);
  await context.route("**/api/v1/reports", lose);
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(`**${QUEUE}`);
  await page.locator("[data-do=send]").waitFor();
  await page.locator("[data-do=send]").click();
  await waitUntil(() => lost >= 2);
  await context.unrouteAll({ behavior: "wait" });
  await page.reload();
  await sentCode(page);
  need((await page.locator("[data-of=secret]").innerText()).length === 8, "the secret is not told");
  need((await countOf(page, text)) === 1, "a lost answer made another report");
  await visitor.close();
}

async function writeOffline(server, browser) {
  const visitor = await openReady(server, browser);
  const { page, context } = visitor;
  const text = `Cây phượng trước nhà văn hóa thôn nghiêng ra đường. ${Math.random()}`;
  await visitor.line.cut();
  await page.goto("/gui");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(`**${WRITE}`);
  await page.locator("[name=category]").selectOption("dich-vu-so");
  need(await page.locator("#dich-vu-so-reply1").isVisible(), "a category's questions are not asked");
  await page.locator("[name=category]").selectOption("giao-thong");
  await fillIn(page, text);
  await page.locator("[name=photos]").setInputFiles(PHOTOS);
  await picture(page, "offline-write");
  const faults = await faultsOf(page, await page.content());
  await press(page);
  await page.waitForURL(`**${QUEUE}`);
  await page.locator("[data-of=tried]").waitFor();
  await page.locator("[data-do=edit]").click();
  await page.waitForURL(`**${WRITE}#*`);
  await textIs(page, text);
  await page.locator("[name=place]").fill("Nhà văn hóa thôn");
  await press(page);
  await page.waitForURL(`**${QUEUE}`);
  // The text passes, and the network fails between the photos.
  let photos = 0;
  const cut = async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    photos++;
    return photos === 2 ? route.abort("connectionreset") : route.continue();
  };
  await context.route("**/photos/*", cut);
  await visitor.line.mend();
  const code = await sentCode(page);
  await waitUntil(() => photos >= 2);
  await context.unrouteAll({ behavior: "wait" });
  await page.reload();
  await sentCode(page);
  await page.waitForFunction(() => !document.querySelector("[data-of=photos]"));
  const report = await (await page.request.get(`/api/v1/reports/${code}`)).json();
  need(report.photos.length === PHOTOS.length, `${report.photos.length} photos arrived`);
  need(report.place === "Nhà văn hóa thôn", "what was mended was not sent");
  need((await countOf(page, text)) === 1, "not exactly one report");
  await page.locator("[data-link=page]").click();
  await page.waitForURL("**/bien-nhan/**");
  need((await page.locator("main").innerText()).includes(code), "the receipt's page does not open");
  await visitor.close();
  return [...faults.filter((fault) => !fault.startsWith("html ")), ...complaintsOf(visitor)];
}

// The line breaks within a photo, twice: once a piece is lost, once the answer to one. No piece that
// the server has is sent again. What the worker sends by itself cannot be broken here.
async function breakOff(server, browser) {
  const visitor = await openReady(server, browser);
  await visitor.context.addInitScript(() => delete ServiceWorkerRegistration.prototype.sync);
  const { page, context } = visitor;
  const text = `Kè bờ sông sạt thêm một đoạn sau trận mưa đêm qua. ${Math.random()}`;
  await visitor.line.cut();
  await page.goto(WRITE);
  await page.locator("[name=category]").selectOption("giao-thong");
  await fillIn(page, text);
  await page.locator("[name=photos]").setInputFiles([
    { name: "ke.jpg", mimeType: "image/jpeg", buffer: heavyPhoto() },
  ]);
  await press(page);
  await page.waitForURL(`**${QUEUE}`);
  const sent = [];
  const breaks = async (route) => {
    const request = route.request();
    if (request.method() !== "PATCH") return route.continue();
    sent.push(Number(request.headers()["upload-offset"]));
    if (sent.length === 2) return route.abort("connectionreset");
    if (sent.length !== 4) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  };
  await context.route("**/photos/*", breaks);
  await visitor.line.mend();
  const code = await sentCode(page);
  await waitUntil(() => sent.length >= 2);
  const line = page.locator("[data-progress]");
  await line.waitFor();
  const said = await line.innerText();
  await picture(page, "offline-progress");
  const faults = await faultsOf(page, await page.content());
  for (const until of [4, 5]) {
    await page.reload();
    await waitUntil(() => sent.length >= until);
  }
  await page.waitForFunction(() => !document.querySelector("[data-of=photos]"));
  await context.unrouteAll({ behavior: "wait" });
  const report = await (await page.request.get(`/api/v1/reports/${code}`)).json();
  await visitor.close();
  need(/^Ảnh 1\/1: [2-9]0 %$/.test(said), `the queue says "${said}"`);
  need(`${sent}` === "0,65536,65536,131072,196608", `pieces were sent from ${sent}`);
  need(report.photos.length === 1, `${report.photos.length} photos arrived`);
  return [...faults.filter((fault) => !fault.startsWith("html ")), ...complaintsOf(visitor)];
}

// Three pieces and a bit: comments before what it shows.
function heavyPhoto() {
  const picture = readFileSync(PHOTOS[0]);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), randomBytes(65533)]);
  return Buffer.concat([picture.subarray(0, 2), comment, comment, comment, picture.subarray(2)]);
}

// A unit that is not there any more when the network is.
async function mendLater(server, browser) {
  const visitor = await openReady(server, browser);
  const { page } = visitor;
  const text = `Bãi rác tự phát sau trường học chưa ai dọn. ${Math.random()}`;
  await visitor.line.cut();
  await page.goto(WRITE);
  await page.locator("[name=category]").selectOption("giao-thong");
  await fillIn(page, text);
  await page.locator("[name=unit]").evaluate((list) => {
    list.options[list.selectedIndex].value = "99999";
  });
  await press(page);
  await page.waitForURL(`**${QUEUE}`);
  await visitor.line.mend();
  const said = page.locator("[data-of=fault]");
  await said.waitFor();
  need((await said.innerText()).includes("xã, phường"), "the server's sentence is not shown");
  await picture(page, "offline-refused");
  await page.locator("[data-do=edit]").click();
  await page.waitForURL(`**${WRITE}#*`);
  await textIs(page, text);
  await page.locator("[name=unit]").selectOption({ index: 1 });
  await press(page);
  await page.waitForURL(`**${QUEUE}`);
  await sentCode(page);
  need((await countOf(page, text)) === 1, "not exactly one report");
  await visitor.close();
  return complaintsOf(visitor);
}

async function clearAll(server, browser) {
  const visitor = await openReady(server, browser);
  const { page } = visitor;
  await visitor.line.cut();
  await page.goto(WRITE);
  await page.locator("[name=category]").selectOption("giao-thong");
  await fillIn(page, "Đường vào nghĩa trang bị xói, xe tang không vào được.");
  await press(page);
  await page.waitForURL(`**${QUEUE}`);
  await page.locator("[data-queue] article").waitFor();
  await page.locator("[data-clear]").click();
  need((await keptIn(page)).length > 0, "one press is enough to lose everything");
  await page.locator("[data-clear]").click();
  await page.getByText("Đã xóa.").waitFor();
  const left = await page.evaluate(async () => {
    const base = await new Promise((done) => {
      const asked = indexedDB.open("kheo", 1);
      asked.onsuccess = () => done(asked.result);
    });
    const count = await new Promise((done) => {
      const asked = base.transaction("outbox").objectStore("outbox").count();
      asked.onsuccess = () => done(asked.result);
    });
    const workers = await navigator.serviceWorker.getRegistrations();
    return [(await caches.keys()).length, count, localStorage.length, workers.length];
  });
  await visitor.close();
  need(left.every((one) => one === 0), `caches, outbox, storage, workers: ${left}`);
}

async function stayOnPage(server, browser) {
  const visitor = await openReady(server, browser);
  const { page } = visitor;
  await page.goto("/gui");
  await press(page);
  await walk(page, /noi-dung/, "");
  await page.locator("main textarea").fill("Chữ này không được mất.");
  await visitor.line.cut();
  await page.locator("main form button[type=submit]").last().click();
  await page.getByText("Đang không có mạng nên chưa gửi.").waitFor();
  need((await page.locator("main textarea").inputValue()).length > 0, "the words are gone");
  await picture(page, "offline-stay");
  await visitor.line.mend();
  await press(page);
  await page.waitForURL(/(?<!noi-dung)$/);
  await visitor.close();
}

async function sendPlainly(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page, context } = visitor;
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
    delete Navigator.prototype.serviceWorker;
    Object.defineProperty(Navigator.prototype, "userAgent", { get: () => "Android wv Zalo/1.0" });
  });
  await page.goto("/gui");
  need(await page.getByText("Mở bằng trình duyệt").isVisible(), "no word of the browser outside");
  await walkToReview(page, "Trạm y tế hết thuốc huyết áp từ tuần trước, chưa thấy báo.");
  await press(page);
  await page.waitForURL("**/bien-nhan/**");
  await page.goto(QUEUE);
  need(await page.locator("[data-queue-empty]").isVisible(), "the empty queue says nothing");
  await visitor.close();
  return complaintsOf(visitor);
}

async function lookAt(server, browser, look) {
  const visitor = await openVisitor(browser, server, look);
  const { page } = visitor;
  const faults = [];
  for (const [name, path] of [["queue", QUEUE], ["write", WRITE], ["none", "/mat-mang"]]) {
    const answer = await page.goto(path);
    need(answer.headers()["kheo-keep"] === "1", `${path} may not be kept`);
    await picture(page, `offline-${name}-${look.name}`);
    const found = await faultsOf(page, await answer.text(), { withAxe: look.withAxe });
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  await visitor.close();
  return [...faults, ...complaintsOf(visitor)];
}

// --- Helpers ------------------------------------------------------------------------------------

// A line to the server that can be cut: what a browser's test mode calls offline is so for its pages
// only, and the worker goes on. That mode is set too, for its events.
async function openLine(server) {
  const { hostname, port } = new URL(server.url);
  const ends = new Set();
  let isCut = false;
  const line = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [[near, far], [far, near]]) {
      ends.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => ends.delete(one) && other.destroy());
    }
  });
  await new Promise((done) => line.listen(0, "127.0.0.1", done));
  // A test that failed leaves it open.
  line.unref();
  const hang = () => ends.forEach((end) => end.destroy());
  return {
    url: `http://127.0.0.1:${line.address().port}`,
    set(value) {
      isCut = value;
      if (isCut) hang();
    },
    close() {
      line.close();
      hang();
    },
  };
}

// A visitor whose worker has kept what it keeps beforehand.
async function openReady(server, browser) {
  const line = await openLine(server);
  const visitor = await openVisitor(browser, { ...server, url: line.url });
  const { context, close } = visitor;
  visitor.line = {
    cut: () => (line.set(true), context.setOffline(true)),
    mend: () => (line.set(false), context.setOffline(false)),
  };
  visitor.close = async () => {
    await close();
    line.close();
  };
  await visitor.page.goto("/");
  await visitor.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
  return visitor;
}

// Without a network the browser complains of each address that it wanted.
const complaintsOf = (visitor) =>
  visitor.complaints.filter((words) => !/net::ERR|Failed to fetch/.test(words));

const keptIn = (page) => page.evaluate(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      found.push(url.slice(location.origin.length));
    }
  }
  return found.filter((path) => !path.startsWith("/a/"));
});

async function press(page) {
  await Promise.all([page.waitForLoadState("load"),
    page.locator("main form button[type=submit]").last().click()]);
  await page.waitForLoadState("load");
}

async function walkToReview(page, text) {
  await page.goto("/gui");
  await press(page);
  await walk(page, /xem-lai/, text);
}

async function walk(page, address, text) {
  for (let step = 0; step < STEPS_MAX && !address.test(page.url()); step++) {
    const main = page.locator("main");
    const similar = main.locator("button[value=khong]");
    for (const value of ["giao-thong", "anonymous"]) {
      const radio = main.locator(`input[type=radio][value="${value}"]`);
      if (await radio.count()) await radio.check({ force: true });
    }
    const unit = main.locator("select[name=unit]");
    if (await unit.count()) await unit.selectOption({ index: 1 });
    const area = main.locator("textarea");
    if (await area.count()) await area.fill(text);
    if (await similar.count()) await similar.click();
    else await press(page);
    await page.waitForLoadState("load");
  }
  need(address.test(page.url()), `never came to ${address}, but ${page.url()}`);
}

async function fillIn(page, text) {
  await page.locator("[name=text]").fill(text);
  await page.locator("[name=unit]").selectOption({ index: 1 });
  await page.locator("[name=identity][value=anonymous]").check({ force: true });
}

// The words come out of the store once the page is there.
const textIs = (page, text) =>
  page.waitForFunction((words) => document.querySelector("[name=text]").value === words, text);

async function sentCode(page) {
  const code = page.locator("[data-queue] [data-of=code]");
  await code.waitFor({ timeout: SENT_MS });
  const words = await code.innerText();
  need(CODE.test(words), `the queue shows no code but ${words}`);
  return words;
}

// How many public reports hold these words: a sentence with a number in it that nothing else has.
async function countOf(page, text) {
  const { items } = await (await page.request.get("/api/v1/reports")).json();
  let count = 0;
  for (const { code } of items.slice(0, 12)) {
    const report = await (await page.request.get(`/api/v1/reports/${code}`)).json();
    count += report.text === text;
  }
  return count;
}

async function verifyReceipt(page, server) {
  const [download] = await Promise.all([page.waitForEvent("download"),
    page.locator("[data-link=receipt]").click()]);
  const path = join(tmpdir(), `kheo-receipt-${process.pid}.tlog-proof`);
  await download.saveAs(path);
  const key = (await (await page.request.get(`${server.url}/log/vkey`)).text()).trim();
  execFileSync("build/kheo-verify", [path, "--key", key]);
}

async function takeReceipt(page) {
  const button = page.locator("[data-queue] [data-do=drop]");
  await button.click();
  await button.click();
  await page.locator("[data-queue-empty]").waitFor();
}

async function waitUntil(isTrue) {
  for (let tries = 0; tries < 300 && !isTrue(); tries++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  need(isTrue(), "it never came to that");
}
