// Offline: registers the service worker, and knows when a newer build is there.
//
// It owns `self.vivariumUpdate`: what is new, and the way to it. It reloads nothing by itself. A
// newer build is either `waiting`, complete and in store, or the page is `stale`: the server has
// moved on and gives files that do not fit this page. A classic script, as all are.
(() => {
  "use strict";

  const base = new URL(".", document.currentScript.src);
  let registration = null;

  function tell(state) {
    // What does not fit is more urgent than what is new.
    if (update.state === "stale") return;
    update.state = state;
    self.dispatchEvent(new CustomEvent("vivarium-update", { detail: state }));
  }

  /** Loads everything of the frame anew, past every cache, then the page. */
  async function renew() {
    const parts = [...document.querySelectorAll("script[src], link[rel=stylesheet]")];
    const urls = parts.map((part) => part.src ?? part.href).filter((url) => url.startsWith(base.href));
    const wanted = [location.href.split("#")[0], new URL("assets/manifest.json", base).href, ...urls];
    await Promise.all(wanted.map((url) => fetch(url, { cache: "reload" }).catch(() => {})));
    location.reload();
  }

  async function apply() {
    const waiting = registration?.waiting;
    if (!waiting) return renew();
    // Only the page that asked is loaded anew; others go on with the build they have.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  }

  const update = { state: "none", apply, renew, stale: () => tell("stale") };
  self.vivariumUpdate = update;

  function watch(worker) {
    worker?.addEventListener("statechange", () => {
      // The very first one is no update.
      if (worker.state === "installed" && navigator.serviceWorker.controller) tell("waiting");
    });
  }

  const HOUR = 3_600_000;

  async function register() {
    registration = await navigator.serviceWorker.register(new URL("sw.js", base), {
      scope: base.pathname,
      updateViaCache: "none",
    });
    if (registration.waiting && navigator.serviceWorker.controller) tell("waiting");
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    let lastAsked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - lastAsked < HOUR) return;
      lastAsked = Date.now();
      registration.update().catch(() => {});
    });
  }

  function install() {
    // A server that calls scripts by another type gets no worker; the page works without.
    register().catch((error) => console.info(`Not available offline: ${error.message}`));
  }

  // In a package for a learning platform the server is not ours, and a frame is a guest.
  const isOurs = location.protocol.startsWith("http") && self.origin !== "null" && self === self.top;
  const isPlain = !document.querySelector("meta[name=vivarium-lms]") && !/[?&]embed\b/.test(location.search);
  if (isOurs && isPlain) {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = new URL("vivarium.webmanifest", base).href;
    document.head.append(link);
    if (navigator.serviceWorker) {
      // Filling the cache takes network and processor: the first visit's Python comes before.
      const whenIdle = self.requestIdleCallback ?? ((callback) => setTimeout(callback, 0));
      self.addEventListener("vivarium-ready", () => whenIdle(install), { once: true });
    }
  }
})();
