// The point of a report: where this telephone is, or picked on a map that is fetched when wanted.
// SPDX-License-Identifier: AGPL-3.0-or-later

const PATIENCE_MS = 30 * 1000;
const OLDEST_MS = 60 * 1000;
// Eleven metres: the server rounds to the same.
const PLACES = 4;

for (const root of document.querySelectorAll("[data-point]")) offer(root);

function offer(root) {
  const { lat, lon, unit } = root.closest("form").elements;
  const part = (name) => root.querySelector(`[data-point-${name}]`);
  const words = root.dataset;
  const say = (sentence) => (part("says").textContent = sentence);
  const map = { shown: null };

  const keep = async (at) => {
    [lat.value, lon.value] = at.map((degrees) => degrees.toFixed(PLACES));
    const kept = words.kept.replace("#điểm#", `${lat.value}, ${lon.value}`);
    say(kept);
    part("drop").hidden = false;
    const there = words.unitAt && (await unitAt(words.unitAt, lat.value, lon.value));
    // Another one may have been picked meanwhile.
    if (!there || !kept.includes(lat.value) || part("says").textContent !== kept) return;
    say(`${kept} ${words.there.replace("#nơi#", there.name)}`);
    // What somebody chose is theirs; the page behind this one asks about it.
    if (!unit.value) unit.value = there.unit;
  };

  const drop = part("drop").querySelector("input");
  drop.addEventListener("change", () => {
    lat.value = lon.value = "";
    drop.checked = false;
    part("drop").hidden = true;
    say("");
    map.shown?.clear();
  });

  // What was kept is in sight, and can be taken away.
  const showKept = () => {
    if (!lat.value) return;
    say(words.kept.replace("#điểm#", `${lat.value}, ${lon.value}`));
    part("drop").hidden = false;
  };
  root.closest("form").addEventListener("filled", showKept);
  showKept();

  part("tools").hidden = false;
  part("here").hidden = !navigator.geolocation;
  part("here").addEventListener("click", () => {
    say(words.asking);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        keep([coords.latitude, coords.longitude]);
        map.shown?.move([coords.latitude, coords.longitude]);
      },
      () => say(words.denied),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: OLDEST_MS },
    );
  });
  part("map")?.addEventListener("click", () =>
    open(root, map, unit, [lat, lon], keep, say).catch(() => say(words.noMap)));
  unit?.addEventListener("change", () => map.shown && open(root, map, unit, [lat, lon], keep, say)
    .catch(() => say(words.noMap)));
}

async function unitAt(path, lat, lon) {
  try {
    const answer = await fetch(`${path}?lat=${lat}&lon=${lon}`, { credentials: "omit" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// The library weighs four times what the page does, so it comes when somebody wants a map.
async function open(root, map, unit, [lat, lon], keep, say) {
  const words = root.dataset;
  if (!unit.value) {
    say(words.choose);
    unit.focus();
    return;
  }
  const answer = await fetch(words.boundaries + encodeURIComponent(unit.value), {
    credentials: "omit",
  });
  if (!answer.ok) throw new Error("no boundary");
  const boundary = await answer.json();
  await styled(words.mapCss);
  const { show } = await import(words.mapJs);
  root.querySelector("[data-point-frame]").hidden = false;
  const at = lat.value ? [Number(lat.value), Number(lon.value)] : null;
  map.shown ??= show(root.querySelector("[data-point-on]"), words, keep);
  map.shown.look(boundary, at);
}

function styled(address) {
  if (document.querySelector(`link[href="${address}"]`)) return null;
  return new Promise((done, fail) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: address, onload: done, onerror: fail });
    document.head.append(link);
  });
}
