/* The screen of a headnode: noVNC, let in by a ticket that is good once. */
(() => {
  "use strict";
  const MODULE = "/novnc/core/rfb.js";

  const place = document.getElementById("screen");
  if (!place) {
    return;
  }
  const one = (selector) => place.querySelector(selector);
  const words = place.dataset;
  const picture = one(".screen-picture");

  let screen;
  let answered = () => {};

  function state(text, kind) {
    const line = one("#screen-state");
    line.textContent = text;
    line.dataset.kind = kind;
  }

  function show(on) {
    place.querySelectorAll(".console-used, .screen-picture, .console-help")
      .forEach((part) => { part.hidden = !on; });
    one("#screen-open").hidden = on;
  }

  /* The ticket comes by the page's own form, which no other site can send. */

  window.haasScreenAnswered = (args) => answered(args || {});

  function admit() {
    return new Promise((resolve) => {
      answered = resolve;
      window.haasScreen();
    });
  }

  async function open() {
    state(words.sayConnecting, "run");
    const [{ default: Screen }, pass] = await Promise.all([import(MODULE), admit()]);
    if (!pass.ticket) {
      state(words.sayClosed, "bad");
      return;
    }
    show(true);
    screen = new Screen(picture, location.origin.replace(/^http/, "ws") + pass.path, {
      wsProtocols: ["haas.screen", "haas.ticket." + pass.ticket],
    });
    screen.scaleViewport = true;
    screen.background = "#0d1117";
    screen.addEventListener("connect", () => {
      state(words.sayConnected, "ok");
      picture.querySelector("canvas")?.setAttribute("aria-label", words.sayScreen);
      screen.focus();
    });
    screen.addEventListener("disconnect", (event) => {
      const there = screen !== undefined;
      screen = undefined;
      show(false);
      state(there && !event.detail.clean ? words.sayEnded : words.sayClosed, "idle");
    });
  }

  function close() {
    const open = screen;
    screen = undefined;
    open?.disconnect();
  }

  one("#screen-open").addEventListener("click", open);
  one("#screen-close").addEventListener("click", () => {
    close();
    show(false);
    one("#screen-open").focus();
  });
  one("#screen-keys").addEventListener("click", () => {
    screen?.sendCtrlAltDel();
    screen?.focus();
  });
  one("#screen-full").addEventListener("click", async () => {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
    } else {
      await place.requestFullscreen();
    }
    screen?.focus();
  });
  document.addEventListener("fullscreenchange", () =>
    one("#screen-full").setAttribute("aria-pressed", String(document.fullscreenElement === place)));

  /* All keys are the machine's, Tab too: so there is another way out. */

  picture.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.shiftKey && event.code === "KeyL") {
      event.preventDefault();
      event.stopPropagation();
      one("#screen-close").focus();
    }
  }, true);
  addEventListener("pagehide", close);

  /* The rest of the page comes again when something changes; it says whether there is a screen. */

  const usable = () => {
    place.hidden = document.getElementById("screen-usable")?.dataset.on !== "true";
  };
  usable();
  new MutationObserver(usable).observe(document.getElementById("form"),
    { childList: true, subtree: true });
})();
