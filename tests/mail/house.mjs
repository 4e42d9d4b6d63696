// A house with two officers, a server in it, and visitors who keep their cookies and send forms.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomUUID } from "node:crypto";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const KHEO = `${process.env.B ?? "build"}/kheo`;
const START_MS = 20000;
export const PASSWORD = "trời nắng ở Kim Long";
// Servers come and go on one port: a kept connection would lead to the one before.
const FRESH = { connection: "close" };
// The ward of both.
export const WARD = "19753";

export function buildHouse() {
  const dir = mkdtempSync(join(tmpdir(), "kheo-mail-"));
  const kheo = (...args) => execFileSync(KHEO, [...args, "--dir", dir], { stdio: "pipe" });
  kheo("init", "--origin", "mail.test/log");
  kheo("org", "import", "--hue");
  const officers = { sau: "feedback.handle", lan: "feedback.handle,feedback.approve,admin" };
  for (const [signIn, power] of Object.entries(officers)) {
    kheo("identity", "add", "--name", signIn, "--sign-in", signIn, "--unit", WARD, "--title",
      "Chuyên viên", "--power", power, "--password", PASSWORD, "--chosen",
      "--email", `${signIn}@house.vn`);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

// The links in letters point to the server itself, which listens on a fixed port therefore.
export async function startHouse(house, options) {
  const program = spawn(KHEO, ["serve", "--dir", house.dir, "--no-rate-limits", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise((done) => program.on("exit", (status) => done({ status, said })));
  const url = await new Promise((done) => {
    const hear = (bytes) => {
      said += bytes;
      const line = said.match(/^(http:\/\/\S+?)\/$/m);
      if (line) done(line[1]);
    };
    program.stdout.on("data", hear);
    program.stderr.on("data", hear);
    program.on("exit", () => done(null));
    setTimeout(() => done(null), START_MS).unref();
  });
  const stop = async (signal = "SIGTERM") => {
    program.kill(signal);
    return ended;
  };
  return { url, stop, ended };
}

export class Visitor {
  constructor(url) {
    this.url = url;
    this.cookies = new Map();
  }

  async ask(path, options = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(this.url + path, {
      redirect: "manual",
      ...options,
      headers: { ...FRESH, ...(cookie ? { cookie } : {}), ...options.headers },
    });
    // Debian's Node 18 joins them with commas, which our cookies do not have inside.
    for (const line of (response.headers.get("set-cookie") ?? "").split(/,\s*(?=[\w-]+=)/)) {
      if (!line) continue;
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  // Sends the form of that page whose action begins so, with its hidden fields.
  async send(page, action, fields = {}) {
    const { text } = await this.ask(page);
    const forms = text.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((one) => one.match(/action="([^"]*)"/)?.[1].startsWith(action));
    if (!form) throw new Error(`no form to ${action} on ${page}`);
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      .map(([, name, value]) => [name, value]);
    return this.ask(form.match(/action="([^"]*)"/)[1], {
      method: "POST",
      headers: { origin: this.url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams([...hidden, ...Object.entries(fields)]),
    });
  }

  async signIn(name) {
    await this.send("/dang-nhap", "/dang-nhap", { sign_in: name, password: PASSWORD });
    const { status } = await this.ask("/cb/toi");
    if (status !== 200) throw new Error(`${name} could not sign in (${status})`);
    return this;
  }
}

export async function sendReport(url, more) {
  const response = await fetch(`${url}/api/v1/reports`, {
    method: "POST",
    headers: {
      ...FRESH,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({
      unit: WARD,
      category: "chieu-sang",
      text: "Đèn đường trước số 12 đường Chi Lăng tắt từ ba hôm nay, buổi tối không thấy đường.",
      ...more,
    }),
  });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}
