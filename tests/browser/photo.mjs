// Pictures as text: how far each piece is from the ground, so that it can be kept and compared.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// A picture of pixels changes with every version of the browser and of the fonts' hints; what is
// kept here does not. Each piece of CELL pixels is three digits, red, green, blue: 0 is the ground, f
// as far from it as can be, by the root of the mean distance, so that a pale wash counts too. A
// piece of nothing but ground is a dot, and dots at the end of a line are left out.

const CELL = 24;
const GROUND = ".";
// One step is what a mean near the border between two digits may take; two are another picture,
// unless they are single pieces, where letters were set half a pixel beside.
const STEP_MAX = 1;
const PIECES_OUT_MAX = 0.01;
const PIECES_OUT_LEAST = 2;
const STEPS_MEAN_MAX = 0.5;
const HEIGHT_OFF_MAX = 2;

// A page to develop pictures in: the browser reads PNG, so nothing else has to.
export async function openDarkroom(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  return { page, close: () => context.close() };
}

// { width, height, rows } of a PNG; `ground` is [red, green, blue].
export async function develop(darkroom, png, ground) {
  return darkroom.page.evaluate(async ({ url, ground, cell, dot }) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const paint = canvas.getContext("2d");
    paint.drawImage(image, 0, 0);
    const { data } = paint.getImageData(0, 0, image.width, image.height);
    const digits = (left, top) => {
      const far = [0, 0, 0];
      const right = Math.min(left + cell, image.width);
      const bottom = Math.min(top + cell, image.height);
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const at = 4 * (y * image.width + x);
          for (let k = 0; k < 3; k++) far[k] += Math.abs(data[at + k] - ground[k]);
        }
      }
      const most = 255 * (right - left) * (bottom - top);
      const text = far.map((sum) => Math.round(15 * Math.sqrt(sum / most)).toString(16)).join("");
      return text === "000" ? dot : text;
    };
    const rows = [];
    for (let y = 0; y < image.height; y += cell) {
      let row = "";
      for (let x = 0; x < image.width; x += cell) row += digits(x, y);
      while (row.endsWith(dot)) row = row.slice(0, -1);
      rows.push(row);
    }
    return { width: image.width, height: image.height, rows };
  }, { url: `data:image/png;base64,${png.toString("base64")}`, ground, cell: CELL, dot: GROUND });
}

// What is different, a sentence each; none when they look alike.
export function differences(golden, picture) {
  const faults = [];
  if (golden.width !== picture.width) {
    faults.push(`${picture.width} px wide, was ${golden.width}`);
  }
  if (Math.abs(golden.height - picture.height) > HEIGHT_OFF_MAX) {
    faults.push(`${picture.height} px high, was ${golden.height}`);
  }
  if (faults.length > 0) return faults;
  const across = Math.ceil(golden.width / CELL);
  const down = Math.max(golden.rows.length, picture.rows.length);
  const out = [];
  let steps = 0;
  let inked = 0;
  for (let y = 0; y < down; y++) {
    const [was, is] = [golden, picture].map(({ rows }) => pieces(rows[y] ?? "", across));
    for (let x = 0; x < across; x++) {
      const far = stepsBetween(was[x], is[x]);
      if (was[x] !== "000" || is[x] !== "000") inked++;
      steps += far;
      if (far > STEP_MAX) out.push(`at ${x * CELL},${y * CELL} px: ${is[x]}, was ${was[x]}`);
    }
  }
  if (out.length > Math.max(PIECES_OUT_LEAST, PIECES_OUT_MAX * inked)) {
    faults.push(`${out.length} of ${inked} pieces are others`, ...out.slice(0, 5));
  } else if (steps > STEPS_MEAN_MAX * inked) {
    faults.push(`${steps} steps in ${inked} pieces: all of it is a little different`);
  }
  return faults;
}

// Of the colour that is farthest from what it was.
function stepsBetween(was, is) {
  return Math.max(...[0, 1, 2].map((k) => Math.abs(parseInt(was[k], 16) - parseInt(is[k], 16))));
}

function pieces(row, across) {
  const found = row.match(/\.|[0-9a-f]{3}/g) ?? [];
  return Array.from({ length: across }, (_, x) => (found[x] ?? GROUND).replace(GROUND, "000"));
}

// A file of pictures: "=== NAME WIDTHxHEIGHT", then its rows.
export function writePictures(pictures, about) {
  const lines = [about, "SPDX-License-Identifier: AGPL-3.0-or-later"];
  for (const [name, { width, height, rows }] of pictures) {
    lines.push(`=== ${name} ${width}x${height}`, ...rows);
  }
  return `${lines.join("\n")}\n`;
}

export function readPictures(text) {
  const pictures = new Map();
  let last;
  for (const line of text.split("\n").slice(0, -1)) {
    const head = line.match(/^=== (\S+) (\d+)x(\d+)$/);
    if (head) {
      last = { width: Number(head[2]), height: Number(head[3]), rows: [] };
      pictures.set(head[1], last);
    } else {
      last?.rows.push(line);
    }
  }
  return pictures;
}
