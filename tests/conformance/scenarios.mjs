// What a scenario is: a program, the transcript that CPython made of it, and what is said about both.
// It owns how these are found, read and compared. It knows neither CPython nor the product.
//
// The first line of a program names the documented behavior that it checks. Directly below may stand
// `# mode: lockstep` (the product's virtual clock) and `# needs: 3.13` (recorded by that version or a newer one).

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const HERE = fileURLToPath(new URL(".", import.meta.url));
const DIFFERENCES = path.join(HERE, "differences.toml");

/** All scenarios whose name ("queue/full") contains one of the filters. */
export function findScenarios(filters) {
  const names = readdirSync(HERE, { recursive: true })
    .filter((name) => name.endsWith(".py"))
    .map((name) => name.slice(0, -".py".length).replaceAll(path.sep, "/"))
    .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
    .sort();
  if (names.length === 0) throw new Error(`no scenario is called ${filters.join(" or ")}`);
  return names.map(readScenario);
}

function readScenario(name) {
  const source = readFileSync(path.join(HERE, `${name}.py`), "utf8");
  const lines = source.split("\n");
  const head = lines.slice(0, lines.findIndex((line) => !line.startsWith("#")));
  if (!/^# \S+.{15,}/.test(head[0] ?? "")) throw new Error(`${name}.py does not say first which behavior it checks`);
  const option = (key) => head.map((line) => line.match(`^# ${key}: (\\S+)$`)?.[1]).find(Boolean);
  const transcriptPath = path.join(HERE, `${name}.out`);
  return { name, source, mode: option("mode") ?? "live", needs: option("needs"), transcriptPath };
}

/** What a program did, as facts: its output, the last line of its errors (tracebacks differ between versions), its status. */
export function transcriptOf({ stdout, stderr, status }) {
  const lastError = stderr.trimEnd().split("\n").at(-1);
  const end = stdout === "" || stdout.endsWith("\n") ? "" : "\n[no newline at the end]\n";
  const errors = lastError ? `[errors end with] ${lastError}\n` : "";
  return `${stdout}${end}${errors}[exit status] ${status}\n`;
}

/** A recorded transcript without its header; undefined if there is none. */
export function recorded(scenario) {
  if (!existsSync(scenario.transcriptPath)) return undefined;
  const text = readFileSync(scenario.transcriptPath, "utf8");
  return text.slice(text.indexOf("\n") + 1);
}

/** The permanent differences: names of scenarios, and why each differs. */
export function readDifferences() {
  const reasons = new Map();
  let scenario;
  for (const line of readFileSync(DIFFERENCES, "utf8").split("\n")) {
    const [, key, value] = line.match(/^(\w+) = "(.*)"$/) ?? [];
    if (key === "scenario") scenario = value;
    if (key === "why") reasons.set(scenario, value);
  }
  return reasons;
}

/** Lines of two texts: ` ` both, `-` only expected, `+` only got; long stretches that agree are left out. */
export function diff(expected, got) {
  const [a, b] = [expected, got].map((text) => text.split("\n").slice(0, 400));
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const lines = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      i += 1;
      j += 1;
    } else if (j < b.length && (i === a.length || longest[i][j + 1] > longest[i + 1][j])) {
      lines.push(`+ ${b[j]}`);
      j += 1;
    } else {
      lines.push(`- ${a[i]}`);
      i += 1;
    }
  }
  const isNear = (index) => lines.slice(Math.max(0, index - 2), index + 3).some((line) => !line.startsWith(" "));
  return lines.filter((_, index) => isNear(index)).join("\n");
}

/** Does `work` for each of `items`, `width` at a time. */
export async function inParallel(items, width, work) {
  const waiting = [...items];
  const line = async () => {
    while (waiting.length > 0) await work(waiting.shift());
  };
  await Promise.all(Array.from({ length: width }, line));
}
