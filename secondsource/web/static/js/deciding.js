// Deciding: who decides, what is sent, and what became of it. The page has the places for all three.
const trouble = document.querySelector("[data-trouble]");
const said = document.querySelector("[data-said]");
const asked = document.querySelector("[data-who]");

export function say(words) {
  said.textContent = "";
  setTimeout(() => (said.textContent = words), 60);
}

export function reviewer() {
  return asked.dataset.fixed ?? asked.elements.who.value.trim();
}

// The name to log; without one it is asked for.
export function who() {
  const input = asked.elements.who;
  const name = reviewer();
  if (name) {
    if (!asked.dataset.fixed) localStorage.setItem("reviewer", name);
    return name;
  }
  say("Say who decides first, then repeat.");
  input.setAttribute("aria-invalid", "true");
  input.focus();
  return null;
}

export async function post(address, body) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-csrf-token": token },
    body: JSON.stringify(body),
  });
  return { status: answer.status, told: await answer.json().catch(() => ({})) };
}

export function explain(words, ...more) {
  const paragraph = document.createElement("p");
  paragraph.textContent = words;
  trouble.replaceChildren(paragraph, ...more);
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "nearest" });
}

export function hide() {
  trouble.hidden = true;
}

// Go on to a page, which says what was done.
export function done(words, next) {
  sessionStorage.setItem("said", words);
  location.assign(next);
}

if (asked.elements.who) {
  asked.elements.who.value = localStorage.getItem("reviewer") ?? "";
  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    asked.elements.who.removeAttribute("aria-invalid");
    if (who()) say(`${who()} decides.`);
  });
}

const last = sessionStorage.getItem("said");
if (last) {
  sessionStorage.removeItem("said");
  say(last);
}
