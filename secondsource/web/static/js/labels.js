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

export function place(drawing) {
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
    const free = sides(Number(name.dataset.away ?? 0)).find(([x, y, anchor]) => {
      name.setAttribute("x", x);
      name.setAttribute("y", y);
      name.setAttribute("text-anchor", anchor);
      const box = name.getBoundingClientRect();
      const clear = shown.every((one) => one.owner === name.parentNode || !meets(box, one.box));
      return inside(box, frame) && clear;
    });
    if (free) shown.push({ owner: null, box: name.getBoundingClientRect() });
    else name.classList.add("off");
  }
}
