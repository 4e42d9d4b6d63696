// An officer takes a paper and answers, a leader lets the answer go, the sender has the last word.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomUUID } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ADMIN, DESK, LEADER, OFFICER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { faultsOf } from "./checks.mjs";
import { need } from "./tap.mjs";

// The ward of the demonstration's officer and leader.
const WARD = "19753";
const ANSWER =
  "Tổ quản lý đô thị đã thay nắp cống trước số 12 đường Chi Lăng sáng ngày 20/11/2026, " +
  "đã kiểm tra hai nắp bên cạnh còn chắc. Ông Trần Văn Hải phụ trách.";

export async function run({ server, browser, test }) {
  await test("a paper goes from its sender to an answer and to the sender's verdict", () =>
    settle(server, browser));
  await test("an officer signs in, sees the inbox and opens a paper", () =>
    openPaper(server, browser));
  for (const setting of [
    { name: "a desk without scripts", size: DESK, scripts: false },
    { name: "a phone in the dark", size: PHONE, dark: true },
  ]) {
    await test(`an answer is written in parts and read before it goes: ${setting.name}`, () =>
      compose(server, browser, setting));
    await test(`a template is kept, copied in and made to fit: ${setting.name}`, () =>
      copyTemplate(server, browser, setting));
  }
  await test("a session that ended takes nothing of what was written with it", () =>
    goOn(server, browser));
  await test("nobody else comes in: the inbox asks for a sign-in", () => stayOut(server, browser));
  await test("a wrong password is refused in words, and nothing says what was wrong", () =>
    wrongPassword(server, browser));
}

async function settle(server, browser) {
  const sent = await sendReport(server);
  verify(server, sent, await (await fetch(`${server.url}/log/vkey`)).text());
  const officer = await openVisitor(browser, server, { size: DESK });
  await signIn(officer.page, server, OFFICER);
  await act(officer.page, sent.code, "Bắt đầu giải quyết");
  await act(officer.page, sent.code, "Trình duyệt trả lời", ANSWER);
  const leader = await openVisitor(browser, server, { size: DESK });
  await signIn(leader.page, server, LEADER);
  await act(leader.page, sent.code, "Trả lời người gửi");
  const sender = await openVisitor(browser, server, { size: PHONE });
  const { page } = sender;
  await page.goto(`/t/${sent.code}`);
  need((await page.locator("main").innerText()).includes("thay nắp cống"), "no answer to be read");
  await picture(page, "answered-phone");
  const form = page.locator("main form").filter({ has: page.locator("input[type=radio]") });
  await form.locator("input[type=radio]").first().check({ force: true });
  await form.locator("input[name=secret]").fill(sent.secret);
  await form.locator("button[type=submit]").click();
  await page.goto(`/t/${sent.code}`);
  const said = await page.locator("main").innerText();
  need(/đóng/i.test(said), "the verdict has not closed the paper");
  await picture(page, "closed-phone");
  const complaints = [officer, leader, sender].flatMap((visitor) => visitor.complaints);
  await Promise.all([officer, leader, sender].map((visitor) => visitor.close()));
  return complaints;
}

export async function sendReport(server) {
  const response = await fetch(`${server.url}/api/v1/reports`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify({
      unit: WARD, category: "thoat-nuoc", text: "Nắp cống trước số 12 đường Chi Lăng bị vỡ.",
    }),
  });
  const said = await response.clone().text();
  need(response.status === 201, `the API answers ${response.status}: ${said}`);
  return response.json();
}

// What the sender was given is checked without the server, by the program that everyone can have.
function verify(server, sent, vkey) {
  const folder = mkdtempSync(join(tmpdir(), "kheo-receipt-"));
  writeFileSync(join(folder, "receipt"), sent.receipt);
  try {
    execFileSync("build/kheo-verify", [join(folder, "receipt"), "--key", vkey.trim()]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Presses the button of that name on the paper's page, after writing the text if there is one.
async function act(page, code, label, text) {
  await page.goto(`/cb/hs/${code}`);
  const form = page.locator("main form").filter({
    has: page.getByRole("button", { name: label, exact: true, includeHidden: true }),
  });
  const isFolded = await form.locator("xpath=ancestor::details").count();
  if (isFolded) await form.locator("xpath=ancestor::details/summary").click();
  if (text) await form.locator("textarea").first().fill(text);
  await form.getByRole("button", { name: label, exact: true }).click();
  await page.waitForLoadState("load");
  const wrong = page.locator(".govuk-error-summary");
  if (await wrong.count()) throw new Error(`${label}: ${await wrong.innerText()}`);
}

async function openPaper(server, browser) {
  const visitor = await openVisitor(browser, server, { size: DESK });
  const { page, complaints } = visitor;
  await signIn(page, server, OFFICER);
  await page.goto("/cb/hop-thu");
  const rows = page.locator("main table tbody tr");
  need((await rows.count()) > 0, "the inbox of the demonstration is empty");
  await picture(page, "officer-inbox");
  await rows.first().locator("a").first().click();
  await page.waitForURL(/\/cb\/hs\//);
  need(await page.locator(".k-timeline li").count(), "the paper shows no history");
  await picture(page, "officer-paper");
  await visitor.close();
  return complaints;
}

// From the short form, whose empty answer is seen through, to one that says who, what and when.
async function compose(server, browser, setting) {
  const sent = await sendReport(server);
  const visitor = await openVisitor(browser, server, setting);
  const { page, complaints } = visitor;
  await signIn(page, server, OFFICER);
  await act(page, sent.code, "Bắt đầu giải quyết");
  await page.goto(`/cb/hs/${sent.code}`);
  await page.locator("#viec-draft summary").click();
  await page.locator("#viec-draft textarea").fill("Phường đã ghi nhận và sẽ xem xét.");
  await page.getByRole("button", { name: "Soạn bốn phần, xem trước" }).click();
  need(/Chưa thấy ngày làm/.test(await page.locator(".k-hints").innerText()), "it is let pass");
  await page.locator("#said").fill("Nắp cống được thay.");
  await page.locator("#done").fill("Tổ quản lý đô thị đã rào chỗ vỡ ngày 20/11/2026.");
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Xem trước", exact: true }).click();
  const html = await (await answer).text();
  const seen = await page.locator(".k-hints").innerText();
  need(/Có ngày/.test(seen) && !/Chưa thấy/.test(seen), `the hints say: ${seen}`);
  need(/ngày 20 tháng 11 năm 2026/.test(await page.locator("main").innerText()), "no voice");
  await picture(page, `compose-${setting.name.replaceAll(" ", "-")}`);
  const faults = await faultsOf(page, html, { withAxe: setting.scripts ?? true });
  await page.getByRole("button", { name: "Trình duyệt trả lời" }).click();
  need(page.url().endsWith(`/cb/hs/${sent.code}`), `it leads to ${page.url()}`);
  need(/đang chờ duyệt/.test(await page.locator("main").innerText()), "it is not sent on");
  await visitor.close();
  return [...faults, ...complaints];
}

// The administrator writes it, the officer copies it beside words that stay, and fills the gap.
async function copyTemplate(server, browser, setting) {
  const title = `Nắp cống, ${setting.name}`;
  const admin = await openVisitor(browser, server, setting);
  await signIn(admin.page, server, ADMIN);
  await admin.page.goto(`/qt/mau-tra-loi/moi?unit=${WARD}`);
  await admin.page.locator("#title").fill(title);
  await admin.page.locator("#said").fill("Nắp cống đã được thay.");
  await admin.page.locator("#done").fill("Tổ quản lý đô thị đã thay ngày {{ngày thay}}.");
  await admin.page.getByRole("button", { name: "Lưu mẫu" }).click();
  need((await admin.page.locator("main tbody").innerText()).includes(title), "it is not kept");
  await picture(admin.page, `templates-${setting.name.replaceAll(" ", "-")}`);
  const sent = await sendReport(server);
  const officer = await openVisitor(browser, server, setting);
  const { page } = officer;
  await signIn(page, server, OFFICER);
  await act(page, sent.code, "Bắt đầu giải quyết");
  await page.goto(`/cb/hs/${sent.code}/tra-loi`);
  await page.locator("#said").fill("Bà con đi lại được rồi.");
  await page.locator("#template").selectOption({ label: title });
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Chép vào" }).click();
  const html = await (await answer).text();
  need((await page.locator("#said").inputValue()) === "Bà con đi lại được rồi.", "words are lost");
  const copied = await page.locator("#done").inputValue();
  need(copied.includes("{{ngày thay}}"), `the empty part says: ${copied}`);
  await picture(page, `copied-${setting.name.replaceAll(" ", "-")}`);
  const faults = await faultsOf(page, html, { withAxe: setting.scripts ?? true });
  await page.getByRole("button", { name: "Trình duyệt trả lời" }).click();
  const wrong = await page.locator(".govuk-error-summary").innerText();
  need(wrong.includes("{{ngày thay}}"), `a gap is refused by: ${wrong}`);
  await page.locator("#done").fill(copied.replace("{{ngày thay}}", "20/11/2026"));
  await page.getByRole("button", { name: "Trình duyệt trả lời" }).click();
  need(page.url().endsWith(`/cb/hs/${sent.code}`), `it leads to ${page.url()}`);
  const complaints = [admin, officer].flatMap((visitor) => visitor.complaints);
  await Promise.all([admin, officer].map((visitor) => visitor.close()));
  return [...faults, ...complaints.filter((said) => !/422/.test(said))];
}

async function goOn(server, browser) {
  const sent = await sendReport(server);
  const visitor = await openVisitor(browser, server, { size: PHONE, scripts: false });
  const { page, complaints } = visitor;
  await signIn(page, server, OFFICER);
  await act(page, sent.code, "Bắt đầu giải quyết");
  await page.goto(`/cb/hs/${sent.code}/tra-loi`);
  await page.locator("#said").fill("Tổ quản lý đô thị đã thay nắp cống ngày 20/11/2026.");
  await visitor.context.clearCookies();
  await page.getByRole("button", { name: "Trình duyệt trả lời" }).click();
  need(/còn nguyên/.test(await page.locator("main").innerText()), "nothing says that it is kept");
  await picture(page, "signed-out-phone");
  const { name, password } = server.signIns.find((one) => one.name === OFFICER);
  await page.locator("main input[type=text]").fill(name);
  await page.locator("main input[type=password]").fill(password);
  const offer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  const html = await (await offer).text();
  need(/đã thay nắp cống/.test(await page.locator("main").innerText()), "it is not shown");
  await picture(page, "go-on-phone");
  const faults = await faultsOf(page, html, { withAxe: false });
  await page.getByRole("button", { name: "Gửi tiếp" }).click();
  need(page.url().endsWith(`/cb/hs/${sent.code}`), `it leads to ${page.url()}`);
  need(/đang chờ duyệt/.test(await page.locator("main").innerText()), "it is not sent on");
  await visitor.close();
  return [...faults, ...complaints.filter((said) => !/401/.test(said))];
}

async function stayOut(server, browser) {
  const visitor = await openVisitor(browser, server);
  const response = await visitor.page.goto("/cb/hop-thu");
  const isAsked = response.status() === 401 || /dang-nhap/.test(visitor.page.url());
  await visitor.close();
  need(isAsked, `the inbox answers ${response.status()} to nobody`);
}

async function wrongPassword(server, browser) {
  const visitor = await openVisitor(browser, server);
  const { page } = visitor;
  const sentences = [];
  for (const name of [server.signIns[0]?.name, "khong-co-ai"]) {
    need(name, "the demonstration prints no sign-ins");
    await page.goto("/dang-nhap");
    await page.locator("main input[type=text]").first().fill(name);
    await page.locator("main input[type=password]").first().fill("sai-mat-khau-roi");
    await page.locator("main button[type=submit]").first().click();
    sentences.push(await page.locator(".govuk-error-summary").innerText());
  }
  await visitor.close();
  need(sentences[0] === sentences[1], `the refusals differ: ${sentences.join(" / ")}`);
}
