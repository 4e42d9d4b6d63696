// Speaking instead of writing: records with the microphone into the form's own file field.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// A script of its own, on the one page that may ask for the microphone. Without it, or where the
// browser refuses, the field takes a file that the telephone's own recorder made.

const LONGEST_MS = 3 * 60 * 1000;
const BITS_PER_SECOND = 32000;
const TICK_MS = 250;
// What the server takes, the smallest first; a browser says which it can do.
const TYPES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

for (const part of document.querySelectorAll("[data-record]")) offer(part);

function offer(part) {
  const canFill = typeof DataTransfer === "function";
  const type = globalThis.MediaRecorder && TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  if (!type || !canFill || !navigator.mediaDevices?.getUserMedia) return;
  const find = (name) => part.querySelector(`[data-record-${name}]`);
  const tools = {
    input: part.querySelector("input[type=file]"), start: find("start"), stop: find("stop"),
    clock: find("clock"), listen: find("listen"), drop: find("drop"), said: find("said"), type,
  };
  find("tools").hidden = false;
  tools.input.hidden = true;
  tools.start.addEventListener("click", () => record(tools));
  tools.drop.addEventListener("click", () => {
    fill(tools, null);
    say(tools, "dropped");
    tools.start.focus();
  });
}

async function record(tools) {
  let stream;
  tools.start.disabled = true;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch {
    tools.input.hidden = false;
    tools.start.disabled = false;
    say(tools, "denied");
    return;
  }
  const pieces = [];
  const recorder = new MediaRecorder(stream, {
    mimeType: tools.type, audioBitsPerSecond: BITS_PER_SECOND,
  });
  const from = Date.now();
  const clock = setInterval(() => {
    const passed = Date.now() - from;
    tools.clock.textContent = written(passed);
    if (passed >= LONGEST_MS) stop();
  }, TICK_MS);
  const stop = () => recorder.state !== "inactive" && recorder.stop();
  // What is being said belongs to what is sent: the form goes when the recording has ended.
  const hold = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    recorder.addEventListener("stop", () => tools.input.form.requestSubmit(event.submitter));
    stop();
  };
  tools.input.form.addEventListener("submit", hold, { capture: true });
  tools.stop.addEventListener("click", stop, { once: true });
  recorder.ondataavailable = (event) => event.data.size && pieces.push(event.data);
  recorder.onstop = () => {
    clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
    tools.input.form.removeEventListener("submit", hold, { capture: true });
    tools.start.disabled = false;
    fill(tools, pieces);
    say(tools, "done");
    tools.listen.focus();
  };
  fill(tools, null);
  show(tools, true);
  tools.clock.textContent = written(0);
  say(tools, "running");
  recorder.start();
  tools.stop.focus();
}

// The pieces as the field's file; null empties it.
function fill(tools, pieces) {
  const chosen = new DataTransfer();
  if (tools.listen.src) URL.revokeObjectURL(tools.listen.src);
  tools.listen.removeAttribute("src");
  if (pieces) {
    const [type] = tools.type.split(";");
    const file = new File(pieces, `loi-noi.${type.split("/")[1]}`, { type });
    chosen.items.add(file);
    tools.listen.src = URL.createObjectURL(file);
    tools.start.textContent = tools.said.dataset.again;
  }
  tools.input.files = chosen.files;
  show(tools, false);
}

function show(tools, isRunning) {
  const isThere = tools.input.files.length > 0;
  tools.start.hidden = isRunning;
  tools.stop.hidden = tools.clock.hidden = !isRunning;
  tools.listen.hidden = tools.drop.hidden = isRunning || !isThere;
}

function say(tools, what) {
  tools.said.textContent = tools.said.dataset[what];
}

function written(passed_ms) {
  const seconds = Math.floor(passed_ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} / 3:00`;
}
