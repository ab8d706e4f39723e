// Workers that run programs on CPython, several at a time, each program with a limit of time.
// It owns the threads and the stored snapshot; oracle.mjs is what runs in a thread.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { makeSnapshot } from "./oracle.mjs";

/** How long the interpreter may take to start: on a busy machine, longer than a program may run. */
const PATIENCE_MS = 120_000;

const version = createRequire(import.meta.url)("pyodide/package.json").version;

export class CpythonPool {
  static async start(cache, size) {
    const path = join(cache, `cpython-${version}.snapshot`);
    if (!existsSync(path)) {
      console.log("CPython: making a snapshot of a started interpreter");
      writeFileSync(`${path}.${process.pid}`, await makeSnapshot());
      renameSync(`${path}.${process.pid}`, path);
    }
    return new CpythonPool(new Uint8Array(readFileSync(path)), size);
  }

  constructor(snapshot, size) {
    this.snapshot = snapshot;
    this.size = size;
    this.workers = new Set();
  }

  async runAll(proofs, done) {
    const waiting = [...proofs];
    const line = async () => {
      let worker = this.worker();
      while (waiting.length > 0) {
        const proof = waiting.shift();
        const ran = await this.one(worker, proof);
        if (ran.reason === "timeout") {
          await this.stop(worker);
          worker = this.worker();
        }
        done(proof, ran);
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.size, waiting.length) }, line));
  }

  worker() {
    const worker = new Worker(new URL("./oracle.mjs", import.meta.url), {
      workerData: { snapshot: this.snapshot },
    });
    this.workers.add(worker);
    return worker;
  }

  one(worker, proof) {
    return new Promise((resolve) => {
      const hear = (message) => {
        if (message !== "started") return finish(message);
        clearTimeout(timer);
        timer = setTimeout(() => ended("timeout", "", -9), proof.timeout_ms);
      };
      const finish = (ran) => {
        clearTimeout(timer);
        worker.off("message", hear);
        worker.off("error", broken);
        resolve(ran);
      };
      const ended = (reason, output, exit_code) =>
        finish({ key: proof.key, engine: "cpython", output, report: "", exit_code, reason });
      const broken = (error) => ended("timeout", `the oracle's thread broke down: ${error}`, 1);
      let timer = setTimeout(() => broken("it does not start"), PATIENCE_MS);
      worker.on("message", hear);
      worker.on("error", broken);
      worker.postMessage(proof);
    });
  }

  async stop(worker) {
    this.workers.delete(worker);
    await worker.terminate();
  }

  async close() {
    await Promise.all([...this.workers].map((worker) => this.stop(worker)));
  }
}
