// The line editor: what keys do to the text, and what is reported.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LineEditor, complete, lastName, nextIndent } from "../src/line";

const PLAIN = { python: false };
const PYTHON = { python: true };

const LEFT = "\x1b[D";
const RIGHT = "\x1b[C";
const UP = "\x1b[A";
const DOWN = "\x1b[B";

/** Feeds keys to a fresh line and shows the text with the cursor as "|". */
function typed(keys: string, rules = PLAIN): string {
  const line = new LineEditor();
  line.feed(keys, rules);
  return `${line.text.slice(0, line.cursor)}|${line.text.slice(line.cursor)}`;
}

test("characters are inserted at the cursor", () => {
  assert.equal(typed("abc"), "abc|");
  assert.equal(typed(`ac${LEFT}b`), "ab|c");
  assert.equal(typed(`ab${LEFT}${LEFT}${LEFT}${RIGHT}x`), "ax|b");
});

test("moves by word, to the start and to the end", () => {
  assert.equal(typed("one two.three\x1b[1;5D"), "one two.|three");
  assert.equal(typed("one two.three\x1bb\x1bb"), "one |two.three");
  assert.equal(typed("one two\x1b[H\x1b[1;5C"), "one| two");
  assert.equal(typed("one two\x01\x05!"), "one two!|");
});

test("removes by character, word and line", () => {
  assert.equal(typed("abc\x7f"), "ab|");
  assert.equal(typed(`abc${LEFT}${LEFT}\x1b[3~`), "a|c");
  assert.equal(typed("one two\x17"), "one |");
  assert.equal(typed(`one two${LEFT}\x15`), "|o");
  assert.equal(typed(`one two${LEFT}\x0b`), "one tw|");
  assert.equal(typed("\x7f\x7f"), "|");
});

test("what was removed as a piece comes back with Ctrl-Y", () => {
  assert.equal(typed("one two\x17\x01\x19"), "two|one ");
});

test("a grapheme of several code points is one step", () => {
  assert.equal(typed("a👩‍🚀\x7f"), "a|");
  assert.equal(typed(`é${LEFT}`), "|é");
});

test("Enter reports the line and leaves the rest of a paste", () => {
  const line = new LineEditor();
  const { events, rest } = line.feed("first\r\nsecond\rthird", PLAIN);
  assert.deepEqual(events, [{ kind: "line", text: "first" }]);
  assert.equal(rest, "second\rthird");
  assert.equal(line.text, "");
});

test("spaces of an answer are kept, those of an empty Python line are not", () => {
  assert.deepEqual(new LineEditor().feed("  \r", PLAIN).events, [{ kind: "line", text: "  " }]);
  assert.deepEqual(new LineEditor().feed("    \r", PYTHON).events, [{ kind: "line", text: "" }]);
});

test("Ctrl-C drops the line, Ctrl-D ends only an empty one", () => {
  const line = new LineEditor();
  assert.deepEqual(line.feed("abc\x03", PLAIN).events, [{ kind: "interrupt", text: "abc" }]);
  assert.equal(line.text, "");
  assert.deepEqual(line.feed("\x04", PLAIN).events, [{ kind: "end" }]);
  assert.equal(typed(`ab${LEFT}\x04`), "a|");
});

test("history goes back and forth, and keeps the draft", () => {
  const line = new LineEditor(["old"]);
  line.feed("new\r", PLAIN);
  line.feed(`draft${UP}`, PLAIN);
  assert.equal(line.text, "new");
  line.feed(UP + UP, PLAIN);
  assert.equal(line.text, "old");
  line.feed(DOWN + DOWN, PLAIN);
  assert.equal(line.text, "draft");
});

test("blank lines and repeats are not remembered", () => {
  const line = new LineEditor();
  for (const keys of ["a\r", "a\r", "  \r", "b\r"]) line.feed(keys, PLAIN);
  assert.deepEqual(line.history(), ["a", "b"]);
});

test("Tab indents or completes at Python's prompt and types nothing elsewhere", () => {
  assert.equal(typed("\tx", PYTHON), "    x|");
  assert.deepEqual(new LineEditor().feed("pri\t", PYTHON).events, [{ kind: "complete" }]);
  assert.equal(typed("a\tb"), "ab|");
});

test("Backspace takes a level of indentation at Python's prompt", () => {
  assert.equal(typed("\t\t\x7f", PYTHON), "    |");
  assert.equal(typed("      \x7f", PYTHON), "    |");
  assert.equal(typed("    \x7f"), "   |");
});

test("unknown sequences and control characters type nothing", () => {
  assert.equal(typed("a\x1b[15~\x1b[200~b\x00\x1c"), "ab|");
});

test("the next line of a block is indented as Python wants it", () => {
  assert.equal(nextIndent("if x:"), "    ");
  assert.equal(nextIndent("    for y in z:  # each"), "        ");
  assert.equal(nextIndent("    print(x)"), "    ");
  assert.equal(nextIndent("        return x"), "    ");
  assert.equal(nextIndent(""), "");
});

test("completion types what is common and lists what is not", () => {
  assert.deepEqual(complete("pri", ["print"]), { insert: "nt", choices: [] });
  assert.deepEqual(complete("x = os.pa", ["os.path", "os.pardir"]), { insert: "", choices: ["os.path", "os.pardir"] });
  assert.deepEqual(complete("os.p", ["os.path", "os.pardir"]), { insert: "a", choices: [] });
  assert.deepEqual(complete("q", []), { insert: "", choices: [] });
  assert.equal(lastName("f(häuser.len"), "häuser.len");
});
