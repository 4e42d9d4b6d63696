#!/usr/bin/python3
# Makes envelopes as base/envelope.h describes them, with PyNaCl: envelope.py FOLDER
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Written from the description alone, so that two readers of it must agree. What it made is kept in
fuzz/corpus/envelope (src/base/tests/envelope_test.c opens it); a run of its own makes other bytes
that open alike. It also prints the other vectors of that test."""

import hashlib
import os
import sys

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as aead
from nacl.bindings import crypto_scalarmult_base
from nacl.public import PublicKey, SealedBox
from nacl.pwhash import argon2id

EXP = [1]
for _ in range(254):
    doubled = EXP[-1] << 1
    doubled ^= 0x11B if doubled & 0x100 else 0
    EXP.append(EXP[-1] ^ doubled)  # times 3, which generates the field
LOG = {value: power for power, value in enumerate(EXP)}


def times(a, b):
    return EXP[(LOG[a] + LOG[b]) % 255] if a and b else 0


def share(secret, rows, x):
    out = bytearray(secret)
    power = 1
    for row in rows:
        power = times(power, x)
        out = bytearray(o ^ times(power, r) for o, r in zip(out, row))
    return bytes(out)


def secret_key(i):
    return bytes([i]) * 32


def public_key(i):
    return crypto_scalarmult_base(secret_key(i))


def key_id(public):
    return hashlib.blake2b(public, digest_size=8).digest()


def padded(text):
    for size in (4, 16, 64, 256, 1024, 4096, 16384):
        if len(text) + 4 <= size << 10:
            return (len(text).to_bytes(4, "big") + text).ljust(size << 10, b"\0")
    raise ValueError("too long")


def envelope(kind, keys, needed, inner):
    secret = os.urandom(32)
    rows = [os.urandom(32) for _ in range(needed - 1)]
    out = b"KNS1" + bytes([1, kind, len(keys)])
    for place, public in enumerate(keys, 1):
        inside = secret if kind == 1 else share(secret, rows, place)
        out += key_id(public) + SealedBox(PublicKey(public)).encrypt(inside)
    nonce = os.urandom(24)
    out += nonce
    return out + aead(inner, out, nonce, secret)


def main(folder):
    keys = [public_key(i) for i in (1, 2, 3)]
    said = "Người gửi: Trần Thị Thử".encode()
    for name, kind, needed, inner in (
        ("content", 1, 1, padded(said)),
        ("content-16k", 1, 1, padded(said * 200)),
        ("identity", 2, 2, padded(said)),
        ("key", 3, 3, padded(secret_key(9))),
        ("bad-padding", 1, 1, padded(said)[:-1] + b"\1"),
        ("bad-class", 1, 1, padded(said).ljust(16 << 10, b"\0")),
        ("bad-length", 1, 1, b"\xff" * (4 << 10)),
    ):
        with open(os.path.join(folder, "pynacl-" + name), "wb") as file:
            file.write(envelope(kind, keys, needed, inner))
    print("key id of 1:", key_id(keys[0]).hex())
    rows = [bytes(range(32)), bytes(range(100, 132))]
    for x in (1, 2, 255):
        print("share", x, "of", secret_key(7).hex()[:4], share(secret_key(7), rows, x).hex())
    stretched = argon2id.kdf(32, "nón bài thơ".encode(), bytes(range(16)), 3, 64 << 20)
    print("argon2id:", stretched.hex())


main(sys.argv[1])
