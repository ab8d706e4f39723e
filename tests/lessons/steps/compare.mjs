// Compares what the recorder (python/steps) sees in the product with what it sees on CPython 3.14: the same programs, event by
// event, with the names of each frame. What differs for good is listed in differences.toml, and must still differ.
// It owns the form in which two recordings are compared. It does not know how steps are drawn.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CpythonPool } from "../pool.mjs";
import { ProductPool } from "../product.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const START =
  "import sys; sys.path[:] = [p for p in sys.path if p not in ('', '.', '/home/learner')]; " +
  "__import__('steps.record', fromlist=['main']).main()";

function proofs(filter) {
  const names = readdirSync(join(here, "programs")).filter((name) => name.includes(filter)).sort();
  return names.map((name) => ({
    key: name.replace(/\.py$/, ""),
    files: { "main.py": readFileSync(join(here, "programs", name), "utf8") },
    argv: ["-c", START, "main.py"],
    stdin: "Ada\n",
    env: { VIVARIUM_STEPS: "1000" },
    seed: 1,
    bytecodes: null,
    timeout_ms: 60_000,
    report: true,
  }));
}

/** The entries of differences.toml: names of programs with their reasons; one `name = "reason"` a line. */
function differences() {
  const lines = readFileSync(join(here, "differences.toml"), "utf8").split("\n");
  const entries = lines.map((line) => /^([\w-]+) = "(.+)"$/.exec(line)).filter(Boolean);
  return new Map(entries.map(([, name, reason]) => [name, reason]));
}

/** A value with everything it refers to, so that two recordings can number their objects as they like. */
function spelled(value, objects, above = []) {
  if (typeof value === "string") return value;
  if (above.includes(value)) return `^${above.length - above.indexOf(value)}`;
  const object = objects.get(value);
  if (object === undefined) return "?";
  const inside = [...above, value];
  const each = (it) => spelled(it, objects, inside);
  let items = (object.i ?? []).map(each);
  if (object.k === "set" || object.k === "frozenset") items = items.sort();
  const pairs = (object.d ?? []).map(([key, it]) => `${each(key)}: ${each(it)}`);
  const named = (object.a ?? []).map(([name, it]) => `${name}=${each(it)}`);
  return `${object.t}<${[object.s ?? "", ...items, ...pairs, ...named].filter(Boolean).join(", ")}>`;
}

/** One text for each event: what happens, where, and all names of all frames. */
function events(report) {
  const objects = new Map();
  const frames = new Map();
  const texts = [];
  for (const line of report.split("\n").filter(Boolean)) {
    const step = JSON.parse(line);
    if (step.end !== undefined) {
      texts.push(`end: ${step.end} ${step.x ?? ""} ${step.o ?? ""}`);
      continue;
    }
    for (const number of step.g ?? []) objects.delete(number);
    for (const object of step.h) objects.set(object.n, object);
    for (const frame of step.f) if (typeof frame === "object") frames.set(frame.f, frame);
    const stack = step.f.map((it) => frames.get(typeof it === "object" ? it.f : it));
    const shown = stack.map((frame) => {
      const names = frame.v.map(([name, it]) => `${name}=${spelled(it, objects)}`).sort();
      return `${frame.n}:${frame.l}(${names.join(", ")})`;
    });
    const result = step.r === undefined ? "" : ` ${spelled(step.r, objects)}`;
    texts.push(`${step.e} ${step.l}${result} | ${shown.join(" | ")}${step.o ? ` > ${JSON.stringify(step.o)}` : ""}`);
  }
  return texts;
}

function firstDifference(ours, theirs) {
  const [a, b] = [events(ours), events(theirs)];
  const at = a.findIndex((text, index) => text !== b[index]);
  if (at < 0 && a.length === b.length) return null;
  const index = at < 0 ? a.length : at;
  const show = (list) => list[index] ?? "nothing more";
  return `event ${index + 1}\n    Vivarium: ${show(a)}\n    CPython:  ${show(b)}`;
}

async function recordings(pool, wanted) {
  const found = new Map();
  try {
    await pool.runAll(wanted, (proof, ran) => {
      found.set(proof.key, ran.report || `{"end":"nothing was recorded","x":${JSON.stringify(ran.output)}}`);
    });
  } finally {
    await pool.close();
  }
  return found;
}

async function main() {
  const wanted = proofs(process.argv[2] ?? "");
  const cache = process.env.VIVARIUM_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "vivarium");
  const product = await ProductPool.start(process.env.VIVARIUM_DIST ?? join(root, "dist"), 1);
  const ours = await recordings(product, wanted);
  const oracle = await CpythonPool.start(join(cache, "proofs"), Math.min(2, availableParallelism()));
  const theirs = await recordings(oracle, wanted);
  const known = differences();
  const problems = [];
  for (const { key } of wanted) {
    const difference = firstDifference(ours.get(key), theirs.get(key));
    const name = key.replace(/^\d+-/, "");
    if (difference && !known.has(name)) problems.push(`${key}: ${difference}`);
    if (!difference && known.has(name)) problems.push(`${key}: agrees now; take it out of differences.toml`);
  }
  for (const problem of problems) console.log(problem);
  console.log(`steps: ${wanted.length - problems.length} of ${wanted.length} programs as on CPython, ${known.size} differences listed`);
  if (problems.length > 0) process.exitCode = 1;
}

await main();
