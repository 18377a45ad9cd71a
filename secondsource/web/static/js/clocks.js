// Days as sliders: moving one asks the page for that day and puts what it says in place.
const form = document.querySelector("[data-clocks]");
const day = 86400000;

function written(number) {
  return new Date(number * day).toISOString().slice(0, 10);
}

if (form) {
  const first = Date.parse(form.dataset.first) / day;
  const last = Date.parse(form.dataset.last) / day;
  let timer = 0;
  let asked = 0;

  async function ask() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
    const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
    const number = ++asked;
    const place = document.getElementById(form.dataset.clocks);
    place.classList.add("waiting");
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(form.dataset.clocks);
      if (number !== asked) return;
      if (!fresh) throw new Error(page.querySelector(".lead")?.textContent ?? answer.statusText);
      place.replaceWith(document.adoptNode(fresh));
      history.replaceState(null, "", address);
      dispatchEvent(new Event("drawn"));
    } catch (error) {
      place.classList.remove("waiting");
      place.querySelector(".told").textContent = `That could not be asked: ${error.message}`;
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  }

  for (const slider of form.querySelectorAll("[data-for]")) {
    const input = form.elements[slider.dataset.for];
    const clear = form.querySelector(`[data-clear="${slider.dataset.for}"]`);
    slider.min = first;
    slider.max = last;
    const show = () => {
      slider.value = input.value ? Date.parse(input.value) / day : last;
      slider.setAttribute("aria-valuetext", input.value || clear.textContent);
      clear.hidden = !input.value;
    };
    slider.hidden = false;
    slider.addEventListener("input", () => {
      input.value = written(Number(slider.value));
      show();
      later();
    });
    input.addEventListener("change", () => {
      if (!input.reportValidity()) return;
      show();
      later();
    });
    clear.addEventListener("click", () => {
      input.value = "";
      show();
      later();
    });
    show();
  }
  form.querySelector("[data-submit]").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
}
