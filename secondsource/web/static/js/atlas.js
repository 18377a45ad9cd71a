// The outlines of countries, from TopoJSON (https://github.com/topojson/topojson-specification), in
// the Mercator projection over a square of the side SIDE; north is up.
export const SIDE = 1000;
const MOST_NORTH = 84;
const NS = "http://www.w3.org/2000/svg";

export function project(lon, lat) {
  const north = Math.min(MOST_NORTH, Math.max(-MOST_NORTH, lat)) * (Math.PI / 180);
  const y = Math.log(Math.tan(Math.PI / 4 + north / 2));
  return [((lon + 180) / 360) * SIDE, (0.5 - y / (2 * Math.PI)) * SIDE];
}

export function latitude(y) {
  return Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / SIDE))) * (180 / Math.PI);
}

function decode(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return project(x * scale[0] + translate[0], y * scale[1] + translate[1]);
    });
  });
}

function ring(arcs, numbers) {
  const points = [];
  for (const number of numbers) {
    const arc = number < 0 ? [...arcs[~number]].reverse() : arcs[number];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  return points;
}

function bounds(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function area(points) {
  let twice = 0;
  points.forEach(([x, y], at) => {
    const [x2, y2] = points[(at + 1) % points.length];
    twice += x * y2 - x2 * y;
  });
  return Math.abs(twice) / 2;
}

// The middle of the part where the ring is widest, on the line half way up its box.
function middle(points, box) {
  const y = (box[1] + box[3]) / 2;
  const cuts = [];
  points.forEach(([x1, y1], at) => {
    const [x2, y2] = points[(at + 1) % points.length];
    if (y1 > y !== y2 > y) cuts.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  });
  cuts.sort((one, other) => one - other);
  let widest = [box[0], box[0]];
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    if (cuts[at + 1] - cuts[at] > widest[1] - widest[0]) widest = [cuts[at], cuts[at + 1]];
  }
  return { x: (widest[0] + widest[1]) / 2, y, width: widest[1] - widest[0] };
}

function country(arcs, shape) {
  const parts = shape.type === "Polygon" ? [shape.arcs] : shape.arcs;
  const rings = parts.flat().map((numbers) => ring(arcs, numbers));
  const outer = parts.map((part) => ring(arcs, part[0]));
  const largest = outer.reduce((best, one) => (area(one) > area(best) ? one : best));
  const path = document.createElementNS(NS, "path");
  const written = rings.map((one) => one.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`));
  path.setAttribute("d", written.map((one) => `M${one.join("L")}Z`).join(""));
  return {
    id: shape.id,
    name: shape.properties.name,
    path,
    box: bounds(rings.flat()),
    main: bounds(largest),
    label: middle(largest, bounds(largest)),
  };
}

export async function countries(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const topology = await answer.json();
  const arcs = decode(topology);
  return topology.objects.countries.geometries
    .filter((shape) => shape.arcs)
    .map((shape) => country(arcs, shape));
}
