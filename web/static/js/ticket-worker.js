// Keeps the ticket page readable without a network: newest from the server, after four seconds what was kept.
// Scope /tickets/. Nothing is sent later on one's behalf, and signing out empties the store (page.js).
"use strict";
const STORE = "tickets", TICKET = /^\/tickets\/[^/]+$/, STATIC = /^\/static\//;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// The first visit is over before the worker runs, so the page names what it is made of.
addEventListener("message", (event) => {
  const keep = event.data?.keep?.filter((address) => ours(new URL(address)));
  if (keep) event.waitUntil(caches.open(STORE).then((store) => store.addAll(keep)));
});

addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || !ours(url)) return;
  event.respondWith(STATIC.test(url.pathname) ? kept(request) : newest(request));
});

const ours = (url) => url.origin === location.origin && (TICKET.test(url.pathname) || STATIC.test(url.pathname));

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function newest(request) {
  const old = caches.match(request), late = new Promise((done) => setTimeout(done, 4000));
  const answer = fetch(request).then(store).catch(() => undefined);
  return (await Promise.race([answer, late])) ?? (await old) ?? (await answer) ?? Response.error();
}

async function store(answer) {
  if (answer.ok && !answer.redirected) (await caches.open(STORE)).put(answer.url, answer.clone());
  return answer;
}
