// The product as its user speaks of it: pages, programs, the console.
//
// Scenarios say what a learner or an embedder does; how that is found on the page is here and in `pages/`.

import { LessonPage } from "./pages/lesson.mjs";
import { WorkPage } from "./pages/work.mjs";

export class Product {
  constructor(page, site) {
    this.page = page;
    this.site = site;
    this.lesson = new LessonPage(page);
    this.work = new WorkPage(page);
  }

  /** Opens a route ("#/lesson/..."), or the home page. */
  async open(route = "") {
    await this.page.goto(this.site.address + route, { waitUntil: "load" });
  }

  /** Waits until programs can be run through `window.vivarium`. */
  async pythonIsReady() {
    await this.page.waitForFunction(() => window.vivarium !== undefined, null, { timeout: 60_000 });
    await this.page.evaluate(() => window.vivarium.ready);
  }

  /**
   * Runs a program through the run API and answers its result, with `events` (each output as it came).
   * `stopWhen` is a text in stdout upon which the program is stopped; the result then has `stopMs`.
   */
  async run(spec) {
    await this.pythonIsReady();
    return this.page.evaluate(runInPage, spec);
  }

  /** Shorthand: one file of Python. */
  runCode(code, spec = {}) {
    return this.run({ files: { "main.py": code }, argv: ["main.py"], ...spec });
  }
}

async function runInPage({ stopWhen, ...spec }) {
  const events = [];
  const abort = new AbortController();
  let stoppedAt = 0;
  let seen = "";
  const result = await window.vivarium.run({
    timeoutMs: 30_000,
    ...spec,
    signal: abort.signal,
    onStdout: (text) => {
      events.push(["stdout", text]);
      seen += text;
      if (stopWhen !== undefined && stoppedAt === 0 && seen.includes(stopWhen)) {
        stoppedAt = performance.now();
        abort.abort();
      }
    },
    onStderr: (text) => events.push(["stderr", text]),
  });
  const stopMs = stoppedAt === 0 ? undefined : performance.now() - stoppedAt;
  return { ...result, events, stopMs };
}
