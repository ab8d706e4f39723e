// What the page may not do whatever runs in it: the policy of each form, tried from inside; and messages that mean harm.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makePackage } from "../support/package.mjs";
import { DIST, scenario, useSite } from "../support/scenario.mjs";
import { serve } from "../support/server.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const hosted = useSite();
const fromFolder = useSite({ file: true });
const embedHost = fileURLToPath(new URL("../embed/", import.meta.url));

/** Another site, which would answer anything and counts what reaches it. */
let elsewhere;
let host;
before(async () => {
  const reached = [];
  const server = createServer((request, response) => {
    reached.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" }).end("window.broken = 'elsewhere'");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  elsewhere = { server, reached, origin: `http://127.0.0.1:${server.address().port}` };
  host = await serve({ "/": embedHost });
});
after(async () => {
  elsewhere?.server.closeAllConnections();
  elsewhere?.server.close();
  await host?.close();
});

const REFUSED = { allow: [/Content Security Policy|violates the following|Refused to|ERR_BLOCKED|request failed|Failed to load resource|base-uri|form-action/i] };

/** Tries everything that code in the page could try; answers what worked. */
async function attempts(origin) {
  const worked = [];
  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  const attach = (made) =>
    new Promise((resolve) => {
      made.onload = () => resolve(true);
      made.onerror = () => resolve(false);
      document.body.append(made);
    });
  // In a turn of its own: what a debugger evaluates is let off.
  await new Promise((resolve) =>
    setTimeout(() => {
      try {
        if ((0, eval)("1 + 1") === 2) worked.push("eval");
      } catch {}
      try {
        if (new Function("return 2")() === 2) worked.push("Function");
      } catch {}
      resolve();
    }),
  );
  const inline = element("script", { textContent: "window.broken = 'inline'" });
  document.body.append(inline);
  const holder = element("div", { innerHTML: "<img src=x onerror=\"window.broken = 'handler'\"><a href=\"javascript:window.broken='link'\">x</a>" });
  document.body.append(holder);
  holder.querySelector("a").click();
  await attach(element("script", { src: `${origin}/script.js` }));
  await attach(element("script", { src: "data:text/javascript,window.broken='data'" }));
  const blob = URL.createObjectURL(new Blob(["window.broken = 'blob'"], { type: "text/javascript" }));
  await attach(element("script", { src: blob }));
  if (await attach(element("img", { src: `${origin}/image` }))) worked.push("image");
  if (await attach(element("link", { rel: "stylesheet", href: `${origin}/style.css` }))) worked.push("style");
  await fetch(`${origin}/fetch`).then(() => worked.push("fetch"), () => {});
  if (location.protocol !== "file:") await new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve(worked.push("request"));
    request.onerror = resolve;
    request.open("GET", `${origin}/request`);
    request.send();
  });
  try {
    new EventSource(`${origin}/events`).close();
  } catch {}
  navigator.sendBeacon(`${origin}/beacon`, "secret");
  const frame = element("iframe", { src: `${origin}/frame` });
  document.body.append(frame);
  document.head.append(element("base", { href: `${origin}/base/` }));
  if (document.baseURI.startsWith(origin)) worked.push("base");
  const form = element("form", { action: `${origin}/form`, method: "post", target: "_blank" });
  document.body.append(form);
  form.submit();
  const plugin = element("object", { data: `${origin}/object` });
  document.body.append(plugin);
  // A worker of ours is a blob, and under the page's policy.
  const worker = new Worker(URL.createObjectURL(new Blob([`fetch("${origin}/worker").then(() => postMessage("fetched"), () => postMessage("refused"))`], { type: "text/javascript" })));
  if ((await new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)))) === "fetched") worked.push("worker");
  worker.terminate();
  if (window.broken) worked.push(window.broken);
  return worked;
}

/** Addresses of the forms that are made of the page; each has a policy of its own. */
const forms = {};
const made = [];
before(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "vivarium-trust-"));
  made.push(() => rmSync(folder, { recursive: true }));
  const bundle = (form, name) => {
    const out = path.join(folder, name);
    const made = spawnSync("cargo", ["xtask", "bundle", form, "--dist", DIST, "--out", out], { cwd: root, encoding: "utf8" });
    assert.equal(made.status, 0, made.stderr);
    return out;
  };
  forms["a single file"] = pathToFileURL(bundle("single", "single.html")).href;
  forms["the folder of a stick"] = pathToFileURL(path.join(bundle("usb", "stick"), "START.html")).href;
  for (const standard of ["scorm12", "scorm2004", "cmi5"]) {
    const given = makePackage(standard, "--lesson", "try-except-basics");
    const server = await serve({ "/": given.folder });
    made.push(given.remove, () => server.close());
    forms[`a ${standard} package`] = `${server.origin}/`;
  }
});
after(async () => {
  for (const undo of made) await undo();
});

for (const form of ["a single file", "the folder of a stick", "a scorm12 package", "a scorm2004 package", "a cmi5 package"]) {
  scenario(hosted, `code that gets into ${form} can run nothing and load nothing`, async ({ page, product }) => {
    product.site = { address: forms[form] };
    await product.open("#/about");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    elsewhere.reached.length = 0;
    const worked = await page.evaluate(attempts, elsewhere.origin);
    // The LMS of a cmi5 package is known at its launch only, so it may ask any address; still nothing from there is run.
    const mayAsk = form === "a cmi5 package" ? ["fetch", "request", "worker"] : [];
    assert.deepEqual(worked.filter((it) => !mayAsk.includes(it)), []);
    const asked = form === "a cmi5 package" ? ["/fetch", "/request", "/worker", "/events", "/beacon"] : [];
    assert.deepEqual(elsewhere.reached.filter((it) => !asked.includes(it)), []);
  }, REFUSED);
}

for (const [form, site] of [["from a server", hosted], ["from a folder", fromFolder]]) {
  scenario(site, `code that gets into a page ${form} can load nothing, run nothing and tell nobody`, async ({ page, product }) => {
    await product.open("#/about");
    await page.getByRole("heading", { level: 1 }).waitFor();
    elsewhere.reached.length = 0;
    assert.deepEqual(await page.evaluate(attempts, elsewhere.origin), []);
    assert.deepEqual(elsewhere.reached, []);
  }, REFUSED);
}

scenario(hosted, "the page that shows how to embed has the same policy", async ({ page, site }) => {
  await page.goto(`${site.address}embed-demo.html`);
  elsewhere.reached.length = 0;
  assert.deepEqual(await page.evaluate(attempts, elsewhere.origin), []);
  assert.deepEqual(elsewhere.reached, []);
}, REFUSED);

scenario(hosted, "a program reaches neither the page nor the network", async ({ page, product }) => {
  await product.open("#/play");
  await page.evaluate(() => localStorage.setItem("secret", "mine"));
  elsewhere.reached.length = 0;
  const code = [
    "import importlib, urllib.request",
    "for name in ['js', 'pyodide', 'browser', '_js', 'wasm']:",
    "    try:",
    "        importlib.import_module(name)",
    "        print('imported', name)",
    "    except ImportError: pass",
    "try:",
    `    urllib.request.urlopen('${elsewhere.origin}/python', timeout=2)`,
    "    print('reached')",
    "except OSError as error:",
    "    print('refused')",
    "print('<script>window.broken = 1</script><img src=x onerror=\"window.broken = 1\">')",
    "print('\\x1b]8;;javascript:window.broken=1\\x07link\\x1b]8;;\\x07 \\x1b]52;c;YnJva2Vu\\x07')",
  ].join("\n");
  const result = await product.runCode(code);
  assert.match(result.stdout, /^refused\n<script>/, result.stderr);
  await product.work.write(code);
  await product.work.run();
  await product.work.shows("refused");
  await product.work.shows("link");
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.deepEqual(elsewhere.reached, []);
});

scenario(hosted, "ten thousand nonsense messages leave a frame as it was", async ({ page, site }) => {
  await page.goto(`${host.origin}/host.html`);
  const result = await page.evaluate(async (address) => {
    const guest = new window.Guest(`${address}?embed=play`);
    await guest.ready;
    let state = 7;
    const below = (bound) => (state = (state * 48271) % 2147483647) % bound;
    const one = (list) => list[below(list.length)];
    const calls = ["run", "open", "write", "files", "close", "abort", "show", "theme", "save", "restore", "progress", "", "__proto__", "constructor"];
    const leaf = () => one([null, undefined, 0, -1, 1e308, NaN, "", "x", "../..", "\ud800", true, [], {}, new Date(0), new Uint8Array(3), new Map([[1, 2]]), 10n, /x/]);
    const value = (depth) => (depth === 0 || below(3) > 0 ? leaf() : below(2) ? [value(depth - 1), value(depth - 1)] : { [one(["files", "argv", "main.py", "__proto__", "toString"])]: value(depth - 1) });
    const names = ["files", "argv", "workspace", "mode", "seed", "stdin", "env", "timeoutMs", "run", "page", "theme", "saved", "trace", "report"];
    let answers = 0;
    const take = guest.take.bind(guest);
    guest.take = (data) => {
      if (guest.waiting.has(data.id)) take(data);
      else answers += "result" in data || "error" in data ? 1 : 0;
    };
    for (let index = 0; index < 10_000; index += 1) {
      const message = { vivarium: one([1, 1, 1, 1, 2, "1"]), id: value(1), call: one(calls) };
      for (let count = below(4); count > 0; count -= 1) message[one(names)] = value(3);
      // A program that waits would only take memory.
      if (message.call === "run") message.timeoutMs = 1;
      if (message.call === "open" && below(50) > 0) message.call = "files";
      guest.frame.contentWindow.postMessage(below(20) ? message : value(3), "*");
    }
    guest.ids = 1_000_000;
    return guest.call("run", { files: { "main.py": "print('still here')" }, argv: ["main.py"] }).then((result) => ({ ...result, answers }));
  }, site.address);
  assert.equal(result.stdout, "still here\n");
  assert.ok(result.answers > 5000, `${result.answers} were answered`);
});
