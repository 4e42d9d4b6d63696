// A mail server that keeps what it gets, and misbehaves when told to.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { createServer } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";

// `behaviour` may change at any time: { rcpt: code, tls: {key, cert}, onLetter: async () => {} }.
export function startSink(behaviour = {}, address = "127.0.0.1") {
  const sink = { letters: [], logins: [], behaviour, port: 0, close: null };
  const server = createServer((socket) => converse(sink, socket));
  sink.close = () => server.close();
  return new Promise((done) => server.listen(0, address, () => {
    sink.port = server.address().port;
    done(sink);
  }));
}

function converse(sink, plain) {
  let socket = plain;
  let text = "";
  let letter = null;
  let login = false;
  let isSecure = false;
  const say = (line) => socket.write(`${line}\r\n`);
  const verbs = {
    EHLO: () => {
      const offersTls = sink.behaviour.tls && !isSecure;
      say(`250-sink\r\n${offersTls ? "250-STARTTLS\r\n" : ""}250-AUTH PLAIN\r\n250 8BITMIME`);
    },
    STARTTLS: () => {
      say("220 go on");
      socket.removeAllListeners("data");
      socket = new TLSSocket(plain, {
        isServer: true,
        secureContext: createSecureContext(sink.behaviour.tls),
      });
      isSecure = true;
      listen();
    },
    AUTH: () => {
      login = true;
      say("334 ");
    },
    RCPT: () => say(`${sink.behaviour.rcpt ?? 250} so it is`),
    DATA: () => {
      letter = "";
      say("354 go on");
    },
    QUIT: () => socket.end("221 bye\r\n"),
  };
  const take = async (line) => {
    if (login) {
      sink.logins.push({ isSecure, said: Buffer.from(line, "base64").toString() });
      login = false;
      say("235 come in");
    } else if (letter === null) {
      (verbs[line.slice(0, 8).split(" ")[0].toUpperCase()] ?? (() => say("250 ok")))(line);
    } else if (line === ".") {
      sink.letters.push({ text: letter, isSecure });
      letter = null;
      await sink.behaviour.onLetter?.();
      say("250 taken");
    } else {
      letter += `${line}\r\n`;
    }
  };
  const listen = () => {
    socket.on("error", () => {});
    socket.on("data", async (bytes) => {
      text += bytes.toString("latin1");
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        await take(line);
      }
    });
  };
  listen();
  say("220 sink");
}

// What its reader sees: headers by name, subject and body in letters again.
export function readLetter({ text }) {
  const [head, body] = text.split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]/g, " ").split("\r\n");
  const headers = Object.fromEntries(unfolded.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  }));
  const words = headers.subject.match(/=\?utf-8\?B\?[^?]*/g)?.map((word) => word.split("?")[3]);
  const bytes = words?.map((word) => Buffer.from(word, "base64"));
  return {
    headers,
    subject: bytes ? Buffer.concat(bytes).toString() : headers.subject,
    body: Buffer.from(body, "base64").toString().replaceAll("\r\n", "\n"),
  };
}
