// Puts names beside their signs so that none covers another; what finds no room is left out.
// A name is a text with data-label, its rank (the lowest first), and data-away, how far it stands
// from the middle of its sign. What no name may cover has data-block.
const GAP = 3;

function meets(one, other) {
  return (
    one.left < other.right + GAP &&
    other.left < one.right + GAP &&
    one.top < other.bottom + 1 &&
    other.top < one.bottom + 1
  );
}

function inside(one, frame) {
  return (
    one.left >= frame.left && one.right <= frame.right &&
    one.top >= frame.top && one.bottom <= frame.bottom
  );
}

function sides(away) {
  return [
    [away, 4, "start"],
    [-away, 4, "end"],
    [0, away + 9, "middle"],
    [0, -away, "middle"],
  ];
}

// Whether the line from x1, y1 to x2, y2 goes through the box.
function crosses({ x1, y1, x2, y2 }, box) {
  const across = [x1, x2].map((x) => [x < box.left, x > box.right]);
  const down = [y1, y2].map((y) => [y < box.top, y > box.bottom]);
  for (const [one, other] of [across, down]) {
    if ((one[0] && other[0]) || (one[1] && other[1])) return false;
  }
  const side = (x, y) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  const corners = [box.left, box.right].flatMap((x) => [box.top, box.bottom].map((y) => side(x, y)));
  return new Set(corners).size > 1;
}

// Names stay clear of each other and of signs, and keep off ``lines`` where they can.
export function place(drawing, lines = []) {
  const frame = drawing.getBoundingClientRect();
  const shown = [...drawing.querySelectorAll("[data-block]")]
    .filter((one) => !one.closest(".off"))
    .map((one) => ({ owner: one.parentNode, box: one.getBoundingClientRect() }));
  const names = [...drawing.querySelectorAll("[data-label]")].filter(
    (one) => !one.parentNode.closest(".off"),
  );
  names.sort((one, other) => one.dataset.label - other.dataset.label);
  for (const name of names) {
    name.classList.remove("off");
    let best = null;
    for (const side of sides(Number(name.dataset.away ?? 0))) {
      put(name, side);
      const box = name.getBoundingClientRect();
      const clear = shown.every((one) => one.owner === name.parentNode || !meets(box, one.box));
      if (!inside(box, frame) || !clear) continue;
      const over = lines.filter((line) => crosses(line, box)).length;
      if (!best || over < best.over) best = { side, box, over };
      if (!over) break;
    }
    if (best) {
      put(name, best.side);
      shown.push({ owner: null, box: best.box });
    } else name.classList.add("off");
  }
}

function put(name, [x, y, anchor]) {
  name.setAttribute("x", x);
  name.setAttribute("y", y);
  name.setAttribute("text-anchor", anchor);
}
