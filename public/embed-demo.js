// The demo of embedding: shows each snippet as text to copy, and the same in a frame.
//
// It owns the snippets. What they do is Vivarium's; a frame is made only when its reader asks for
// it, since each starts a Python of its own. A classic script, as all are.
(() => {
  "use strict";

  const base = new URL(".", document.currentScript.src).href;

  const frame = (query, rest = "") =>
    `<iframe src="${base}?embed=${query}" title="Vivarium"\n` +
    `  style="width: 100%; height: 36rem; border: 1px solid #ccc"\n` +
    `  allow="clipboard-write; fullscreen"${rest}></iframe>`;

  const script = (body) => `<script>\n${body}\n</script>`;

  const listening = (body) =>
    script(
      [
        `const frame = document.querySelector("iframe");`,
        `addEventListener("message", ({ source, data }) => {`,
        `  if (source !== frame.contentWindow || data?.vivarium !== 1) return;`,
        body,
        `});`,
      ].join("\n"),
    );

  const SNIPPETS = {
    exercise: [
      frame("exercise/import-stock&hide=share"),
      listening(`  if (data.event === "checked" && data.passed) console.log("passed", data.exercise);`),
    ],
    lesson: [
      frame("lesson/try-except-basics&theme=light"),
      listening(`  if (data.event === "height") frame.style.height = data.height + "px";`),
    ],
    play: [frame("play&theme=dark&hide=timeline,options,share")],
    run: [
      `<iframe src="${base}?embed" title="Python" hidden></iframe>`,
      `<pre id="output"></pre>`,
      listening(
        [
          `  if (data.event === "ready") {`,
          `    const files = { "main.py": "print(sum(range(10)))" };`,
          `    frame.contentWindow.postMessage({ vivarium: 1, id: 1, call: "run", files, argv: ["main.py"] }, "*");`,
          `  } else if (data.id === 1 && data.event === "stdout") {`,
          `    document.getElementById("output").textContent += data.text;`,
          `  }`,
        ].join("\n"),
      ),
    ],
  };

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  async function copy(text, said, code) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "Copied.";
    } catch {
      // What the page may not copy, the reader can.
      getSelection().selectAllChildren(code);
      said.textContent = "Selected: press Ctrl-C to copy it.";
    }
  }

  /** What a snippet's frame says, in one line, and the height it asks for. */
  function follow(shown, said) {
    addEventListener("message", ({ source, data }) => {
      if (source !== shown.contentWindow || data?.vivarium !== 1) return;
      if (data.event === "height" && shown.src.includes("lesson/")) shown.style.height = `${data.height}px`;
      if (data.event === "checked") said.textContent = data.passed ? "It said: passed." : `It said: ${data.nPassed} of ${data.nChecks} checks pass.`;
      if (data.event === "ready" && shown.src.endsWith("?embed")) {
        const files = { "main.py": "print(sum(range(10)))" };
        shown.contentWindow.postMessage({ vivarium: 1, id: 1, call: "run", files, argv: ["main.py"] }, "*");
      }
      if (data.id === 1 && data.event === "stdout") said.textContent = `It printed: ${data.text}`;
    });
  }

  for (const [id, parts] of Object.entries(SNIPPETS)) {
    const text = parts.join("\n");
    const code = element("code", { textContent: text });
    const said = element("p", { className: "said" });
    said.setAttribute("role", "status");
    const block = element("pre", { className: "code", tabIndex: 0 }, code);
    const place = element("div", {});
    const show = element("button", { type: "button", className: "button", textContent: "Show it here" });
    show.onclick = () => {
      const [, src] = /src="([^"]*)"/.exec(text);
      const shown = element("iframe", { title: `Vivarium: ${id}`, hidden: src.endsWith("?embed") });
      shown.allow = "clipboard-write; fullscreen";
      follow(shown, said);
      shown.src = src;
      place.append(shown);
      show.disabled = true;
    };
    const take = element("button", { type: "button", className: "button button-main", textContent: "Copy" });
    take.onclick = () => copy(text, said, code);
    document.getElementById(id).append(block, element("div", { className: "row" }, take, show, said), place);
  }
})();
