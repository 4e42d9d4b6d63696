// What the demonstration has not got and some page is about: a few acts, and addresses from them.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { ADMIN, DESK, OFFICER, openVisitor, signIn } from "./browser.mjs";
import { sendReport } from "./handle.mjs";
import { need } from "./tap.mjs";

// Addresses that no link leads to, and why each is here.
const UNLINKED = [
  "/kieu-dang", // for those who work on the pages
  "/qt/lich-lam-viec/duyet", // the answer to a file, once more
  "/qt/don-vi/nhap/lam",
  "/qt/nguoi-dung/nhap/lam",
  "/qt/lich-lam-viec/ngay/2026-12-24/bo", // of the day that is set below
];

// Gives addresses from which a crawler reaches what links of the first page do not lead to.
export async function arrange(server, browser) {
  const [begun, outside, withdrawn] = [
    await sendReport(server), await sendReport(server), await sendReport(server),
  ];
  const as = (name) => openPlain(server, browser, name);
  const officer = await as(OFFICER);
  await send(officer.page, `/cb/hs/${begun.code}`, "/accept", {});
  await send(officer.page, `/cb/hs/${outside.code}`, "/forward", {
    text: "Công ty Điện lực", reason: "Cột điện của công ty.",
  });
  await writeLetter(officer.page);
  await officer.close();
  const sender = await as();
  await send(sender.page, `/kiem-tra/ho-so/${withdrawn.code}`, "/withdraw",
    { secret: withdrawn.secret });
  await send(sender.page, "/gui", "/gui", {});
  const draft = new URL(sender.page.url());
  await sender.close();
  const admin = await as(ADMIN);
  await send(admin.page, "/qt/lich-lam-viec/moi", "/moi", {
    day: "24/12/2026", kind: "day-off", name: "Nghỉ bù", decision: "12/QĐ-UBND",
    decided_on: "01/11/2026", reason: "Theo quyết định của thành phố.",
  });
  await send(admin.page, "/qt/don-vi/46/dau-moi", "/dau-moi", {
    kind: "phoi-hop", other: "19753", from: "01/11/2026",
  });
  await send(admin.page, "/qt/mau-tra-loi/moi", "/moi", {
    title: "Xin lỗi vì trả lời chậm", said: "Chúng tôi xin lỗi: {{lý do chậm}}.",
  });
  await admin.page.goto("/qt/ngon-ngu/vi");
  await admin.page.selectOption("#page", "tro-giup");
  await admin.page.setInputFiles("#sound", "src/mod/language/tests/data/two.ogg");
  await admin.page.locator("form[action$='/ban-doc'] button").click();
  const gone = await endService(admin.page);
  await admin.close();
  const codes = [begun, outside, withdrawn].map(({ code }) => code);
  return [
    ...UNLINKED, gone,
    ...codes.map((code) => `/cb/hs/${code}`),
    `/cb/hop-thu/cung-luc?viec=note&hs-${begun.code}=1&hs-${withdrawn.code}=1`,
    `/bien-nhan/${begun.code}`, `/t/${begun.code}`, draft.pathname + draft.search,
    ...(await codesOfCases(server, browser)),
  ];
}

// Of one who is none of the demonstration's sign-ins; gives the person's page.
async function endService(page) {
  await page.goto("/qt/nguoi-dung");
  const row = page.locator("main tbody tr").filter({ hasText: /cb\.\d/ }).first();
  const person = await row.locator("a").first().getAttribute("href");
  await send(page, `${person}/thoi-viec`, "/thoi-viec", { note: "Nghỉ hưu" });
  return person;
}

async function openPlain(server, browser, name) {
  const visitor = await openVisitor(browser, server, { size: DESK, scripts: false });
  if (name) {
    await signIn(visitor.page, server, name);
    await visitor.page.waitForURL((url) => url.pathname !== "/dang-nhap");
  }
  return visitor;
}

// Sends the form of that page whose address ends so, with these values.
async function send(page, address, end, values) {
  await page.goto(address);
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.waitForNavigation(),
    page.evaluate(({ end, values }) => {
      const form = document.querySelector(`main form[method=post][action$="${end}"]`);
      for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
      form.submit();
    }, { end, values }),
  ]);
  // A server that ran before has some of it already; what is not there is missed by who wants it.
  const isAnswered = [303, 422].includes(response.status());
  need(isAnswered, `${address}: sending answers ${response.status()}`);
}

// The refusal of somebody who came to a reception.
async function writeLetter(page) {
  await page.goto("/cb/tiep-dan");
  const link = page.locator('main a[href*="/cb/tiep-dan/hs/"]').first();
  const address = await link.getAttribute("href");
  await send(page, `${address}/thu-moi/D154-01`, "/thu-moi/D154-01", {
    id_paper: "046099000001", kind: "Hỏi chế độ", ground: "Luật Tiếp công dân, Điều 9",
    related: "Không có",
  });
}

// Senders come by the code on their paper; officers' lists have it.
async function codesOfCases(server, browser) {
  const addresses = [];
  const officer = await openPlain(server, browser, OFFICER);
  for (const place of ["khieu-nai", "tiep-dan"]) {
    await officer.page.goto(`/cb/${place}`);
    const link = officer.page.locator(`main a[href*="/cb/${place}/hs/"]`).first();
    addresses.push((await link.getAttribute("href")).replace("/cb/", "/"));
  }
  await officer.close();
  return addresses;
}
