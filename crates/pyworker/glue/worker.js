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
      self.postMessage({ crashed: sentence(error) });
    }
  }

  function sentence(error) {
    const text = String(error && error.message ? error.message : error);
    if (error instanceof RangeError && /call stack/i.test(text)) return RECURSION;
    if (green.isMemoryFull() || /memory/i.test(text)) return MEMORY;
    return `The interpreter broke down and its process had to end (${text}).`;
  }

  // With an image of a booted interpreter's memory the boot is over in the time of a copy.
  function boot({ module, packs, hashSeed, build, image, wantsImage }) {
    const exports = wasm_bindgen.initSync({ module });
    const { core, ...further } = packs;
    if (image) {
      restore(exports, image);
      green.attach(exports);
    } else {
      green.attach(exports);
      wasm_bindgen.boot(core, hashSeed, green.canBlock);
      if (wantsImage) sendImage(exports);
    }
    for (const [name, bytes] of Object.entries(further)) wasm_bindgen.add_pack(name, bytes);
    wasm_bindgen.ready(build);
  }

  // After its boot the interpreter holds no JavaScript value: linear memory, the stack pointer and
  // the length of the (empty) table of such values are all of its state.
  function sendImage({ memory, __stack_pointer, __wbindgen_externrefs }) {
    const bytes = memory.buffer.slice(0);
    const image = { bytes, stackPointer: __stack_pointer.value, values: __wbindgen_externrefs.length };
    self.postMessage({ image }, [bytes]);
  }

  function restore({ memory, __stack_pointer, __wbindgen_externrefs }, image) {
    const missing = image.bytes.byteLength - memory.buffer.byteLength;
    if (missing > 0) memory.grow(missing / 65_536);
    new Uint8Array(memory.buffer).set(new Uint8Array(image.bytes));
    __stack_pointer.value = image.stackPointer;
    const values = image.values - __wbindgen_externrefs.length;
    if (values > 0) __wbindgen_externrefs.grow(values);
  }

  self.onmessage = ({ data }) => {
    try {
      if (data.boot) {
        boot(data.boot);
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
