// The ways to start Python: what may stand after `python` on a command line.

import assert from "node:assert/strict";
import { programs, useSite } from "../support/scenario.mjs";

const program = programs(useSite());

// A zip archive with one stored member, __main__.py, that prints "from a zip".
const ZIP = (() => {
  const name = Buffer.from("__main__.py");
  const data = Buffer.from("print('from a zip', __name__)\n");
  const crc = crc32(data);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc, 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt32LE(crc, 16);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(name.length, 28);
  const body = Buffer.concat([local, name, data]);
  const directory = Buffer.concat([central, name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return [...Buffer.concat([body, directory, end])];
})();

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

program("-c runs a command", async ({ run }) => {
  const result = await run({ argv: ["-c", "import sys; print(sys.argv, __name__)", "a", "-b"] });
  assert.equal(result.stdout, "['-c', 'a', '-b'] __main__\n", result.stderr);
});

program("a script gets its arguments and its folder on the path", async ({ run }) => {
  const result = await run({
    files: { "tool/run.py": "import sys, side\nprint(sys.argv, side.x, __file__)", "tool/side.py": "x = 1" },
    argv: ["tool/run.py", "--fast"],
  });
  assert.equal(result.stdout, "['tool/run.py', '--fast'] 1 tool/run.py\n".replace(" tool/run.py\n", " /home/learner/tool/run.py\n"), result.stderr);
});

program("-m runs a module, a package and a package's own module", async ({ run }) => {
  const files = {
    "mod.py": "import sys; print('mod', sys.argv[1:], __name__)",
    "pack/__init__.py": "",
    "pack/__main__.py": "from . import part; print('pack', part.x)",
    "pack/part.py": "x = 2",
  };
  assert.equal((await run({ files, argv: ["-m", "mod", "x"] })).stdout, "mod ['x'] __main__\n");
  assert.equal((await run({ files, argv: ["-m", "pack"] })).stdout, "pack 2\n");
  const missing = await run({ files, argv: ["-m", "nothere"] });
  assert.equal(missing.exitCode, 1);
  assert.match(missing.stderr, /No module named '?nothere/);
});

program("a folder and a zip archive with __main__.py run", async ({ page, product }) => {
  await product.pythonIsReady();
  const folder = await product.run({ files: { "app/__main__.py": "import part\nprint(part.x)", "app/part.py": "x = 3" }, argv: ["app"] });
  assert.equal(folder.stdout, "3\n", folder.stderr);
  const zip = await page.evaluate(async (bytes) => {
    return window.vivarium.run({ files: { "app.zip": new Uint8Array(bytes) }, argv: ["app.zip"] });
  }, ZIP);
  assert.equal(zip.stdout, "from a zip __main__\n", zip.stderr);
});

program("a script that does not exist is named", async ({ run }) => {
  const result = await run({ argv: ["missing.py"] });
  assert.equal(result.exitCode, 2);
  assert.match(result.stderr, /can't open file '.*missing\.py': \[Errno 2\] No such file or directory/);
});

program("-i goes on at the prompt with the program's names", async ({ run }) => {
  const result = await run({ files: { "main.py": "x = 20" }, argv: ["-i", "main.py"], stdin: "x + 1\nfor i in 'ab':\n    print(i)\n\n" });
  assert.match(result.stdout, />>> 21\n/);
  assert.match(result.stdout, /a\nb\n/);
  assert.equal(result.exitCode, 0);
});

program("-i shows an exception and goes on", async ({ run }) => {
  const result = await run({ files: { "main.py": "x = 5\n1/0" }, argv: ["-i", "main.py"], stdin: "x\n" });
  assert.match(result.stderr, /ZeroDivisionError/);
  assert.match(result.stdout, /5\n/);
});

program("python -m pdb steps through a program", async ({ run }) => {
  const files = { "main.py": "def f(a):\n    b = a + 1\n    return b\n\nf(41)\n" };
  const result = await run({ files, argv: ["-m", "pdb", "main.py"], stdin: "b f\nc\nn\np b\nq\n" });
  assert.match(result.stdout, /Breakpoint 1 at .*main\.py:1|Breakpoint 1 at .*main\.py:2/);
  assert.match(result.stdout, /\(Pdb\) 42\n/);
});

program("breakpoint() opens the debugger", async ({ runCode }) => {
  const result = await runCode("x = 7\nbreakpoint()\nprint('after')\n", { stdin: "p x\nc\n" });
  assert.match(result.stdout, /\(Pdb\) 7\n/);
  assert.match(result.stdout, /after\n/);
});

program("python -m unittest finds and reports tests", async ({ run }) => {
  const files = {
    "test_it.py":
      "import unittest\nclass T(unittest.TestCase):\n    def test_good(self): self.assertEqual(1, 1)\n" +
      "    def test_bad(self): self.assertEqual(1, 2)\n",
  };
  const result = await run({ files, argv: ["-m", "unittest"] });
  assert.equal(result.exitCode, 1);
  assert.match(result.stderr, /Ran 2 tests in/);
  assert.match(result.stderr, /AssertionError: 1 != 2/);
  assert.match(result.stderr, /FAILED \(failures=1\)/);
});

program("python -m doctest compares examples", async ({ run }) => {
  const code = 'def twice(x):\n    """\n    >>> twice(2)\n    5\n    """\n    return x * 2\n';
  const result = await run({ files: { "main.py": code }, argv: ["-m", "doctest", "main.py"] });
  assert.equal(result.exitCode, 1);
  assert.match(result.stdout, /Expected:\n {4}5\nGot:\n {4}4\n/);
});

program("python -m timeit measures", async ({ run }) => {
  const result = await run({ argv: ["-m", "timeit", "-n", "100", "-r", "2", "sum(range(10))"] });
  assert.match(result.stdout, /100 loops, best of 2: .* per loop/, result.stderr);
});

program("-h, -V and other options answer", async ({ run }) => {
  assert.match((await run({ argv: ["-V"] })).stdout, /^Python 3\.14/);
  const assertions = await run({ files: { "main.py": "assert False\nprint(__debug__)" }, argv: ["-O", "main.py"] });
  assert.equal(assertions.stdout, "False\n", assertions.stderr);
  const warned = await run({ argv: ["-W", "error", "-c", "import warnings; warnings.warn('x')"] });
  assert.match(warned.stderr, /UserWarning: x/);
});

program("help() shows documentation", async ({ runCode }) => {
  const result = await runCode("help(len)");
  assert.match(result.stdout, /Help on built-in function len/);
});
