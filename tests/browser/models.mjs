// A ward registers a model; others appraise, recognise and copy it; the copy is verified. No script.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DESK, LEADER, openVisitor, PHONE, picture, signIn } from "./browser.mjs";
import { need } from "./tap.mjs";

const APPRAISER = "giuten1";
const CITY = "thanhpho";
const POINTS = [27, 18, 12, 8, 13, 9];
const BOXES = {
  name: "Ngõ hoa không rác",
  reason: "Mười hai chỗ đổ trộm rác trong một ngõ dài 300 mét.",
  goal: "Trong sáu tháng không còn chỗ nào.",
  way: "Mỗi hộ giữ một đoạn, mỗi tối một tổ trực đi hết ngõ.",
  place: "Tổ dân phố 5",
  forces: "Chi hội phụ nữ chủ trì, đoàn thanh niên phối hợp.",
  resources: "Hai mươi triệu đồng, 60 ngày công.",
  product: "Biên bản đếm mỗi tháng.",
  upkeep: "Tổ dân phố giữ tiếp; ngõ nào cũng làm được.",
  contact: "Văn phòng phường, 0234 3822 000",
};

export async function run({ server, browser, test }) {
  await test("a model is registered, appraised, recognised, copied and verified", () =>
    live(server, browser));
  await test("what was typed outlives a network that is lost, and goes once it was sent", () =>
    lose(server, browser));
}

async function lose(server, browser) {
  const ward = await openVisitor(browser, server, { size: PHONE, scripts: true });
  const { page } = ward;
  const name = () => page.locator("[name=name]").inputValue();
  await signIn(page, server, LEADER);
  await page.goto("/cb/mo-hinh/moi");
  await page.locator("[name=unit]").selectOption("19753");
  await fill(page, { name: BOXES.name, reason: BOXES.reason });
  await ward.context.setOffline(true);
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await page.waitForTimeout(500);
  await ward.context.setOffline(false);

  await page.goto("/cb/mo-hinh/moi");
  need((await name()) === BOXES.name, "the words are gone with the network");
  need(await page.locator("[data-draft-restored]").isVisible(), "nobody says where they are from");
  await page.locator("[name=unit]").selectOption("19753");
  await press(page, "Lưu nháp");
  await page.goto("/cb/mo-hinh/moi");
  need((await name()) === "", "what was sent is offered again");

  await fill(page, { name: "Của người trước" });
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForLoadState("load");
  await signIn(page, server, LEADER);
  await page.goto("/cb/mo-hinh/moi");
  need((await name()) === "", "who comes next reads what the last one typed");
  await ward.close();
  return ward.complaints;
}

async function live(server, browser) {
  const visitor = (size, more) => openVisitor(browser, server, { size, scripts: false, ...more });
  const ward = await visitor(DESK);
  await signIn(ward.page, server, LEADER);
  const model = await register(ward.page);
  const entry = await putForward(ward.page, model);

  const appraiser = await visitor(PHONE, { dark: true });
  await signIn(appraiser.page, server, APPRAISER);
  await appraise(appraiser.page, entry, 0);
  const city = await visitor(DESK);
  await signIn(city.page, server, CITY);
  await appraise(city.page, entry, -2);
  await recognise(city.page);
  await copy(city.page, model);

  const reader = await visitor(PHONE);
  await reader.page.goto(`/lam/mo-hinh/${model}`);
  const said = await reader.page.locator("main").innerText();
  need(said.includes("86 điểm, Tốt"), "the public page says no points");
  need(said.includes("1 nơi được xác nhận"), "the public page names no verified copy");
  await picture(reader.page, "model-phone");
  const all = [ward, appraiser, city, reader];
  await Promise.all(all.map((one) => one.close()));
  return all.flatMap((one) => one.complaints);
}

async function register(page) {
  await page.goto("/cb/mo-hinh/moi");
  await fill(page, { ...BOXES, begins_on: monthsAgo(8) });
  await page.locator("[name=unit]").selectOption("19753");
  await page.locator("[name=field][value=culture]").check();
  await page.locator("[name=subject][value=collective]").check();
  await press(page, "Đăng ký");
  const model = numberOf(page);
  await press(page, "Duyệt vào danh sách");
  return model;
}

async function putForward(page, model) {
  await page.goto(`/cb/mo-hinh/${model}/ket-qua`);
  await fill(page, {
    metric: "Chỗ đổ rác", amount_before: "12", amount_after: "1", measure: "chỗ",
    measured_on: monthsAgo(0), source: "Sổ tổ dân phố", failures: "Mưa lụt thì khó giữ.",
  });
  await press(page, "Báo kết quả");
  await page.goto(`/cb/mo-hinh/${model}/tu-cham`);
  await give(page, [...POINTS.slice(0, 2), 16, ...POINTS.slice(3)], "Đếm ba lần, có biên bản.");
  await page.getByRole("button", { name: "Tự chấm", exact: true }).click();
  const wrong = await page.locator(".govuk-error-summary").innerText();
  need(wrong.includes("vượt mức tối đa"), "points beyond a criterion were taken");
  await page.locator("[name=points_3]").fill(String(POINTS[2]));
  await press(page, "Tự chấm");
  return numberOf(page);
}

async function appraise(page, entry, more) {
  await page.goto(`/cb/xet-cong-nhan/${entry}`);
  await give(page, [POINTS[0] + more, ...POINTS.slice(1)], "Đã đến xem buổi tối; dân xác nhận.");
  await press(page, "Gửi điểm thẩm định");
  await picture(page, more ? "model-year-desk" : "model-year-phone-dark");
}

async function recognise(page) {
  await page.locator("[name=level]").selectOption("commune");
  await fill(page, { decision: "12-QĐ/ĐU" });
  await press(page, "Công nhận");
}

async function copy(page, model) {
  await page.goto(`/cb/mo-hinh/${model}/lam-theo`);
  await page.locator("[name=unit]").selectOption("19789");
  await fill(page, {
    begins_on: monthsAgo(5), metric: "Chỗ đổ rác", amount_before: "7", measure: "chỗ",
    source: "Sổ tổ", contact: "Văn phòng phường, 0234 3811 000",
  });
  await press(page, "Xin làm theo");
  await page.locator("[name=month]").selectOption("3");
  await fill(page, {
    amount: "2", measured_on: monthsAgo(0), source: "Sổ tổ", difficulties: "Ít người trực.",
  });
  await press(page, "Báo kết quả kiểm tra");
  await press(page, "Xác nhận");
  await picture(page, "model-copy-desk");
}

async function give(page, points, words) {
  for (const [i, one] of points.entries()) {
    await page.locator(`[name=points_${i + 1}]`).fill(String(one));
  }
  await fill(page, { words });
}

async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`main [name=${name}]`).first().fill(value);
  }
}

async function press(page, label) {
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.waitForLoadState("load");
  const wrong = page.locator(".govuk-error-summary");
  if (await wrong.count()) throw new Error(`${label}: ${await wrong.innerText()}`);
}

function numberOf(page) {
  return new URL(page.url()).pathname.split("/").pop();
}

// The first of a month, so that no month is too short; today for this one. As people write it.
function monthsAgo(count) {
  const now = new Date(Date.now() + 7 * 3600 * 1000);
  const day = count ? 1 : now.getUTCDate();
  const then = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, day));
  const two = (number) => String(number).padStart(2, "0");
  return `${two(then.getUTCDate())}/${two(then.getUTCMonth() + 1)}/${then.getUTCFullYear()}`;
}
