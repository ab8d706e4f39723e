// Boot: finds the page's own files, over HTTP or from a folder, and starts the app.
//
// It owns `self.vivariumAsset(name)`, the one way to a build product, and the message shown when
// the page cannot start. It knows nothing of lessons or Python. It is a classic script, because
// modules and `fetch` do not work from `file://` or in a sandboxed frame.
(() => {
  "use strict";

  // A single file holds everything in elements that are not run (crates/bundle/src/single.rs).
  const held = (name) => document.querySelector(`script[type="text/plain"][data-name="${name}"]`);
  const isSingle = held("manifest.json") !== null;
  const base = new URL(".", document.currentScript.src || location.href);
  // The build writes its name here, into the glue of the app, and into the manifest.
  const BUILD = "@BUILD@";
  // Nothing can be fetched from a folder, nor in a frame that is not let have an origin.
  const isCutOff = isSingle || self.origin === "null" || location.protocol === "file:";
  const waiting = new Map();

  // All pages from folders share one storage, so each folder has a part of its own, below its path,
  // and a single file one below its name.
  const place = isSingle ? location.pathname : base.pathname;
  self.vivariumPart = location.protocol === "file:" ? `vivarium-folder${place}` : "";

  let manifest = null;

  // Tells listeners how much of an asset is here; `total` is 0 where it is unknown.
  function report(name, loaded, total) {
    self.dispatchEvent(
      new CustomEvent("vivarium-asset", { detail: { name, loaded, total } }),
    );
  }

  function sizeOf(name) {
    return manifest?.files?.[name]?.bytes ?? 0;
  }

  async function fetched(name) {
    // The manifest is asked for plainly: it tells which build the server has now.
    const build = name === "manifest.json" ? "" : `?v=${BUILD}`;
    const response = await fetch(new URL(`assets/${name}${build}`, base));
    if (!response.ok) {
      throw new Error(`${name}: the server answered ${response.status}`);
    }
    const total = sizeOf(name);
    if (!response.body) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      report(name, bytes.length, total || bytes.length);
      return bytes;
    }
    const chunks = [];
    let loaded = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loaded += value.length;
      report(name, loaded, Math.max(total, loaded));
    }
    return joined(chunks, loaded);
  }

  // A server may have moved on since this page was loaded; what it gives now would not fit.
  function checked(name, bytes) {
    // A package for a learning platform may hold chosen lessons only.
    const expected = document.querySelector("meta[name=vivarium-lms]") ? 0 : sizeOf(name);
    if (expected === 0 || bytes.length === expected) return bytes;
    self.vivariumUpdate?.stale();
    throw new Error(
      `${name} is of a newer version than this page. Load the page again; what you wrote is kept.`,
    );
  }

  function joined(chunks, length) {
    const bytes = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  }

  // The same bytes as a classic script, for places where `fetch` is refused.
  async function injected(name) {
    if (!held(name)) {
      await loadScript(`data/${name}.js`).catch(() => {
        throw new Error(`${name}: neither assets/${name} nor data/${name}.js can be read`);
      });
    }
    return unpacked(name);
  }

  let unpacker = null;

  async function unpacked(name) {
    const element = held(name);
    const data = element
      ? [Number(element.dataset.length), element.textContent]
      : self.VIVARIUM_DATA?.[name];
    if (data === undefined) throw new Error(`${name}: data/${name}.js does not hold it`);
    if (!element) delete self.VIVARIUM_DATA[name];
    unpacker ??= self.vivariumUnpack ? Promise.resolve() : loadScript("data/unpack.js");
    await unpacker;
    const bytes = await self.vivariumUnpack(data).catch((error) => {
      throw new Error(`${name} cannot be unpacked: ${error.message}. Copy the folder again.`);
    });
    report(name, bytes.length, bytes.length);
    return bytes;
  }

  async function load(name) {
    if (isCutOff) return injected(name);
    let bytes;
    try {
      bytes = await fetched(name);
    } catch (error) {
      // Where fetching is refused for another reason, the same bytes may come as a script.
      return injected(name).catch(() => {
        throw error;
      });
    }
    return checked(name, bytes);
  }

  /** Resolves to the bytes of a build product. Two callers at once share one transfer. */
  self.vivariumAsset = (name) => {
    let promise = waiting.get(name);
    if (!promise) {
      promise = ready.then(() => load(name)).finally(() => waiting.delete(name));
      waiting.set(name, promise);
      // Who asked is told; who asked for several and gave up at the first is no error.
      promise.catch(() => {});
    }
    return promise;
  };

  let editor = null;

  const packedText = async (name) => new TextDecoder().decode(await injected(name));

  // A page inside of a single file has no address to go to; it can be saved.
  function saveHeldPages() {
    document.addEventListener("click", async (event) => {
      const link = event.target.closest?.("a[href='notices.html']");
      if (!link) return;
      event.preventDefault();
      const page = new Blob([await packedText("notices.html")], { type: "text/html" });
      const saved = { href: URL.createObjectURL(page), download: "notices.html" };
      Object.assign(document.createElement("a"), saved).click();
    });
  }

  // Where it is packed, the policy knows it by its hash.
  async function runPackedEditor() {
    const script = document.createElement("script");
    script.textContent = await packedText("editor.js");
    document.head.append(script);
  }

  /** Resolves to the editor bundle, a script of its own that the first page does not wait for. */
  self.vivariumEditor = () => {
    const isPacked = document.querySelector("meta[name=vivarium-packed]") !== null;
    const build = isCutOff ? "" : `?v=${BUILD}`;
    editor ??= (isPacked ? runPackedEditor() : loadScript("editor.js", build)).then(
      () => self.VivariumEditor,
      (error) => {
        editor = null;
        throw error;
      },
    );
    return editor;
  };

  function loadScript(name, query = "") {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(name + query, base).href;
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error(`${name} cannot be read`, script.remove()));
      document.head.append(script);
    });
  }

  /**
   * Resolves to the settings of this copy of the product, or null where there are none. Rejects
   * where they cannot be read: then nobody knows what was forbidden.
   */
  self.vivariumConfig = async () => {
    if (self.VIVARIUM_CONFIG || location.protocol === "file:") return self.VIVARIUM_CONFIG ?? null;
    if (isCutOff) {
      await loadScript("config.js");
      return self.VIVARIUM_CONFIG ?? null;
    }
    const response = await fetch(new URL("config.json", base), { cache: "no-cache" });
    if (response.status === 404) return null;
    return response.json();
  };

  // The manifest gives sizes, for the progress shown; without it the page still works.
  const ready = load("manifest.json").then(
    (bytes) => {
      manifest = JSON.parse(new TextDecoder().decode(bytes));
      self.vivariumBuild = BUILD;
    },
    () => {},
  );

  // Theme and text size are set before anything is drawn, so that nothing flashes or moves.
  function applySettings() {
    let settings = {};
    try {
      settings = JSON.parse(localStorage.getItem(`${self.vivariumPart}vivarium/1/settings`)) ?? {};
    } catch {
      // Storage is refused or holds something else: the defaults serve.
    }
    const root = document.documentElement;
    const asked = /[?&]embed\b/.test(location.search) && /[?&]theme=(\w+)/.exec(location.search);
    root.dataset.theme = asked?.[1] ?? settings.theme ?? "system";
    root.dataset.motion = settings.motion ?? "system";
    root.dataset.textSize = settings.text_size ?? "medium";
  }

  function sayFailure(error) {
    console.error(error);
    const box = document.getElementById("starting") ?? document.body;
    const heading = document.createElement("h1");
    heading.textContent = "Vivarium could not start";
    const text = document.createElement("p");
    text.textContent =
      typeof WebAssembly === "object" && typeof DecompressionStream === "function"
        ? "A part of the page could not be read. Check the connection and load the page again."
        : "This browser is too old. Use Chrome or Edge 137, Firefox 153, Safari 27, or newer.";
    const detail = document.createElement("p");
    detail.textContent = String(error?.message ?? error);
    box.replaceChildren(heading, text, detail);
    box.setAttribute("role", "alert");
  }

  // A server that calls style sheets by another type has them refused; as text they are taken.
  async function mendStyles() {
    if (isCutOff) return;
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const refused = links.filter((it) => !it.sheet?.cssRules.length);
    for (const link of refused) {
      const response = await fetch(link.href).catch(() => null);
      if (!response?.ok) continue;
      const style = document.createElement("style");
      const absolute = (_, quote, path) => `url(${quote}${new URL(path, link.href)}${quote})`;
      style.textContent = (await response.text()).replace(/url\((["']?)(?!data:)([^"')]+)\1\)/g, absolute);
      link.replaceWith(style);
    }
  }

  /** The page, the app's glue and the files on the server must be of one build; says whether. */
  function isOneBuild() {
    const found = [self.VIVARIUM_GLUE, manifest?.build];
    return found.every((build) => build === undefined || build === BUILD);
  }

  // Once in a tab by itself; after that the reader decides.
  function renewed() {
    try {
      const before = sessionStorage.getItem("vivarium/renewed");
      sessionStorage.setItem("vivarium/renewed", `${manifest?.build}`);
      return before === `${manifest?.build}`;
    } catch {
      return true;
    }
  }

  function sayMismatch() {
    const box = document.getElementById("starting") ?? document.body;
    const heading = document.createElement("h1");
    heading.textContent = "A new version of Vivarium has come";
    const text = document.createElement("p");
    const isTriedAlready = renewed();
    text.textContent = isTriedAlready
      ? "Parts of the old version are still in the way. Load the page again in a minute; what you wrote is kept."
      : "Its parts are being loaded; what you wrote is kept.";
    box.replaceChildren(heading, text);
    box.setAttribute("role", "alert");
    if (!isTriedAlready) return self.vivariumUpdate?.renew();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Load the page again";
    button.onclick = () => self.vivariumUpdate?.renew();
    box.append(button);
  }

  let later = null;

  // What comes after the page can be read is under way before the first part asks for it.
  function laterBytes() {
    later ??= self.vivariumAsset("later.wasm");
    later.catch(() => (later = null));
    return later;
  }

  /** Adds the second part of the app to the first, and tells that one whether it is there. */
  self.vivariumLater = async (callback, data) => {
    const app = wasm_bindgen.initSync();
    let isHere = false;
    try {
      await WebAssembly.instantiate(await laterBytes(), { __wasm_split: app });
      isHere = true;
    } catch (error) {
      later = null;
      console.warn(error);
    }
    app.__indirect_function_table.get(callback)(data, isHere);
  };

  async function start() {
    mendStyles();
    await ready;
    if (!isOneBuild()) {
      sayMismatch();
      return;
    }
    try {
      const bytes = await self.vivariumAsset("app_bg.wasm");
      laterBytes();
      await wasm_bindgen({ module_or_path: bytes });
    } catch (error) {
      sayFailure(error);
    }
  }

  applySettings();
  if (isSingle) saveHeldPages();
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start, { once: true });
  } else {
    start();
  }
})();
