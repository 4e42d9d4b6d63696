// A map to pick a point on: the lines of a unit, a marker, and tiles where the operator has some.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { Control, DivIcon, GeoJSON, LatLngBounds, Map as Leaflet, Marker, TileLayer }
  from "leaflet";

const CLOSEST = 19;
const WORLD = "-180,-85,180,85";
// Of what the unit's frame measures: a bit of the neighbours, and never a map of the country.
const AROUND = 0.5;
const STEP_PX = 8;
const MARKER_PX = 32;
const ARROWS = {
  ArrowLeft: [-STEP_PX, 0], ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX], ArrowDown: [0, STEP_PX],
};

// `keep` hears [north, east] of each point that is picked.
export function show(element, words, keep) {
  const map = new Leaflet(element, {
    zoomControl: false, attributionControl: !!words.credit, zoomSnap: 0.5,
  });
  new Control.Zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.attributionControl?.setPrefix(false);
  if (words.tiles) {
    basemap(words).addTo(map);
    element.classList.add("k-point__map--basemap");
  }
  const lines = new GeoJSON(null, { interactive: false, style: { className: "k-point__line" } });
  lines.addTo(map);
  const marker = new Marker([0, 0], {
    draggable: true, keyboard: true, title: words.marker, alt: words.marker, autoPanOnFocus: false,
    icon: new DivIcon({
      className: "k-point__marker", iconSize: [MARKER_PX, MARKER_PX],
      iconAnchor: [MARKER_PX / 2, MARKER_PX / 2],
    }),
  });
  const put = (at) => {
    marker.setLatLng(at).addTo(map);
    keep([at.lat, at.lng]);
  };
  map.on("click", ({ latlng }) => put(latlng));
  marker.on("dragend", () => put(marker.getLatLng()));
  // Enter puts it into the middle; then, while it has the focus, arrows move it and not the map.
  element.addEventListener("keydown", (event) => {
    const isOnMarker = event.target === marker.getElement();
    if (event.key === "Enter" && event.target === element) {
      put(map.getCenter());
      marker.getElement().focus();
    } else if (isOnMarker && ARROWS[event.key]) {
      put(map.containerPointToLatLng(
        map.latLngToContainerPoint(marker.getLatLng()).add(ARROWS[event.key])));
      map.panInside(marker.getLatLng(), { padding: [MARKER_PX, MARKER_PX] });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);
  return {
    look: (boundary, at) => look(map, lines, marker, boundary, at),
    move: (at) => {
      marker.setLatLng(at).addTo(map);
      map.panTo(at);
    },
    clear: () => marker.remove(),
  };
}

// Only what the operator has is asked for; one level further out it is shown half as large. The
// library takes the credit for HTML.
function basemap(words) {
  const from = Number(words.tilesFrom);
  const bounds = words.tilesBounds || WORLD;
  const [west, south, east, north] = bounds.split(",").map(Number);
  const credit = document.createElement("span");
  credit.textContent = words.credit;
  return new TileLayer(words.tiles, {
    minZoom: from - 1, minNativeZoom: from,
    maxNativeZoom: Number(words.tilesZoom), maxZoom: CLOSEST,
    bounds: new LatLngBounds([south, west], [north, east]), noWrap: true,
    attribution: credit.innerHTML,
  });
}

function look(map, lines, marker, boundary, at) {
  const [west, south, east, north] = boundary.bbox;
  const frame = new LatLngBounds([south, west], [north, east]);
  lines.clearLayers().addData(boundary);
  map.invalidateSize();
  map.setMinZoom(0).setMaxBounds(null).fitBounds(frame, { animate: false });
  map.setMaxBounds(frame.pad(AROUND)).setMinZoom(map.getZoom()).setMaxZoom(CLOSEST);
  if (at) marker.setLatLng(at).addTo(map);
}
