// The two sides of the benchmark behind one face: how each is started cold, and what is asked of it when it is warm.

import { untilStopped } from "../tests/browser/support/busy.mjs";

const COLD_LIMIT_MS = 120_000;

// Put before our worker's script, so that the size of its WebAssembly memory can be asked from outside.
const MEMORY_PROBE = `
for (const name of ["instantiate", "instantiateStreaming"]) {
  const plain = WebAssembly[name];
  WebAssembly[name] = async (...args) => {
    const made = await plain.apply(WebAssembly, args);
    self.wasmMemory = (made.instance ?? made).exports.memory;
    return made;
  };
}
const PlainInstance = WebAssembly.Instance;
WebAssembly.Instance = function (...args) {
  const instance = new PlainInstance(...args);
  self.wasmMemory = instance.exports.memory;
  return instance;
};
WebAssembly.Instance.prototype = PlainInstance.prototype;
`;

class Engine {
  constructor(browser, origin) {
    this.browser = browser;
    this.origin = origin;
  }

  /** A page in a fresh profile with an empty cache; answers when the first output came, and what had been asked for by then. */
  async coldStart(address) {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    const requests = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await this.openCold(page, address);
    const printed = async () => {
      // The page has committed, but its own script may not have run yet.
      await page.waitForFunction(() => self.firstOutputMs !== undefined, null, { timeout: COLD_LIMIT_MS });
      return page.evaluate(() => self.firstOutputMs);
    };
    const ms = await Promise.race([
      printed(),
      new Promise((_, reject) => setTimeout(reject, COLD_LIMIT_MS, new Error(`${this.name}: no output`))),
    ]);
    await context.close();
    return { ms, requests: [...new Set(requests)] };
  }

  async close() {
    await this.context?.close();
  }
}

export class Vivarium extends Engine {
  name = "Vivarium";

  async openCold(page, address = `${this.origin}/`) {
    await page.addInitScript(() => {
      self.firstOutputMs = new Promise((resolve) => {
        let api;
        Object.defineProperty(self, "vivarium", {
          configurable: true,
          get: () => api,
          set: (value) => {
            api = value;
            const program = { files: { "main.py": 'print("hi")' }, argv: ["main.py"] };
            // Within this task the API may still be filling itself.
            queueMicrotask(() => api.run({ ...program, onStdout: () => resolve(performance.now()) }));
          },
        });
      });
    });
    await page.goto(address, { waitUntil: "commit" });
  }

  async warmUp() {
    this.context = await this.browser.newContext();
    this.page = await this.context.newPage();
    await this.page.addInitScript((probe) => {
      const Plain = self.Blob;
      self.Blob = class extends Plain {
        constructor(parts, options) {
          super(options?.type?.includes("javascript") ? [probe, ...parts] : parts, options);
        }
      };
    }, MEMORY_PROBE);
    await this.page.goto(`${this.origin}/`);
    await this.page.waitForFunction(() => window.vivarium !== undefined, null, { timeout: COLD_LIMIT_MS });
    await this.page.evaluate(async () => {
      await window.vivarium.ready;
      self.output = async (code, onStdout = () => {}) => {
        const result = await window.vivarium.run({ files: { "main.py": code }, argv: ["main.py"], timeoutMs: 120_000, onStdout });
        if (result.exitCode !== 0) throw new Error(`exit code ${result.exitCode} (${result.reason}): ${result.stderr}`);
        return result.stdout;
      };
    });
    await this.runCode("print(1)");
  }

  /** Runs a program and answers what it printed. */
  runCode(code) {
    return this.page.evaluate((code) => self.output(code), code);
  }

  /** From the call to the first output of a small program, with a worker in reserve. */
  async firstLineMs() {
    await this.reserveIsFull();
    return this.page.evaluate(async () => {
      const start = performance.now();
      let first = 0;
      await self.output("print(1)", () => (first ||= performance.now()));
      return first - start;
    });
  }

  /** The same while another program has just taken the worker in reserve: a process is started from nothing. */
  async furtherProcessMs() {
    await this.reserveIsFull();
    return this.page.evaluate(async () => {
      const first = self.output("import time\ntime.sleep(0.5)");
      const start = performance.now();
      let line = 0;
      await self.output("print(1)", () => (line ||= performance.now()));
      await first;
      return line - start;
    });
  }

  async memoryBytes() {
    await this.reserveIsFull();
    // A worker whose program has just ended may be listed still.
    const sizeOf = (worker) => worker.evaluate(() => self.wasmMemory?.buffer.byteLength ?? 0).catch(() => 0);
    const largest = Math.max(...(await Promise.all(this.page.workers().map(sizeOf))));
    if (largest === 0) throw new Error("no worker tells the size of its memory");
    return largest;
  }

  /** From Stop to the end of a program that has just begun to be busy. */
  async stopMs(code) {
    return this.page.evaluate(async (code) => {
      const abort = new AbortController();
      let stopped = 0;
      await window.vivarium.run({
        files: { "main.py": code },
        argv: ["main.py"],
        signal: abort.signal,
        onStdout: () => {
          stopped ||= performance.now();
          abort.abort();
        },
      });
      return performance.now() - stopped;
    }, untilStopped(code));
  }

  /** How much faster two programs at once are than one after the other. */
  async twoProcessesGain(code) {
    return this.page.evaluate(async (code) => {
      const timed = async (work) => {
        const start = performance.now();
        await work();
        return performance.now() - start;
      };
      const single = await timed(async () => {
        await self.output(code);
        await self.output(code);
      });
      const both = await timed(() => Promise.all([self.output(code), self.output(code)]));
      return single / both;
    }, code);
  }

  /** Waits until the next program finds a booted worker: until running one is as quick as it gets. */
  async reserveIsFull() {
    await this.runCode("import time\ntime.sleep(0.4)");
  }
}

export class Pyodide extends Engine {
  name = "Pyodide";

  async openCold(page) {
    await page.goto(`${this.origin}/pyodide-page/index.html#cold`, { waitUntil: "commit" });
  }

  async warmUp() {
    this.context = await this.browser.newContext();
    this.page = await this.context.newPage();
    await this.page.goto(`${this.origin}/pyodide-page/index.html`);
    await this.page.evaluate(async () => {
      self.interpreter = new Interpreter();
      await self.interpreter.run("print(1)");
    });
  }

  runCode(code) {
    return this.page.evaluate(async (code) => {
      let text = "";
      await self.interpreter.run(code, (output) => (text += output));
      return text;
    }, code);
  }

  firstLineMs() {
    return this.page.evaluate(async () => {
      const start = performance.now();
      let first = 0;
      await self.interpreter.run("print(1)", (_, now) => (first = now));
      return first - start;
    });
  }

  furtherProcessMs() {
    return this.page.evaluate(async () => {
      const start = performance.now();
      let first = 0;
      const further = new Interpreter();
      await further.run("print(1)", (_, now) => (first = now));
      further.close();
      return first - start;
    });
  }

  memoryBytes() {
    return this.page.evaluate(() => self.interpreter.memory());
  }
}
