// Files: what links and zips need of the browser, and what is dropped onto the page.
//
// It owns deflating, and the walk through dropped folders, which only the browser's own objects
// allow. Which files are taken, and why not, is decided elsewhere. A classic script, as all are.
(() => {
  "use strict";

  async function through(bytes, transform, limit) {
    const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
    const chunks = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        throw new RangeError("more bytes than are allowed");
      }
      chunks.push(value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  /** Compresses bytes as links hold them: deflate without a header. */
  self.vivariumDeflate = (bytes) => through(bytes, new CompressionStream("deflate-raw"), Infinity);

  /** The inverse; a RangeError beyond `limit` bytes, so that a small file cannot fill the memory. */
  self.vivariumInflate = (bytes, limit) =>
    through(bytes, new DecompressionStream("deflate-raw"), limit);

  // A dropped disk is not walked to its end.
  const MAX_ENTRIES = 5000;
  const PASSED_OVER = new Set(["__pycache__", ".git", ".venv", "node_modules", "__MACOSX"]);

  const asPromise = (ask) => new Promise((resolve, reject) => ask(resolve, reject));

  async function walk(entry, found) {
    if (found.length >= MAX_ENTRIES) return;
    const path = entry.fullPath.replace(/^\//, "");
    if (entry.isFile) {
      // A file that cannot be read is named all the same.
      found.push([path, await asPromise((good, bad) => entry.file(good, bad)).catch(() => null)]);
      return;
    }
    if (PASSED_OVER.has(entry.name)) return;
    const reader = entry.createReader();
    for (;;) {
      // It gives a hundred at a time, and an empty list at the end.
      const some = await asPromise((good, bad) => reader.readEntries(good, bad)).catch(() => []);
      if (some.length === 0) return;
      for (const child of some) await walk(child, found);
    }
  }

  async function gathered(entries, files) {
    // Without entries (an old browser) there are no folders, and the files are what they are.
    if (entries.some((entry) => !entry)) return files.map((file) => [file.name, file]);
    const found = [];
    for (const entry of entries) await walk(entry, found);
    return found;
  }

  /**
   * Takes files that are dropped onto an element before anything inside it does. `hover` is told
   * whether some are held above it; `take` gets a promise of `[[path, File or null], ...]`.
   */
  self.vivariumTakeDrops = (element, hover, take) => {
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    const on = (name, act) => {
      element.addEventListener(
        name,
        (event) => {
          if (!hasFiles(event)) return;
          event.preventDefault();
          event.stopPropagation();
          act(event);
        },
        { capture: true },
      );
    };
    on("dragenter", () => hover(true));
    on("dragover", (event) => {
      event.dataTransfer.dropEffect = "copy";
    });
    on("dragleave", (event) => {
      if (!element.contains(event.relatedTarget)) hover(false);
    });
    on("drop", (event) => {
      hover(false);
      // Both lists are gone once this handler has returned.
      const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
      const entries = items.map((item) => item.webkitGetAsEntry?.());
      take(gathered(entries, [...event.dataTransfer.files]));
    });
  };
})();
