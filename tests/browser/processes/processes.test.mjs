// The processes of a page: subprocess and multiprocessing as the library has them, each process a worker.

import assert from "node:assert/strict";
import { programs, useSite, workersAtMost } from "../support/scenario.mjs";

const program = programs(useSite());

async function prints(run, expected) {
  const result = await run;
  assert.equal(result.stderr, "");
  assert.equal(result.stdout, expected);
  assert.equal(result.exitCode, 0);
  return result;
}

program("subprocess runs Python and built-in commands, in pipelines", async ({ runCode }) => {
  const code = `
import subprocess, sys
double = "import sys\\nfor line in sys.stdin: print(2 * int(line))"
echo = subprocess.Popen(["echo", "21"], stdout=subprocess.PIPE)
python = subprocess.run([sys.executable, "-c", double], stdin=echo.stdout, capture_output=True, text=True)
print(python.stdout.strip(), python.returncode, echo.wait())
print(subprocess.run(["false"]).returncode, subprocess.check_output(["pwd"], cwd="/tmp", text=True).strip())
try: subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], timeout=0.3)
except subprocess.TimeoutExpired as error: print("timeout", error.timeout)
try: subprocess.run(["gcc"])
except FileNotFoundError as error: print(error.filename, any("python3" in note for note in error.__notes__))
`;
  const { processes } = await prints(runCode(code), "42 0 0\n1 /tmp\ntimeout 0.3\ngcc True\n");
  assert.deepEqual(processes.map((it) => it.exitCode), [0, 0, 0, 1, 0, -9]);
});

program("a process of which only a sleeping thread can go on is not called stuck, and one that nobody can wake is", async ({ runCode }) => {
  const code = (wakes) => `
import os, threading, time
reading, writing = os.pipe()
reader = threading.Thread(target=lambda: print(os.read(reading, 1)))
reader.start()
${wakes ? "time.sleep(1.5)\nos.write(writing, b'x')" : "pass"}
reader.join()
`;
  await prints(runCode(code(true)), "b'x'\n");
  const stuck = await runCode(code(false), { timeoutMs: 5000 });
  assert.match(stuck.stderr, /waits for data in pipe/);
});

program("a pool, a queue and shared memory connect processes", ({ runCode }) =>
  prints(
    runCode(`
import multiprocessing as mp
def square(number): return number * number
def count(counter, lock, queue):
    for _ in range(50):
        with lock: counter.value += 1
    queue.put(mp.current_process().name)
if __name__ == "__main__":
    with mp.Pool(2) as pool: print(pool.map(square, range(6)))
    counter, lock, queue = mp.Value("i", 0, lock=False), mp.Lock(), mp.Queue()
    workers = [mp.Process(target=count, args=(counter, lock, queue), name=f"w{n}") for n in range(2)]
    for worker in workers: worker.start()
    print(sorted(queue.get() for _ in workers))
    for worker in workers: worker.join()
    print(counter.value, [worker.exitcode for worker in workers], mp.active_children())
`),
    "[0, 1, 4, 9, 16, 25]\n['w0', 'w1']\n100 [0, 0] []\n",
  ),
);

program("terminate, kill and an uncaught exception show in the exit code", async ({ runCode }) => {
  const result = await runCode(`
import multiprocessing as mp, time
def fail(): raise ValueError("in the child")
if __name__ == "__main__":
    sleepers = [mp.Process(target=time.sleep, args=(60,)) for _ in range(2)]
    for sleeper in sleepers: sleeper.start()
    sleepers[0].terminate(); sleepers[1].kill()
    failing = mp.Process(target=fail); failing.start()
    for process in [*sleepers, failing]: process.join(); print(process.exitcode)
`);
  assert.equal(result.stdout, "-15\n-9\n1\n");
  assert.match(result.stderr, /Process Process-3:\nTraceback[\s\S]*ValueError: in the child\n$/);
});

program("a missing main guard gives the library's error", async ({ runCode }) => {
  const result = await runCode(`
import multiprocessing as mp
child = mp.Process(target=print, args=("hello",))
child.start()
child.join()
print(child.exitcode)
`);
  assert.equal(result.stdout, "1\n");
  assert.match(result.stderr, /RuntimeError:\s+An attempt has been made to start a new process/);
});

program("Stop ends the whole tree, and no worker stays", async ({ runCode, page }) => {
  const before = page.workers().length;
  const result = await runCode(
    `
import subprocess, sys
children = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
print("started", flush=True)
for child in children: child.wait()
`,
    { stopWhen: "started" },
  );
  assert.equal(result.reason, "aborted");
  assert.ok(result.processes.every((it) => it.exitCode !== 0), JSON.stringify(result.processes));
  await workersAtMost(page, before + 2);
});
