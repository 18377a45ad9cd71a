// What every page has: the theme switch and the keys.
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
}

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    show();
  });
  prefersDark.addEventListener("change", show);
  show();
}

// Digits alone are enough for a day: 20141102 becomes 2014-11-02.
document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.matches("[data-day]") || field.selectionStart !== field.value.length) return;
  const digits = field.value.replace(/\D/gu, "").slice(0, 8);
  if (digits.length > 4 && /^[\d-]+$/u.test(field.value) && event.inputType !== "deleteContentBackward") {
    field.value = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter(Boolean).join("-");
  }
});

// On a narrow page the rooms are in one row that moves; the room that one is in is seen.
document.querySelector(".rooms [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
