// The icon as a picture of dots, for systems that read no SVG: what stands in ours, no more.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { deflateSync } from "node:zlib";

const BOX = 48;
// As many samples a dot, each way.
const FINE = 3;
const PIECES = 24;
const GROUND = "#9c1c1c";

// A square without corners: iOS cuts them. The lotus stands within the middle four fifths.
export function picture(svg, size) {
  const shapes = [...svg.matchAll(/<(g|path)\b([^>]*)>|<\/g>/g)].reduce(readShape, {
    group: {}, shapes: [],
  }).shapes;
  const rows = Buffer.alloc(size * (1 + 3 * size));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      rows.set(dotAt(shapes, x, y, size), y * (1 + 3 * size) + 1 + 3 * x);
    }
  }
  return png(rows, size);
}

function readShape(found, [tag, name, attributes]) {
  const pairs = [...(attributes ?? "").matchAll(/([\w-]+)="([^"]*)"/g)];
  const own = Object.fromEntries(pairs.map(([, key, value]) => [key, value]));
  if (name === "path") found.shapes.push(shapeOf({ ...found.group, ...own }));
  else found.group = tag === "</g>" ? {} : own;
  return found;
}

function shapeOf({ d, fill, stroke, "stroke-width": width }) {
  const points = pointsOf(d);
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const half = Number(width) / 2;
  return {
    points, half, fill: fill === "none" ? null : colour(fill), stroke: colour(stroke),
    frame: [Math.min(...xs) - half, Math.min(...ys) - half, Math.max(...xs) + half,
      Math.max(...ys) + half],
  };
}

const colour = (text) => {
  const digits = text.slice(1);
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return [0, 2, 4].map((at) => parseInt(long.slice(at, at + 2), 16));
};

// M, C and c are all that the lotus is drawn with; another letter is a mistake that must be seen.
function pointsOf(d) {
  const points = [];
  for (const [, letter, numbers] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (numbers.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number);
    if (letter === "M") points.push(values);
    else if (letter === "Z") points.push(points[0]);
    else if (/c/i.test(letter)) {
      for (let i = 0; i < values.length; i += 6) {
        addCurve(points, values.slice(i, i + 6), letter === "c");
      }
    } else throw new Error(`the icon is drawn with ${letter}, which is not known here`);
  }
  return points;
}

function addCurve(points, values, isRelative) {
  const from = points.at(-1);
  const [b, c, to] = [0, 2, 4].map((at) =>
    [0, 1].map((axis) => values[at + axis] + (isRelative ? from[axis] : 0)));
  for (let i = 1; i <= PIECES; i++) {
    const t = i / PIECES;
    const u = 1 - t;
    points.push([0, 1].map((axis) => u ** 3 * from[axis] + 3 * u * u * t * b[axis] +
      3 * u * t * t * c[axis] + t ** 3 * to[axis]));
  }
}

function dotAt(shapes, x, y, size) {
  const sum = [0, 0, 0];
  for (let i = 0; i < FINE * FINE; i++) {
    const place = [x + (i % FINE + 0.5) / FINE, y + (Math.floor(i / FINE) + 0.5) / FINE]
      .map((at) => (at / size * BOX - BOX / 8) / 0.75);
    colourAt(shapes, place).forEach((part, index) => (sum[index] += part));
  }
  return sum.map((part) => Math.round(part / (FINE * FINE)));
}

function colourAt(shapes, [x, y]) {
  let found = colour(GROUND);
  for (const { points, half, fill, stroke, frame } of shapes) {
    if (x < frame[0] || y < frame[1] || x > frame[2] || y > frame[3]) continue;
    const { isInside, distance } = lookAt(points, x, y);
    if (distance <= half) found = stroke;
    else if (fill && isInside) found = fill;
  }
  return found;
}

function lookAt(points, x, y) {
  let isInside = false;
  let least = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
    if ((ay > y) !== (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)) isInside = !isInside;
    const [dx, dy] = [bx - ax, by - ay];
    const part = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const along = Math.min(1, Math.max(0, part));
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy));
  }
  return { isInside, distance: least };
}

export function png(rows, size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(bytes.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

// Node 18 has none.
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
