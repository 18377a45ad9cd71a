// Draws the base map and puts the places of the page on it; moves and scales both.
import { SIDE, countries, latitude, project } from "./atlas.js";
import { place as placeNames } from "./labels.js";

const NS = "http://www.w3.org/2000/svg";
const EARTH_KM = 40075.017;
const LARGEST = 400;
const NEAR_PX = 15;
const map = document.querySelector("[data-map]");

function make(tag, parent, values) {
  const one = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(values)) one.setAttribute(name, value);
  return parent.appendChild(one);
}

// Kilometres as lengths on the projected square, which grow away from the equator.
function lengthOf(km, lat) {
  return ((km / EARTH_KM) * SIDE) / Math.cos((lat * Math.PI) / 180);
}

function readPlaces() {
  return [...map.querySelectorAll(".place")].map((link) => {
    const { lat, lon, km, events, outline, name, key } = link.dataset;
    const [x, y] = project(Number(lon), Number(lat));
    const reach = km ? lengthOf(Number(km), Number(lat)) : 0;
    const size = Math.min(20, 3.5 + 2 * Math.sqrt(Number(events)));
    const disputed = link.classList.contains("disputed");
    const whole = link.classList.contains("country");
    if (reach) link.reach = make("circle", link, { class: "reach", r: 1 });
    const dot = disputed
      ? { d: `M0-${size + 1.5}L${size + 1.5} 0 0 ${size + 1.5}-${size + 1.5} 0Z` }
      : { r: size };
    if (whole) Object.assign(dot, { x: -size, y: -size, width: 2 * size, height: 2 * size });
    const shape = disputed ? "path" : whole ? "rect" : "circle";
    make(shape, link, { ...dot, class: "body", "data-block": "" });
    const label = make("text", link, { "data-label": 100 - Number(events), "data-away": size + 5 });
    return { link, label, x, y, reach, outline, name, key, size, merged: 0 };
  });
}

function start(lands, places) {
  const view = { x: SIDE / 2, y: SIDE / 2, scale: 1 };
  const groups = { lands: map.querySelector(".lands"), names: map.querySelector(".countries") };
  const shaded = new Set(places.map((one) => one.outline).filter(Boolean));
  for (const land of lands) {
    land.path.classList.toggle("shaded", shaded.has(land.id));
    groups.lands.append(land.path);
    land.text = make("text", groups.names, { "data-label": 1000, "data-away": 0 });
    land.text.textContent = land.name;
  }
  // Labels are placed beside a sign of their own group; a country's name has none.
  for (const land of lands) {
    land.group = make("g", groups.names, {});
    land.group.append(land.text);
  }
  let size = { width: 1, height: 1 };
  let waiting = 0;

  function box() {
    const fine = places.filter((one) => !one.outline);
    const known = fine.map(({ x, y, reach }) => {
      const around = Math.max(reach, 1.5);
      return [x - around, y - around, x + around, y + around];
    });
    if (!fine.length) known.push(...lands.filter((one) => shaded.has(one.id)).map((one) => one.main));
    if (!known.length) known.push([0, 0, SIDE, SIDE]);
    return [0, 1, 2, 3].map((at) => (at < 2 ? Math.min : Math.max)(...known.map((one) => one[at])));
  }

  function fit() {
    const [left, top, right, bottom] = box();
    view.x = (left + right) / 2;
    view.y = (top + bottom) / 2;
    const scale = Math.min(size.width / (right - left), size.height / (bottom - top)) * 0.86;
    view.scale = Math.min(scale, LARGEST / 4);
    later();
  }

  function keep() {
    view.scale = Math.min(LARGEST, Math.max(view.scale, Math.min(size.width, size.height) / SIDE));
    view.x = Math.min(SIDE, Math.max(0, view.x));
    view.y = Math.min(SIDE, Math.max(0, view.y));
  }

  function zoom(factor, at = { x: size.width / 2, y: size.height / 2 }) {
    const before = view.scale;
    view.scale *= factor;
    keep();
    const gained = 1 / before - 1 / view.scale;
    view.x += (at.x - size.width / 2) * gained;
    view.y += (at.y - size.height / 2) * gained;
    later();
  }

  function move(dx, dy) {
    view.x -= dx / view.scale;
    view.y -= dy / view.scale;
    later();
  }

  function later() {
    waiting ||= requestAnimationFrame(draw);
  }

  function screen(x, y) {
    return [
      (x - view.x) * view.scale + size.width / 2,
      (y - view.y) * view.scale + size.height / 2,
    ];
  }

  function drawLands() {
    const [dx, dy] = screen(0, 0);
    groups.lands.setAttribute("transform", `translate(${dx} ${dy}) scale(${view.scale})`);
    for (const land of lands) {
      const [left, top] = screen(land.box[0], land.box[1]);
      const [right, bottom] = screen(land.box[2], land.box[3]);
      const seen = right > 0 && bottom > 0 && left < size.width && top < size.height;
      land.path.classList.toggle("off", !seen);
      const [x, y] = screen(land.label.x, land.label.y);
      land.group.setAttribute("transform", `translate(${x} ${y})`);
      const room = !shaded.has(land.id) && land.label.width * view.scale > 8.5 * land.name.length;
      land.group.classList.toggle("off", !seen || !room);
    }
  }

  // Places that would cover each other are shown as the one of most events.
  function drawPlaces() {
    const kept = [];
    for (const one of places) {
      const [x, y] = screen(one.x, one.y);
      Object.assign(one, { atX: x, atY: y, merged: 0, alike: 0 });
      one.link.setAttribute("transform", `translate(${x} ${y})`);
      one.link.reach?.setAttribute("r", one.reach * view.scale);
      const over = kept.find((other) => Math.hypot(other.atX - x, other.atY - y) < NEAR_PX);
      one.link.classList.toggle("off", Boolean(over));
      if (!over) kept.push(one);
      else if (over.key !== one.key) over.merged += 1;
    }
    for (const one of kept) {
      one.label.textContent = one.merged ? `${one.name} +${one.merged}` : one.name;
    }
  }

  function drawScale() {
    const km = EARTH_KM * Math.cos((latitude(view.y) * Math.PI) / 180) / SIDE / view.scale;
    const most = km * Math.min(120, size.width / 3);
    const power = 10 ** Math.floor(Math.log10(most));
    const round = [5, 2, 1].find((one) => one * power <= most) * power;
    const bar = map.parentNode.querySelector(".scale");
    bar.hidden = false;
    bar.style.width = `${round / km}px`;
    bar.textContent = `${round.toLocaleString("en")} km`;
  }

  function draw() {
    waiting = 0;
    drawLands();
    drawPlaces();
    drawScale();
    placeNames(map);
  }

  let fitted = false;
  new ResizeObserver(() => {
    size = { width: map.clientWidth, height: map.clientHeight };
    if (!fitted && size.width) {
      fitted = true;
      fit();
    } else later();
  }).observe(map);

  control({ zoom, move, fit });
  for (const one of places) {
    one.link.addEventListener("click", (event) => {
      if (!one.merged || view.scale > LARGEST / 2) return;
      event.preventDefault();
      event.stopPropagation();
      zoom(2.5, { x: one.atX, y: one.atY });
    });
  }
}

function control({ zoom, move, fit }) {
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  const acts = { "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: fit };
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = steps[event.key] ? () => move(...steps[event.key]) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  map.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = map.getBoundingClientRect();
    const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    zoom(Math.exp(-event.deltaY / 400), at);
  }, { passive: false });
  const buttons = map.parentNode.querySelector(".zoom");
  const pressed = { in: () => zoom(1.6), out: () => zoom(1 / 1.6), all: fit };
  buttons.hidden = false;
  for (const button of buttons.querySelectorAll("button")) {
    button.addEventListener("click", pressed[button.dataset.zoom]);
  }
  drag(zoom, move);
}

// One finger or the mouse moves the map, two fingers scale it.
function drag(zoom, move) {
  const held = new Map();
  let moved = 0;
  const apart = () => {
    const [one, other] = [...held.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  map.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  addEventListener("pointermove", (event) => {
    const from = held.get(event.pointerId);
    if (!from) return;
    const before = held.size === 2 ? apart() : 0;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved += Math.hypot(dx, dy);
    if (held.size === 2) zoom(apart() / (before || 1));
    else move(dx, dy);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    addEventListener(name, (event) => held.delete(event.pointerId));
  }
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener("click", (event) => {
    if (moved > 6) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
}

// The events of a place are put under the map, without leaving it.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-key], [data-here]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const address = link.getAttribute("href");
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("here");
  if (!answer.ok || !fresh) {
    location.assign(address);
    return;
  }
  document.getElementById("here").replaceWith(document.adoptNode(fresh));
  history.replaceState(null, "", address.split("#")[0]);
  for (const one of document.querySelectorAll(".place")) {
    if (one.dataset.key === link.dataset.key) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  const here = document.getElementById("here");
  here.focus({ preventScroll: true });
  here.scrollIntoView({ block: "nearest" });
});

if (map) {
  const places = readPlaces();
  const waits = map.parentNode.querySelector(".waits");
  try {
    waits.textContent = "Drawing the map …";
    start(await countries(map.dataset.map), places);
    await document.fonts.ready;
    waits.hidden = true;
  } catch (error) {
    waits.textContent = `The map could not be drawn: ${error.message}. The table below says the same.`;
  }
}
