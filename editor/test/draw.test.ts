// Drawing the typed line: what a real terminal shows after our escape sequences.
//
// xterm's own terminal is the judge, without a page: output goes in, the buffer is compared.

import assert from "node:assert/strict";
import { test } from "node:test";
import xterm from "@xterm/headless";
import type { Drawn } from "../src/draw";
import { erase, listing, redraw, toEnd } from "../src/draw";
import { placeAfter, textWidth } from "../src/width";

class Screen {
  readonly terminal = new xterm.Terminal({ cols: 10, rows: 6, convertEol: true, allowProposedApi: true });

  async write(text: string): Promise<void> {
    await new Promise<void>((resolve) => this.terminal.write(text, resolve));
  }

  /** The rows that are not blank, and the cursor's place. */
  look(): { rows: string[]; cursor: [number, number] } {
    const buffer = this.terminal.buffer.active;
    const row = (index: number): string => buffer.getLine(buffer.baseY + index)?.translateToString().trimEnd() ?? "";
    const rows = Array.from({ length: 6 }, (_, index) => row(index));
    while (rows.at(-1) === "") rows.pop();
    return { rows, cursor: [buffer.cursorX, buffer.cursorY] };
  }
}

async function show(screen: Screen, steps: (readonly [string, number])[], start: number): Promise<Drawn> {
  let drawn: Drawn = { start, row: 0 };
  for (const [text, cursor] of steps) {
    const next = redraw(drawn, text, cursor, 10);
    await screen.write(next.output);
    drawn = next.drawn;
  }
  return drawn;
}

test("a line is drawn behind its prompt, with the cursor inside it", async () => {
  const screen = new Screen();
  await screen.write("hi\n>>> ");
  await show(screen, [["a", 1], ["abc", 1]], 4);
  assert.deepEqual(screen.look(), { rows: ["hi", ">>> abc"], cursor: [5, 1] });
});

test("a long line wraps, and shrinks again without leaving traces", async () => {
  const screen = new Screen();
  await screen.write(">>> ");
  await show(screen, [["0123456789abcdef", 16]], 4);
  assert.deepEqual(screen.look(), { rows: [">>> 012345", "6789abcdef"], cursor: [0, 2] });
  const drawn = await show(new Screen(), [], 4);
  assert.equal(drawn.row, 0);
  const again = new Screen();
  await again.write(">>> ");
  await show(again, [["0123456789abcdef", 16], ["0123456789abcdef", 2], ["01", 2]], 4);
  assert.deepEqual(again.look(), { rows: [">>> 01"], cursor: [6, 0] });
});

test("a line that fills its row exactly counts as wrapped", async () => {
  const screen = new Screen();
  await screen.write(">>> ");
  const drawn = await show(screen, [["012345", 6]], 4);
  assert.deepEqual(screen.look(), { rows: [">>> 012345"], cursor: [0, 1] });
  await show(screen, [["01234", 5]], 4);
  assert.equal(drawn.row, 1);
});

test("a line is taken off without harming what is above", async () => {
  const screen = new Screen();
  await screen.write("above\n>>> ");
  const drawn = await show(screen, [["0123456789", 3]], 4);
  await screen.write(erase(drawn));
  assert.deepEqual(screen.look(), { rows: ["above", ">>>"], cursor: [4, 1] });
});

test("the finished line leaves the cursor behind its end", async () => {
  const screen = new Screen();
  await screen.write("? ");
  const drawn = await show(screen, [["0123456789", 0]], 2);
  await screen.write(`${toEnd(drawn, "0123456789", 10)}\r\nnext`);
  assert.deepEqual(screen.look().rows, ["? 01234567", "89", "next"]);
});

test("wide characters take two cells and wrap as one", async () => {
  assert.equal(textWidth("日本語"), 6);
  assert.equal(textWidth("e\u0301"), 1);
  assert.deepEqual(placeAfter("日", 9, 10), { row: 1, column: 2 });
  const screen = new Screen();
  await show(screen, [["日本語日本語", 6]], 1);
  assert.deepEqual(screen.look().cursor, [4, 1]);
});

test("candidates are listed in columns by their last name", () => {
  assert.equal(listing(["os.a", "os.b", "os.c"], 7), "a  b\r\nc");
  assert.match(listing(Array.from({ length: 120 }, (_, n) => `n${n}`), 80), /… and 20 more$/);
});
