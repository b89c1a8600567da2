// The counselling desk on a bad line: drafts and an outbox in this browser. Everything here has a way without JavaScript.
// What is kept belongs to the account that typed it: on a shared machine nobody sends another's consultations.
"use strict";
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const box = one("#outbox"), form = one("form[data-counsel]");
  if (!box) return;
  const words = box.dataset, mine = `counsel:${words.account}:`, OUTBOX = `${mine}outbox`;
  const DAYS = 7, PATIENCE = 20000; // milliseconds
  const draftOf = (path) => `${mine}draft:${path}`;
  const clock = (at) => new Date(at).toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });

  const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; } };
  const drop = (name) => { try { localStorage.removeItem(name); } catch { /* private window */ } };
  const unsent = () => read(OUTBOX) ?? [];
  const replace = (entry) => keep(OUTBOX, [...unsent().filter((other) => other.key !== entry.key), entry]);
  const forget = (key) => keep(OUTBOX, unsent().filter((other) => other.key !== key));
  const made = (name, props) => Object.assign(document.createElement(name), props);

  // --- sending --------------------------------------------------------------------------------------------------
  // As htmx asks: the server answers a saved form with the next address, a refused one with its sentence.
  const send = async (path, body) => {
    const headers = { "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" };
    let answer, text;
    try {
      answer = await fetch(path, { method: "POST", body, headers, signal: AbortSignal.timeout?.(PATIENCE) });
      text = await answer.text();
    } catch { return { lost: true }; }
    if (answer.status >= 500 || answer.status === 429) return { later: true };
    const go = answer.headers.get("HX-Redirect") ?? "";
    if (answer.ok && go.startsWith("/counsel")) return { saved: go };
    if (answer.ok) return { refused: words.wordsSignIn };
    const said = answer.status === 422 && one(".note p", new DOMParser().parseFromString(text, "text/html"));
    return { refused: said ? said.textContent.trim() : words.wordsRefused.replace("%s", answer.status) };
  };

  let sending = false;
  const sendAll = async (again) => {
    if (sending) return;
    sending = true;
    for (const entry of unsent()) {
      if (entry.said && !again) continue;
      const { saved, refused, later } = await send(entry.path, entry.body);
      if (saved) {
        forget(entry.key);
        if (form && bodyOf() === entry.body) { location.assign(saved); return; }
      } else if (refused) replace({ ...entry, said: refused });
      else if (!later) break; // the line is down; a server that stumbled over one may take the next
    }
    sending = false;
    show();
  };

  const show = () => {
    const entries = unsent();
    box.hidden = !entries.length;
    one("h2", box).textContent = entries.length ? words.wordsUnsent.replace("%s", entries.length) : "";
    one("[data-kept]", box).textContent = words.wordsKept;
    one("ul", box).replaceChildren(...entries.map((entry) => {
      const line = document.createElement("li");
      line.append(made("b", { textContent: entry.name }), made("span", { textContent: clock(entry.at) }));
      if (!entry.said) return line;
      const away = made("button", { type: "button", className: "plain", textContent: words.wordsDrop });
      away.addEventListener("click", () => { forget(entry.key); show(); });
      line.append(made("span", { textContent: entry.said }), made("a", { href: entry.path, textContent: words.wordsOpen }), away);
      return line;
    }));
  };

  one("[data-again]", box).addEventListener("click", () => sendAll(true));
  addEventListener("online", () => sendAll(false));
  addEventListener("storage", show);

  // --- drafts ---------------------------------------------------------------------------------------------------
  // Of others and of long ago nothing stays; who signs out leaves no draft.
  const tidy = (leave) => {
    for (const name of Object.keys(localStorage)) {
      const [room, account, kind] = name.split(":");
      const old = Date.now() - (read(name)?.at ?? 0) > DAYS * 86400000;
      if (room === "counsel" && kind === "draft" && (leave || old || account !== words.account)) drop(name);
    }
  };
  try { tidy(false); } catch { /* private window */ }
  one("form.who")?.addEventListener("submit", () => { try { tidy(true); } catch { /* private window */ } });

  const bodyOf = () => new URLSearchParams(new FormData(form)).toString();
  const fill = (body) => {
    const values = new URLSearchParams(body);
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.getAll(field.name).includes(field.value);
      else if (values.has(field.name)) field.value = values.get(field.name);
    }
  };

  show();
  if (form) {
    const path = new URL(form.action).pathname, name = draftOf(path), note = one("#draft");
    const before = unsent().find((entry) => entry.path === path && entry.said), draft = read(name) ?? before;
    if (draft && !("refused" in form.dataset)) {
      fill(draft.body);
      note.hidden = false;
      one("p", note).textContent = note.dataset.wordsDraft.replace("%s", clock(draft.at));
      one("button", note).addEventListener("click", () => { drop(name); if (before) forget(before.key); location.reload(); });
    }
    let soon;
    const save = () => { clearTimeout(soon); soon = undefined; keep(name, { body: bodyOf(), at: Date.now() }); };
    form.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(save, 300); });
    addEventListener("pagehide", () => { if (soon) save(); });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey && event.target.matches("textarea")) form.requestSubmit();
    });

    let busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      const body = bodyOf(), key = new URLSearchParams(body).get("client_key"), button = one("button.big", form);
      clearTimeout(soon); soon = undefined;
      button.setAttribute("aria-disabled", "true");
      const { saved, refused } = await send(path, body);
      if (saved) { drop(name); forget(key); location.assign(saved); return; }
      if (refused) { forget(key); save(); form.submit(); return; } // the whole page says it at the fields; nothing was saved
      if (replace({ key, path, name: form.dataset.name, body, at: Date.now() })) drop(name);
      button.removeAttribute("aria-disabled");
      busy = false;
      show();
      box.focus();
    });
  }
  if (navigator.onLine) sendAll(false);
})();
