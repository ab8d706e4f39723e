// Measures the product against its budgets, with Pyodide beside it in the same Chromium, and prints one table.
//
//   node run.mjs [--rounds N] [--cold N] [--only cold,forms,warm,cpu] [FILTER]     FILTER picks programs of the CPU suite
//
// Rounds are interleaved, and the least of them counts: on a shared machine only the fastest is free of the others' load.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { BUSY } from "../tests/browser/support/busy.mjs";
import { startChromium } from "../tests/browser/support/chromium.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { Pyodide, Vivarium } from "./engines.mjs";
import { measureForms } from "./forms.mjs";
import { budgetTable, cpuTable, formTable, geometricMean } from "./table.mjs";
import { brotliSizes, transferred } from "./transfer.mjs";
import { THREAD_SWITCH, poolTask, queueRoundTrip } from "./concurrency.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = path.resolve(process.env.VIVARIUM_DIST ?? path.join(here, "../dist"));

const MOUNTS = {
  "/": dist,
  "/pyodide/": path.join(here, "node_modules/pyodide"),
  "/pyodide-page/": path.join(here, "pyodide"),
};

const SPIN = "total = 0\nfor number in range(3_000_000): total += number\nprint(total)\n";

function options(args) {
  const chosen = { rounds: 5, cold: 3, only: ["cold", "forms", "warm", "cpu"], filter: "" };
  for (let index = 0; index < args.length; index += 1) {
    const value = args[index + 1];
    if (args[index] === "--rounds") chosen.rounds = Number(value);
    else if (args[index] === "--cold") chosen.cold = Number(value);
    else if (args[index] === "--only") chosen.only = value.split(",");
    else {
      chosen.filter = args[index];
      continue;
    }
    index += 1;
  }
  return chosen;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** The least of several measurements, or an error's words where it cannot be measured. */
async function least(count, measure) {
  let best = Infinity;
  for (let round = 0; round < count; round += 1) best = Math.min(best, await measure());
  return best;
}

async function orReason(measure) {
  try {
    return await measure();
  } catch (error) {
    return { reason: String(error.message ?? error).split("\n")[0] };
  }
}

/** Cold starts, and the bytes they took. */
async function measureCold(engines, rounds) {
  const sizeOf = brotliSizes();
  const found = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of engines) {
      say(`cold start ${round + 1} of ${rounds}: ${engine.name}`);
      const { ms, requests } = await engine.coldStart();
      const before = found[engine.name];
      found[engine.name] = { ms: Math.min(ms, before?.ms ?? Infinity), requests };
    }
  }
  for (const engine of engines) {
    say(`compressing what ${engine.name} loads`);
    const files = transferred(found[engine.name].requests, MOUNTS, sizeOf);
    found[engine.name].files = files;
    found[engine.name].bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  }
  return found;
}

/** Latencies and memory of warm engines. */
async function measureWarm(vivarium, pyodide, rounds) {
  const measured = (what, measure) => {
    say(what);
    return orReason(measure);
  };
  const ours = (what, measure) => measured(`${what}: ${vivarium.name}`, () => least(rounds, measure));
  const theirs = (what, measure) => measured(`${what}: ${pyodide.name}`, () => least(rounds, measure));
  return {
    firstLine: [
      await ours("next run", () => vivarium.firstLineMs()),
      await theirs("next run", () => pyodide.firstLineMs()),
    ],
    process: [
      await ours("a further process", () => vivarium.furtherProcessMs()),
      await theirs("a further process", () => pyodide.furtherProcessMs()),
    ],
    memory: [
      await measured("memory", () => vivarium.memoryBytes()),
      await measured("memory", () => pyodide.memoryBytes()),
    ],
    stop: await measured("Stop", () => slowestStop(vivarium, rounds)),
    gain: await measured("two processes at once", async () => -(await least(rounds, async () => -(await vivarium.twoProcessesGain(SPIN))))),
    switchUs: await ours("thread switch", async () => Number(await vivarium.runCode(THREAD_SWITCH)) * 1e6),
    firstQueueMs: await ours("first queue round trips", async () => Number(await vivarium.runCode(queueRoundTrip(1, 200))) * 1e3),
    queueMs: await ours("queue round trip", async () => Number(await vivarium.runCode(queueRoundTrip(500, 1000))) * 1e3),
    shortTaskMs: await ours("pool, short tasks", async () => Number(await vivarium.runCode(poolTask(10e-6, 200))) * 1e3),
    longTaskMs: await ours("pool, long tasks", async () => Number(await vivarium.runCode(poolTask(0.1, 16))) * 1e3),
    appBytes: brotliSizes()(path.join(dist, "assets/app_bg.wasm")),
    laterBytes: brotliSizes()(path.join(dist, "assets/later.wasm")),
  };
}

/** Programs are busy in different parts of the interpreter; the budget is for each of them. */
async function slowestStop(vivarium, rounds) {
  let slowest = 0;
  for (const code of Object.values(BUSY)) slowest = Math.max(slowest, await least(rounds, () => vivarium.stopMs(code)));
  return slowest;
}

/** Seconds of each program on each engine. */
async function measureCpu(engines, rounds, filter) {
  const names = readdirSync(path.join(here, "programs")).filter((name) => name.endsWith(".py") && name.includes(filter));
  const rows = names.map((name) => ({ name: name.slice(0, -3), seconds: {} }));
  for (let round = 0; round < rounds; round += 1) {
    say(`CPU suite, round ${round + 1} of ${rounds}`);
    for (const row of rows) {
      const source = readFileSync(path.join(here, "programs", `${row.name}.py`), "utf8");
      const timed = `${source}\n\nimport time\n_start = time.perf_counter()\nrun()\nprint(time.perf_counter() - _start)\n`;
      for (const engine of engines) {
        if (row.seconds[engine.name]?.reason) continue;
        const seconds = await orReason(async () => Number(await engine.runCode(timed)));
        const before = row.seconds[engine.name] ?? Infinity;
        row.seconds[engine.name] = typeof seconds === "number" ? Math.min(before, seconds) : seconds;
      }
    }
  }
  return rows;
}

async function main() {
  const { rounds, cold, only, filter } = options(process.argv.slice(2));
  const server = await serve(MOUNTS);
  const browser = await startChromium(chromium);
  const vivarium = new Vivarium(browser, server.origin);
  const pyodide = new Pyodide(browser, server.origin);
  const engines = [vivarium, pyodide];
  try {
    const results = { chromium: browser.version() };
    if (only.includes("cold")) results.cold = await measureCold(engines, cold);
    if (only.includes("forms")) {
      say("the forms of the product");
      results.forms = await measureForms(vivarium, dist, cold);
      console.log(formTable(results.forms));
    }
    const isWarm = only.includes("warm") || only.includes("cpu");
    for (const engine of isWarm ? engines : []) await engine.warmUp();
    if (only.includes("warm")) results.warm = await measureWarm(vivarium, pyodide, rounds);
    if (only.includes("cpu")) {
      results.cpu = await measureCpu(engines, rounds, filter);
      console.log(cpuTable(results.cpu));
      results.cpuRatio = geometricMean(results.cpu);
    }
    console.log(budgetTable(results));
    writeFileSync(path.join(here, "results.json"), JSON.stringify(results, null, 2));
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
