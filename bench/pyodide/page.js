// The page's half: starts workers, sends them programs, and notes when output comes.

"use strict";

class Interpreter {
  constructor() {
    this.worker = new Worker("worker.mjs", { type: "module" });
    this.waiting = new Map();
    this.ids = 0;
    this.worker.onmessage = ({ data: { id, output, result, error } }) => {
      const run = this.waiting.get(id);
      if (output !== undefined) run.onOutput?.(output, performance.now());
      else {
        this.waiting.delete(id);
        if (error === undefined) run.resolve(result);
        else run.reject(new Error(error));
      }
    };
  }

  /** Runs code in a fresh namespace; resolves when it has ended. */
  run(code, onOutput) {
    const id = (this.ids += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onOutput });
      this.worker.postMessage({ id, code });
    });
  }

  memory() {
    return this.run(null);
  }

  close() {
    this.worker.terminate();
  }
}

self.firstOutputMs = new Promise((resolve) => {
  if (location.hash !== "#cold") return;
  self.interpreter = new Interpreter();
  self.interpreter.run('print("hi")', (_, now) => resolve(now));
});
