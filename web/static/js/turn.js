// What a live page does with its news: says it, finds one's own number, calls the person, lets clocks run.
// Nothing here knows of the line; whatever htmx has put in place is looked at afterwards.
"use strict";
(() => {
  const one = (selector) => document.querySelector(selector), all = (selector) => document.querySelectorAll(selector);

  // ---- spoken: the newest sentence of a region, at most every 15 seconds, never the same twice

  const said = new Map(), spoken = one("#live-status");
  let waiting = new Set(), resting;

  function listen() {
    for (const { id, dataset } of all("[data-say]")) {
      if (said.get(id) !== dataset.say) waiting.add(dataset.say);
      said.set(id, dataset.say);
    }
    if (!resting) speak();
  }

  function speak() {
    resting = waiting.size && setTimeout(() => { resting = 0; speak(); }, 15e3);
    if (waiting.size && spoken) spoken.textContent = [...waiting].join(" ");
    waiting = new Set();
  }

  // ---- one's own number on the board that is the same for everybody

  function mark() {
    const mine = one("[data-my-number]"), place = one("#my-place");
    const line = mine && one(`[data-line-number="${CSS.escape(mine.dataset.myNumber)}"]`);
    line?.setAttribute("aria-current", "true");
    const there = line?.querySelector("[data-line-place]");
    if (mine && place && place.innerHTML !== (there?.innerHTML ?? "")) place.replaceChildren(...(there?.cloneNode(true).childNodes ?? []));
  }

  // ---- being called: title, sound and vibration until somebody touches the page; the focus stays where it is

  let audio, ringing, heard, title;

  function ring() {
    if (!one("[data-call]")) {
      clearInterval(ringing);
      if (ringing) document.title = title;
      ringing = heard = 0;
    } else if (!ringing) {
      title = document.title;
      document.title = "(!) " + title;
      ringing = setInterval(sound, 6000);
      sound();
    }
  }

  function sound() {
    if (heard || !audio) return; // browsers allow neither before a first touch
    navigator.vibrate?.([300, 150, 300]);
    for (const start of [0, 0.35]) {
      const tone = audio.createOscillator(), loud = audio.createGain(), at = audio.currentTime + start;
      tone.frequency.value = 660 + start * 630;
      loud.gain.setValueAtTime(0.25, at);
      loud.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
      tone.connect(loud).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.3);
    }
  }

  function touched() {
    if (ringing) heard = 1;
    if (one("[data-live-always]") && window.AudioContext) audio ??= new AudioContext();
  }

  for (const kind of ["pointerup", "keydown"]) document.addEventListener(kind, touched);

  // ---- what the page said of the number's last state ("moved two back") is over with that state

  const standing = () => one("#my-ticket")?.dataset.state;
  let stood = standing();

  function forget() {
    if (standing() === stood) return;
    stood = standing();
    one("#notice")?.replaceChildren();
  }

  // ---- clocks, by the server's time

  const skew = Date.parse(document.body.dataset.now) - Date.now() || 0;

  function tick() {
    const now = Date.now() + skew;
    for (const { dataset, firstChild } of all("time[data-until], time[data-since]")) {
      const ms = dataset.until ? Date.parse(dataset.until) - now : now - Date.parse(dataset.since);
      const text = clock(Math.max(0, dataset.until ? Math.ceil(ms / 1000) : Math.floor(ms / 1000)));
      if (firstChild && firstChild.data !== text) firstChild.data = text;
    }
  }

  function clock(seconds) {
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
    return (seconds < 3600 ? "" : Math.floor(seconds / 3600) + ":") + parts.join(":");
  }

  setInterval(tick, 1000);

  function settle() {
    mark();
    forget();
    ring();
    tick();
    listen();
  }

  document.addEventListener("htmx:after:swap", settle);
  for (const { id, dataset } of all("[data-say]")) said.set(id, dataset.say); // on the page already, not news
  settle();
})();
