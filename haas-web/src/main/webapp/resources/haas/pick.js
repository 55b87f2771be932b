/* Rows that are picked in a list: what is done to them is done at once. What is picked stays picked
   when the list is loaded again, as far as it is still there. */
const haasPick = (() => {
  "use strict";
  const form = document.querySelector("#form");
  const bar = document.querySelector("#bar");
  const count = document.querySelector("#bar-count");
  const picked = new Set();
  let last = null;

  const boxes = () => [...form.querySelectorAll("input[name=pick]")];

  function whole() {
    const all = form.querySelector("#pick-all");
    if (all) {
      const here = boxes();
      all.disabled = !here.length;
      all.checked = here.length > 0 && here.every((box) => box.checked);
      all.indeterminate = !all.checked && picked.size > 0;
    }
  }

  function show() {
    const here = boxes();
    const names = new Set(here.map((box) => box.value));
    [...picked].filter((name) => !names.has(name)).forEach((name) => picked.delete(name));
    for (const box of here) {
      box.checked = picked.has(box.value);
      box.closest("tr").classList.toggle("picked", box.checked);
    }
    whole();
    bar.hidden = picked.size === 0;
    const text = picked.size ? count.dataset.text.replace("{0}", picked.size) : "";
    if (count.textContent !== text) {
      count.textContent = text;
    }
    const states = new Set(here.filter((box) => box.checked).map((box) => box.dataset.state));
    for (const button of bar.querySelectorAll("[data-for]")) {
      button.disabled = !states.has(button.dataset.for);
      button.classList.toggle("ui-state-disabled", button.disabled);
    }
  }

  function set(box, on) {
    if (on) {
      picked.add(box.value);
    } else {
      picked.delete(box.value);
    }
  }

  function clear() {
    picked.clear();
    last = null;
    show();
  }

  /* After something was done: what was refused is still picked. */
  function keepRefused() {
    picked.clear();
    boxes().filter((box) => box.dataset.refused === "true").forEach((box) => picked.add(box.value));
    show();
  }

  form.addEventListener("click", (event) => {
    const box = event.target;
    if (box.id === "pick-all") {
      boxes().forEach((each) => set(each, box.checked));
    } else if (box.name === "pick") {
      const here = boxes();
      const from = here.findIndex((each) => each.value === last);
      const to = here.indexOf(box);
      const range = event.shiftKey && from >= 0
        ? here.slice(Math.min(from, to), Math.max(from, to) + 1) : [box];
      range.forEach((each) => set(each, box.checked));
      last = box.value;
    } else {
      return;
    }
    show();
  });
  document.querySelector("#pick-none").addEventListener("click", () => {
    clear();
    form.querySelector("#pick-all")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    const asked = [...document.querySelectorAll(".ui-dialog")].some((each) => each.checkVisibility());
    if (event.key === "Escape" && picked.size && !asked && !document.querySelector(".menu[open]")) {
      clear();
    }
  });
  new MutationObserver(show).observe(form, { childList: true, subtree: true });
  show();

  return { keepRefused };
})();
