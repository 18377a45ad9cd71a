// Ties the claims beside a report to their words in its text.
const reading = document.querySelector("[data-reading]");
const cards = [...reading.querySelectorAll("[data-claim]")];
const marks = [...reading.querySelectorAll("[data-claims]")];

function show(id, scroll) {
  for (const card of cards) card.classList.toggle("on", card.dataset.claim === id);
  let first = null;
  for (const mark of marks) {
    const on = mark.dataset.claims.split(" ").includes(id);
    mark.classList.toggle("on", on);
    if (on && !first) first = mark;
  }
  if (scroll && first) first.scrollIntoView({ block: "center" });
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => show(card.dataset.claim, false));
  card.addEventListener("focusin", () => show(card.dataset.claim, false));
  card.addEventListener("click", (event) => {
    if (!event.target.closest("a, summary, details")) show(card.dataset.claim, true);
  });
}

for (const mark of marks) {
  mark.addEventListener("click", () => {
    const [id] = mark.dataset.claims.split(" ");
    show(id, false);
    document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  });
}

let at = -1;
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  const busy = event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey;
  if (!step || busy || !cards.length) return;
  at = Math.min(Math.max(at + step, 0), cards.length - 1);
  cards[at].focus({ preventScroll: true });
  cards[at].scrollIntoView({ block: "nearest" });
  show(cards[at].dataset.claim, true);
});

if (location.hash) show(decodeURIComponent(location.hash.slice(1)), true);
addEventListener("hashchange", () => show(decodeURIComponent(location.hash.slice(1)), true));
