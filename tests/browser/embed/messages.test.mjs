// The product inside another site's page: programs run by messages, for the parent alone.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { scenario, useSite } from "../support/scenario.mjs";
import { serve } from "../support/server.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const site = useSite();
let host;
before(async () => (host = await serve({ "/": here })));
after(() => host?.close());

async function embed(page, sandbox) {
  await page.goto(`${host.origin}/host.html`);
  await page.evaluate(
    async ([address, sandbox]) => {
      window.guest = new window.Guest(address, sandbox);
      await window.guest.ready;
    },
    [`${site.address}?embed`, sandbox],
  );
}

scenario(site, "a page on another origin runs a program and hears its output", async ({ page }) => {
  await embed(page);
  const [result, events] = await page.evaluate(async () => {
    const result = await window.guest.call("run", {
      files: { "main.py": "import sys\nprint(input())\nprint('oops', file=sys.stderr)\n" },
      argv: ["main.py"],
      stdin: "hello\n",
    });
    return [result, window.guest.events.filter((it) => it.id !== undefined).map(({ event, text }) => [event, text])];
  });
  assert.equal(result.stdout, "hello\n");
  assert.equal(result.exitCode, 0);
  assert.equal(result.reason, "exit");
  assert.deepEqual(events.sort(), [["stderr", "oops\n"], ["stdout", "hello\n"]]);
});

scenario(site, "a workspace keeps its files between runs", async ({ page }) => {
  await embed(page);
  const [first, files, refused] = await page.evaluate(async () => {
    const { workspace } = await window.guest.call("open", { files: { "a.py": "open('made', 'w').write('x')" } });
    await window.guest.call("run", { workspace, argv: ["a.py"] });
    await window.guest.call("write", { workspace, files: { "b.py": "print(open('made').read())" } });
    const { stdout } = await window.guest.call("run", { workspace, argv: ["b.py"] });
    const files = await window.guest.call("files", { workspace });
    await window.guest.call("close", { workspace });
    const refused = await window.guest.call("files", { workspace }).catch((error) => error.message);
    return [stdout, files, refused];
  });
  assert.equal(first, "x\n");
  assert.equal(files.made, "x");
  assert.equal(typeof refused, "string");
});

scenario(site, "a workspace knows the host names that it was given, and a wrong list is told", async ({ page }) => {
  await embed(page);
  const [asked, later, refused] = await page.evaluate(async () => {
    const { workspace } = await window.guest.call("open", {});
    const ask = { argv: ["-c", "import socket; print(socket.gethostbyname('Shop.example'))"] };
    const first = await window.guest.call("run", { workspace, hosts: ["shop.example"], ...ask });
    const second = await window.guest.call("run", { workspace, ...ask });
    const wrong = [["."], [1], "shop.example"].map((hosts) =>
      window.guest.call("run", { hosts, ...ask }).catch((error) => error.message),
    );
    return [first.stdout, second.stdout, await Promise.all(wrong)];
  });
  assert.deepEqual([asked, later], ["127.0.1.1\n", "127.0.1.1\n"]);
  assert.deepEqual(refused, Array(3).fill("hosts must be an array of host names"));
});

scenario(site, "a run is aborted by a call", async ({ page }) => {
  await embed(page);
  const result = await page.evaluate(async () => {
    const { id, answer } = window.guest.ask("run", { files: { "main.py": "print('go', flush=True)\nwhile True: pass" }, argv: ["main.py"] });
    window.guest.onEvent = ({ event }) => event === "stdout" && window.guest.call("abort", { run: id });
    return answer;
  });
  assert.equal(result.reason, "aborted");
  assert.match(result.stderr, /KeyboardInterrupt/);
});

scenario(site, "a call that cannot be is answered with an error", async ({ page }) => {
  await embed(page);
  const errors = await page.evaluate(async () => {
    const calls = [["nonsense", {}], ["run", { argv: "main.py" }], ["run", { argv: [], workspace: 99 }], ["open", { mode: "dream" }]];
    return Promise.all(calls.map(([call, options]) => window.guest.call(call, options).then(() => "", (error) => error.message)));
  });
  for (const message of errors) assert.match(message, /\w+ \w+/);
});

scenario(site, "a frame that is not the parent is not answered", async ({ page }) => {
  await embed(page);
  const heard = await page.evaluate(async () => {
    const intruder = document.createElement("iframe");
    intruder.srcdoc = "<script>addEventListener('message', ({ data }) => parent.postMessage({ heard: data }, '*'))</" + "script>";
    const loaded = new Promise((resolve) => (intruder.onload = resolve));
    document.body.append(intruder);
    await loaded;
    const heard = [];
    addEventListener("message", ({ source, data }) => source === intruder.contentWindow && heard.push(data));
    // Sent from the intruder's own window, so that it is the source.
    intruder.contentWindow.eval(
      "parent.frames[0].postMessage({ vivarium: 1, id: 1, call: 'run', files: {}, argv: ['-c', 'print(1)'] }, '*')",
    );
    // The parent's own call comes later, and its answer too.
    await window.guest.call("run", { files: {}, argv: ["-c", "print(2)"] });
    return heard;
  });
  assert.deepEqual(heard, []);
});

scenario(site, "a sandboxed frame without an origin works too", async ({ page }) => {
  await embed(page, "allow-scripts");
  const result = await page.evaluate(() => window.guest.call("run", { files: { "main.py": "print(6 * 7)" }, argv: ["main.py"] }));
  assert.equal(result.stdout, "42\n");
}, { allow: [/localStorage|sandbox|CORS|Failed to load resource|request failed|Access to/i] });

scenario(site, "an embedded page leaves the learner's stored work alone", async ({ page, context, product }) => {
  await product.open();
  const stored = await page.evaluate(() => {
    localStorage.setItem("vivarium-test-mark", "untouched");
    return Object.keys(localStorage).length;
  });
  const other = await context.newPage();
  await other.goto(`${host.origin}/host.html`);
  await other.evaluate(async (address) => {
    const guest = new window.Guest(address);
    await guest.ready;
    await guest.call("run", { files: { "main.py": "print(1)" }, argv: ["main.py"] });
  }, `${site.address}?embed`);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), stored);
});
