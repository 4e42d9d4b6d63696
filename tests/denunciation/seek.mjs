// Searches bytes for markers, however they are written: seek.mjs MARKERS PLACE…
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// MARKERS is a file of "NAME TEXT" lines, or "NAME bytes:HEX" for what is no text, PLACE a file, a folder or mem:PID (what the process can write). Prints one line a
// hit, "PLACE NAME ENCODING", and "hits N"; ends with 0 whatever was found. `seek.mjs --self MARKERS`
// writes each marker in each encoding and must find all of them.

import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { deflateSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";

const CHUNK = 32 << 20;
const LONGEST = 4096;
const NOTHING = Buffer.alloc(4096);

const swap = (bytes) => Buffer.from(bytes).swap16();
const fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").toLowerCase();
const entities = (text, base) =>
  [...text].map((c) => (c > "~" ? (base === 16 ? `&#x${c.codePointAt(0).toString(16)};` : `&#${c.codePointAt(0)};`) : c)).join("");
const escaped = (text) =>
  text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
const percent = (text, lower) => {
  const all = [...Buffer.from(text)].map((b) => "%" + b.toString(16).padStart(2, "0")).join("");
  return lower ? all : all.toUpperCase();
};

// Of base64, the letters that depend on the marker alone, wherever it begins.
function base64(bytes, offset, name) {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString(name);
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  return whole.slice(from, to);
}

// Texts that a marker may have become, each a [name, bytes].
function spellings(text) {
  const found = new Map();
  const add = (name, value) => {
    const bytes = Buffer.from(value);
    if (bytes.length >= 6 && !found.has(bytes.toString("latin1"))) found.set(bytes.toString("latin1"), [name, bytes]);
  };
  if (text.startsWith("bytes:")) {
    const bytes = Buffer.from(text.slice(6), "hex");
    add("as they are", bytes);
    add("hex", bytes.toString("hex"));
    add("HEX", bytes.toString("hex").toUpperCase());
    for (const offset of [0, 1, 2]) add(`base64+${offset}`, base64(bytes, offset, "base64"));
    return [...found.values()];
  }
  for (const form of ["NFC", "NFD"]) {
    const said = text.normalize(form);
    const utf8 = Buffer.from(said);
    add(form, utf8);
    add(`${form} upper`, said.toUpperCase());
    add(`${form} utf16le`, Buffer.from(said, "utf16le"));
    add(`${form} utf16be`, swap(Buffer.from(said, "utf16le")));
    add(`${form} hex`, utf8.toString("hex"));
    add(`${form} HEX`, utf8.toString("hex").toUpperCase());
    add(`${form} url`, encodeURIComponent(said));
    add(`${form} url plus`, encodeURIComponent(said).replace(/%20/g, "+"));
    add(`${form} url lower`, encodeURIComponent(said).replace(/%../g, (c) => c.toLowerCase()));
    add(`${form} url all`, percent(said, false));
    add(`${form} url all lower`, percent(said, true));
    add(`${form} json`, escaped(said));
    add(`${form} html`, entities(said, 10));
    add(`${form} html hex`, entities(said, 16));
    for (const offset of [0, 1, 2]) {
      add(`${form} base64+${offset}`, base64(utf8, offset, "base64"));
      add(`${form} base64url+${offset}`, base64(utf8, offset, "base64url"));
    }
  }
  add("folded", fold(text));
  const words = /^[0-9a-f:]+$/.test(text) ? text.split(":") : [];
  if (words.length === 8) add("address", Buffer.from(words.map((w) => w.padStart(4, "0")).join(""), "hex"));
  return [...found.values()];
}

function readMarkers(path) {
  return readFileSync(path, "utf8").trim().split("\n").map((line) => {
    const name = line.slice(0, line.indexOf(" "));
    const text = line.slice(name.length + 1);
    return { name, text, spellings: spellings(text) };
  });
}

let hits = 0;
const seen = new Set();
function tell(place, name, how) {
  hits++;
  const line = `${place} ${name} ${how}`;
  if (!seen.has(line)) console.log(line);
  seen.add(line);
}

// Most markers begin alike, and so does what one way of writing makes of them: where not even that is, none of them is.
function beginnings(markers) {
  const ways = new Map();
  for (const { text, spellings: all } of markers) {
    for (const [how, bytes] of all) {
      const way = text.startsWith("Qễ") ? how : `${how} ${text}`;
      let same = ways.get(way)?.bytes ?? bytes;
      while (!bytes.subarray(0, same.length).equals(same)) same = same.subarray(0, same.length - 1);
      ways.set(way, { bytes: same });
    }
  }
  return [...ways.values()].map((way) => way.bytes);
}

function search(place, bytes, markers, depth = 0) {
  markers.beginnings ??= beginnings(markers);
  const isAny = markers.beginnings.some((begin) => bytes.includes(begin));
  for (const marker of isAny ? markers : []) {
    for (const [how, wanted] of marker.spellings) {
      if (bytes.includes(wanted)) tell(place, marker.name, how + (depth ? " compressed" : ""));
    }
  }
  if (depth < 2) unpack(place, bytes, markers, depth);
}

// What lies between pages of zeros: no marker has as many, and most of a process's memory was never written.
function* written(bytes) {
  let from = 0;
  for (let at = 0; at < bytes.length; at += NOTHING.length) {
    if (bytes.length - at < NOTHING.length || NOTHING.compare(bytes, at, at + NOTHING.length) !== 0) continue;
    if (at > from) yield bytes.subarray(from, at);
    from = at + NOTHING.length;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}

// What may be a gzip or zlib stream at any place in them.
function unpack(place, bytes, markers, depth) {
  for (const [start, open] of [[[0x1f, 0x8b, 8], gunzipSync], [[0x78, 0x01], inflateSync], [[0x78, 0x9c], inflateSync], [[0x78, 0xda], inflateSync]]) {
    const head = Buffer.from(start);
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
      try {
        const inside = open(bytes.subarray(at, at + (8 << 20)), { finishFlush: 2, maxOutputLength: 64 << 20 });
        if (inside.length > 8) search(place, inside, markers, depth + 1);
      } catch {
        // It was none.
      }
    }
  }
}

function searchFolder(path, markers) {
  for (const name of readdirSync(path)) {
    // A name is bytes too.
    search(`${path}/`, Buffer.from(name), markers);
    try {
      searchPlace(`${path}/${name}`, markers);
    } catch (error) {
      // A database that runs takes files away between the listing and the look; what is gone holds nothing.
      if (error.code !== "ENOENT") throw error;
    }
  }
}

function searchPlace(path, markers) {
  const about = lstatSync(path);
  if (about.isDirectory()) {
    searchFolder(path, markers);
  } else if (about.isFile()) {
    const file = openSync(path, "r");
    const buffer = Buffer.alloc(CHUNK + LONGEST);
    for (let at = 0; at < about.size; at += CHUNK) {
      const n = readSync(file, buffer, 0, buffer.length, at);
      for (const part of written(buffer.subarray(0, n))) search(path, part, markers);
    }
    closeSync(file);
  }
}

// All that a process could have written to; it goes on meanwhile.
function searchMemory(place, markers) {
  const pid = place.slice(4);
  const memory = openSync(`/proc/${pid}/mem`, "r");
  let read = 0;
  for (const line of readFileSync(`/proc/${pid}/maps`, "utf8").trim().split("\n")) {
    const [, from, to, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line);
    if (!rights.startsWith("rw")) continue;
    const end = parseInt(to, 16);
    for (let at = parseInt(from, 16); at < end; at += CHUNK) {
      const buffer = Buffer.alloc(Math.min(CHUNK + LONGEST, end - at));
      try {
        const n = readSync(memory, buffer, 0, buffer.length, at);
        read += n;
        for (const part of written(buffer.subarray(0, n))) search(place, part, markers);
      } catch {
        // Reserved, and not there.
      }
    }
  }
  closeSync(memory);
  console.error(`${place}: ${read >> 20} MiB`);
}

function findAll(markers) {
  for (const { name, text, spellings: all } of markers) {
    for (const [how, bytes] of all) {
      for (const wrap of [(b) => b, gzipSync, deflateSync]) {
        const before = hits;
        const inside = wrap(Buffer.concat([Buffer.from("--"), bytes, Buffer.from("--")]));
        const whole = Buffer.concat([Buffer.alloc(9000), Buffer.from("xx"), inside, Buffer.alloc(9000)]);
        for (const part of written(whole)) search("self", part, [{ name, text, spellings: all }]);
        if (hits === before) throw new Error(`${name} ${how} was not found`);
      }
    }
  }
}

const args = process.argv.slice(2);
const isSelf = args[0] === "--self";
const markers = readMarkers(args[isSelf ? 1 : 0]);
if (isSelf) findAll(markers);
for (const place of args.slice(isSelf ? 2 : 1)) {
  if (place.startsWith("mem:")) searchMemory(place, markers);
  else searchPlace(place, markers);
}
console.log(`hits ${hits}`);
