// Records the transcripts with the machine's CPython, or compares them with what it does now.
//
//   node tests/conformance/record.mjs [--check] [filter ...]
//
// PYTHON names another interpreter than `python3`. It knows nothing of the product.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { diff, findScenarios, inParallel, recorded, transcriptOf } from "./scenarios.mjs";

const LIMIT_MS = 60_000;
const OLDEST = "3.11";
const PYTHON = process.env.PYTHON ?? "python3";

/** "3.11.7", or undefined without a Python. */
function version() {
  try {
    return execFileSync(PYTHON, ["-c", "import platform; print(platform.python_version())"], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

const isAtLeast = (found, wanted) => {
  const [[major, minor], [wantedMajor, wantedMinor]] = [found, wanted].map((it) => it.split(".").map(Number));
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

/** One program in a folder of its own, with nothing of this machine's environment. */
async function run(scenario) {
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  writeFileSync(path.join(folder, "main.py"), scenario.source);
  const env = { PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(PYTHON, ["main.py"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => (output[name] += text));
  }
  const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), LIMIT_MS);
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true });
  if (status === "SIGKILL") return transcriptOf({ ...output, status: "none: its time was up" });
  return transcriptOf({ ...output, status });
}

const args = process.argv.slice(2);
const isCheck = args.includes("--check");
const found = version();
if (found === undefined || !isAtLeast(found, OLDEST)) {
  console.log(`transcripts: not compared, since there is no python3 of version ${OLDEST} or newer`);
  process.exit(isCheck ? 0 : 1);
}
const scenarios = findScenarios(args.filter((it) => it !== "--check"));
const fit = scenarios.filter(({ needs }) => needs === undefined || isAtLeast(found, needs));
let nDifferent = 0;
await inParallel(fit, 2 * availableParallelism(), async (scenario) => {
  const transcript = await run(scenario);
  const known = recorded(scenario);
  if (known === transcript) return;
  nDifferent += 1;
  if (isCheck) console.log(`\n${scenario.name}: CPython ${found} does something else\n${diff(known ?? "", transcript)}`);
  else {
    writeFileSync(scenario.transcriptPath, `# CPython ${found}\n${transcript}`);
    console.log(`${scenario.name}: recorded`);
  }
});
const same = fit.length - nDifferent;
console.log(`transcripts on CPython ${found}: ${same} as recorded, ${nDifferent} ${isCheck ? "differ" : "new"}, ${scenarios.length - fit.length} need a newer one`);
process.exitCode = isCheck && nDifferent > 0 ? 1 : 0;
