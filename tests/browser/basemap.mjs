// A house of its own with boundaries and the operator's map in pictures, both made here.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { png } from "../../ui/icon.mjs";
import { startHouse } from "./house.mjs";

const TILE_PX = 256;
const EDGE = 160;
const BOUNDARIES = "src/mod/map/tests/data/two.geojson";
// Those of the boundaries, and a bit around them.
const BOUNDS = [107.4, 16.3, 107.8, 16.6];
export const ZOOMS = [11, 14];
export const CREDIT = "© Sở NN&MT";

export function startBasemapHouse() {
  return startHouse((tell, folder) => {
    const tiles = join(folder, "nen.mbtiles");
    tell("import", "boundaries", BOUNDARIES, "--since", "2025-07-01", "--source", "Bản vẽ thử");
    execFileSync("sqlite3", [tiles], { input: tilesAsSql() });
    return ["--tiles", tiles];
  });
}

function tilesAsSql() {
  const [west, south, east, north] = BOUNDS;
  const rows = [];
  for (let zoom = ZOOMS[0]; zoom <= ZOOMS[1]; zoom++) {
    for (let x = column(west, zoom); x <= column(east, zoom); x++) {
      for (let y = row(north, zoom); y <= row(south, zoom); y++) {
        rows.push(`(${zoom}, ${x}, ${2 ** zoom - 1 - y}, x'${tile(x + y).toString("hex")}')`);
      }
    }
  }
  return `CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);
    INSERT INTO metadata VALUES ('name', 'Nền Huế'), ('format', 'png'), ('minzoom', '${ZOOMS[0]}'),
      ('maxzoom', '${ZOOMS[1]}'), ('bounds', '${BOUNDS}'),
      ('attribution', '&copy; <a href="https://so.example/"><b>Sở</b> NN&amp;MT</a>');
    INSERT INTO tiles VALUES ${rows.join(",\n")};`;
}

const column = (east, zoom) => Math.floor(((east + 180) / 360) * 2 ** zoom);
function row(north, zoom) {
  const angle = (north * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** zoom);
}

// One colour of two in turns, with lines at its edges: whoever looks sees where each lies.
function tile(number) {
  const shade = number % 2 ? 220 : 240;
  const rows = Buffer.alloc(TILE_PX * (1 + 3 * TILE_PX), shade);
  rows.fill(EDGE, 0, 1 + 3 * TILE_PX);
  for (let y = 0; y < TILE_PX; y++) {
    const start = y * (1 + 3 * TILE_PX);
    rows.fill(EDGE, start, start + 4);
    rows[start] = 0;
  }
  return png(rows, TILE_PX);
}
