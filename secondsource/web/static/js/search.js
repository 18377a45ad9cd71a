// Saved searches: kept in this browser, so that they leave the ledger alone.
const place = document.querySelector("[data-saved]");
const list = place.querySelector("ul");
const key = "searches";

function read() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

function write(searches) {
  localStorage.setItem(key, JSON.stringify(searches));
  show();
}

function named(query) {
  const words = [...new URLSearchParams(query)].filter(([name]) => !name.startsWith("_"));
  return words.map(([name, value]) => (name === "q" ? `“${value}”` : `${name} ${value}`)).join(", ");
}

function show() {
  const rows = read().map((query) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/search?${query}`;
    link.textContent = named(query) || "everything";
    const drop = document.createElement("button");
    drop.type = "button";
    drop.textContent = "×";
    drop.setAttribute("aria-label", `Forget ${link.textContent}`);
    drop.addEventListener("click", () => write(read().filter((one) => one !== query)));
    row.append(link, drop);
    return row;
  });
  list.replaceChildren(...rows);
}

const asked = new URLSearchParams(location.search);
asked.delete("_next");
for (const [name, value] of [...asked]) if (!value) asked.delete(name);
const query = asked.toString();
const save = place.querySelector("[data-save]");
save.disabled = !query;
save.addEventListener("click", () => write([query, ...read().filter((one) => one !== query)].slice(0, 30)));
place.hidden = false;
show();
