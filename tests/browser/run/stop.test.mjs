// Stop: whatever a program does, it ends with a KeyboardInterrupt. How soon is measured by the benchmark.

import assert from "node:assert/strict";
import { BUSY, untilStopped } from "../support/busy.mjs";
import { programs, useSite } from "../support/scenario.mjs";

const program = programs(useSite());

for (const [name, code] of Object.entries(BUSY)) {
  program(`${name} is interrupted`, async ({ runCode }) => {
    const result = await runCode(untilStopped(code), { stopWhen: "started" });
    assert.match(result.stdout, /started\ninterrupted\n/, `${result.reason} ${result.stderr}`);
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
