// Boot: finds the page's own files, over HTTP or from a folder, and starts the app.
//
// It owns `self.vivariumAsset(name)`, the one way to a build product, and the message shown when
// the page cannot start. It knows nothing of lessons or Python. It is a classic script, because
// modules and `fetch` do not work from `file://` or in a sandboxed frame.
(() => {
  "use strict";

  const base = new URL(".", document.currentScript.src);
  const waiting = new Map();
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
    const build = manifest?.build ? `?v=${manifest.build}` : "";
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
  function injected(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`data/${name}.js`, base).href;
      script.onload = () => {
        script.remove();
        const text = self.VIVARIUM_DATA?.[name];
        if (text === undefined) {
          reject(new Error(`${name}: data/${name}.js does not hold it`));
          return;
        }
        delete self.VIVARIUM_DATA[name];
        resolve(inflated(name, text));
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`${name}: neither assets/${name} nor data/${name}.js can be read`));
      };
      document.head.append(script);
    });
  }

  async function inflated(name, text) {
    const packed = decoded(text);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    report(name, bytes.length, bytes.length);
    return bytes;
  }

  function decoded(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) {
      bytes[index] = binary.charCodeAt(index);
    }
    return bytes;
  }

  async function load(name) {
    if (location.protocol === "file:") return injected(name);
    try {
      return await fetched(name);
    } catch (error) {
      // An opaque origin may not fetch; a server that lacks the file lacks the script, too.
      return injected(name).catch(() => {
        throw error;
      });
    }
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

  /** Resolves to the editor bundle, a script of its own that the first page does not wait for. */
  self.vivariumEditor = () => {
    editor ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("editor.js", base).href;
      script.onload = () => resolve(self.VivariumEditor);
      script.onerror = () => {
        editor = null;
        reject(new Error("editor.js cannot be read"));
      };
      document.head.append(script);
    });
    return editor;
  };

  // The manifest gives sizes, for the progress shown; without it the page still works.
  const ready = load("manifest.json").then(
    (bytes) => {
      manifest = JSON.parse(new TextDecoder().decode(bytes));
      self.vivariumBuild = manifest.build;
    },
    () => {},
  );

  // Theme and text size are set before anything is drawn, so that nothing flashes or moves.
  function applySettings() {
    let settings = {};
    try {
      settings = JSON.parse(localStorage.getItem("vivarium/1/settings")) ?? {};
    } catch {
      // Storage is refused or holds something else: the defaults serve.
    }
    const root = document.documentElement;
    root.dataset.theme = settings.theme ?? "system";
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

  async function start() {
    try {
      const bytes = await self.vivariumAsset("app_bg.wasm");
      await wasm_bindgen({ module_or_path: bytes });
    } catch (error) {
      sayFailure(error);
    }
  }

  applySettings();
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start, { once: true });
  } else {
    start();
  }
})();
