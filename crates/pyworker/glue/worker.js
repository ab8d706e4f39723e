// Owns the worker's message handler: boot, start, deliver. Comes after wasm-bindgen's glue.
// What the messages mean is decided in Rust (crates/pyworker, crates/protocol).

"use strict";

(() => {
  const RECURSION =
    "The program recursed deeper than this browser's stack allows, and its process had to end.";
  const MEMORY = "The program needed more memory than its process can have, and had to end.";

  let hasEnded = false;

  // Rust's panic hook has told the page already if it could; `crash` lets the first word count.
  function fatal(error) {
    if (hasEnded || error === green.ENDED) return;
    hasEnded = true;
    try {
      wasm_bindgen.crash(sentence(error));
    } catch {
      const status = { Crashed: { message: sentence(error) } };
      self.postMessage({ Exited: { status, files: [] } });
    }
  }

  function sentence(error) {
    const text = String(error && error.message ? error.message : error);
    if (error instanceof RangeError && /call stack/i.test(text)) return RECURSION;
    if (green.isMemoryFull() || /memory/i.test(text)) return MEMORY;
    return `The interpreter broke down and its process had to end (${text}).`;
  }

  self.onmessage = ({ data }) => {
    try {
      if (data.boot) {
        const { module, packs, hashSeed, build } = data.boot;
        green.attach(wasm_bindgen.initSync({ module }));
        const { core, ...further } = packs;
        wasm_bindgen.boot(core, hashSeed, build, green.canBlock);
        for (const [name, bytes] of Object.entries(further)) wasm_bindgen.add_pack(name, bytes);
      } else if (wasm_bindgen.deliver(data)) {
        green.run().then(() => (hasEnded = true), fatal);
      } else {
        green.poll();
      }
    } catch (error) {
      fatal(error);
    }
  };
})();
