// Programs that break: each ends alone, and the next one runs at once.

import assert from "node:assert/strict";
import { programs, useSite, workersAtMost } from "../support/scenario.mjs";

const program = programs(useSite());

async function nextOneRuns(runCode) {
  const next = await runCode("print('fine')");
  assert.equal(next.stdout, "fine\n", next.stderr);
}

program("os._exit ends at once and prints nothing more", async ({ runCode }) => {
  const result = await runCode("import os\nprint('before', flush=True)\nos._exit(7)\nprint('after')\n");
  assert.equal(result.stdout, "before\n");
  assert.equal(result.exitCode, 7);
  await nextOneRuns(runCode);
});

program("a program that kills itself is reported with its signal", async ({ runCode }) => {
  const result = await runCode("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n");
  assert.equal(result.exitCode, -9);
  assert.equal(result.reason, "signal");
  await nextOneRuns(runCode);
});

program("memory that runs out ends the process with a message", async ({ runCode }) => {
  const result = await runCode("data = []\nwhile True: data.append(bytearray(10**7))\n", { timeoutMs: 60_000 });
  assert.ok(result.exitCode !== 0);
  assert.notEqual(result.reason, "timeout");
  assert.match(result.stderr + (result.message ?? ""), /[Mm]emory/);
  await nextOneRuns(runCode);
});

program("the engine's own stack cannot be overrun", async ({ runCode }) => {
  const result = await runCode("import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()\n");
  assert.ok(result.exitCode !== 0);
  assert.notEqual(result.reason, "timeout");
  await nextOneRuns(runCode);
});

program("deeply nested data is destroyed without a crash", async ({ runCode }) => {
  const result = await runCode("x = []\nfor _ in range(10**6): x = [x]\ndel x\nprint('done')\n", { timeoutMs: 60_000 });
  assert.ok(result.stdout === "done\n" || result.reason === "crash", `${result.reason} ${result.stderr}`);
  await nextOneRuns(runCode);
});

program("an endless flood of output can be stopped all the while", async ({ runCode }) => {
  const result = await runCode("line = 'x' * 1000\nwhile True: print(line)\n", { stopWhen: "x" });
  assert.equal(result.reason, "aborted");
  assert.ok(result.stopMs < 2000, `it took ${result.stopMs} ms`);
  await nextOneRuns(runCode);
});

program("100 MB of output is bounded and says how much was cut", async ({ page, product, runCode }) => {
  await product.pythonIsReady();
  const [total, held, longestTaskMs] = await page.evaluate(async () => {
    let total = 0;
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ type: "longtask" });
    const result = await window.vivarium.run({
      files: { "main.py": "line = 'x' * 9999\nfor _ in range(10_000): print(line)\n" },
      argv: ["main.py"],
      timeoutMs: 100_000,
      onStdout: (text) => (total += text.length),
    });
    observer.disconnect();
    return [total, result.stdout.length, longest];
  });
  assert.ok(held <= 20 * 1024 * 1024, `the result holds ${held} characters`);
  assert.ok(total > 0);
  assert.ok(longestTaskMs < 500, `the page was busy for ${longestTaskMs} ms`);
  await nextOneRuns(runCode);
});

program("many short runs leave no worker behind", async ({ page, runCode }) => {
  for (let index = 0; index < 10; index += 1) {
    assert.equal((await runCode(`print(${index})`)).stdout, `${index}\n`);
  }
  // One is kept in reserve; a second may be starting to take its place.
  await workersAtMost(page, 2);
});
