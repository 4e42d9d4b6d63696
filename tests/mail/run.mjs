// Letters from outside: a real server, a mail server that misbehaves, a hook, and a follower.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// usage: node tests/mail/run.mjs        B=build/asan for another build; needs openssl

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { finish, need, test } from "../browser/tap.mjs";
import { buildHouse, sendReport, startHouse, Visitor } from "./house.mjs";
import { readLetter, startSink } from "./sink.mjs";

const WAIT_MS = 20000;
const house = buildHouse();
const port = await new Promise((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const free = probe.address().port;
    probe.close(() => done(free));
  });
});
const url = `http://127.0.0.1:${port}`;
const PLACE = ["--port", String(port), "--base-url", url, "--mail-retry", "1"];

function mailOptions(sink, host = "127.0.0.1") {
  return [...PLACE, "--smtp", `smtp://${host}:${sink.port}`, "--mail-from", "kheo@house.vn"];
}

async function until(claim, sentence) {
  const end = Date.now() + WAIT_MS;
  while (!(await claim())) {
    need(Date.now() < end, sentence);
    await new Promise((done) => setTimeout(done, 100));
  }
}

// The first letter to that address whose subject holds the text.
async function letterTo(sink, address, subject) {
  const find = () => sink.letters.map(readLetter)
    .find((one) => one.headers.to === `<${address}>` && one.subject.includes(subject));
  await until(find, `no letter "${subject}" to ${address}`);
  return find();
}

// A server for these letters, and stopped whatever happens.
async function withHouse(options, body) {
  const server = await startHouse(house, options);
  if (!server.url) throw new Error(`no server: ${(await server.ended).said}`);
  try {
    return await body(server);
  } finally {
    await server.stop();
  }
}

function linkOf(letter, path) {
  const link = letter.body.match(new RegExp(`${url}(${path}\\S+)`))?.[1];
  need(link, `no link to ${path} in: ${letter.body}`);
  return link;
}

// --- arriving --------------------------------------------------------------------------------

async function receiptByMail() {
  const sink = await startSink();
  await withHouse(mailOptions(sink), async () => {
    const sent = await sendReport(url, { email: "huong@mail.vn", name: "Nguyễn Thị Hường" });
    const { headers, body, subject } = await letterTo(sink, "huong@mail.vn", sent.code);
    need(subject === `${sent.code}: đã nhận phản ánh của bà con`, subject);
    need(headers.from === "<kheo@house.vn>", headers.from);
    need(/^<[0-9a-f]{32}@house\.vn>$/.test(headers["message-id"]), headers["message-id"]);
    need(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0700$/.test(headers.date), headers.date);
    need(body.includes("Phường Phú Xuân đã nhận phản ánh của bà con"), body);
    need(body.includes(`\n${url}/kiem-tra/ho-so/${sent.code}\n`), body);
    need(!body.includes(sent.secret), "the secret is in the letter");
    need(!/Thị Hường|đèn|Chi Lăng/i.test(body), "what was written is in the letter");
    need(sink.letters.every(({ text }) => /^[\x20-\x7e\r\n]*$/.test(text)), "bytes beyond ASCII");
  });
  sink.close();
}

async function visibleUntilThereIsAServer() {
  let sent;
  await withHouse(PLACE, async () => {
    sent = await sendReport(url, { email: "cho@mail.vn" });
    const { text } = await (await new Visitor(url).signIn("lan")).ask("/qt/hang-doi");
    need(text.includes(sent.code) && text.includes("c…@mail.vn"), "the letter is not to be seen");
    need(!text.includes("cho@mail.vn"), "the address is not masked");
    need(text.includes("chưa đặt nơi gửi thư"), "nothing says why it waits");
    const { status } = await (await new Visitor(url).signIn("sau")).ask("/qt/hang-doi");
    need(status === 403, `an officer without the power sees the queue: ${status}`);
  });
  const sink = await startSink();
  await withHouse(mailOptions(sink), () => letterTo(sink, "cho@mail.vn", sent.code));
  sink.close();
}

async function retriedWhenBusy() {
  const sink = await startSink({ rcpt: 451 });
  await withHouse(mailOptions(sink), async () => {
    const lan = await new Visitor(url).signIn("lan");
    const sent = await sendReport(url, { email: "ban@mail.vn" });
    await until(async () => (await lan.ask("/qt/hang-doi?loc=loi")).text.includes(sent.code),
      "the failure is not to be seen");
    need((await lan.ask("/qt/hang-doi?loc=loi")).text.includes("tạm thời chưa nhận"), "no reason");
    sink.behaviour.rcpt = 250;
    await letterTo(sink, "ban@mail.vn", sent.code);
    need(sink.letters.length === 1, `${sink.letters.length} letters`);
  });
  sink.close();
}

async function givenUpAndSentByHand() {
  const sink = await startSink({ rcpt: 550 });
  await withHouse(mailOptions(sink), async () => {
    const lan = await new Visitor(url).signIn("lan");
    const sent = await sendReport(url, { email: "sai@mail.vn" });
    await until(async () => (await lan.ask("/qt/hang-doi?loc=bo")).text.includes(sent.code),
      "it was not given up");
    sink.behaviour.rcpt = 250;
    const { status } = await lan.send("/qt/hang-doi?loc=bo", "/qt/hang-doi/");
    need(status === 303, `trying again: ${status}`);
    await letterTo(sink, "sai@mail.vn", sent.code);
  });
  sink.close();
}

// The mail server has it; the machine dies before it hears so; the receiver can tell.
async function killedBetweenSendAndNote() {
  const sink = await startSink();
  const server = await startHouse(house, mailOptions(sink));
  need(server.url, "no server");
  sink.behaviour.onLetter = () => server.stop("SIGKILL");
  const sent = await sendReport(url, { email: "chet@mail.vn" });
  await server.ended;
  need(sink.letters.length === 1, "it did not die in the middle of the letter");
  sink.behaviour.onLetter = null;
  await withHouse(mailOptions(sink), async () => {
    await until(() => sink.letters.length > 1, "the letter did not come again");
    await new Promise((done) => setTimeout(done, 4000));
  });
  const ids = sink.letters.map(readLetter).filter((one) => one.subject.includes(sent.code))
    .map((one) => one.headers["message-id"]);
  need(ids.length === 2 && ids[0] === ids[1], `Message-IDs: ${ids}`);
  sink.close();
}

// --- safely ------------------------------------------------------------------------------------

async function encryptedOrNotAtAll() {
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(house.dir, name));
  const secret = join(house.dir, "smtp.password");
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
    "-nodes", "-days", "2", "-keyout", key, "-out", cert, "-subj", "/CN=127.0.0.2", "-addext",
    "subjectAltName=IP:127.0.0.2"], { stdio: "ignore" });
  writeFileSync(secret, "mật khẩu thư\n");
  const login = ["--smtp-user", "kheo", "--smtp-password-file", secret];
  // 127.0.0.2 is a neighbour as far as the sender knows.
  const plain = await startSink({}, "127.0.0.2");
  const strange = { key: readFileSync(key), cert: readFileSync(cert) };
  const sent = await withHouse([...mailOptions(plain, "127.0.0.2"), ...login], async () => {
    const report = await sendReport(url, { email: "kin@mail.vn" });
    const lan = await new Visitor(url).signIn("lan");
    const failed = async () => (await lan.ask("/qt/hang-doi?loc=loi")).text;
    await until(async () => (await failed()).includes(report.code), "it did not fail");
    need((await failed()).includes("đường truyền mã hóa"), "no reason");
    plain.behaviour.tls = strange;
    await new Promise((done) => setTimeout(done, 4000));
    return report;
  });
  need(plain.letters.length + plain.logins.length === 0, "it was sent in clear, or to anyone");
  await withHouse([...mailOptions(plain, "127.0.0.2"), ...login, "--mail-ca", cert], () =>
    letterTo(plain, "kin@mail.vn", sent.code));
  need(plain.letters.every((letter) => letter.isSecure), "a letter in clear");
  need(plain.logins.length > 0 && plain.logins.every((one) => one.isSecure), "a password in clear");
  need(plain.logins[0].said === "\0kheo\0mật khẩu thư", "another password");
  plain.close();
}

async function wrongSettingsAreSaidAtOnce() {
  const rows = [
    ["--smtp", "smtp://127.0.0.1:25", "--mail-from", "a@b.vn"],
    ["--base-url", url, "--smtp", "smtp://127.0.0.1:25"],
    ["--base-url", url, "--smtp", "smtp://127.0.0.1:25", "--mail-from", "a@b.vn\r\nBcc: c@d.vn"],
    ["--base-url", url, "--smtp", "http://127.0.0.1:25", "--mail-from", "a@b.vn"],
    ["--base-url", url, "--hook", "http://hook.example/x"],
    ["--base-url", url, "--hook", "file:///etc/passwd"],
    ["--base-url", url, "--smtp-user", "kheo"],
    ["--base-url", url, "--hook", `${url}/x`, "--hook-token-file", "/nowhere"],
  ];
  for (const row of rows) {
    const server = await startHouse(house, ["--port", String(port), ...row]);
    const { status, said } = await server.ended;
    need(status === 2 && said.trim().split("\n").length === 1, `${row}: ${status} ${said}`);
  }
}

// --- telephones -------------------------------------------------------------------------------

async function hookInPlaceOfMail() {
  const calls = [];
  let answer = 302;
  const hook = createHttpServer((request, response) => {
    let body = "";
    request.on("data", (bytes) => { body += bytes; });
    request.on("end", () => {
      calls.push({ path: request.url, headers: request.headers, body: JSON.parse(body) });
      response.writeHead(answer, answer === 302 ? { location: "/elsewhere" } : {}).end("{}");
    });
  });
  await new Promise((done) => hook.listen(0, "127.0.0.1", done));
  const token = join(house.dir, "hook.token");
  writeFileSync(token, "mot-tam-the\n");
  const options = [...PLACE, "--hook", `http://127.0.0.1:${hook.address().port}/sms`,
    "--hook-token-file", token];
  await withHouse(options, async () => {
    const lan = await new Visitor(url).signIn("lan");
    const moved = await sendReport(url, { phone: "0912345678" });
    await until(async () => (await lan.ask("/qt/hang-doi?loc=bo")).text.includes(moved.code),
      "a redirect was not refused");
    need(calls.length === 1 && calls[0].path === "/sms", "a redirect was followed");
    answer = 503;
    const sent = await sendReport(url, { phone: "0987654321" });
    await until(() => calls.length > 1, "the hook was not called");
    answer = 200;
    await until(() => calls.length > 2, "the hook was not called again");
    const [first, second] = calls.slice(1);
    need(first.body.to === "0987654321" && first.body.subject.includes(sent.code), "the message");
    need(first.body.link === `${url}/kiem-tra/ho-so/${sent.code}`, first.body.link);
    need(first.headers["idempotency-key"] === second.headers["idempotency-key"], "another key");
    need(first.body.key === first.headers["idempotency-key"], "the key");
    need(first.headers.authorization === "Bearer mot-tam-the", "the token");
    await new Promise((done) => setTimeout(done, 3000));
    need(calls.length === 3, `${calls.length} calls`);
  });
  hook.close();
}

// --- following --------------------------------------------------------------------------------

async function following() {
  const sink = await startSink();
  await withHouse(mailOptions(sink), async () => {
    const { code } = await sendReport(url, {});
    const page = `/kiem-tra/ho-so/${code}`;
    const friend = new Visitor(url);
    const sau = await new Visitor(url).signIn("sau");
    const act = async (who, name, fields) => {
      const { status, text } = await who.send(`/cb/hs/${code}`, `/cb/hs/${code}/${name}`, fields);
      need(status === 303, `${name}: ${status} ${text.match(/error[\s\S]{0,300}/)?.[0]}`);
    };
    const ask = (email) => friend.send(page, `${page}/theo-doi`, { email });
    const bad = await ask("nobody");
    need(bad.status === 422 && bad.text.includes("ten@noi.vn"), `a wrong address: ${bad.status}`);
    for (const address of ["mot@mail.vn", "hai@mail.vn"]) {
      const asked = await ask(address);
      need(asked.status === 200 && asked.text.includes("mở hộp thư"), `asking: ${asked.status}`);
    }
    const confirm = linkOf(await letterTo(sink, "mot@mail.vn", "xác nhận"), "/theo-doi/");
    const unused = linkOf(await letterTo(sink, "hai@mail.vn", "xác nhận"), "/theo-doi/");
    for (const link of [confirm, unused, unused]) {
      const { status, text } = await friend.ask(link);
      need(status === 200 && text.includes("Nhận tin về hồ sơ này?"), `the link: ${status}`);
    }
    const yes = await friend.send(confirm, confirm);
    need(yes.status === 200 && yes.text.includes("Đã nhận tin"), `confirming: ${yes.status}`);
    const again = await ask("mot@mail.vn");
    need(again.status === 200 && again.text.includes("mở hộp thư"), "it says who follows already");

    // Whoever only opened the link is told nothing; whoever said yes gets the way out as well.
    await act(sau, "accept");
    await act(sau, "extend", { amount: "8", reason: "Chờ vật tư." });
    const news = await letterTo(sink, "mot@mail.vn", "gia hạn trả lời");
    const leave = linkOf(news, "/bo-theo-doi/");
    need(news.headers["list-unsubscribe"] === `<${url}${leave}>`, news.headers["list-unsubscribe"]);
    need(!news.body.includes("vật tư"), "what was written is in the letter");
    const { status, text } = await friend.ask(leave);
    need(status === 200 && text.includes("Thôi nhận tin"), `the way out: ${status}`);
    const out = await friend.send(leave, leave);
    need(out.status === 200 && out.text.includes("đã được xóa"), `leaving: ${out.status}`);
    need((await friend.ask(leave)).status === 410, "a used way out is still there");
    need((await friend.ask(confirm)).status === 410, "who left can still say yes");
    need((await friend.ask("/theo-doi/AAAAAAAAAAAAAAAAAAAAAA")).status === 410, "a made-up link");

    const lan = await new Visitor(url).signIn("lan");
    await act(sau, "draft", { text: ANSWER });
    await act(lan, "approve");
    const other = await sendReport(url, { email: "cuoi@mail.vn" });
    await letterTo(sink, "cuoi@mail.vn", other.code);
    const told = sink.letters.map(readLetter).map((one) => `${one.headers.to} ${one.subject}`);
    need(!told.some((one) => one.includes("đã có trả lời")), `told after leaving: ${told}`);
    need(!told.some((one) => one.includes("hai@") && !one.includes("xác nhận")), `no yes: ${told}`);
  });
  sink.close();
}

const ANSWER = "Tổ điện đã thay bóng đèn trước số 12 đường Chi Lăng sáng ngày 20/11/2026. " +
  "Ông Trần Văn Hải phụ trách.";
await test("a report with an address gets a letter, without its secret or its words",
  receiptByMail);
await test("without a mail server letters wait where an administrator sees them",
  visibleUntilThereIsAServer);
await test("a busy mail server is asked again", retriedWhenBusy);
await test("a refused letter is given up, and goes out when somebody says so",
  givenUpAndSentByHand);
await test("kill -9 between sending and noting: the same Message-ID, and no third",
  killedBetweenSendAndNote);
await test("beyond this machine: encrypted, to a server that proves its name, or not at all",
  encryptedOrNotAtAll);
await test("wrong settings are one sentence and exit status 2", wrongSettingsAreSaidAtOnce);
await test("a telephone is told through the hook: no redirects, one key for all tries",
  hookInPlaceOfMail);
await test("following: a link does nothing, its button does; and so out again", following);
house.remove();
process.exit(finish());
