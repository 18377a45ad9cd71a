// A report's text in code points, as the ledger counts, and in UTF-16 units, as the browser does.
// The browser reads a carriage return with a line feed as one line feed.
export class Points {
  constructor(text) {
    this.letters = Array.from(text);
    this.pointOf = [];
    let shown = "";
    this.letters.forEach((letter, point) => {
      if (letter === "\n" && this.letters[point - 1] === "\r") return;
      for (let unit = 0; unit < letter.length; unit += 1) this.pointOf.push(point);
      shown += letter === "\r" ? "\n" : letter;
    });
    this.pointOf.push(this.letters.length);
    this.shown = shown;
  }

  words(start, end) {
    return this.letters.slice(start, end).join("");
  }

  span(from, to) {
    return { start: this.pointOf[from], end: this.pointOf[to] };
  }

  // The span of the selected words inside `root`, whose text content is the whole text.
  selected(root) {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(root);
    before.setEnd(range.startContainer, range.startOffset);
    const from = before.toString().length;
    return this.trimmed(from, from + range.toString().length);
  }

  // The nearest place to `near` (a code point) where the text has these words, however spaced.
  find(words, near) {
    const wanted = words.trim().split(/\s+/u).filter(Boolean);
    if (!wanted.length) return null;
    const escaped = wanted.map((one) => one.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
    const pattern = new RegExp(escaped.join("\\s+"), "giu");
    let best = null;
    for (const hit of this.shown.matchAll(pattern)) {
      const span = this.span(hit.index, hit.index + hit[0].length);
      if (!best || Math.abs(span.start - near) < Math.abs(best.start - near)) best = span;
    }
    return best;
  }

  // The sentence around the code point `point`.
  sentence(point) {
    const at = this.pointOf.indexOf(point);
    const parts = new Intl.Segmenter("en", { granularity: "sentence" }).segment(this.shown);
    const found = parts.containing(Math.max(at, 0));
    return found ? this.trimmed(found.index, found.index + found.segment.length) : null;
  }

  trimmed(from, to) {
    const words = this.shown.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    const end = from + words.trimEnd().length;
    return start < end ? this.span(start, end) : null;
  }
}
