// The names of the network where they do not cover each other, arrows that end at the actors, and
// the ties of the actor that is pointed at.
import { place } from "./labels.js";

let drawn = null;

function arrows(drawing) {
  const { width, height } = drawing.getBoundingClientRect();
  for (const line of drawing.querySelectorAll("[data-arrow]")) {
    const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => {
      line.dataset[name] ??= line.getAttribute(name);
      return Number.parseFloat(line.dataset[name]) / 100;
    });
    const end = line.parentNode.dataset.ends.split(" ")[1];
    const body = drawing.querySelector(`[data-node="${CSS.escape(end)}"] .body`);
    const away = Number(body.getAttribute("r")) + 3;
    const [across, down] = [(x2 - x1) * width, (y2 - y1) * height];
    const length = Math.hypot(across, down) || 1;
    const kept = Math.max(0, length - away) / length;
    line.setAttribute("x2", `${(x1 + (x2 - x1) * kept) * 100}%`);
    line.setAttribute("y2", `${(y1 + (y2 - y1) * kept) * 100}%`);
    line.setAttribute("marker-end", `url(#to-${line.dataset.arrow})`);
  }
}

function lines(drawing) {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const at = (line, name, start, size) => start + (Number.parseFloat(line.getAttribute(name)) / 100) * size;
  return [...drawing.querySelectorAll(".hit")].map((line) => ({
    x1: at(line, "x1", left, width),
    y1: at(line, "y1", top, height),
    x2: at(line, "x2", left, width),
    y2: at(line, "y2", top, height),
  }));
}

function light(drawing, actor) {
  drawing.classList.toggle("lit", actor !== null);
  const near = new Set([actor]);
  for (const line of drawing.querySelectorAll("[data-ends]")) {
    const ends = line.dataset.ends.split(" ");
    const on = ends.includes(actor);
    line.classList.toggle("on", on);
    if (on) for (const end of ends) near.add(end);
  }
  for (const dot of drawing.querySelectorAll("[data-node]")) {
    dot.classList.toggle("on", near.has(dot.dataset.node));
  }
}

const sizes = new ResizeObserver(() => draw());

function draw() {
  const drawing = document.querySelector(".network");
  if (!drawing) return;
  if (drawn !== drawing) {
    drawn = drawing;
    sizes.observe(drawing);
    const pointed = (event) => event.target.closest?.("[data-node]")?.dataset.node ?? null;
    for (const name of ["pointerover", "focusin"]) {
      drawing.addEventListener(name, (event) => light(drawing, pointed(event)));
    }
    for (const name of ["pointerleave", "focusout"]) {
      drawing.addEventListener(name, () => light(drawing, null));
    }
  }
  arrows(drawing);
  place(drawing, lines(drawing));
}

addEventListener("drawn", draw);
document.fonts.ready.then(draw);
draw();
