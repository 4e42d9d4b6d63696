// A demonstration server of our own: a free port, a folder that is thrown away.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_MS = 300000;

// Suites that ask for every page ask more often than one address may: `more` are further options.
export async function startServer({ program: path = "build/kheo", more = [] } = {}) {
  if (process.env.KHEO_URL) {
    const signIns = readSignIns(process.env.KHEO_SAID ?? "");
    const url = process.env.KHEO_URL.replace(/\/$/, "");
    return { url, folder: process.env.KHEO_DIR, signIns, stop: async () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), "kheo-browser-"));
  const port = await freePort();
  const program = spawn(path, ["demo", "--port", port, "--dir", folder, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = `http://127.0.0.1:${port}`;
  await new Promise((started, gaveUp) => {
    const hear = (bytes) => {
      said += bytes;
      if (said.split("\n").includes(`${url}/`)) started();
    };
    program.stdout.on("data", hear);
    program.stderr.on("data", hear);
    program.on("exit", (status) => gaveUp(new Error(`kheo demo ended (${status}):\n${said}`)));
    setTimeout(() => gaveUp(new Error(`kheo demo did not answer:\n${said}`)), START_MS).unref();
  });
  const stop = async () => {
    program.removeAllListeners("exit");
    const ended = new Promise((done) => program.on("exit", done));
    program.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, signIns: readSignIns(said), stop };
}

export function freePort() {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(String(port)));
    });
  });
}

// "… mật khẩu chung: PASSWORD)", then lines "  NAME   ROLE".
function readSignIns(said) {
  const password = said.match(/mật khẩu chung: ([^)\s]+)/)?.[1];
  const lines = said.split("\n").map((line) => line.match(/^ {2}([a-z0-9]+) {2,}(\S.*)$/));
  return lines.filter(Boolean).map(([, name, role]) => ({ name, password, role }));
}
