// A PostgreSQL of version 14, as far as its greeting: for a program that must not go on with it.
// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:net';

const message = (type, ...parts) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const head = Buffer.alloc(5);
    head.write(type, 0);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
};
const greeting = Buffer.concat([
    message('R', [0, 0, 0, 0]),
    message('S', 'server_version\0', '14.1\0'),
    message('S', 'server_encoding\0', 'UTF8\0'),
    message('Z', 'I'),
]);

createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
        const isQuestion = bytes.length === 8; // about TLS, or GSSAPI
        socket.write(isQuestion ? 'N' : greeting);
    });
}).listen(process.argv[2]);
