/* What the pages do by themselves: times in the reader's zone, menus, and looking again when the
   server says that something changed. */
const haas = (() => {
  "use strict";
  const SOON = 150;
  const POLL = 10_000;
  const ALIVE = 25_000;
  const LONGEST_WAIT = 30_000;
  const YEAR = 31_536_000;

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /* Times */

  const page = document.documentElement.lang || "en";
  const own = navigator.languages.find((language) => language.startsWith(page));
  const clock = new Intl.DateTimeFormat(own || page, {
    day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit",
    timeZoneName: "short",
  });

  function moments() {
    for (const time of all("time.moment:not([data-told])")) {
      const at = new Date(time.dateTime);
      time.textContent = clock.format(at);
      time.title = at.toISOString();
      time.dataset.told = "yes";
    }
  }

  /* Times that pass: from what the server said when the page came, not by two clocks */

  function pass() {
    for (const time of all(".passing")) {
      time.dataset.since ||= String(Date.now());
      const passed = Math.floor((Date.now() - Number(time.dataset.since)) / 1_000);
      const text = `${Number(time.dataset.seconds) + passed} s`;
      if (time.textContent !== text) {
        time.textContent = text;
      }
    }
  }

  /* Menu, drawer, project */

  function fold(on) {
    document.documentElement.classList.toggle("folded", on);
    const button = one(".fold");
    if (button) {
      button.setAttribute("aria-pressed", String(on));
    }
  }

  function draw(on) {
    document.documentElement.classList.toggle("drawn", on);
    one(".drawer").setAttribute("aria-expanded", String(on));
    one(".scrim").hidden = !on;
    if (on) {
      one(".side a")?.focus();
    }
  }

  /* Light or dark: the page comes from the server as it was chosen, so that it never flashes */

  function theme() {
    const root = document.documentElement;
    for (const choice of all("input[name=theme]")) {
      choice.checked = choice.value === (root.dataset.theme || "system");
      choice.addEventListener("change", () => {
        const wanted = choice.value === "system" ? "" : choice.value;
        const secure = location.protocol === "https:" ? "; secure" : "";
        root.dataset.theme = wanted;
        document.cookie =
          `haas-theme=${wanted}; path=/; samesite=lax; max-age=${wanted ? YEAR : 0}${secure}`;
      });
    }
  }

  function frame() {
    theme();
    fold(localStorage.getItem("haas-folded") === "yes");
    one(".fold")?.addEventListener("click", () => {
      const on = !document.documentElement.classList.contains("folded");
      localStorage.setItem("haas-folded", on ? "yes" : "no");
      fold(on);
    });
    one(".drawer")?.addEventListener("click", () =>
      draw(!document.documentElement.classList.contains("drawn")));
    one(".scrim")?.addEventListener("click", () => draw(false));
    one(".pick select")?.addEventListener("change", (event) => {
      const form = event.target.form;
      form.elements.to.value = location.pathname + location.search;
      form.submit();
    });
    one("form[action='/logout']")?.addEventListener("submit", () => { leaving = true; });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        all(".menu[open]").forEach((menu) => {
          menu.open = false;
          one("summary", menu).focus();
        });
        if (document.documentElement.classList.contains("drawn")) {
          draw(false);
          one(".drawer").focus();
        }
      }
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
        const search = all("#find, #q, .search input").find((input) => input.checkVisibility());
        if (search) {
          event.preventDefault();
          search.focus();
          search.select();
        }
      }
    });
    document.addEventListener("click", (event) => {
      all(".menu[open]").filter((menu) => !menu.contains(event.target))
        .forEach((menu) => { menu.open = false; });
    });
  }

  /* A note that stays until it is read */

  function note(text) {
    const place = one("#note");
    place.textContent = text;
    place.hidden = false;
    clearTimeout(note.timer);
    note.timer = setTimeout(() => { place.hidden = true; }, 20_000);
  }

  /* A form that was refused: where the first reason stands, the reader goes on */

  function refused(args) {
    if (args?.validationFailed) {
      const reason = one(".ui-dialog .refused");
      reason?.scrollIntoView({ block: "center" });
      one("input, select, textarea", reason?.closest(".field") || document.createElement("p"))
        ?.focus();
    }
  }

  /* Looking again */

  let due = 0;
  let looking = false;
  let again = false;

  function look() {
    if (typeof window.haasRefresh !== "function") {
      return;
    }
    if (looking) {
      again = true;
      return;
    }
    clearTimeout(due);
    due = setTimeout(() => {
      looking = true;
      window.haasRefresh();
    }, SOON);
  }

  function refreshed() {
    looking = false;
    if (again) {
      again = false;
      look();
    }
  }

  /* The live connection */

  const live = { socket: null, wait: 1_000, poll: 0, beat: 0, out: false };

  function show(on) {
    const place = one("#live");
    if (place) {
      place.hidden = false;
      place.classList.toggle("lost", !on);
      const text = live.out ? place.dataset.out : on ? place.dataset.on : place.dataset.off;
      if (place.textContent !== text) {
        place.textContent = text;
      }
    }
  }

  function concerns(change) {
    const main = one("main");
    const kinds = (main.dataset.live || "").split(" ");
    const node = main.dataset.node;
    return change.kind && kinds.includes(change.kind)
      && (!node || !change.node || change.node === node);
  }

  function connect() {
    const heard = one("main").dataset.heard;
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/live?heard=${heard}`);
    live.socket = socket;
    let lastWord = Date.now();
    socket.onopen = () => {
      live.wait = 1_000;
      clearInterval(live.poll);
      live.poll = 0;
      show(true);
      if (live.missed) {
        look();
      }
      live.missed = false;
      live.beat = setInterval(() => {
        if (Date.now() - lastWord > 2.5 * ALIVE) {
          socket.close();
        } else {
          socket.send("alive");
        }
      }, ALIVE);
    };
    socket.onmessage = (message) => {
      lastWord = Date.now();
      const told = JSON.parse(message.data);
      if (Array.isArray(told) && told.some(concerns)) {
        look();
      }
    };
    socket.onclose = () => {
      clearInterval(live.beat);
      live.missed = true;
      lost();
    };
  }

  async function signedIn() {
    try {
      return (await fetch("/live", { redirect: "error" })).status !== 401;
    } catch {
      return null;
    }
  }

  async function lost() {
    const here = leaving || await signedIn();
    if (leaving) {
      return;
    }
    live.out = here === false;
    show(false);
    if (live.out) {
      clearInterval(live.poll);
      return;
    }
    if (!live.poll) {
      live.poll = setInterval(async () => {
        if (await signedIn()) {
          look();
        }
      }, POLL);
    }
    setTimeout(connect, live.wait * (0.5 + Math.random()));
    live.wait = Math.min(live.wait * 2, LONGEST_WAIT);
  }

  let leaving = false;
  addEventListener("pagehide", () => {
    leaving = true;
    live.socket?.close();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      leaving = false;
      connect();
      look();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    frame();
    moments();
    if (one(".passing, #progress")) {
      setInterval(pass, 1_000);
    }
    new MutationObserver(moments).observe(one("main"), { childList: true, subtree: true });
    if (one("main").dataset.live) {
      connect();
      window.jQuery?.(document).on("pfAjaxError", async () => {
        looking = false;
        if (await signedIn() === false) {
          live.out = true;
          show(false);
          note(one("#live").dataset.out);
        }
      });
    }
  });
  if (localStorage.getItem("haas-folded") === "yes") {
    document.documentElement.classList.add("folded");
  }

  async function copy(field, said) {
    await navigator.clipboard.writeText(document.getElementById(field).value);
    note(said);
  }

  return { copy, note, refreshed, refused };
})();
