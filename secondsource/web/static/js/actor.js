// Who is who: merging, splitting and renaming the actor of the page, and taking it back.
import { done, explain, hide, post, who } from "./deciding.js";

const ruling = document.querySelector("[data-actor]");
const { actor } = ruling.dataset;
const near = document.getElementById("near-actors");

const pageOf = (id) => `/actors/${encodeURIComponent(id)}`;

// An id or a name; the address of a page says which is meant, too.
function named(given) {
  const [, found] = /\/actors\/([^?#]+)/u.exec(given) ?? [];
  return found ? decodeURIComponent(found) : given.trim();
}

function reported(given) {
  const [, found] = /\/reports\/([^?#]+)/u.exec(given) ?? [];
  return found ? decodeURIComponent(found) : given.trim();
}

const sent = {
  merge(fields) {
    const other = named(fields.other.value);
    const [kept, taken] = fields.keep.value === "other" ? [other, actor] : [actor, other];
    return { kept, others: [taken] };
  },
  split(fields) {
    const listed = (value) => (value ? [value] : []);
    return {
      actor,
      name: named(fields.name.value),
      called: listed(fields.called.value.trim()),
      reports: listed(reported(fields.report.value)),
    };
  },
  rename: (fields) => ({ actor, name: fields.name.value.trim() }),
};
const DONE = { merge: "Made one actor", split: "Made another actor", rename: "Renamed" };

async function decide(address, body, words, next) {
  const name = who();
  if (!name) return;
  hide();
  let answer;
  try {
    answer = await post(address, { who: name, ...body });
  } catch {
    explain("Not saved: the program does not answer. Is it still running?");
    return;
  }
  const { status, told } = answer;
  if (status < 400) done(`${words}: decision ${told.number}.`, next(told));
  else explain(`Not saved: ${told.detail ?? status}${told.next_step ? ` (${told.next_step})` : ""}`);
}

for (const form of ruling.querySelectorAll("[data-ruling]")) {
  const act = form.dataset.ruling;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = form.elements;
    const body = { ...sent[act](fields), why: fields.why.value.trim() };
    decide(`/api/actors/${act}`, body, DONE[act], (told) => pageOf(told.subject));
  });
}

document.addEventListener("click", (event) => {
  const number = event.target.closest("[data-undo]")?.dataset.undo;
  if (number) decide(`/api/decisions/${number}/undo`, {}, "Undone", () => location.href);
});

async function offer(words) {
  const found = await (await fetch(`/actors.json?_size=20&q=${encodeURIComponent(words)}`)).json();
  const options = found.rows.filter((one) => one.id !== actor).map((one) => {
    const option = document.createElement("option");
    option.value = one.id;
    option.label = one.name;
    return option;
  });
  near.replaceChildren(...options);
}

let waiting = 0;
for (const input of ruling.querySelectorAll("[list=near-actors]")) {
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.trim().length > 1) waiting = setTimeout(() => offer(input.value.trim()), 200);
  });
}
