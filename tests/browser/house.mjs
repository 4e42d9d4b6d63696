// A house of a test's own: the units of Huế, an administrator, and what the test brings to it.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ADMIN } from "./browser.mjs";
import { freePort } from "./server.mjs";

const PASSWORD = "nón bài thơ bên cầu Trường Tiền";
const START_MS = 30000;

// `prepare(tell, folder)`: `tell` runs a command on the house, `folder` is thrown away with it;
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
  const port = await freePort();
  const program = spawn("build/kheo", ["serve", "--dir", dir, "--port", port, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise((started, gaveUp) => {
    program.stderr.on("data", (bytes) => (said += bytes));
    program.stdout.on("data", () => started());
    program.on("exit", (status) => gaveUp(new Error(`kheo serve ended (${status}):\n${said}`)));
    setTimeout(() => gaveUp(new Error(`no address:\n${said}`)), START_MS).unref();
  });
  return {
    url: `http://127.0.0.1:${port}`,
    signIns: [{ name: ADMIN, password: PASSWORD }],
    stop: async () => {
      program.removeAllListeners("exit");
      const ended = new Promise((done) => program.on("exit", done));
      program.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
