// What an ordinary program does: it prints, reads, writes files, fails with a traceback, and ends with a status.

import assert from "node:assert/strict";
import { programs, useSite } from "../support/scenario.mjs";

const program = programs(useSite());

program("prints to both streams and ends with zero", async ({ runCode }) => {
  const result = await runCode("import sys\nprint('héllo 🐍')\nprint('oops', file=sys.stderr)\n");
  assert.equal(result.stdout, "héllo 🐍\n");
  assert.equal(result.stderr, "oops\n");
  assert.equal(result.exitCode, 0);
  assert.equal(result.reason, "exit");
  assert.equal(result.processes.length, 1);
  assert.deepEqual(result.processes[0].argv, ["main.py"]);
});

program("output comes as it is printed, not at the end", async ({ runCode }) => {
  const result = await runCode("import time\nprint('a', flush=True)\ntime.sleep(0.2)\nprint('b')\n");
  assert.deepEqual(result.events.map(([, text]) => text).join(""), "a\nb\n");
  assert.ok(result.events.length >= 2, "the two lines came as one piece");
});

program("ends with the status it asks for", async ({ runCode }) => {
  assert.equal((await runCode("raise SystemExit(3)")).exitCode, 3);
  assert.equal((await runCode("exit()")).exitCode, 0);
  const spoken = await runCode("import sys\nsys.exit('no luck')");
  assert.equal(spoken.exitCode, 1);
  assert.equal(spoken.stderr, "no luck\n");
});

program("reads its prepared input", async ({ runCode }) => {
  const code = "import sys\nname = input('Name? ')\nprint('Hello', name)\nprint([line for line in sys.stdin])\n";
  const result = await runCode(code, { stdin: "Ada\none\ntwo\n" });
  assert.equal(result.stdout, "Name? Hello Ada\n['one\\n', 'two\\n']\n");
  assert.equal(result.exitCode, 0);
});

program("reading past the end of the input raises EOFError", async ({ runCode }) => {
  const result = await runCode("input()", { stdin: "" });
  assert.match(result.stderr, /EOFError/);
  assert.equal(result.exitCode, 1);
});

program("files given are there, and files made are handed back", async ({ page, product }) => {
  await product.pythonIsReady();
  const [result, files] = await page.evaluate(async () => {
    const workspace = await window.vivarium.open({
      files: {
        "main.py": "import pathlib, helper\nprint(helper.twice(pathlib.Path('data/in.txt').read_text()))\n" +
          "pathlib.Path('out').mkdir()\npathlib.Path('out/made.txt').write_text('made')\n",
        "helper.py": "def twice(text):\n    return text * 2\n",
        "data/in.txt": "ab",
      },
    });
    const result = await workspace.run({ argv: ["main.py"] });
    const files = await workspace.files();
    await workspace.close();
    const texts = {};
    for (const [path, content] of Object.entries(files)) {
      texts[path] = typeof content === "string" ? content : new TextDecoder().decode(content);
    }
    return [result, texts];
  });
  assert.equal(result.stderr, "");
  assert.equal(result.stdout, "abab\n");
  assert.equal(files["out/made.txt"], "made");
  assert.equal(files["data/in.txt"], "ab");
});

program("several runs share a workspace's files", async ({ page, product }) => {
  await product.pythonIsReady();
  const outputs = await page.evaluate(async () => {
    const workspace = await window.vivarium.open({ files: { "write.py": "open('note', 'w').write('kept')" } });
    await workspace.run({ argv: ["write.py"] });
    await workspace.write({ "read.py": "print(open('note').read())" });
    const both = await Promise.all([workspace.run({ argv: ["read.py"] }), workspace.run({ argv: ["read.py"] })]);
    await workspace.close();
    return both.map((it) => it.stdout);
  });
  assert.deepEqual(outputs, ["kept\n", "kept\n"]);
});

program("a traceback names lines, shows them and points at the spot", async ({ runCode }) => {
  const result = await runCode("def f(x):\n    return 1 + x[0] / 0\n\nf([1])\n");
  assert.equal(result.exitCode, 1);
  assert.match(result.stderr, /^Traceback \(most recent call last\):\n {2}File ".*main\.py", line 4, in <module>\n {4}f\(\[1\]\)/);
  assert.match(result.stderr, /line 2, in f\n {4}return 1 \+ x\[0\] \/ 0\n {15}[~^]+/);
  assert.match(result.stderr, /ZeroDivisionError: division by zero\n/);
});

program("a syntax error names its line and points at it", async ({ runCode }) => {
  const result = await runCode("x = 1\nif x\n    pass\n");
  assert.equal(result.exitCode, 1);
  assert.match(result.stderr, /File ".*main\.py", line 2\n {4}if x\n\s+\^/);
  assert.match(result.stderr, /SyntaxError: /);
});

program("endless recursion raises RecursionError", async ({ runCode }) => {
  const result = await runCode(
    "def f(): return f()\ntry:\n    f()\nexcept RecursionError as error:\n    print('caught', error)\nprint('on')\n",
  );
  assert.equal(result.reason, "exit", result.stderr);
  assert.match(result.stdout, /^caught maximum recursion depth exceeded.*\non\n$/);
});

program("recursion through built-ins, classes and comprehensions ends too", async ({ runCode }) => {
  const code = `
class A:
    def __repr__(self): return repr([self])
    def __eq__(self, other): return [self] == [other]
    def __getattr__(self, name): return getattr(self, name + "x")
def through_map(n): return list(map(through_map, [n]))
def through_sort(n): return sorted([1, 2], key=through_sort)
for action in (lambda: repr(A()), lambda: A() == A(), lambda: A().y, lambda: through_map(1), lambda: through_sort(1)):
    try:
        action()
    except RecursionError:
        print("caught")
`;
  const result = await runCode(code);
  assert.equal(result.reason, "exit", result.stderr);
  assert.equal(result.stdout, "caught\n".repeat(5));
});

program("an impossible allocation raises MemoryError", async ({ runCode }) => {
  const result = await runCode(
    "for make in (lambda: [0] * 10**10, lambda: 'x' * 10**11, lambda: (0,) * 10**9):\n" +
      "    try:\n        make()\n    except MemoryError:\n        print('caught')\n",
  );
  assert.equal(result.reason, "exit", result.stderr);
  assert.equal(result.stdout, "caught\n".repeat(3));
});

program("a time limit ends a run and says so", async ({ runCode }) => {
  const result = await runCode("while True: pass", { timeoutMs: 500 });
  assert.equal(result.reason, "timeout");
  assert.ok(result.wallMs < 3000, `${result.wallMs} ms`);
});

program("a run in lockstep is the same each time", async ({ page, product }) => {
  await product.pythonIsReady();
  const code = "import random, time, os\nprint(random.random(), time.time(), os.urandom(4).hex(), hash('a'), id(print) and 1)\n";
  const outputs = await page.evaluate(async (code) => {
    const run = (seed) => window.vivarium.run({ files: { "main.py": code }, argv: ["main.py"], mode: "lockstep", seed });
    return [await run(1), await run(1), await run(2)].map((it) => it.stdout + it.stderr);
  }, code);
  assert.equal(outputs[0], outputs[1]);
  assert.notEqual(outputs[0], outputs[2]);
});

program("the environment is as documented, and can be added to", async ({ runCode }) => {
  const code = "import os, sys\nprint(os.getcwd(), os.environ['HOME'], os.environ['TOPIC'], sys.version_info[:2], sys.executable)\n";
  const result = await runCode(code, { env: { TOPIC: "tests" } });
  assert.equal(result.stdout, "/home/learner /home/learner tests (3, 14) /usr/bin/python3\n", result.stderr);
});
