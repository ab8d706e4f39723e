// Without a network, after an update, and on poor servers: the page is installed once, whole, and never mixed with another build.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { DIST, scenario, useSite } from "../support/scenario.mjs";
import { Product } from "../support/product.mjs";
import { serve } from "../support/server.mjs";

const site = useSite();

/** A copy of the product that a test may change, served below a sub-path. */
let folder;
let server;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vivarium-offline-"));
  await cp(DIST, folder, { recursive: true });
  server = await serve({ "/some/course/": folder });
});
after(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const INSTALLS = { serviceWorkers: "allow" };
const OFF = [/ERR_INTERNET_DISCONNECTED|Failed to load resource|request failed/];

const installed = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

/** Makes another build of the copy: other bytes in a style sheet, and its name in each part. */
async function release(name) {
  const { build } = JSON.parse(await readFile(path.join(folder, "assets/manifest.json"), "utf8"));
  const next = `${name}00000000000000`.slice(0, 16);
  const style = path.join(folder, "styles/embed.css");
  await writeFile(style, `${await readFile(style, "utf8")}\n/* ${name} */\n`);
  for (const part of ["boot.js", "app.js", "assets/manifest.json", "sw.js"]) {
    const file = path.join(folder, part);
    await writeFile(file, (await readFile(file, "utf8")).replaceAll(build, next));
  }
  const worker = path.join(folder, "sw.js");
  let text = await readFile(worker, "utf8");
  for (const part of ["styles/embed.css", "boot.js", "app.js", "assets/manifest.json"]) {
    const digest = await crypto.subtle.digest("SHA-256", await readFile(path.join(folder, part)));
    const hash = Buffer.from(digest).subarray(0, 8).toString("hex");
    text = text.replace(new RegExp(`("${part}": )"[0-9a-f]+"`), `$1"${hash}"`);
  }
  await writeFile(worker, text);
  return next;
}

const buildOf = (page) => page.evaluate(() => window.vivariumBuild);

scenario(site, "after one visit everything works without a network: lessons, Python, all packs", async ({ page, context }) => {
  const address = `${server.origin}/some/course/`;
  const product = new Product(page, { address });
  await product.open();
  await installed(page);
  await context.setOffline(true);
  const asked = server.requests.length;
  await page.goto("about:blank");
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  await product.lesson.block(1).run();
  await product.lesson.block(1).printed("retries is 3");
  const result = await product.runCode(
    "import unittest.mock, zoneinfo, httpx, io, contextlib\nprint(zoneinfo.ZoneInfo('Europe/Paris'))\nout = io.StringIO()\nwith contextlib.redirect_stdout(out): help('for')\nprint('statement' in out.getvalue())\n",
  );
  assert.equal(result.stdout, "Europe/Paris\nTrue\n", result.stderr);
  await product.open("#/exercise/import-stock");
  await product.work.check();
  await product.work.verdict(/checks pass/);
  await page.goto(`${address}notices.html`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  // Browsers look for a newer worker by themselves.
  assert.deepEqual(server.requests.slice(asked).filter((it) => !it.endsWith("/sw.js")), []);
}, { allow: OFF, ...INSTALLS });

scenario(site, "what is kept for later visits is fetched when Python has started, not before", async ({ page, context }) => {
  let goOn;
  const held = new Promise((resolve) => (goOn = resolve));
  await context.route("**/python_bg.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  const product = new Product(page, { address: `${server.origin}/some/course/` });
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  goOn();
  await product.pythonIsReady();
  await installed(page);
}, INSTALLS);

scenario(site, "the page can be installed: its manifest and icons are there", async ({ page, product }) => {
  await product.open();
  const { manifest, problems, sizes } = await page.evaluate(async () => {
    const link = document.querySelector("link[rel=manifest]");
    const manifest = await (await fetch(link.href)).json();
    const problems = [];
    const sizes = [];
    for (const icon of manifest.icons) {
      const image = new Image();
      image.src = new URL(icon.src, link.href).href;
      await image.decode().catch(() => problems.push(icon.src));
      if (icon.sizes !== "any") sizes.push([icon.sizes, `${image.naturalWidth}x${image.naturalHeight}`]);
    }
    return { manifest, problems, sizes };
  });
  assert.deepEqual(problems, []);
  for (const [said, is] of sizes) assert.equal(said, is);
  assert.equal(manifest.start_url, "./");
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A fresh profile of a test is private, and there nothing can be installed.
  assert.deepEqual(installabilityErrors.map((it) => it.errorId).filter((it) => it !== "in-incognito"), []);
}, INSTALLS);

scenario(site, "an update is offered, waits until it is wanted, and loses nothing", async ({ page, context }) => {
  const address = `${server.origin}/some/course/`;
  const product = new Product(page, { address });
  await product.open();
  await installed(page);
  await product.open("#/play");
  await page.reload();
  await product.work.write("mine = 'before the update'\nprint('running')\nwhile True: pass\n");
  await product.work.run();
  await product.work.shows("running");
  const other = await context.newPage();
  await other.goto(`${address}#/about`);
  await other.getByRole("heading", { level: 1 }).waitFor();
  const old = await buildOf(page);

  const next = await release("abcdef01");
  const asked = server.requests.length;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.getByText("A new version of Vivarium is here").waitFor({ timeout: 60_000 });
  const fetched = server.requests.slice(asked);
  assert.equal(fetched.includes("/some/course/assets/python_bg.wasm"), false, "what is the same is not fetched again");
  // Nothing has happened to the program, and a new page is still of the old build.
  await page.getByRole("button", { name: /^Stop the program/ }).waitFor();
  await other.reload();
  await other.waitForFunction(() => window.vivariumBuild);
  assert.equal(await buildOf(other), old);

  await page.getByRole("button", { name: "Load the new version" }).click();
  await page.waitForFunction((next) => window.vivariumBuild === next, next);
  await product.work.holds("mine = 'before the update'\nprint('running')\nwhile True: pass");
  // The other page was not touched, and what it fetches late is still of its own build.
  assert.equal(await buildOf(other), old);
  const result = await new Product(other, { address }).runCode("import unittest.mock\nprint('fine')");
  assert.equal(result.stdout, "fine\n", result.stderr);
}, INSTALLS);

scenario(site, "a page of one build that meets files of another says so, and loads itself anew with all that was written", async ({ page, context }) => {
  // No service worker: the browser's own cache holds the old parts.
  const address = `${server.origin}/some/course/`;
  const product = new Product(page, { address });
  await product.open("#/play");
  await product.work.write("mine = 'kept'\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("kept"));
  const glue = await readFile(path.join(folder, "app.js"), "utf8");
  let isStale = true;
  await context.route("**/some/course/app.js", async (route) => {
    const body = isStale ? glue.replace(/VIVARIUM_GLUE = "\w+"/, 'VIVARIUM_GLUE = "an older one"') : glue;
    await route.fulfill({ contentType: "text/javascript", body });
  });
  await page.reload();
  await page.getByText("Load the page again in a minute").waitFor();
  isStale = false;
  await page.getByRole("button", { name: "Load the page again" }).click();
  await product.work.holds("mine = 'kept'");
});

scenario(site, "what a page fetches late must be of its build; if the server has moved on, it says so", async ({ page }) => {
  const address = `${server.origin}/some/course/`;
  const product = new Product(page, { address });
  await product.open();
  await product.pythonIsReady();
  const pack = path.join(folder, "assets/library.pack");
  const before = await readFile(pack);
  await writeFile(pack, Buffer.concat([before, Buffer.from("newer")]));
  try {
    const result = await product.runCode("import unittest.mock\n");
    assert.notEqual(result.exitCode, 0);
    await page.getByText("The server has a newer version of Vivarium").waitFor();
  } finally {
    await writeFile(pack, before);
  }
  await page.getByRole("button", { name: "Load the new version" }).click();
  await page.getByText("The server has a newer version of Vivarium").waitFor({ state: "detached" });
  assert.equal((await product.runCode("import unittest.mock\nprint('fine')")).stdout, "fine\n");
});

scenario(site, "a server that calls everything plain text is good enough", async ({ page }) => {
  // Only the page itself must be called what it is: no browser shows plain text as a page.
  const plain = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname.slice(1)) || "index.html";
    const body = await readFile(path.join(DIST, name)).catch(() => null);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": name.endsWith(".html") ? "text/html" : "text/plain" }).end(body);
  });
  await new Promise((resolve) => plain.listen(0, "127.0.0.1", resolve));
  try {
    const product = new Product(page, { address: `http://127.0.0.1:${plain.address().port}/` });
    await product.open("#/play");
    const result = await product.runCode("import unittest.mock\nprint('fine')");
    assert.equal(result.stdout, "fine\n", result.stderr);
    await page.waitForFunction(() => getComputedStyle(document.querySelector(".play-page")).display === "grid");
    await page.evaluate(() => document.fonts.ready);
    const fonts = await page.evaluate(() => [...document.fonts].filter((it) => it.status === "loaded").length);
    assert.ok(fonts > 0, "fonts are found from where the style sheets were");
  } finally {
    plain.closeAllConnections();
    await new Promise((resolve) => plain.close(resolve));
  }
}, { allow: [/MIME type|is not executed|supported stylesheet/], ...INSTALLS });

scenario(site, "every file of the product is in the list of the service worker, and no other", async ({ page, product }) => {
  await product.open("#/about");
  const listed = Object.keys(JSON.parse(/const FILES = (\{[^}]*\});/.exec(await readFile(path.join(DIST, "sw.js"), "utf8"))[1])).sort();
  const there = (await readdir(DIST, { recursive: true, withFileTypes: true }))
    .filter((it) => it.isFile())
    .map((it) => path.relative(DIST, path.join(it.parentPath, it.name)).replaceAll(path.sep, "/"))
    .filter((it) => !it.startsWith("data/") && it !== "sw.js")
    .sort();
  assert.deepEqual(listed, there);
  await page.getByRole("heading", { level: 1 }).waitFor();
});
