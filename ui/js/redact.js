// Blacking out: boxes drawn over a picture become lines of the field beside it; the server paints.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// A script of its own: pages that show what was sealed must not have the one that keeps drafts.

const GRID = 1000;
const SMALLEST = 4;

for (const frame of document.querySelectorAll("[data-redact]")) {
  const field = frame.closest("form").elements[frame.dataset.redact];
  field.addEventListener("input", () => show(frame, field));
  frame.addEventListener("pointerdown", (event) => draw(event, frame, field));
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  show(frame, field);
}

// From where the pointer went down to where it is let go.
function draw(down, frame, field) {
  if (down.target.closest("button")) return;
  down.preventDefault();
  const from = place(down, frame);
  const box = element(frame, "k-redact__box");
  let lines = null;
  const move = (event) => {
    const to = place(event, frame);
    lines = [0, 1].map((side) => Math.min(from[side], to[side]))
      .concat([0, 1].map((side) => Math.abs(from[side] - to[side])));
    lay(box, lines);
  };
  const over = new AbortController();
  const end = () => {
    over.abort();
    box.remove();
    if (lines && lines[2] >= SMALLEST && lines[3] >= SMALLEST) {
      field.value = `${field.value.trim()}\n${lines.join(" ")}`.trim();
    }
    show(frame, field);
  };
  frame.setPointerCapture(down.pointerId);
  frame.addEventListener("pointermove", move, { signal: over.signal });
  frame.addEventListener("pointerup", end, { signal: over.signal });
  frame.addEventListener("pointercancel", end, { signal: over.signal });
}

// Thousandths of the picture, never beyond it.
function place(event, frame) {
  const rect = frame.getBoundingClientRect();
  const part = (at, length) => Math.round(Math.min(1, Math.max(0, at / length)) * GRID);
  return [part(event.clientX - rect.left, rect.width), part(event.clientY - rect.top, rect.height)];
}

// What the field says, as it will be; each box is taken away by a click.
function show(frame, field) {
  for (const old of frame.querySelectorAll(".k-redact__box")) old.remove();
  const lines = field.value.split("\n");
  lines.forEach((line, index) => {
    const numbers = line.trim().split(/\s+/).map(Number);
    if (numbers.length !== 4 || numbers.some((number) => !(number >= 0 && number <= GRID))) return;
    const box = element(frame, "k-redact__box", "button");
    box.type = "button";
    box.title = field.labels[0].textContent.trim();
    lay(box, numbers);
    box.addEventListener("click", () => {
      field.value = lines.filter((_, other) => other !== index).join("\n");
      show(frame, field);
    });
  });
}

function lay(box, [left, top, width, height]) {
  const percent = (number) => `${number / 10}%`;
  Object.assign(box.style, {
    left: percent(left), top: percent(top), width: percent(width), height: percent(height),
  });
}

function element(frame, name, tag = "span") {
  const made = document.createElement(tag);
  made.className = name;
  frame.append(made);
  return made;
}
