// Houses of a test's own: of the units of Huế with what the test brings to it, or empty.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ADMIN } from "./browser.mjs";
import { freePort } from "./server.mjs";

const PASSWORD = "nón bài thơ bên cầu Trường Tiền";
const START_MS = 30000;

// The units of Huế and an administrator. `prepare(tell, folder)`: `tell` runs a command on the house, `folder` is thrown away with it;
// what it returns are further options of the server.
export async function startHouse(prepare) {
  const folder = mkdtempSync(join(tmpdir(), "kheo-house-"));
  const dir = join(folder, "data");
  const tell = (...words) =>
    execFileSync("build/kheo", [...words, "--dir", dir], { encoding: "utf8" });
  tell("init");
  tell("import", "units", "--hue");
  tell("identity", "add", "--sign-in", ADMIN, "--name", "Lê Thị Hoa", "--title", "Quản trị",
    "--unit", "46", "--power", "admin", "--password", PASSWORD, "--chosen");
  const more = prepare(tell, folder);
  const { stop, url } = await serve({ folder, dir, more });
  return { url, signIns: [{ name: ADMIN, password: PASSWORD }], stop };
}

// A house that nobody has set up; `address` is where that is done.
export async function startEmptyHouse() {
  const folder = mkdtempSync(join(tmpdir(), "kheo-empty-"));
  const dir = join(folder, "data");
  execFileSync("build/kheo", ["init", "--dir", dir]);
  let address;
  const hears = (said) => {
    address = said.match(/^.*(http:\S+\/khoi-dau\/[0-9a-f]{32})$/m)?.[1];
    return address;
  };
  const { stop, url } = await serve({ folder, dir, hears });
  return { url, address, stop };
}

// Serves until stop(), which throws the folder away. It runs once it has said where, or, when
// `hears` is given, once that is true of what it wrote to standard error.
async function serve({ folder, dir, more = [], hears }) {
  const port = await freePort();
  const program = spawn("build/kheo", ["serve", "--dir", dir, "--port", port, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise((started, gaveUp) => {
    program.stderr.on("data", (bytes) => {
      said += bytes;
      if (hears?.(said)) started();
    });
    program.stdout.on("data", () => hears || started());
    program.on("exit", (status) => gaveUp(new Error(`kheo serve ended (${status}):\n${said}`)));
    setTimeout(() => gaveUp(new Error(`no address:\n${said}`)), START_MS).unref();
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      program.removeAllListeners("exit");
      const ended = new Promise((done) => program.on("exit", done));
      program.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
