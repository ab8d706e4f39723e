// Proves the course: runs every program of its plan and lets `course judge` compare.
//
//   node tests/lessons/prove.mjs [--engine product|pyodide|both] [--lessons DIR] [--everything] [--runs-only] [FILTER]
//
// `--everything` asks CPython also what it need not agree on: sessions at a prompt, threads.
// `--runs-only` leaves out the rules that need no program: the fixture of cheats breaks some.
// It owns the order of work, the workers and the cache of results. What is run and what must come
// of it is decided by crates/course; the engines are oracle.mjs and product.mjs.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CpythonPool } from "./pool.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

function options(args) {
  const chosen = { engine: "both", lessons: join(root, "lessons"), filter: "", runsOnly: false, everything: false };
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === "--engine") chosen.engine = args[(index += 1)];
    else if (args[index] === "--lessons") chosen.lessons = args[(index += 1)];
    else if (args[index] === "--everything") chosen.everything = true;
    else if (args[index] === "--runs-only") chosen.runsOnly = true;
    else chosen.filter = args[index];
  }
  if (!["product", "pyodide", "both"].includes(chosen.engine)) {
    throw new Error(`there is no engine ${chosen.engine}: use product, pyodide or both`);
  }
  return chosen;
}

function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(process.env.VIVARIUM_CACHE ?? join(base, "vivarium"), "proofs");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The command-line tool of crates/course; xtask may have built it already. */
function courseTool() {
  if (process.env.VIVARIUM_COURSE) return process.env.VIVARIUM_COURSE;
  const env = { ...process.env };
  env.CARGO_TARGET_DIR ??= join(cacheFolder(), "../target/root");
  const build = ["build", "-q", "-p", "vivarium-course", "--features", "tools", "--message-format=json"];
  const messages = execFileSync("cargo", build, {
    cwd: root, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28,
  });
  const built = messages.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return built.find((it) => it.executable && it.target?.name === "course").executable;
}

const hash = (...parts) => {
  const all = createHash("sha256");
  for (const part of parts) all.update(part).update("\0");
  return all.digest("hex");
};

function hashOfFolder(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return hash(...files.flatMap((path) => [relative(folder, path), readFileSync(path)]));
}

/** Results of earlier runs, one file each, named by everything that they depend on. */
class ResultCache {
  constructor(engine, engineHash) {
    this.folder = join(cacheFolder(), engine);
    this.engineHash = engineHash;
    mkdirSync(this.folder, { recursive: true });
  }

  path(proof) {
    const { path: _path, line: _line, ...inputs } = proof;
    // Figures depend on their recorder, too, and nothing else does.
    const recorder = proof.env.VIVARIUM_STEPS ? [hashOfFolder(join(root, "python/steps"))] : [];
    return join(this.folder, `${hash(this.engineHash, JSON.stringify(inputs), ...recorder)}.json`);
  }

  find(proof) {
    const path = this.path(proof);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  }

  /** What was wrong is run again next time: a program that watches the clock may have met a busy machine. */
  forget(proof) {
    rmSync(this.path(proof), { force: true });
  }

  /** A crash or a timeout may be the machine's fault, so it is tried again next time. */
  keep(proof, ran) {
    if (ran.reason === "exit" || ran.reason === "signal") {
      writeFileSync(this.path(proof), JSON.stringify(ran));
    }
  }
}

async function runAll(name, proofs, cache, makePool) {
  const results = [];
  const missing = [];
  for (const proof of proofs) {
    const known = cache.find(proof);
    if (known) results.push(known);
    else missing.push(proof);
  }
  console.log(`${name}: ${proofs.length} programs, ${missing.length} to run`);
  if (missing.length === 0) return results;
  const pool = await makePool();
  let nDone = 0;
  try {
    await pool.runAll(missing, (proof, ran) => {
      cache.keep(proof, ran);
      results.push(ran);
      nDone += 1;
      if (nDone % 25 === 0) console.log(`${name}: ${nDone} of ${missing.length}`);
    });
  } finally {
    await pool.close();
  }
  return results;
}

async function main() {
  const { engine, lessons: written, filter, runsOnly, everything } = options(process.argv.slice(2));
  const course = courseTool();
  const work = join(cacheFolder(), `work-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    // A copy, since an author goes on writing while the programs run.
    const lessons = join(work, basename(resolve(written)));
    cpSync(written, lessons, { recursive: true });
    const planPath = join(work, "plan.json");
    execFileSync(course, ["plan", lessons, planPath, filter], { stdio: "inherit" });
    const proofs = JSON.parse(readFileSync(planPath, "utf8"));
    const lab = hashOfFolder(join(root, "python/lab"));
    const ran = [];
    const caches = {};
    if (engine !== "product") {
      const own = ["oracle.mjs", "oracle_program.py", "package-lock.json"];
      const version = hash(lab, ...own.map((name) => readFileSync(join(here, name))));
      const asked = proofs.filter((proof) => everything || proof.on_cpython);
      const pool = () => CpythonPool.start(cacheFolder(), Math.min(4, availableParallelism()));
      caches.cpython = new ResultCache("cpython", version);
      ran.push(...(await runAll("CPython", asked, caches.cpython, pool)));
    }
    if (engine !== "pyodide") {
      const { ProductPool, versionOf } = await import("./product.mjs");
      const dist = process.env.VIVARIUM_DIST ?? join(root, "dist");
      const version = hash(lab, versionOf(dist), readFileSync(join(here, "product.mjs")));
      const pool = () => ProductPool.start(dist, Math.min(4, availableParallelism()));
      caches.product = new ResultCache("product", version);
      ran.push(...(await runAll("Vivarium", proofs, caches.product, pool)));
    }
    const ranPath = join(work, "ran.json");
    writeFileSync(ranPath, JSON.stringify(ran));
    const wrongPath = join(work, "wrong.json");
    const places = [lessons, ranPath, wrongPath];
    const command = runsOnly ? ["judge-runs", ...places] : ["judge", ...places, filter];
    process.exitCode = spawnSync(course, command, { stdio: "inherit" }).status ?? 1;
    const byKey = new Map(proofs.map((proof) => [proof.key, proof]));
    for (const { engine, key } of JSON.parse(readFileSync(wrongPath, "utf8"))) caches[engine].forget(byKey.get(key));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await main();
