// Photos: made smaller on the phone, so that five of them pass over a village's network.
// SPDX-License-Identifier: AGPL-3.0-or-later

const EDGE_PX = 1600;
const QUALITY = 0.72;
// What is already small stays as it was taken.
const SMALL_BYTES = 400 * 1024;

export function shrinkPhotos() {
  for (const input of document.querySelectorAll("input[type=file][data-shrink]")) {
    input.addEventListener("change", () => shrinkAll(input));
  }
}

async function shrinkAll(input) {
  const button = input.form?.querySelector("[type=submit]");
  button?.setAttribute("aria-busy", "true");
  const chosen = new DataTransfer();
  for (const file of input.files) chosen.items.add(await shrink(file));
  input.files = chosen.files;
  button?.removeAttribute("aria-busy");
}

// The server checks, strips and scales whatever comes, so a failure here costs only time.
async function shrink(file) {
  if (!file.type.startsWith("image/") || file.size <= SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, EDGE_PX / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
}
