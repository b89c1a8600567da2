// The live line: whole regions come down a socket and are morphed in by id; without a socket they are fetched.
// <body data-live="/live/…" data-poll="/live/…/news?…" data-seq="42" [data-live-always] [data-beat="25"]>
// An open socket loses nothing and each frame is complete, so to catch up is to say how far the page has come.
"use strict";
(() => {
  const { body } = document, page = body.dataset;
  const one = (selector) => document.querySelector(selector);
  const beat = (page.beat || 25) * 2200; // longer silence means a dead line, whatever the browser thinks
  let seq = +page.seq || 0;

  // ---- the line

  let socket, heardAt, watch, next, sleep, over; // over: signed out or not allowed, nothing more to try
  let failures = 0, unopened = 0, polls = 0, round = 0;

  const address = (path, since, scheme = "") => {
    const url = new URL(path, location.href);
    url.searchParams.set("since", since);
    if (scheme) url.protocol = url.protocol.replace("http", scheme);
    return url.href;
  };

  function connect() {
    hangUp();
    if (over) return;
    const line = (socket = new WebSocket(address(page.live, seq, "ws")));
    let opened;
    watch = setTimeout(dead, beat);
    line.onopen = () => { opened = true; };
    line.onmessage = (event) => { if (line === socket) { alive(); take(JSON.parse(event.data)); } };
    line.onclose = ({ code }) => {
      if (line !== socket) return;
      hangUp();
      if (code === 4401 || code === 1008) return giveUp("signed-out");
      if (code === 4403) return giveUp("refused");
      if (!opened && ++unopened >= 3) return poll();
      say("lost");
      // a server that restarts would be overrun by all its pages at once
      next = setTimeout(connect, code === 1012 ? 500 + Math.random() * 4500 : pause());
    };
  }

  const pause = () => Math.min(3e4, 500 * 2 ** failures++) * (0.5 + Math.random() / 2);

  function hangUp() {
    clearTimeout(next);
    clearTimeout(watch);
    round++;
    const line = socket;
    socket = null;
    line?.close();
  }

  function alive() {
    heardAt = Date.now();
    failures = unopened = polls = 0;
    clearTimeout(watch);
    watch = setTimeout(dead, beat);
    say("");
  }

  function dead() {
    hangUp();
    say("lost");
    next = setTimeout(connect, pause());
  }

  function giveUp(state) {
    over = true;
    hangUp();
    say(state);
  }

  // At once when there is reason to hope: the network is back, the tab is looked at, the page was brought back.
  function wake() {
    clearTimeout(sleep);
    if (socket && socket.readyState < 2 && !(Date.now() - heardAt > beat)) return;
    unopened = Math.min(unopened, 2);
    connect();
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return wake();
    // Whoever waits to be called is never put to sleep: losing the call is worse than the battery.
    if (!one("[data-live-always]")) sleep = setTimeout(hangUp, 6e4);
  });
  addEventListener("online", wake);
  addEventListener("offline", dead);
  addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
  addEventListener("pagehide", hangUp);

  // ---- the same by HTTP, where sockets are blocked

  async function ask(since) {
    const answer = await fetch(address(page.poll, since), { headers: { Accept: "application/json" } });
    if (answer.status === 401) giveUp("signed-out");
    else if (answer.status === 403 || answer.status === 404) giveUp("refused");
    else if (!answer.ok) throw answer.status;
    return answer.status === 200 ? answer.json() : {};
  }

  async function poll() {
    const mine = round;
    let how = "polling";
    try {
      take(await ask(seq));
    } catch {
      how = "lost";
    }
    if (mine !== round) return; // something better has begun meanwhile, or there is nothing more to try
    say(how);
    next = setTimeout(++polls % 10 ? poll : connect, 1e4 + Math.random() * 5e3);
  }

  // ---- news

  let turn = Promise.resolve();

  function take(message) {
    if (message.reload) reloadWithin(message.within);
    if (message.seq >= seq) put(message); // the same number again: redrawn because time has passed
  }

  function put(message) {
    seq = message.seq;
    turn = turn.then(() => swap(message.html)).catch(console.error);
  }

  async function swap(html) {
    const focus = document.activeElement, path = [];
    for (let up = focus; up; up = up.parentElement) if (up.id) path.push(up.id);
    // What is under the pointer, or has the focus, stays where it is while rows come and go above it.
    const still = one("[data-still] :is(tr, li):hover") ?? (focus.closest("[data-still]") && focus);
    const top = still?.getBoundingClientRect().top;
    await htmx.swap({ text: html, sourceElement: body, target: body, swap: "none" });
    if (still?.isConnected) scrollBy(0, still.getBoundingClientRect().top - top);
    if (!focus.isConnected) refocus(path);
  }

  // What had the focus is gone: the keyboard goes on from the nearest thing around it that is still there.
  function refocus(path) {
    const near = path.map((id) => document.getElementById(id)).find(Boolean);
    if (!near) return;
    if (near.tabIndex < 0) near.tabIndex = -1;
    near.focus({ preventScroll: true });
  }

  htmx.config.morphIgnore.push("open"); // <details> stay as people left them

  // The answer to a form may be older than news that overtook it: then its regions are asked for once more.
  async function overtaken(drawn) {
    for (let tries = 3; drawn < seq && tries--; ) {
      const now = await ask(drawn);
      if (!now.seq) return; // nothing of this page has changed since
      if (now.seq >= seq) return put(now);
    }
  }

  document.addEventListener("htmx:after:swap", ({ detail }) => {
    const drawn = detail.ctx.response?.raw?.headers.get("Live-Seq");
    if (drawn) overtaken(+drawn).catch(() => {});
  });

  // ---- in words: only after five seconds, so that a blink of the network frightens nobody

  const words = one("#line-status");
  let state = "", shown = "", saying;

  function say(now) {
    if (now === state) return;
    state = now;
    clearTimeout(saying);
    if (now) shown || over ? show() : (saying = setTimeout(show, 5000));
    else if (shown) { state = "back"; show(); state = ""; saying = setTimeout(show, 4000); }
  }

  function show() {
    shown = state;
    if (state) body.dataset.line = state; else delete body.dataset.line;
    const text = words.getAttribute(`data-words-${state}`);
    words.hidden = !text;
    words.textContent = text;
  }

  // ---- a new release: each page at its own moment, and not while somebody types or talks

  const typed = new Set();
  document.addEventListener("input", ({ target }) => typed.add(target.form ?? target));
  document.addEventListener("submit", ({ target }) => typed.delete(target));

  let due;
  const reloadWithin = (seconds) => { due ??= setTimeout(reload, Math.random() * seconds * 1000); };

  function reload() {
    if (one("[data-busy]") || [...typed].some((form) => form.isConnected)) due = setTimeout(reload, 5000);
    else location.reload();
  }

  connect();
})();
