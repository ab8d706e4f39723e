// Runs the scenarios in the product, in one page of Chromium, and compares them with CPython's transcripts.
//
//   node tests/conformance/run.mjs [filter ...]
//
// VIVARIUM_DIST names the built product, VIVARIUM_CHROMIUM the browser. It knows nothing of CPython.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import path from "node:path";
import { startChromium } from "../browser/support/chromium.mjs";
import { serve } from "../browser/support/server.mjs";
import { diff, findScenarios, HERE, inParallel, readDifferences, recorded, transcriptOf } from "./scenarios.mjs";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("playwright-core");

const LIMIT_MS = 45_000;
/** What the page may take for what is not the program's own time. */
const PATIENCE_MS = 60_000;

class Product {
  static async start(dist) {
    if (!existsSync(path.join(dist, "index.html"))) throw new Error(`${dist} is not built: cargo xtask build`);
    const product = new Product();
    product.server = await serve({ "/": dist });
    product.browser = await startChromium(chromium);
    product.page = product.open();
    await product.page;
    return product;
  }

  async open() {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${this.server.origin}/#/about`);
    await page.waitForFunction(() => globalThis.vivarium?.ready);
    await page.evaluate(() => globalThis.vivarium.ready);
    return page;
  }

  /** A page that does not answer is given up, for all that run in it. */
  async run(scenario) {
    const opened = this.page;
    const page = await opened;
    const spec = {
      files: { "main.py": scenario.source }, argv: ["main.py"], mode: scenario.mode, timeoutMs: LIMIT_MS,
    };
    let timer;
    const silence = new Promise((_, reject) => {
      timer = setTimeout(reject, LIMIT_MS + PATIENCE_MS, new Error("the page does not answer"));
    });
    try {
      return await Promise.race([page.evaluate((it) => globalThis.vivarium.run(it), spec), silence]);
    } catch (error) {
      if (this.page === opened) {
        this.page = this.open();
        await page.close();
      }
      return { stdout: "", stderr: `${error}`, exitCode: "none", reason: "crash" };
    } finally {
      clearTimeout(timer);
    }
  }

  async close() {
    await this.browser.close();
    await this.server.close();
  }
}

/** POSIX's names, as the recorder has them from node. */
const SIGNALS = { 2: "SIGINT", 6: "SIGABRT", 9: "SIGKILL", 10: "SIGUSR1", 14: "SIGALRM", 15: "SIGTERM" };

function statusOf({ exitCode, reason, message }) {
  if (reason === "timeout") return "none: its time was up";
  if (reason === "crash") return `none: the interpreter broke down (${message ?? ""})`;
  return exitCode < 0 ? (SIGNALS[-exitCode] ?? `signal ${-exitCode}`) : exitCode;
}

/** What is wrong with a scenario, or undefined. */
function verdict(scenario, result, why) {
  const expected = recorded(scenario);
  if (expected === undefined) return "there is no transcript: node tests/conformance/record.mjs";
  const got = transcriptOf({ ...result, status: statusOf(result) });
  if (why === undefined) {
    if (got === expected) return undefined;
    return `${diff(expected, got)}${result.stderr === "" ? "" : `\nits errors:\n${result.stderr.trimEnd()}`}`;
  }
  return got === expected ? "differences.toml says that it differs, and it does not" : undefined;
}

const started = Date.now();
const scenarios = findScenarios(process.argv.slice(2));
const differences = readDifferences();
const dist = path.resolve(process.env.VIVARIUM_DIST ?? path.join(HERE, "../../dist"));
const product = await Product.start(dist);
const failed = [];
const times = [];
try {
  await inParallel(scenarios, Math.max(2, availableParallelism()), async (scenario) => {
    const result = await product.run(scenario);
    times.push([scenario.name, result.wallMs ?? 0]);
    const wrong = verdict(scenario, result, differences.get(scenario.name));
    if (wrong === undefined) return;
    failed.push(scenario.name);
    console.log(`\n${scenario.name}\n${wrong}`);
  });
} finally {
  await product.close();
}
const seconds = ((Date.now() - started) / 1000).toFixed(0);
const slowest = times.sort((a, b) => b[1] - a[1]).slice(0, 5).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`);
const nDifferent = scenarios.filter(({ name }) => differences.has(name)).length;
console.log(`\nslowest: ${slowest.join(", ")}`);
if (failed.length > 0) console.log(`failed: ${failed.sort().join(" ")}`);
console.log(`conformance: ${scenarios.length - failed.length} passed, ${failed.length} failed, ${nDifferent} of them known to differ (${seconds} s)`);
process.exitCode = failed.length > 0 ? 1 : 0;
