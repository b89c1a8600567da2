// Small helps for every page. Everything here has a way without JavaScript.
"use strict";
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector) => document.querySelectorAll(selector);

  // A refused form: the summary is read first, once.
  const toErrors = () => one("#errors")?.focus();

  // The next press is another wish: a fresh id once the answer to the last one is here.
  document.addEventListener("htmx:after:request", (event) => {
    const form = event.detail.ctx.request?.form;
    const id = form && one('[name="request_id"]', form);
    const status = event.detail.ctx.response?.raw?.status ?? 0;
    if (id && status && status < 500) id.value = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(16).padStart(8, "0")).join("");
    const said = event.detail.ctx.sourceElement?.closest("[data-say]");
    if (said && status >= 200 && status < 300) one("textarea", said).value = "";
    const trouble = one("#trouble");
    if (trouble && status && status < 500) trouble.hidden = true;
    if (status >= 400 && status < 500) one("#notice")?.scrollIntoView({ block: "nearest" });
  });

  // A button is off while it sends, and would lose the keyboard's place.
  let pressed;
  document.addEventListener("htmx:before:request", () => { pressed = document.activeElement; });
  document.addEventListener("htmx:finally:request", () => setTimeout(() => {
    if (document.activeElement === document.body && pressed?.isConnected) pressed.focus({ preventScroll: true });
  }));

  // A request that did not arrive is said, not swallowed.
  const trouble = () => { const said = one("#trouble"); if (said) { said.hidden = false; one("#notice")?.scrollIntoView({ block: "nearest" }); } };
  for (const name of ["htmx:error", "htmx:response:error"]) document.addEventListener(name, (event) => { if ((event.detail.ctx?.response?.raw?.status ?? 500) >= 500) trouble(); });

  // Keyboard shortcuts: one letter, never while typing, and they can be turned off.
  const off = one("#keys-off");
  const kept = () => { try { return localStorage.getItem("keys-off") === "yes"; } catch { return false; } };
  if (off) {
    off.checked = kept();
    off.addEventListener("change", () => { try { localStorage.setItem("keys-off", off.checked ? "yes" : "no"); } catch { /* private window */ } });
    document.addEventListener("keydown", (event) => {
      if (off.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
      const key = event.key.toLowerCase();
      const target = key === "?" ? one(".keys > summary") : key === "t" ? one("[data-say] textarea") : one(`[data-key="${CSS.escape(key)}"]`);
      if (!target || target.checkVisibility?.({ visibilityProperty: true }) === false) return;
      event.preventDefault();
      target.matches("textarea") ? target.focus() : target.click();
    });
  }

  // Enter sends a message, Shift+Enter makes a line; not while a Vietnamese input method composes.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && event.target.matches?.("[data-say] textarea")) {
      event.preventDefault();
      if (event.target.value.trim()) one("button", event.target.closest("[data-say]")).click();
    }
  });

  // A plain form is sent once, however often it is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented || event.submitter?.hasAttribute("hx-post") || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) return void event.preventDefault();
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => { for (const form of all("form[data-sent]")) delete form.dataset.sent; });

  // Live tables stay still under the cursor, and a whole page can be paused: the newest form of each region waits.
  const held = new Map();
  let paused = false, moved = 0;
  const pause = one("[data-pause]");
  const resting = (region) => region.matches("[data-still]:hover") && Date.now() - moved < 3000;
  addEventListener("pointermove", () => { moved = Date.now(); }, { passive: true });
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx, tasks } = event.detail;
    if (ctx.held || ctx.sourceElement?.matches?.("button, form")) return; // one's own act shows at once
    for (const task of [...tasks]) {
      const region = task.target;
      if (!region?.id || !(paused ? !region.matches("[data-urgent]") : resting(region))) continue;
      held.set(region.id, [...task.fragment.children].map((part) => part.outerHTML).join(""));
      region.setAttribute("data-held", "");
      tasks.splice(tasks.indexOf(task), 1);
    }
    count();
  });
  const count = () => { if (pause) pause.dataset.waiting = paused && held.size ? String(held.size) : ""; };
  const release = () => {
    for (const [id, text] of held) {
      const target = document.getElementById(id);
      if (paused || (target && resting(target))) continue;
      held.delete(id);
      if (target) htmx.swap({ held: true, sourceElement: target, target, text, swap: "outerMorph" });
    }
    count();
  };
  setInterval(() => { if (held.size) release(); }, 500);
  if (pause) {
    const show = () => { pause.setAttribute("aria-pressed", String(paused)); release(); };
    try { paused = sessionStorage.getItem("paused") === "yes"; } catch { /* private window */ }
    pause.addEventListener("click", () => { paused = !paused; try { sessionStorage.setItem("paused", paused ? "yes" : "no"); } catch { /* private window */ } show(); });
    show();
  }

  // A talk shows its newest line, unless one is reading further up.
  const low = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 160;
  let wasLow = true;
  document.addEventListener("htmx:before:swap", () => { const list = one(".messages"); wasLow = !list || low(list); });
  const down = () => { const list = one(".messages"); if (list && wasLow) list.scrollTop = list.scrollHeight; };
  document.addEventListener("htmx:after:swap", down);
  down();

  // A ticket stays readable without a network (ticket-worker.js); signing out forgets it.
  const worker = one("[data-worker]")?.dataset.worker;
  if (worker && navigator.serviceWorker) addEventListener("load", async () => {
    navigator.serviceWorker.register(worker, { scope: "/tickets/" }).catch(() => undefined);
    const { active } = await navigator.serviceWorker.ready;
    const parts = performance.getEntriesByType("resource").map((entry) => entry.name.split("#")[0]);
    active.postMessage({ keep: [location.href, ...new Set(parts)] });
  });
  one("form.who")?.addEventListener("submit", () => { globalThis.caches?.delete("tickets"); });

  for (const button of all("[data-print]")) { button.hidden = false; button.addEventListener("click", () => print()); }
  toErrors();
})();
