// TAP: one line a test, the reason below each that failed.
// SPDX-License-Identifier: AGPL-3.0-or-later

// playwright colours its reasons for a terminal.
const COLOURS = new RegExp("\u001b\\[\\d+m", "g");

let count = 0;
let failed = 0;

// Runs `body`; what it throws, and each fault of a list that it returns, is the reason.
export async function test(name, body) {
  const number = ++count;
  let faults;
  try {
    faults = (await body()) ?? [];
  } catch (error) {
    const lines = (error.stack ?? String(error)).split("\n");
    const ours = lines.filter((line) => line.includes("tests/browser"));
    faults = [...lines.slice(0, 4), ...ours.slice(0, 2)];
  }
  if (faults.length > 0) failed++;
  console.log(`${faults.length > 0 ? "not ok" : "ok"} ${number} - ${name}`);
  const plain = faults.join("\n").replace(COLOURS, "");
  for (const line of plain.split("\n").filter(Boolean)) console.log(`#   ${line}`);
}

export function finish() {
  console.log(`1..${count}`);
  return failed > 0 ? 1 : 0;
}

export function need(claim, sentence) {
  if (!claim) throw new Error(sentence);
}
