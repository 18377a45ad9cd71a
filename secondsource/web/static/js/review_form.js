// A form that corrects a claim or adds one: what it shows, the words it takes, what it sends.
const LISTS = ["actors", "recipients", "place", "time", "quantities", "attribution"];
const SINGLE = new Set(["place", "time"]);
const PLAIN = ["type", "mode", "modality", "polarity"];

function number(value) {
  return value === "" ? null : Number(value);
}

export class Form {
  constructor(form, { points, root, record }) {
    this.form = form;
    this.points = points;
    this.root = root;
    this.record = record;
    this.near = record.evidence[0].start;
    this.new = form.dataset.form === "add";
    this.onSubmit = () => {};
    this.chosen = null;
    if (!this.new) this.fill();
    form.addEventListener("click", (event) => this.clicked(event.target));
    form.addEventListener("change", (event) => this.changed(event.target));
    form.addEventListener("submit", (event) => this.submitted(event));
    document.addEventListener("selectionchange", () => {
      this.chosen = points.selected(root) ?? this.chosen;
    });
    this.before = this.new ? null : this.values();
  }

  open() {
    if (!this.form.hidden) {
      this.close();
      return;
    }
    this.form.hidden = false;
    this.button()?.setAttribute("aria-expanded", "true");
    if (this.new && this.chosen) {
      const trigger = this.form.querySelector('[data-words="trigger"]');
      this.put(trigger, this.chosen);
      this.putSentence(trigger);
    }
    this.form.querySelector("input, select, textarea").focus();
  }

  close() {
    if (this.form.hidden) return;
    this.form.hidden = true;
    this.button()?.setAttribute("aria-expanded", "false");
    this.button()?.focus();
  }

  button() {
    return document.querySelector(`[data-act="${this.form.dataset.form}"]`);
  }

  fill() {
    for (const name of PLAIN) this.form.elements[name].value = this.record[name] ?? "";
    for (const field of LISTS) {
      const value = this.record[field];
      const listed = SINGLE.has(field) ? [value].filter(Boolean) : value;
      for (const one of listed) this.add(field, one);
    }
  }

  list(field) {
    return this.form.querySelector(`[data-list="${field}"]`);
  }

  add(field, value) {
    const list = this.list(field);
    const row = document.querySelector(`template[data-row="${field}"]`).content.cloneNode(true).firstElementChild;
    list.querySelector("[data-rows]").append(row);
    if (value) this.show(row, field, value);
    list.querySelector("[data-more]").hidden = SINGLE.has(field);
    return row;
  }

  show(row, field, value) {
    this.put(row, value.source ? { start: value.source.start, end: value.source.end } : value);
    row.given = value;
    for (const part of row.querySelectorAll("[data-part]")) {
      const name = part.dataset.part;
      if (name === "name") part.value = (field === "attribution" ? value.source.name : value.name) ?? "";
      else if (name === "type") part.value = value.source.type;
      else if (name !== "words") part.value = value[name] ?? "";
    }
    row.shown = this.parts(row);
  }

  parts(row) {
    return Object.fromEntries([...row.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part.value.trim()]));
  }

  put(row, span) {
    row.span = { start: span.start, end: span.end };
    const input = row.querySelector('[data-part="words"]');
    input.value = this.points.words(span.start, span.end).replace(/\s+/gu, " ");
    input.setCustomValidity("");
  }

  putSentence(trigger) {
    const sentence = this.points.sentence(trigger.span.start);
    if (sentence) this.put(this.form.querySelector('[data-words="evidence"]'), sentence);
  }

  clicked(target) {
    const row = target.closest(".row");
    if (target.closest("[data-take]")) this.take(row);
    else if (target.closest("[data-drop]")) this.drop(row);
    else if (target.closest("[data-more]")) {
      const made = this.add(target.closest("[data-list]").dataset.list, null);
      if (this.chosen) this.put(made, this.chosen);
      made.querySelector("input").focus();
    } else if (target.closest("[data-close]")) this.close();
  }

  take(row) {
    const input = row.querySelector('[data-part="words"]');
    if (this.chosen) {
      this.put(row, this.chosen);
      if (row.dataset.words === "trigger") this.putSentence(row);
    } else {
      input.setCustomValidity("Select words in the report first, or type them here.");
      input.reportValidity();
    }
  }

  drop(row) {
    const list = row.closest("[data-list]");
    row.remove();
    const more = list.querySelector("[data-more]");
    more.hidden = false;
    more.focus();
  }

  changed(input) {
    if (input.dataset.part !== "words") return;
    const row = input.closest(".row");
    const found = this.points.find(input.value, row.span?.start ?? this.near);
    row.span = found;
    input.setCustomValidity(found ? "" : "These words are not in the report.");
    if (!found) input.reportValidity();
    else if (row.dataset.words === "trigger") this.putSentence(row);
  }

  value(field, row) {
    const parts = this.parts(row);
    const same = row.shown && JSON.stringify({ ...parts, words: 0 }) === JSON.stringify({ ...row.shown, words: 0 });
    const given = row.given ?? {};
    const span = { ...row.span };
    if (field === "time") return { ...span, edtf: parts.edtf, precision: same ? given.precision : null };
    if (field === "quantities") {
      return {
        ...span,
        low: number(parts.low),
        best: number(parts.best),
        high: number(parts.high),
        role: parts.role,
        category: parts.category || null,
        unit: parts.unit || null,
        approximate: given.approximate ?? false,
      };
    }
    if (field === "attribution") {
      const words = (one) => (one ? { start: one[0], end: one[1] } : null);
      const id = same ? (given.source?.id ?? null) : null;
      return { ...span, name: parts.name || null, type: parts.type, id, cue: words(given.cue_span), via: words(given.via_span) };
    }
    if (field === "place") {
      const known = /^\d+$/u.test(parts.name) ? Number(parts.name) : same ? (given.geonames_id ?? null) : null;
      return { ...span, name: known === null || same ? parts.name || null : null, geonames_id: known };
    }
    const id = same ? (given.id ?? null) : null;
    return { ...span, id, name: parts.name || null, ...(same ? { kind: given.kind } : {}) };
  }

  values() {
    const found = {};
    for (const name of PLAIN) found[name] = this.form.elements[name].value.trim() || null;
    for (const field of LISTS) {
      const rows = [...this.list(field).querySelectorAll(".row")].map((row) => this.value(field, row));
      found[field] = SINGLE.has(field) ? (rows[0] ?? null) : rows;
    }
    return found;
  }

  // What differs from what the form showed at first.
  change() {
    const now = this.values();
    const found = { cleared: [] };
    for (const [name, value] of Object.entries(now)) {
      const before = this.before?.[name] ?? null;
      if (JSON.stringify(value) === JSON.stringify(before)) continue;
      const empty = value === null || (Array.isArray(value) && !value.length);
      if (!empty) found[name] = value;
      else if (before !== null && !(Array.isArray(before) && !before.length)) found.cleared.push(name);
    }
    return found;
  }

  submitted(event) {
    event.preventDefault();
    const body = { change: this.change(), why: this.form.elements.why.value.trim() };
    if (this.new) {
      const at = (key) => this.form.querySelector(`[data-words="${key}"]`).span;
      body.trigger = at("trigger");
      body.evidence = [at("evidence")];
    }
    this.onSubmit(body);
  }
}
