/* The search box on top: proposes while somebody types, and is used by keyboard alone. Without this
   script it is a form that leads to the page of results. */
(() => {
  "use strict";
  const PAUSE = 120;

  const input = document.querySelector("#find");
  if (!input) {
    return;
  }
  const list = document.createElement("ul");
  list.className = "found";
  list.id = "found";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  const told = document.createElement("span");
  told.className = "unseen";
  told.setAttribute("role", "status");
  input.after(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "found");
  input.setAttribute("aria-expanded", "false");

  let hits = [];
  let chosen = -1;
  let due = 0;
  let asking = null;

  function close() {
    clearTimeout(due);
    asking?.abort();
    list.hidden = true;
    hits = [];
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(place) {
    chosen = place;
    [...list.children].forEach((item, index) => {
      item.setAttribute("aria-selected", String(index === place));
      if (index === place) {
        item.scrollIntoView({ block: "nearest" });
      }
    });
    if (place < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", "found-" + place);
    }
  }

  function picture(kind) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(space, "use");
    use.setAttribute("href", "#i-" + kind);
    svg.append(use);
    return svg;
  }

  function item(hit, index) {
    const line = document.createElement("li");
    line.id = "found-" + index;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    const name = document.createElement("b");
    name.textContent = hit.name;
    const kind = document.createElement("span");
    kind.className = "dim";
    kind.textContent = input.dataset[hit.kind];
    line.append(picture(hit.kind), name, kind);
    line.addEventListener("mousedown", (event) => {
      event.preventDefault();
      location.assign(hit.at);
    });
    return line;
  }

  function nothing() {
    const line = document.createElement("li");
    line.className = "none";
    line.setAttribute("role", "option");
    line.setAttribute("aria-disabled", "true");
    line.textContent = input.dataset.none;
    return line;
  }

  function show(found) {
    hits = found;
    list.replaceChildren(...(found.length ? found.map(item) : [nothing()]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    told.textContent = found.length ? input.dataset.hits + ": " + found.length : input.dataset.none;
    choose(-1);
  }

  async function ask() {
    asking?.abort();
    const text = input.value.trim();
    if (!text) {
      close();
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch("/found?q=" + encodeURIComponent(text),
        { signal: asking.signal, redirect: "error" });
      if (answer.ok) {
        show(await answer.json());
      }
    } catch {
      /* Typed on, signed out or no connection: Enter still asks for the page. */
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(due);
    due = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      const places = hits.length + 1;
      choose((chosen + 1 + step + places) % places - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(hits[chosen].at);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("blur", close);
})();
