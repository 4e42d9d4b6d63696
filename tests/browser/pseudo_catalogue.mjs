// Makes a language of no country from the English: each sentence in brackets, and longer by two fifths.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// node tests/browser/pseudo_catalogue.mjs CATALOGUE.po… > en-XA.po      poc compiles it like any other. Longer, because
// the next language may be; in brackets, because what stands outside of them was never translated.

import { readFileSync } from "node:fs";

const LONGER = 0.4;
const FILLER = " ệxpạnd";

const header = `msgid ""
msgstr ""
"Language: en-XA\\n"
"X-Native-Name: ⟦Pseudo⟧\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
`;

const seen = new Set();
const entries = process.argv.slice(2).flatMap((path) => {
  const blocks = readFileSync(path, "utf8").split(/\n{2,}/).slice(1);
  return blocks.map(readEntry).filter(({ msgid }) => msgid && !seen.has(msgid) && seen.add(msgid));
});
process.stdout.write([header, ...entries.map(writeEntry)].join("\n"));

// Escapes stay as they are.
function readEntry(block) {
  const members = {};
  let last;
  for (const line of block.split("\n")) {
    const [, keyword, text] = line.match(/^(?:(msg\S+) )?"(.*)"$/) ?? [];
    if (keyword) last = keyword;
    if (text !== undefined) members[last] = (members[last] ?? "") + text;
  }
  return members;
}

function writeEntry(entry) {
  return Object.entries(entry).map(([keyword, text]) =>
    `${keyword} "${keyword.startsWith("msgstr") ? lengthen(text) : text}"\n`).join("");
}

function lengthen(text) {
  if (!text) return "";
  const more = Math.ceil((text.length * LONGER) / FILLER.length);
  return `⟦${text}${FILLER.repeat(more)}⟧`;
}
