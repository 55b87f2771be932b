/* The console of a node or a headnode: what the machine says goes into a terminal; what HaaS says of it stands
   beside it, where no machine can write. */
(() => {
  "use strict";
  const COLUMNS = 80;
  const ROWS = 24;
  const SCROLLBACK = 10_000;
  const ALIVE = 60_000;
  const FIRST_WAIT = 1_000;
  const LONGEST_WAIT = 15_000;
  const NOTICES = 50;

  const place = document.getElementById("console");
  if (!place) {
    return;
  }
  const one = (selector) => place.querySelector(selector);
  const words = place.dataset;
  const address = words.address;
  const page = document.documentElement.lang || "en";
  const own = navigator.languages.find((language) => language.startsWith(page));
  const clock = new Intl.DateTimeFormat(own || page, {
    hour: "2-digit", minute: "2-digit", second: "2-digit",
  });

  let terminal;
  let fit;
  let search;
  let socket;
  let beat;
  let wait = FIRST_WAIT;
  let leaving = false;
  let mine = false;

  const filled = (text, ...values) =>
    values.reduce((done, value, at) => done.replaceAll(`{${at}}`, () => value), text || "");

  /* The terminal writes style sheets into the page, which our policy refuses: they become sheets
     that a script has made, which it allows. */

  const create = document.createElement.bind(document);

  function sheet() {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const stand = create("template");
    Object.defineProperty(stand, "textContent", {
      get: () => "",
      set: (text) => sheet.replaceSync(text),
    });
    return stand;
  }

  function adoptStyles() {
    document.createElement = (tag, options) =>
      tag === "style" ? sheet() : create(tag, options);
  }

  function load(tag, attributes) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  async function prepare() {
    if (terminal) {
      return;
    }
    await Promise.all([
      load("link", { rel: "stylesheet", href: words.style }),
      load("script", { src: words.script }),
      load("script", { src: words.fit }),
      load("script", { src: words.search }),
    ]);
    show(true);
    adoptStyles();
    terminal = new window.Terminal({
      allowProposedApi: true,
      cols: COLUMNS,
      rows: ROWS,
      convertEol: false,
      cursorBlink: false,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--mono"),
      fontSize: 14,
      screenReaderMode: true,
      scrollback: SCROLLBACK,
      theme: { background: "#0d1117", foreground: "#e6eaf0", cursor: "#84a9ff",
        selectionBackground: "#2b4a86" },
    });
    fit = new window.FitAddon.FitAddon();
    search = new window.SearchAddon.SearchAddon();
    terminal.loadAddon(fit);
    terminal.loadAddon(search);
    terminal.open(one(".console-screen"));
    terminal.textarea.setAttribute("aria-label", words.sayTerminal);
    terminal.onData((text) => send(new TextEncoder().encode(text)));
    terminal.onBinary((text) => send(Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff)));
    terminal.attachCustomKeyEventHandler(key);
    answerWithTheKeyboardOnly();
  }

  /* Machines ask their terminal where the cursor is, and what it can do. Its answer is typed at them: so it comes
     from the one who has the keyboard, not from everybody who watches or is shown what was asked before. */

  function answerWithTheKeyboardOnly() {
    const silent = () => !mine;
    [{ final: "n" }, { prefix: "?", final: "n" }, { final: "c" }, { prefix: ">", final: "c" },
      { intermediates: "$", final: "p" }, { prefix: "?", intermediates: "$", final: "p" }]
      .forEach((question) => terminal.parser.registerCsiHandler(question, silent));
    terminal.parser.registerDcsHandler({ intermediates: "$", final: "q" }, silent);
    [4, 10, 11, 12].forEach((colour) =>
      terminal.parser.registerOscHandler(colour, (text) => silent() && text.includes("?")));
  }

  function show(on) {
    place.querySelectorAll(".console-used, .console-screen, .console-notices, .console-help")
      .forEach((part) => { part.hidden = !on; });
    one("#console-open").hidden = on;
  }

  /* Keys that are not the machine's. Tab is: so there is another way out. */

  function key(event) {
    if (event.type !== "keydown") {
      return true;
    }
    if (event.ctrlKey && event.shiftKey && event.code === "KeyL") {
      event.preventDefault();
      firstTool().focus();
      return false;
    }
    if (event.ctrlKey && event.shiftKey && event.code === "KeyF") {
      event.preventDefault();
      one("#console-find").focus();
      return false;
    }
    if (event.ctrlKey && !event.shiftKey && event.code === "KeyC" && terminal.hasSelection()) {
      event.preventDefault();
      copy();
      return false;
    }
    return true;
  }

  /* Who has the keyboard cannot take it. */

  function firstTool() {
    const take = one("#console-take");
    return take.disabled ? one("#console-break") : take;
  }

  async function copy() {
    const all = () => {
      terminal.selectAll();
      const text = terminal.getSelection();
      terminal.clearSelection();
      return text;
    };
    const text = terminal.hasSelection() ? terminal.getSelection() : all();
    await navigator.clipboard.writeText(text);
  }

  function size() {
    const wanted = document.fullscreenElement === place ? fit.proposeDimensions() : undefined;
    terminal.resize(Math.max(COLUMNS, wanted?.cols || 0), Math.max(ROWS, wanted?.rows || 0));
  }

  /* What HaaS says */

  function state(text, kind) {
    const state = one("#console-state");
    state.textContent = text;
    state.dataset.kind = kind;
  }

  function status(told) {
    state(told.connected ? words.sayConnected : words.sayWaiting, told.connected ? "ok" : "warn");
    const people = told.viewers === 1 ? words.sayViewer : filled(words.sayViewers, told.viewers);
    const keyboard = told.mine ? words.sayMine
      : told.keyboard ? filled(words.sayTheirs, told.keyboard) : words.sayNobody;
    one("#console-people").textContent = `${people} · ${keyboard}`;
    mine = told.mine;
    const take = one("#console-take");
    const left = take === document.activeElement;
    take.disabled = mine;
    if (left) {
      firstTool().focus(); // a button that is disabled would take the focus with it
    }
  }

  function notice(text, at, kind) {
    const line = document.createElement("p");
    const time = document.createElement("time");
    time.dateTime = at.toISOString();
    time.textContent = clock.format(at);
    line.dataset.kind = kind;
    line.append(time, " ", text);
    const list = one("#console-notices");
    list.append(line);
    while (list.children.length > NOTICES) {
      list.firstElementChild.remove();
    }
    list.scrollTop = list.scrollHeight;
  }

  function told(message) {
    if (message.type === "status") {
      status(message);
    } else if (message.type === "lost") {
      notice(filled(words.sayLost, message.bytes), new Date(), "LOST");
    } else if (message.type === "notice") {
      const text = words["on" + message.kind[0] + message.kind.slice(1).toLowerCase()];
      notice(text ? filled(text, message.words) : message.sentence, new Date(message.at),
        message.kind);
    }
  }

  /* The connection */

  function send(bytes) {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(bytes);
    }
  }

  const ask = (type) => send(JSON.stringify({ type }));

  async function refusal() {
    try {
      const answer = await fetch(address, { redirect: "error" });
      return answer.ok ? "" : await answer.text();
    } catch {
      return "";
    }
  }

  function refuse(text) {
    const line = one("#console-refusal");
    line.textContent = text;
    line.hidden = !text;
  }

  async function open() {
    refuse(await refusal());
    if (!one("#console-refusal").hidden) {
      state(words.sayClosed, "idle");
      show(false);
      return;
    }
    await prepare();
    show(true);
    connect();
  }

  function connect() {
    mine = false;
    state(words.sayConnecting, "run");
    socket = new WebSocket(location.origin.replace(/^http/, "ws") + address);
    socket.binaryType = "arraybuffer";
    let begun = false;
    socket.onmessage = (message) => {
      if (!begun) {
        begun = true;
        wait = FIRST_WAIT;
        terminal.reset();
        one("#console-notices").replaceChildren();
      }
      if (typeof message.data === "string") {
        told(JSON.parse(message.data));
      } else {
        terminal.write(new Uint8Array(message.data));
      }
    };
    socket.onopen = () => {
      clearInterval(beat);
      beat = setInterval(() => {
        ask("alive");
        refusal(); // whoever watches is still there: his login is not to run out
      }, ALIVE);
    };
    socket.onclose = lost;
  }

  async function lost() {
    clearInterval(beat);
    if (leaving) {
      return;
    }
    state(words.sayWaiting, "warn");
    const why = await refusal();
    if (why) {
      refuse(why);
      state(words.sayClosed, "bad");
      one("#console-open").hidden = false;
      return;
    }
    setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  /* The tools */

  one("#console-open").addEventListener("click", async () => {
    await open();
    terminal?.focus();
  });
  one("#console-take").addEventListener("click", () => {
    ask("take");
    terminal.focus();
  });
  one("#console-break").addEventListener("click", () => {
    ask("break");
    terminal.focus();
  });
  one("#console-copy").addEventListener("click", copy);
  one("#console-full").addEventListener("click", async () => {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
    } else {
      await place.requestFullscreen();
    }
    terminal.focus();
  });
  document.addEventListener("fullscreenchange", () => {
    one("#console-full").setAttribute("aria-pressed", String(document.fullscreenElement === place));
    if (terminal) {
      size();
    }
  });
  one("#console-find").addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      const look = event.shiftKey ? "findNext" : "findPrevious";
      search[look](event.target.value);
    }
    if (event.key === "Escape") {
      terminal.focus();
    }
  });
  addEventListener("pagehide", () => {
    leaving = true;
    socket?.close();
  });
  /* The rest of the page comes again when something changes; it says whether there is a console. */

  const usable = () => {
    place.hidden = document.getElementById("console-usable")?.dataset.on !== "true";
  };
  usable();
  new MutationObserver(usable).observe(document.getElementById("form"),
    { childList: true, subtree: true });

  if (location.hash === "#console") {
    open();
  }
})();
