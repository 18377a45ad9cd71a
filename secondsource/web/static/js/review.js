// Review: keys, decisions, and the last things said. The forms are in review_form.js.
import { done, explain, hide, post, reviewer, say, who } from "./deciding.js";
import { Form } from "./review_form.js";
import { Points } from "./points.js";

const page = document.querySelector("[data-review]");
const help = document.querySelector("[data-help]");
const { claim, report, event: eventId } = page.dataset;
let seen = page.dataset.seen ? Number(page.dataset.seen) : null;

const DONE = {
  accept: "Accepted",
  reject: "Rejected",
  correct: "Corrected",
  add: "Added",
  undo: "Undone",
  merge: "Made one event",
  split: "Made another event",
};

async function latest() {
  const answer = await fetch(`/review.json?claim=${encodeURIComponent(claim)}`);
  return answer.ok ? answer.json() : null;
}

// Who decided what meanwhile, and a button that decides all the same; what was typed stays.
async function explainConflict(told, again) {
  const now = await latest();
  const list = document.createElement("ul");
  for (const made of now?.claim?.decisions ?? []) {
    const item = document.createElement("li");
    const undone = made.undone_by ? `, undone by ${made.undone_by}` : "";
    item.textContent = `${made.who} ${made.said}${made.why ? ` (${made.why})` : ""}${undone}`;
    list.append(item);
  }
  const standing = now?.claim?.stands ?? true;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = standing ? "Decide all the same" : `Undo decision ${now.claim.seen} and decide`;
  button.addEventListener("click", async () => {
    hide();
    if (!standing) await post(`/api/decisions/${now.claim.seen}/undo`, { who: who() });
    seen = (await latest())?.claim?.seen ?? null;
    again();
  });
  explain(`Not saved: ${told.detail}. What you typed is still here.`, list, button);
  button.focus();
}

async function decide(act, address, body, next) {
  const name = who();
  if (!name) return;
  hide();
  const sent = { who: name, ...body };
  if (["accept", "reject", "correct"].includes(act)) sent.seen = { decision: seen };
  let answer;
  try {
    answer = await post(address, sent);
  } catch {
    explain("Not saved: the program does not answer. Is it still running?");
    return;
  }
  const { status, told } = answer;
  if (status === 409 && sent.seen) {
    await explainConflict(told, () => decide(act, address, body, next));
  } else if (status >= 400) {
    explain(`Not saved: ${told.detail ?? status}${told.next_step ? ` (${told.next_step})` : ""}`);
  } else {
    done(`${DONE[act]}: decision ${told.number}. Press u to undo.`, next ?? location.href);
  }
}

function nextClaim() {
  const step = document.querySelector('[data-step="j"]');
  if (step) return step.href;
  const here = new URL(location.href);
  here.searchParams.delete("claim");
  return here.href;
}

function undoLast() {
  const name = reviewer();
  const open = [...document.querySelectorAll(".recent [data-undo]")];
  const mine = open.find((one) => one.dataset.by === name) ?? open[0];
  if (mine) undo(mine.dataset.undo);
  else say("There is nothing to undo.");
}

function undo(number) {
  decide("undo", `/api/decisions/${number}/undo`, {}, location.href);
}

function step(key) {
  const link = document.querySelector(`[data-step="${key}"]`);
  if (link) location.assign(link.href);
  else say(key === "j" ? "This is the last claim." : "This is the first claim.");
}

const forms = {};
const acts = {
  help: () => help.showModal(),
  accept: () => decide("accept", `/api/claims/${claim}/accept`, {}, nextClaim()),
  reject: () => decide("reject", `/api/claims/${claim}/reject`, {}, nextClaim()),
  undo: undoLast,
  edit: () => forms.edit?.open(),
  add: () => forms.add?.open(),
  split: () => decide("split", `/api/events/${eventId}/split`, { claims: [claim] }),
};
const KEYS = { a: "accept", r: "reject", e: "edit", n: "add", u: "undo", "?": "help" };
const allowed = (act) => document.querySelector(`[data-act="${act}"]`) && (claim || act === "help" || act === "undo");

document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act) acts[act]();
  const number = event.target.closest("[data-undo]")?.dataset.undo;
  if (number) undo(number);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !help.open) {
    for (const form of Object.values(forms)) form.close();
    return;
  }
  const typing = event.target.closest("input, textarea, select");
  if (typing || help.open || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "j" || event.key === "k") step(event.key);
  else if (KEYS[event.key] && allowed(KEYS[event.key])) {
    event.preventDefault();
    acts[KEYS[event.key]]();
  }
});

function eventOf(given) {
  return decodeURIComponent(given.trim().replace(/[?#].*$/u, "").split("/").pop());
}

const merging = document.querySelector("[data-merge]");
merging?.addEventListener("submit", (event) => {
  event.preventDefault();
  const other = eventOf(merging.elements.event.value);
  decide("merge", "/api/events/merge", { events: [eventId, other] });
});

async function offerEvents(record) {
  const actor = [...record.actors, ...record.recipients].find((party) => party.id);
  if (!merging || !actor) return;
  const found = await (await fetch(`/events.json?actor=${encodeURIComponent(actor.id)}&_size=30`)).json();
  for (const one of found.rows) {
    if (one.id === eventId) continue;
    const names = one.actors.map((party) => party.name).join(", ");
    const option = document.createElement("option");
    option.value = one.id;
    option.label = `${names} ${one.type.toLowerCase()} ${one.place ?? ""} ${one.time ?? ""}`;
    document.getElementById("near-events").append(option);
  }
}

function showEvidence() {
  const panel = document.querySelector(".text");
  const mark = panel.querySelector("mark");
  if (mark) panel.scrollTop = mark.offsetTop - panel.clientHeight / 3;
}

async function begin() {
  const { claim: told } = await latest();
  const points = new Points(told.pieces.map((piece) => piece.text).join(""));
  const root = document.querySelector("[data-text] .stored");
  for (const form of document.querySelectorAll("[data-form]")) {
    forms[form.dataset.form] = new Form(form, { points, root, record: told.row.record });
  }
  if (forms.edit) forms.edit.onSubmit = ({ change, why }) => decide("correct", `/api/claims/${claim}/correct`, { change, why }, nextClaim());
  forms.add.onSubmit = (body) => decide("add", `/api/reports/${report}/claims`, body);
  document.querySelector("summary")?.parentElement?.addEventListener("toggle", () => offerEvents(told.row.record), { once: true });
  page.dataset.ready = "";
}

if (claim) {
  showEvidence();
  begin();
}
