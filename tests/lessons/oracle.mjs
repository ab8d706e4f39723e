// CPython 3.14 (Pyodide) as oracle, in a worker thread: one fresh interpreter for each program.
// It owns starting the interpreter from a snapshot of its memory and the streams of a program.
// It does not know lessons.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../../python");
const HOME = "/home/learner";
const REPORT = "/tmp/report";
const ENVIRONMENT = {
  HOME, PATH: "/usr/bin", LANG: "C.UTF-8", USER: "learner", TERM: "xterm-256color", PYTHONUTF8: "1",
};

// Modules that every program needs, so that they are in the snapshot already.
const WARM = "import ast, asyncio, code, importlib, io, linecache, os, runpy, sys, traceback, types";

/** Starts CPython once and returns its memory, from which others start quickly. */
export async function makeSnapshot() {
  const python = await loadPyodide({ _makeSnapshot: true, stdout() {}, stderr() {} });
  python.runPython(WARM);
  return python.makeMemorySnapshot();
}

/** Runs one program of a plan and tells what it did; `onStart` is called when the program's own time begins. */
export async function run(proof, snapshot, onStart) {
  const python = await loadPyodide({ _loadSnapshot: snapshot });
  const { FS } = python; // not to be had once the interpreter has exited
  const chunks = [];
  const write = (bytes) => {
    chunks.push(Buffer.from(bytes));
    return bytes.length;
  };
  const input = Buffer.from(proof.stdin);
  let offset = 0;
  python.setStdout({ write });
  python.setStderr({ write });
  python.setStdin({
    read(target) {
      const n = input.copy(target, 0, offset);
      offset += n;
      return n;
    },
  });
  const put = (path, text) => {
    FS.mkdirTree(dirname(path));
    FS.writeFile(path, text);
  };
  for (const [path, text] of Object.entries(proof.files)) put(join(HOME, path), text);
  for (const name of readdirSync(packages, { recursive: true }).filter((it) => it.endsWith(".py"))) {
    put(join("/usr/lib/vivarium", name), readFileSync(join(packages, name), "utf8"));
  }
  const program = python.runPython(
    `import types; oracle = types.ModuleType("<oracle>"); exec(compile(${JSON.stringify(
      readFileSync(join(here, "oracle_program.py"), "utf8"),
    )}, "<oracle>", "exec"), vars(oracle)); oracle`,
  );
  program.prepare(python.toPy({ ...ENVIRONMENT, ...proof.env }), REPORT);
  onStart();
  let exit_code;
  try {
    exit_code = program.run(python.toPy(proof.argv));
  } catch (error) {
    const kind = error?.constructor?.name;
    if (kind === "Exit") exit_code = error.status; // os._exit ends the interpreter under our feet
    else if (kind === "PythonError") exit_code = 1; // what shows errors was broken, too
    else throw error;
  }
  const output = Buffer.concat(chunks).toString("utf8");
  const report = FS.readFile(REPORT, { encoding: "utf8" });
  return { key: proof.key, engine: "cpython", output, report, exit_code, reason: "exit" };
}

if (!isMainThread) {
  parentPort.on("message", async (proof) => {
    try {
      parentPort.postMessage(await run(proof, workerData.snapshot, () => parentPort.postMessage("started")));
    } catch (error) {
      const output = `the oracle broke down: ${error?.stack ?? error}`;
      parentPort.postMessage({
        key: proof.key, engine: "cpython", output, report: "", exit_code: 1, reason: "crash",
      });
    }
  });
}
