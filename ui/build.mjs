// Makes the style sheet, the script and the icons of the server: node ui/build.mjs OUT_FOLDER.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import { compile } from "sass";
import { picture } from "./icon.mjs";

// The browsers that people have: the last Chrome of Windows 7, Firefox ESR, and their age.
const TARGET = ["chrome109", "edge109", "firefox115", "safari15"];
const CSS_GZ_BYTES_MAX = 14 * 1024;
const JS_GZ_BYTES_MAX = 10 * 1024;
const RECORD_GZ_BYTES_MAX = 2 * 1024;
// Together they keep the budget of a page with a map.
const MAP_JS_GZ_BYTES_MAX = 46 * 1024;
const MAP_CSS_GZ_BYTES_MAX = 3.5 * 1024;
const WORKER_GZ_BYTES_MAX = 3 * 1024;
const TOUCH_PX = 180;

// What a data: address inside a style sheet's quotes may not hold.
const ESCAPES = { "#": "%23", "<": "%3c", ">": "%3e", '"': "'" };

const here = new URL(".", import.meta.url).pathname;
const out = process.argv[2];
mkdirSync(out, { recursive: true });
write("kheo.css", style(), CSS_GZ_BYTES_MAX);
write("kheo.js", script("kheo.js"), JS_GZ_BYTES_MAX);
write("redact.js", script("redact.js"), JS_GZ_BYTES_MAX);
write("record.js", script("record.js"), RECORD_GZ_BYTES_MAX);
write("point.js", script("point.js"), JS_GZ_BYTES_MAX);
write("map.js", theirLicence("leaflet") + script("map.js", "esm"), MAP_JS_GZ_BYTES_MAX);
write("map.css", mapStyle(), MAP_CSS_GZ_BYTES_MAX);
write("sw.js", script("sw.js"), WORKER_GZ_BYTES_MAX);
write("icon.svg", readFileSync(`${here}icons/kheo.svg`, "utf8"), CSS_GZ_BYTES_MAX);
write("icon-full.svg", fullIcon(), CSS_GZ_BYTES_MAX);
write("icon-180.png", picture(readFileSync(`${here}icons/kheo.svg`, "utf8"), TOUCH_PX),
  CSS_GZ_BYTES_MAX);

function style() {
  const sheet = compile(`${here}css/kheo.scss`, { silenceDeprecations: ["mixed-decls"] });
  const options = { loader: "css", minify: true, target: TARGET };
  return transformSync(sheet.css + iconRules(), options).code;
}

// The library's sheet without its pictures: none of what they belong to is used.
function mapStyle() {
  const theirs = readFileSync(`${here}node_modules/leaflet/dist/leaflet.css`, "utf8");
  const ours = compile(`${here}css/picker.scss`).css;
  const sheet = theirs.replace(/[^{}]*\{[^{}]*url\(images[^{}]*\}/g, "") + ours;
  return transformSync(sheet, { loader: "css", minify: true, target: TARGET }).code;
}

// Whoever gets the library gets its terms with it.
function theirLicence(name) {
  return `/*! ${readFileSync(`${here}node_modules/${name}/LICENSE`, "utf8").trim()} */\n`;
}

// An icon is a mask in the colour of its text: <span class="k-icon k-icon--biet"></span>.
function iconRules() {
  const names = readdirSync(`${here}icons`).filter((name) => name !== "kheo.svg").sort();
  return names.map((name) => {
    const svg = readFileSync(`${here}icons/${name}`, "utf8").trim();
    const data = svg.replace(/[#<>"]/g, (sign) => ESCAPES[sign]);
    return `.k-icon--${name.replace(".svg", "")}{--k-icon:url("data:image/svg+xml,${data}")}`;
  }).join("\n");
}

// For systems that cut icons into a shape of their own: the ground reaches to the edge, and the
// lotus stands within the middle that no shape cuts (four fifths of the width).
function fullIcon() {
  const svg = readFileSync(`${here}icons/kheo.svg`, "utf8");
  const [, lotus] = svg.match(/<rect[^>]*\/>([^]*)<\/svg>/);
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">\n' +
    '<rect width="48" height="48" fill="#9c1c1c"/>\n' +
    `<g transform="translate(6 6) scale(0.75)">${lotus}</g>\n</svg>\n`;
}

function script(name, format = "iife") {
  const bundle = buildSync({
    entryPoints: [`${here}js/${name}`], bundle: true, minify: true, write: false, format,
    target: TARGET, charset: "utf8",
  });
  return bundle.outputFiles[0].text;
}

function write(name, text, gz_bytes_max) {
  const gz_bytes = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} bytes, ${gz_bytes} with gzip`);
  if (gz_bytes > gz_bytes_max) {
    console.error(`${name} is over its budget of ${gz_bytes_max} bytes with gzip.`);
    process.exit(1);
  }
  writeFileSync(`${out}/${name}`, text);
}
