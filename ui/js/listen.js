// Reading a page aloud, by a voice that lives in this machine.
// SPDX-License-Identifier: AGPL-3.0-or-later

// A voice from elsewhere would be sent what stands on the page.
export function offerListening() {
  const button = document.querySelector("button[data-listen]");
  if (!button || !window.speechSynthesis) return;
  const offer = () => {
    const voice = voiceFor(button.dataset.listen);
    if (!voice) return;
    button.parentElement.hidden = false;
    button.onclick = () => toggle(button, voice);
  };
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

function voiceFor(language) {
  return speechSynthesis.getVoices().find((voice) =>
    voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);
}

function toggle(button, voice) {
  const words = button.lastElementChild;
  const name = (button.dataset.name ??= words.textContent);
  const end = () => (words.textContent = name);
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    end();
    return;
  }
  // Long texts break off in some browsers, so each sentence goes alone.
  const sentences = textOf(button).match(/[^.!?\n]+[.!?]*/g) ?? [];
  for (const sentence of sentences) {
    const speech = new SpeechSynthesisUtterance(sentence);
    Object.assign(speech, { voice, lang: voice.lang });
    speech.onend = () => speechSynthesis.pending || end();
    speechSynthesis.speak(speech);
  }
  words.textContent = button.dataset.stop;
}

function textOf(button) {
  if (button.dataset.text) return button.dataset.text;
  const parts = document.querySelectorAll("main :is(h1, h2, p, li, dt, dd, label, a.k-button)");
  return [...parts].filter((part) => part.checkVisibility?.() ?? part.offsetParent)
    .filter((part) => !part.closest(".k-help, .k-listen, .k-code"))
    .filter((part) => !part.querySelector("p, li, label"))
    .map((part) => part.textContent.trim()).join("\n");
}
