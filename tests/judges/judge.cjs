// A judge that others wrote: npm's @sigstore/verify checks our receipts.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// Ours is only the taking apart of a tlog-proof file and the shape of its lines, which that package
// leaves to its callers; the signature, the root and the inclusion are its own. It knows no
// cosignatures and no consistency proofs. It runs on Node 18 and newer.
"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

// The checks are not among the package's exports; a path around them is the only way in.
const library = path.dirname(require.resolve("@sigstore/verify"));
const { verifyCheckpoint } = require(path.join(library, "timestamp", "checkpoint.js"));
const { verifyMerkleInclusion } = require(path.join(library, "timestamp", "merkle.js"));

// Node skips signs that are no base64, so the shape is checked first.
function base64(text) {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new Error("not base64");
  }
  return Buffer.from(text, "base64");
}

function readKey(vkey) {
  const [name, id, ...rest] = vkey.split("+");
  const key = base64(rest.join("+"));
  if (key.length !== 33 || key[0] !== 1) {
    throw new Error("not an Ed25519 key of a log");
  }
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key.subarray(1)]);
  return {
    name,
    logID: Buffer.from(id, "hex"),
    publicKey: crypto.createPublicKey({ key: spki, format: "der", type: "spki" }),
    validFor: { start: new Date(0), end: new Date(8.64e15) },
  };
}

function parse(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const split = text.indexOf("\n\n");
  const [first, extra, index, ...hashes] = text.slice(0, split).split("\n");
  const note = text.slice(split + 2);
  const match = /^([^\n]+)\n([0-9]+)\n([^\n]+)\n\n— (\S+) (\S+)\n$/.exec(note);
  if (split < 0 || first !== "c2sp.org/tlog-proof@v1" || !/^extra /.test(extra || "") ||
      !/^index [0-9]+$/.test(index || "") || !match) {
    throw new Error("not a tlog-proof");
  }
  const [, origin, size, root, signer, signature] = match;
  return {
    leaf: base64(extra.slice(6)), index: index.slice(6), hashes: hashes.map(base64), note,
    origin, size, root: base64(root), signer, signature: base64(signature),
  };
}

function verify(bytes, key) {
  const receipt = parse(bytes);
  if (receipt.origin !== key.name || receipt.signer !== key.name) {
    throw new Error("not a checkpoint of this log");
  }
  const entry = {
    integratedTime: "0",
    canonicalizedBody: receipt.leaf,
    inclusionProof: {
      logIndex: receipt.index, treeSize: receipt.size, rootHash: receipt.root,
      hashes: receipt.hashes, checkpoint: { envelope: receipt.note },
    },
  };
  verifyCheckpoint(entry, [key]);
  verifyMerkleInclusion(entry);
}

function passes(bytes, key) {
  try {
    verify(bytes, key);
    return true;
  } catch {
    return false;
  }
}

function meaning(bytes) {
  return JSON.stringify(parse(bytes), (name, value) =>
    // The note holds the signature's base64, which `signature` already has as bytes.
    name === "note" ? value.slice(0, value.indexOf("\n\n")) : value);
}

function mutants(bytes, key) {
  const whole = meaning(bytes);
  let harmless = 0;
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const mutant = Buffer.from(bytes);
    mutant[bit >> 3] ^= 1 << (bit & 7);
    if (!passes(mutant, key)) {
      continue;
    }
    if (meaning(mutant) !== whole) {
      throw new Error(`bit ${bit & 7} of byte ${bit >> 3} passes`);
    }
    harmless++;
  }
  for (let n = 0; n < bytes.length; n++) {
    if (passes(bytes.subarray(0, n), key)) {
      throw new Error(`the first ${n} bytes pass`);
    }
  }
  console.log(`${harmless} of ${bytes.length * 8} flips passed, all in unused base64 bits; ` +
    "no truncation did");
}

// The library hashes the leaf itself, so only cases whose leaf is known can be put to it: those of
// the eight leaves that Certificate Transparency's implementations share.
const LEAVES = new Map(["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
  "606162636465666768696a6b6c6d6e6f"].map((hex) => {
  const leaf = Buffer.from(hex, "hex");
  return [crypto.createHash("sha256").update(Buffer.from([0])).update(leaf).digest("base64"), leaf];
}));

function vectors(folder) {
  let count = 0;
  let skipped = 0;
  const files = fs.readdirSync(folder, { withFileTypes: true });
  const judged = [];
  const folders = [[folder, files]];
  while (folders.length > 0) {
    const [here, entries] = folders.pop();
    for (const entry of entries) {
      const name = path.join(here, entry.name);
      if (entry.isDirectory()) {
        folders.push([name, fs.readdirSync(name, { withFileTypes: true })]);
      } else if (name.endsWith(".json")) {
        judged.push(name);
      }
    }
  }
  for (const name of judged) {
    // Numbers beyond 2^53 must not be rounded on the way.
    const text = fs.readFileSync(name, "utf8").replace(/: (\d+)/g, ': "$1"');
    const vector = JSON.parse(text);
    const leaf = LEAVES.get(vector.leafHash);
    if (!leaf) {
      skipped++;
      continue;
    }
    count++;
    let refused = null;
    try {
      verifyMerkleInclusion({
        canonicalizedBody: leaf,
        inclusionProof: {
          logIndex: vector.leafIdx, treeSize: vector.treeSize,
          rootHash: Buffer.from(vector.root, "base64"),
          hashes: (vector.proof || []).map((hash) => Buffer.from(hash, "base64")),
        },
      });
    } catch (error) {
      refused = error;
    }
    if ((refused !== null) !== vector.wantErr) {
      throw new Error(`${name}: ${refused && refused.message}`);
    }
  }
  console.log(`0 of ${count} vectors judged wrongly, ${skipped} without a known leaf skipped`);
}

function main([question, file, keys]) {
  if (question === "vectors") {
    return vectors(file);
  }
  const key = readKey(fs.readFileSync(keys, "utf8").trim());
  const bytes = fs.readFileSync(file);
  return question === "mutants" ? mutants(bytes, key) : verify(bytes, key);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.log(error.message);
  process.exitCode = 1;
}
