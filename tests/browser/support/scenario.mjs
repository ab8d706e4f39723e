// The frame of every browser test: a server, a browser, a fresh profile, and no error left unseen.
//
// `useSite` starts server and browser for one test file; `scenario` is one test with a page of its own. A scenario fails when
// the page logs an error, throws, or asks for a file that is not there, unless it says that it expects that. What was on the
// page when it failed is kept in test-results/.

import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { startChromium } from "./chromium.mjs";
import { Product } from "./product.mjs";
import { serve } from "./server.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const DIST = path.resolve(process.env.VIVARIUM_DIST ?? path.join(root, "dist"));
export const RESULTS = path.join(root, "test-results");

const SCENARIO_LIMIT_MS = 180_000;
const STEP_LIMIT_MS = 30_000;
const WORKER_END_MS = 10_000;
/** What a profile of a test has unless it says otherwise. */
export const CONTEXT = { viewport: { width: 1366, height: 768 }, serviceWorkers: "block" };

/** The site under test for one test file. `mounts` adds folders to the server; `file` opens dist from the disk instead. */
export function useSite({ mounts = {}, file = false, folder = DIST, index = "index.html" } = {}) {
  const site = { browser: null, server: null, address: "" };
  before(async () => {
    if (!existsSync(path.join(folder, index))) {
      throw new Error(`${folder} holds no ${index}: build it with \`cargo xtask build\``);
    }
    site.server = await serve({ "/": folder, ...mounts });
    site.address = file ? pathToFileURL(path.join(folder, "index.html")).href : `${site.server.origin}/`;
    site.browser = await startChromium(chromium);
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.close();
  });
  return site;
}

/**
 * One test. `body({page, product, site, context})` gets an empty page; `options`: `allow` (patterns of errors that belong to
 * the scenario), `limit` (milliseconds), `viewport`, `prepare(context)`, and what Playwright takes for a context. A scenario
 * that is not about visits without a network has no service worker, which would copy the whole product for each of them.
 */
export function scenario(site, name, body, options = {}) {
  const { allow = [], prepare, skip, limit = SCENARIO_LIMIT_MS, ...forContext } = options;
  test(name, { timeout: limit, skip }, async () => {
    const context = await site.browser.newContext({ ...CONTEXT, ...forContext });
    context.setDefaultTimeout(STEP_LIMIT_MS);
    const seen = new Watcher(context, allow);
    try {
      await prepare?.(context);
      const page = await context.newPage();
      await body({ page, context, site, product: new Product(page, site) });
      seen.fail();
    } catch (error) {
      await keep(name, context, seen, error);
      throw error;
    } finally {
      await context.close();
    }
  });
}

/**
 * Tests that only run programs share one page: each program has a workspace of its own, so nothing is left over. Answers
 * `program(name, async ({run, runCode, page}) => ...)`; after a failure the next one gets a new page.
 */
export function programs(site) {
  let shared = null;
  after(() => shared?.context.close());
  const begin = async () => {
    const context = await site.browser.newContext(CONTEXT);
    const seen = new Watcher(context, []);
    const page = await context.newPage();
    const product = new Product(page, site);
    shared = { context, seen, page, product };
    await product.open();
    await product.pythonIsReady();
  };
  return (name, body, { skip } = {}) => {
    test(name, { timeout: SCENARIO_LIMIT_MS, skip }, async () => {
      if (shared === null) await begin();
      const { context, seen, page, product } = shared;
      try {
        await body({ page, product, run: (spec) => product.run(spec), runCode: (...args) => product.runCode(...args) });
        seen.fail();
      } catch (error) {
        await keep(name, context, seen, error);
        shared = null;
        await context.close();
        throw error;
      }
    });
  };
}

/**
 * Waits until `page` has at most `most` workers. The browser reports the end of a worker some time after the page has
 * let go of it, so their number right after a run says nothing; a worker that stays makes this fail, and says how many.
 */
export async function workersAtMost(page, most) {
  const deadline = AbortSignal.timeout(WORKER_END_MS);
  while (page.workers().length > most) {
    const ended = page.workers().map((worker) => once(worker, "close", { signal: deadline }));
    try {
      await Promise.race(ended);
    } catch {
      throw new Error(`${page.workers().length} workers are there, ${most} may stay`);
    }
  }
}

/** Collects what pages of a context say, and what among it is an error. */
class Watcher {
  constructor(context, allow) {
    this.allow = allow;
    this.lines = [];
    this.errors = [];
    context.on("console", (message) => {
      const line = `${message.type()}: ${message.text()}`;
      this.lines.push(line);
      if (message.type() === "error") this.note(line);
    });
    context.on("weberror", (event) => this.note(`exception: ${event.error().stack ?? event.error()}`));
    context.on("requestfailed", (request) => {
      // A page that is left takes its requests with it.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") this.note(`request failed: ${request.url()}`);
    });
    context.on("page", (page) => page.on("crash", () => this.note("the page crashed")));
  }

  note(line) {
    this.lines.push(line);
    if (!this.allow.some((pattern) => pattern.test(line))) this.errors.push(line);
  }

  fail() {
    if (this.errors.length > 0) throw new Error(`the page reported errors:\n${this.errors.join("\n")}`);
  }
}

async function keep(name, context, seen, error) {
  const folder = path.join(RESULTS, name.replaceAll(/[^\w.-]+/g, "-").slice(0, 80));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "console.txt"), `${seen.lines.join("\n")}\n\n${error.stack ?? error}\n`);
  for (const [index, page] of context.pages().entries()) {
    // A page that hangs or has crashed can show nothing; the console is kept all the same.
    const shot = await page.screenshot({ timeout: 5000 }).catch(() => null);
    if (shot) await writeFile(path.join(folder, `page-${index}.png`), shot);
    const content = await Promise.race([
      page.content().catch(() => null),
      new Promise((resolve) => setTimeout(resolve, 5000, null)),
    ]);
    if (content) await writeFile(path.join(folder, `page-${index}.html`), content);
  }
}
