// Unpack: turns data scripts into bytes again, in workers, so that the page stays awake and several are done at once.
//
// It owns `self.vivariumUnpack([length, text])`. The wasm that it needs (crates/data) is written in by the build. A
// classic script, loaded only where nothing can be fetched.
(() => {
  "use strict";

  const WASM = "@WASM@";
  // As in crates/data/src/text.rs.
  const BARRED = [0, 10, 13, 34, 60, 92];

  /** The source of the worker; it uses nothing from outside of itself. */
  function work(barred) {
    function read(text, bytes) {
      let held = 0;
      let bits = 0;
      let end = 0;
      const take = (symbol) => {
        held = ((held << 7) | symbol) & 0x3fff;
        bits += 7;
        if (bits >= 8) {
          bits -= 8;
          if (end < bytes.length) bytes[end] = held >> bits;
          end += 1;
        }
      };
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code < 128) take(code);
        else {
          take(barred[(code - 128) >> 7]);
          take((code - 128) & 127);
        }
      }
      return end >= bytes.length;
    }

    self.onmessage = async ({ data: { module, length, text } }) => {
      const { memory, room, unpack, result } = (await WebAssembly.instantiate(module)).exports;
      const place = room(length);
      const isWhole = read(text, new Uint8Array(memory.buffer, place, length));
      const unpacked = isWhole ? unpack() : 0;
      const bytes = new Uint8Array(memory.buffer, result(), unpacked).slice();
      self.postMessage(bytes, [bytes.buffer]);
    };
  }

  let parts = null;

  async function begin() {
    const binary = atob(WASM);
    const module = await WebAssembly.compile(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
    const source = new Blob([`(${work})(${JSON.stringify(BARRED)})`], { type: "text/javascript" });
    return { module, script: URL.createObjectURL(source) };
  }

  /** Resolves to the bytes; rejects where they are damaged. */
  self.vivariumUnpack = async ([length, text]) => {
    parts ??= begin();
    const { module, script } = await parts;
    const worker = new Worker(script);
    try {
      const bytes = await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || "a worker could not start"));
        worker.postMessage({ module, length, text });
      });
      if (bytes.length === 0) throw new Error("it is damaged");
      return bytes;
    } finally {
      worker.terminate();
    }
  };
})();
