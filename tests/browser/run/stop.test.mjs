// Stop: whatever a program does, it ends with a KeyboardInterrupt, and soon.
//
// How soon is the least of some measurements: a machine busy with something else makes a program slower, never faster.

import assert from "node:assert/strict";
import { programs, useSite } from "../support/scenario.mjs";

const program = programs(useSite());

const LIMIT_MS = 50;
const MEASUREMENTS = 10;

const BUSY = {
  "a busy loop": "while True: pass",
  "a busy loop of calls": "def f(n):\n    return n + 1\nn = 0\nwhile True: n = f(n)",
  "a long list comprehension": "[i * i for i in range(10**9)]",
  "a generator consumed by a built-in": "sum(i for i in range(10**9))",
  "a long sleep": "import time\ntime.sleep(1000)",
  "a regular expression over many texts": "import re\nwhile True: re.match('(a+)+b', 'a' * 6)",
};

for (const [name, code] of Object.entries(BUSY)) {
  program(`${name} is interrupted within ${LIMIT_MS} ms`, async ({ runCode }) => {
    const text = `print("started", flush=True)\ntry:\n${code.replaceAll(/^/gm, "    ")}\nexcept KeyboardInterrupt:\n    print("interrupted")\n`;
    const times = [];
    while (times.length < MEASUREMENTS && Math.min(...times) > LIMIT_MS) {
      const result = await runCode(text, { stopWhen: "started" });
      assert.match(result.stdout, /started\ninterrupted\n/, `${result.reason} ${result.stderr}`);
      times.push(Math.round(result.stopMs));
    }
    assert.ok(Math.min(...times) <= LIMIT_MS, `it took ${times.join(", ")} ms`);
  });
}

program("an uncaught interrupt shows where it came", async ({ runCode }) => {
  const result = await runCode("print('go', flush=True)\nwhile True:\n    pass\n", { stopWhen: "go" });
  assert.match(result.stderr, /Traceback \(most recent call last\):\n {2}File ".*main\.py", line [23], in <module>/);
  assert.match(result.stderr, /KeyboardInterrupt\n/);
  assert.equal(result.exitCode, -2);
  assert.equal(result.reason, "aborted");
});

program("finally and with blocks run when a program is stopped", async ({ runCode }) => {
  const code = `
import contextlib
@contextlib.contextmanager
def guard():
    try:
        yield
    finally:
        print("released")
with guard():
    print("go", flush=True)
    while True: pass
`;
  const result = await runCode(code, { stopWhen: "go" });
  assert.match(result.stdout, /go\nreleased\n/);
});

program("a program that refuses to be interrupted is ended all the same", async ({ runCode }) => {
  const code = "print('go', flush=True)\nwhile True:\n    try:\n        while True: pass\n    except KeyboardInterrupt:\n        pass\n";
  const result = await runCode(code, { stopWhen: "go" });
  assert.equal(result.reason, "aborted");
  assert.ok(result.exitCode < 0, `${result.exitCode}`);
});
