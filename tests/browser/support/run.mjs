// Runs the suites: all of them, or those whose path contains one of the arguments. One file at a time, since latencies are
// measured.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const wanted = process.argv.slice(2);
const suites = readdirSync(here, { recursive: true })
  .filter((name) => name.endsWith(".test.mjs") && !name.includes("node_modules"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
if (suites.length === 0) throw new Error(`no suite is called ${wanted.join(" or ")}`);

const files = suites.map((name) => path.join(here, name));
const { status } = spawnSync(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files], {
  stdio: "inherit",
  cwd: here,
});
process.exitCode = status ?? 1;
