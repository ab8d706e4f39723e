// Lessons, exercises and the playground in the frame of another site: every kind of frame, what the page around it hears, and
// who is answered.

import assert from "node:assert/strict";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { DIST, scenario, useSite } from "../support/scenario.mjs";
import { serve } from "../support/server.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const site = useSite();
let host;
before(async () => (host = await serve({ "/": here })));
after(() => host?.close());

// A frame without an origin has no fonts: they may not be fetched either.
const CUT_OFF = [/blocked by CORS policy.*font|\.woff2|Failed to load resource|request failed: .*woff2/i];

const SOLVED = `def import_stock(rows):
    stock = {}
    problems = []
    for item, quantity in rows:
        try:
            stock[item] = int(quantity)
        except ValueError as error:
            problems.append(f"{item}: {error}")
    return stock, problems
`;

/** Shows a view in a frame of another site, and answers the frame once its page is there. */
async function show(page, query, { sandbox, attributes, address = site.address } = {}) {
  await page.goto(`${host.origin}/host.html`);
  await page.evaluate(
    ([address, sandbox, attributes]) => {
      window.guest = new window.Guest(address, sandbox, attributes);
      window.guest.frame.style.cssText = "width: 1200px; height: 700px";
    },
    [`${address}?embed=${query}`, sandbox, attributes],
  );
  return page.frameLocator("iframe");
}

async function solve(page, frame) {
  const editor = frame.getByRole("textbox", { name: /^Python editor/ });
  await editor.click();
  await editor.press("ControlOrMeta+a");
  await page.keyboard.insertText(SOLVED);
  await frame.getByRole("button", { name: "Check", exact: true }).click();
  return page.waitForFunction(() => window.guest.events.find((it) => it.event === "checked"), null, { timeout: 60_000 }).then((it) => it.jsonValue());
}

scenario(site, "an exercise in a frame is solved, and the page around it hears how it went", async ({ page, context, product }) => {
  await product.open();
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  const other = await context.newPage();
  const frame = await show(other, "exercise/import-stock&hide=share,timeline");
  await frame.getByRole("heading", { name: "Import the stock list" }).waitFor();
  assert.equal(await frame.getByRole("banner").count(), 0, "no header");
  assert.equal(await frame.getByRole("button", { name: /^Share/ }).isVisible(), false);
  assert.equal(await frame.getByRole("tab", { name: "Timeline" }).isVisible(), false);
  assert.equal(await frame.getByText("does not let the page store").count(), 0);
  const checked = await solve(other, frame);
  assert.equal(checked.exercise, "import-stock");
  assert.equal(checked.nPassed, checked.nChecks - (checked.passed ? 0 : checked.nChecks - checked.nPassed));
  const progress = await other.evaluate(() => window.guest.events.findLast((it) => it.event === "progress"));
  assert.deepEqual(progress.exercises, [{ id: "import-stock", passed: checked.passed, attempts: 1 }]);
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), before, "the reader's own work is untouched");
});

scenario(site, "a lesson says how tall it is, in its own words and in those of learning platforms", async ({ page }) => {
  const frame = await show(page, "lesson/try-except-basics&theme=dark");
  await frame.getByRole("heading", { level: 1, name: "Catching an exception" }).waitFor();
  assert.equal(await frame.locator("html").getAttribute("data-theme"), "dark");
  await page.waitForFunction(() => window.guest.events.some((it) => it.event === "height" && it.height > 1500));
  const height = await page.evaluate(() => {
    const { height } = window.guest.events.findLast((it) => it.event === "height");
    window.guest.frame.style.height = `${height}px`;
    return height;
  });
  const resize = await page.evaluate(() => window.guest.plain.at(-1));
  assert.deepEqual(resize, { subject: "lti.frameResize", height });
  assert.equal(await frame.locator("html").evaluate((root) => root.scrollHeight > root.clientHeight), false, "nothing is cut off");
  // Room that was given is no reason to ask for more.
  await frame.locator("body").evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await page.evaluate(() => window.guest.events.findLast((it) => it.event === "height").height), height);
});

scenario(site, "views can be asked for and changed by messages, and what was done can be kept by the page around", async ({ page }) => {
  const frame = await show(page, "exercise/import-stock");
  await page.evaluate(() => window.guest.ready);
  const editor = frame.getByRole("textbox", { name: /^Python editor/ });
  await editor.click();
  await editor.press("ControlOrMeta+a");
  await page.keyboard.insertText("kept = 'by the host'\n");
  let saved = "";
  while (!saved.includes("by the host")) saved = await page.evaluate(() => window.guest.call("save"));
  await page.evaluate(() => window.guest.call("theme", { theme: "dark" }));
  assert.equal(await frame.locator("html").getAttribute("data-theme"), "dark");
  await page.evaluate(() => window.guest.call("show", { page: "play" }));
  await frame.getByRole("button", { name: "Restart Python" }).waitFor();

  const again = await show(page, "exercise/import-stock");
  await again.getByRole("textbox", { name: /^Python editor/ }).waitFor();
  await page.evaluate(async (saved) => {
    await window.guest.ready;
    await window.guest.call("restore", { saved });
  }, saved);
  await again.getByText("by the host").waitFor();
  const errors = await page.evaluate(() =>
    Promise.all([["show", { page: "settings" }], ["theme", { theme: 3 }], ["restore", { saved: "{}" }], ["restore", {}]].map(
      ([call, options]) => window.guest.call(call, options).then(() => "", (error) => error.message),
    )),
  );
  for (const message of errors) assert.match(message, /must|not made/);
});

scenario(site, "a frame without an origin shows and runs everything, from scripts that are loaded only there", async ({ page, site }) => {
  const asked = site.server.requests.length;
  const frame = await show(page, "exercise/import-stock", { sandbox: "allow-scripts" });
  await frame.getByRole("heading", { name: "Import the stock list" }).waitFor();
  const checked = await solve(page, frame);
  assert.ok(checked.nChecks > 0);
  const result = await page.evaluate(() => window.guest.call("run", { files: { "main.py": "import unittest.mock, multiprocessing as m\ndef f(q): q.put(6 * 7)\nif __name__ == '__main__':\n    q = m.Queue(); p = m.Process(target=f, args=(q,)); p.start(); print(q.get()); p.join()\n" }, argv: ["main.py"] }));
  assert.equal(result.stdout, "42\n", result.stderr);
  const since = site.server.requests.slice(asked);
  assert.ok(since.includes("/data/python_bg.wasm.js"));
  assert.deepEqual(since.filter((it) => it.startsWith("/assets/")), []);
}, { allow: CUT_OFF });

scenario(site, "where fetching is allowed, no data script is loaded", async ({ page, site }) => {
  const asked = site.server.requests.length;
  await show(page, "play");
  await page.evaluate(() => window.guest.ready);
  const since = site.server.requests.slice(asked);
  assert.ok(since.includes("/assets/python_bg.wasm"));
  assert.deepEqual(since.filter((it) => it.startsWith("/data/")), []);
});

scenario(site, "a credentialless frame works, too", async ({ page }) => {
  const frame = await show(page, "play", { attributes: { credentialless: "" } });
  await page.evaluate(() => window.guest.ready);
  await frame.getByRole("textbox", { name: /^Python editor/ }).waitFor();
  const result = await page.evaluate(() => window.guest.call("run", { files: { "main.py": "print(6 * 7)" }, argv: ["main.py"] }));
  assert.equal(result.stdout, "42\n");
});

scenario(site, "a frame that asks for what cannot be shown says so", async ({ page }) => {
  for (const query of ["settings", "nonsense/%3Cimg%20src=x%20onerror=1%3E"]) {
    const frame = await show(page, query);
    await frame.getByText(/cannot be shown in a frame/).waitFor();
  }
  const frame = await show(page, "exercise/no-such-exercise");
  await frame.getByRole("heading", { level: 1 }).waitFor();
});

scenario(site, "only the origins of config.json are answered, also by a frame that may not fetch it", async ({ page }) => {
  const copy = await mkdtemp(path.join(tmpdir(), "vivarium-embed-"));
  const guarded = await serve({ "/": copy });
  try {
    await cp(DIST, copy, { recursive: true });
    const allow = async (origins) => {
      await writeFile(path.join(copy, "config.json"), JSON.stringify({ origins }));
      await writeFile(path.join(copy, "config.js"), `self.VIVARIUM_CONFIG = ${JSON.stringify({ origins })};`);
    };
    const address = `${guarded.origin}/`;
    for (const sandbox of [undefined, "allow-scripts"]) {
      await allow(["https://school.example"]);
      const frame = await show(page, "play", { sandbox, address });
      await frame.getByRole("textbox", { name: /^Python editor/ }).waitFor();
      // Asked first; had it been heard, it would be answered before the frame's own run is over.
      await page.evaluate(() => void window.guest.call("progress"));
      await frame.getByRole("button", { name: "Restart Python" }).click();
      await frame.locator(".xterm-rows").getByText(">>>").waitFor();
      const told = await page.evaluate(() => [window.guest.events.length, window.guest.plain.length, window.guest.waiting.size]);
      assert.deepEqual(told, [0, 0, 1], `nothing is said to a stranger (${sandbox})`);

      await allow([host.origin]);
      await show(page, "play", { sandbox, address });
      const progress = await page.evaluate(async () => {
        await window.guest.ready;
        return window.guest.call("progress");
      });
      assert.deepEqual(progress, { exercises: [], lessons: [] });
    }
  } finally {
    await guarded.close();
    await rm(copy, { recursive: true, force: true });
  }
}, { allow: [...CUT_OFF, /target origin provided .* does not match/] });

scenario(site, "the demo page's snippets do what they say when they are pasted into another site", async ({ page, context }) => {
  await page.goto(`${site.address}embed-demo.html`);
  const text = (id) => page.locator(`#${id} code`).textContent();
  await page.locator("#run").getByRole("button", { name: "Copy" }).click();
  await page.locator("#run").getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text("run"));
  const folder = await mkdtemp(path.join(tmpdir(), "vivarium-paste-"));
  const pasted = await serve({ "/": folder });
  const other = await context.newPage();
  const paste = async (id) => {
    const snippet = await text(id);
    await writeFile(path.join(folder, `${id}.html`), `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body>${snippet}</body>`);
    await other.goto(`${pasted.origin}/${id}.html`);
  };
  await paste("run");
  await other.locator("#output").filter({ hasText: "45" }).waitFor({ timeout: 60_000 });
  await paste("lesson");
  await other.waitForFunction(() => Number.parseFloat(document.querySelector("iframe").style.height) > 1500);
  await paste("exercise");
  await other.frameLocator("iframe").getByRole("button", { name: "Check", exact: true }).waitFor();
  await paste("play");
  await other.frameLocator("iframe").getByRole("textbox", { name: /^Python editor/ }).waitFor();
  await pasted.close();
  await rm(folder, { recursive: true, force: true });
}, { permissions: ["clipboard-read", "clipboard-write"] });
