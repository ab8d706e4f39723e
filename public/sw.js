// The service worker: after the first visit the whole product works without a network.
//
// It owns one cache for each build, filled before the build is used, so that files of two builds
// never meet. It never takes over a page that is open: a new build waits until the page asks for
// it, or until no page is left. The build fills in the two constants.
"use strict";

const BUILD = "@BUILD@";
// Every file of the product, with the hash of its content.
const FILES = {};

const PREFIX = `vivarium ${new URL(self.registration.scope).pathname} `;
const CACHE = PREFIX + BUILD;
const HASHES = "hashes.json";

const here = (path) => new URL(path, self.registration.scope).href;

/** Under which address pages ask for a file: what is fetched late is asked for by its build. */
function address(path) {
  const isLate = path.startsWith("assets/") && path !== "assets/manifest.json";
  return here(isLate || path === "editor.js" ? `${path}?v=${BUILD}` : path);
}

/** What earlier builds have of the same content, by hash: most of an update is there already. */
async function known() {
  const found = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === CACHE) continue;
    const cache = await caches.open(name);
    const listed = await cache.match(here(HASHES)).then((it) => it?.json());
    for (const [url, hash] of Object.entries(listed ?? {})) found.set(hash, { cache, url });
  }
  return found;
}

/** Servers may add to pages, and who runs one changes its settings: only these are not compared. */
const isOurs = (path) => !/\.html$|^config\.js/.test(path);

async function matches(response, hash) {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const bytes = new Uint8Array(digest).slice(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
}

/** Fetches a file; what a cache on the way kept from another build does not slip in. */
async function fetched(path, hash) {
  const isLate = address(path).includes("?v=");
  for (const cache of [isLate ? "default" : "no-cache", "reload"]) {
    const response = await fetch(address(path), { cache, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
    if (!isOurs(path) || (await matches(response, hash))) return response;
  }
  throw new Error(`${path} is not of this build: the server is about to change its own`);
}

async function install() {
  const cache = await caches.open(CACHE);
  const before = await known();
  for (const [path, hash] of Object.entries(FILES)) {
    const old = before.get(hash);
    const response = (await old?.cache.match(old.url)) ?? (await fetched(path, hash));
    await cache.put(address(path), response);
  }
  const listed = Object.fromEntries(Object.entries(FILES).map(([path, hash]) => [address(path), hash]));
  await cache.put(here(HASHES), new Response(JSON.stringify(listed)));
}

/** Pages of the build before this one may still be open: its cache stays until the next update. */
async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

async function answered(request) {
  const url = new URL(request.url);
  url.hash = "";
  const cache = await caches.open(CACHE);
  if (/\/config\.js(on)?$/.test(url.pathname)) {
    // Whoever runs the server changes these without a new build.
    return fetch(request).catch(async () => (await cache.match(url.href)) ?? Response.error());
  }
  if (request.mode === "navigate" && (url.pathname.endsWith("/") || url.pathname.endsWith("/index.html"))) {
    return (await cache.match(here("index.html"))) ?? fetch(request);
  }
  if (request.mode === "navigate") url.search = "";
  const found = (await cache.match(url.href)) ?? (await caches.match(url.href));
  return found ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) {
    event.respondWith(answered(event.request));
  }
});
