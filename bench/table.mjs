// The tables of the benchmark: figures beside their budgets.

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** The geometric mean of our time over Pyodide's, over programs that ran on both; null when none did. */
export function geometricMean(rows) {
  const ratios = rows.map(ratioOf).filter(isNumber);
  if (ratios.length === 0) return null;
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

function ratioOf({ seconds }) {
  return isNumber(seconds.Vivarium) && isNumber(seconds.Pyodide) ? seconds.Vivarium / seconds.Pyodide : null;
}

export function cpuTable(rows) {
  const cells = rows.map((row) => [
    row.name,
    inUnit(row.seconds.Vivarium, 1000, "ms"),
    inUnit(row.seconds.Pyodide, 1000, "ms"),
    factor(ratioOf(row)),
  ]);
  return aligned([["CPU suite", "Vivarium", "Pyodide", "ratio"], ...cells]);
}

/** Bytes and cold start of each form; what starts from a disk may take twice the time of the hosted page. */
export function formTable(forms) {
  const limits = { "folder for a stick": 15e6, "single file": 20e6 };
  const rows = forms.map(({ name, bytes, ms }) => {
    const limit = limits[name];
    const ratio = ms / forms[0].ms;
    const isMet = limit === undefined || (bytes < limit && ratio <= 2);
    const budget = limit === undefined ? "" : `< ${limit / 1e6} MB, <= 2x`;
    return [name, inUnit(bytes, 1e-6, "MB"), inUnit(ms, 1, "ms", 0), factor(ratio), budget, limit === undefined ? "" : isMet ? "met" : "MISSED"];
  });
  return aligned([["form", "size", "cold start", "of the link's", "budget", ""], ...rows]);
}

export function budgetTable({ cold, warm, cpu, cpuRatio }) {
  const rows = [["what", "Vivarium", "Pyodide", "ratio", "budget", ""]];
  const row = (what, ours, theirs, unit, budget, isMet) => {
    const [value, scale, digits] = unit;
    const ratio = isNumber(ours) && isNumber(theirs) ? ours / theirs : null;
    rows.push([
      what,
      inUnit(ours, scale, value, digits),
      theirs === undefined ? "" : inUnit(theirs, scale, value, digits),
      factor(ratio),
      budget,
      isNumber(ours) ? (isMet(ours, ratio) ? "met" : "MISSED") : "",
    ]);
  };
  const ms = ["ms", 1, 0];
  const mb = ["MB", 1e-6, 2];
  if (cold) {
    const { Vivarium: ours, Pyodide: theirs } = cold;
    row("bytes to first output, brotli", ours.bytes, theirs.bytes, mb, "<= 4.0 MB, <= 0.7x", (n, r) => n <= 4e6 && r <= 0.7);
    row("cold start to first output", ours.ms, theirs.ms, ms, "<= 0.25x", (_, r) => r <= 0.25);
  }
  if (warm) {
    row("app wasm, brotli", warm.appBytes, undefined, ["kB", 1e-3, 0], "<= 400 kB", (n) => n <= 400e3);
    row("its second part, brotli", warm.laterBytes, undefined, ["kB", 1e-3, 0], "", () => true);
    row("next run to its first output", ...warm.firstLine, ms, "<= 50 ms", (n) => n <= 50);
    row("start of a further process", ...warm.process, ms, "<= 40 ms, <= 0.05x", (n, r) => n <= 40 && r <= 0.05);
    row("memory of an idle process", ...warm.memory, ["MB", 1e-6, 1], "<= 12 MB", (n) => n <= 12e6);
    row("Stop to the end, slowest of six", warm.stop, undefined, ms, "<= 50 ms", (n) => n <= 50);
    row("two processes at once, gain", warm.gain, undefined, ["x", 1, 2], ">= 1.7x", (n) => n >= 1.7);
    row("thread switch", warm.switchUs, undefined, ["us", 1, 1], "<= 10 us", (n) => n <= 10);
    row("queue round trip, first 200 of a process", warm.firstQueueMs, undefined, ["ms", 1, 2], "", () => true);
    row("queue round trip between processes", warm.queueMs, undefined, ["ms", 1, 2], "<= 0.5 ms", (n) => n <= 0.5);
    row("pool of 4, a task of 10 us", warm.shortTaskMs, undefined, ["ms", 1, 2], "", () => true);
    row("pool of 4, a task of 100 ms", warm.longTaskMs, undefined, ["ms", 1, 1], "", () => true);
  }
  if (cpu) row("CPU suite, geometric mean", cpuRatio ?? undefined, undefined, ["x Pyodide's time", 1, 2], "<= 1.5x", (n) => n <= 1.5);
  const reasons = warm ? Object.entries(warm).flatMap(([name, value]) => reasonsOf(name, value)) : [];
  const failed = cpu ? cpu.flatMap((it) => reasonsOf(it.name, it.seconds.Vivarium)) : [];
  return [aligned(rows), ...reasons, ...failed].join("\n");
}

function reasonsOf(name, value) {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((it) => it?.reason).map((it) => `${name}: ${it.reason}`);
}

function inUnit(value, scale, unit, digits = 1) {
  return isNumber(value) ? `${(value * scale).toFixed(digits)} ${unit}` : "failed";
}

function factor(ratio) {
  return isNumber(ratio) ? `${ratio.toFixed(2)}x` : "";
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ");
  const [head, ...body] = rows.map(line);
  return ["", head, "-".repeat(head.length), ...body].join("\n");
}
