// Programs that end when they are stopped, and only then: each is busy in another part of the interpreter.

export const BUSY = {
  "a busy loop": "while True: pass",
  "a busy loop of calls": "def f(n):\n    return n + 1\nn = 0\nwhile True: n = f(n)",
  "a long list comprehension": "[i * i for i in range(10**9)]",
  "a generator consumed by a built-in": "sum(i for i in range(10**9))",
  "a long sleep": "import time\ntime.sleep(1000)",
  "a regular expression over many texts": "import re\nwhile True: re.match('(a+)+b', 'a' * 6)",
};

/** A program around one of them: it prints "started" when Stop may come, and "interrupted" when it has. */
export function untilStopped(code) {
  return `print("started", flush=True)\ntry:\n${code.replaceAll(/^/gm, "    ")}\nexcept KeyboardInterrupt:\n    print("interrupted")\n`;
}
