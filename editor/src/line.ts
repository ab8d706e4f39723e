// The line editor of the console: keys in, text and cursor out.
//
// A plain state machine. It knows no terminal and draws nothing: it takes the characters a terminal sends for keys, changes its
// text, and answers what happened. Drawing is `draw.ts`, the terminal is `console.ts`.

import { graphemes } from "./width";

/** What a key did beyond changing the text. */
export type LineEvent =
  | { kind: "line"; text: string }
  | { kind: "interrupt"; text: string }
  | { kind: "end" }
  | { kind: "clear" }
  | { kind: "complete" };

export interface Fed {
  events: LineEvent[];
  /** What was not consumed, because a line, an interrupt or an end came before it. */
  rest: string;
}

export interface LineRules {
  /** Tab completes or indents, and Backspace removes a level of indentation. Otherwise Tab does nothing. */
  python: boolean;
}

const INDENT = "    ";
const HISTORY_LINES = 500;

// One key or character a match: escape sequences first, then a newline in any form, then one code point.
const KEY = /\x1b\[[0-9;?]*[ -/]*[@-~]|\x1bO[A-Za-z]|\x1b[^[O]|\r\n|[^]/gu;

type Move = "left" | "right" | "wordLeft" | "wordRight" | "start" | "end";

const MOVES: Record<string, Move> = {
  "\x1b[D": "left",
  "\x1bOD": "left",
  "\x02": "left",
  "\x1b[C": "right",
  "\x1bOC": "right",
  "\x06": "right",
  "\x1b[1;5D": "wordLeft",
  "\x1b[1;3D": "wordLeft",
  "\x1bb": "wordLeft",
  "\x1b[1;5C": "wordRight",
  "\x1b[1;3C": "wordRight",
  "\x1bf": "wordRight",
  "\x1b[H": "start",
  "\x1bOH": "start",
  "\x1b[1~": "start",
  "\x01": "start",
  "\x1b[F": "end",
  "\x1bOF": "end",
  "\x1b[4~": "end",
  "\x05": "end",
};

const REMOVALS: Record<string, Move> = {
  "\x7f": "left",
  "\b": "left",
  "\x1b[3~": "right",
  "\x1b\x7f": "wordLeft",
  "\x1b\b": "wordLeft",
  "\x17": "wordLeft",
  "\x1bd": "wordRight",
  "\x1b[3;5~": "wordRight",
  "\x15": "start",
  "\x0b": "end",
};

/** One line being typed, with its history. */
export class LineEditor {
  text = "";
  /** An index into `text`, always at the edge of a grapheme. */
  cursor = 0;
  private readonly lines: string[];
  /** Where in the history one is; equal to its length on the line being typed. */
  private at: number;
  private draft = "";
  private killed = "";

  constructor(history: readonly string[] = []) {
    this.lines = history.slice(-HISTORY_LINES);
    this.at = this.lines.length;
  }

  /** Starts a new line, which may begin with indentation. */
  reset(text = ""): void {
    this.text = text;
    this.cursor = text.length;
    this.at = this.lines.length;
    this.draft = "";
  }

  history(): string[] {
    return [...this.lines];
  }

  /** Remembers a line; blank ones and repeats of the last are not worth a key press. */
  remember(line: string): void {
    if (line.trim() !== "" && line !== this.lines.at(-1)) this.lines.push(line);
    if (this.lines.length > HISTORY_LINES) this.lines.shift();
    this.at = this.lines.length;
  }

  /** Applies keys up to the first that ends the line. */
  feed(data: string, rules: LineRules): Fed {
    const events: LineEvent[] = [];
    for (const match of data.matchAll(KEY)) {
      const event = this.key(match[0], rules);
      if (event === null) continue;
      events.push(event);
      if (event.kind === "line" || event.kind === "interrupt" || event.kind === "end") {
        return { events, rest: data.slice(match.index + match[0].length) };
      }
    }
    return { events, rest: "" };
  }

  insert(text: string): void {
    this.text = this.text.slice(0, this.cursor) + text + this.text.slice(this.cursor);
    this.cursor += text.length;
  }

  beforeCursor(): string {
    return this.text.slice(0, this.cursor);
  }

  private key(key: string, rules: LineRules): LineEvent | null {
    const move = MOVES[key];
    if (move !== undefined) {
      this.cursor = this.target(move);
      return null;
    }
    const removal = REMOVALS[key];
    if (removal !== undefined) {
      this.remove(removal, rules);
      return null;
    }
    switch (key) {
      case "\r":
      case "\n":
      case "\r\n":
        return this.enter(rules);
      case "\x03": {
        const { text } = this;
        this.reset();
        return { kind: "interrupt", text };
      }
      case "\x04":
        if (this.text === "") return { kind: "end" };
        this.remove("right", rules);
        return null;
      case "\x0c":
        return { kind: "clear" };
      case "\t":
        return this.tab(rules);
      case "\x1b[A":
      case "\x1bOA":
      case "\x10":
        this.recall(this.at - 1);
        return null;
      case "\x1b[B":
      case "\x1bOB":
      case "\x0e":
        this.recall(this.at + 1);
        return null;
      case "\x19":
        this.insert(this.killed);
        return null;
      default:
        // Other control characters and unknown sequences type nothing.
        if (!/^[\x00-\x1f\x7f]/.test(key)) this.insert(key);
        return null;
    }
  }

  private enter(rules: LineRules): LineEvent {
    // At Python's prompt a line of nothing but the indentation we put there means: the block is finished.
    const text = rules.python && this.text.trim() === "" ? "" : this.text;
    this.remember(text);
    this.reset();
    return { kind: "line", text };
  }

  private tab(rules: LineRules): LineEvent | null {
    if (!rules.python) return null;
    if (this.beforeCursor().trim() !== "") return { kind: "complete" };
    this.insert(INDENT);
    return null;
  }

  private remove(to: Move, rules: LineRules): void {
    let target = this.target(to);
    const before = this.beforeCursor();
    if (rules.python && to === "left" && before !== "" && /^ +$/.test(before)) {
      target = Math.floor((before.length - 1) / INDENT.length) * INDENT.length;
    }
    const from = Math.min(target, this.cursor);
    const until = Math.max(target, this.cursor);
    if (to !== "left" && to !== "right" && until > from) this.killed = this.text.slice(from, until);
    this.text = this.text.slice(0, from) + this.text.slice(until);
    this.cursor = from;
  }

  private target(move: Move): number {
    const before = this.text.slice(0, this.cursor);
    const after = this.text.slice(this.cursor);
    switch (move) {
      case "left":
        return this.cursor - (graphemes(before).at(-1)?.length ?? 0);
      case "right":
        return this.cursor + (graphemes(after)[0]?.length ?? 0);
      case "wordLeft":
        return this.cursor - (/[\p{L}\p{N}_]*[^\p{L}\p{N}_]*$/u.exec(before)?.[0].length ?? 0);
      case "wordRight":
        return this.cursor + (/^[^\p{L}\p{N}_]*[\p{L}\p{N}_]*/u.exec(after)?.[0].length ?? 0);
      case "start":
        return 0;
      case "end":
        return this.text.length;
    }
  }

  private recall(index: number): void {
    if (index < 0 || index > this.lines.length) return;
    if (this.at === this.lines.length) this.draft = this.text;
    this.at = index;
    this.text = this.lines[index] ?? this.draft;
    this.cursor = this.text.length;
  }
}

/** The indentation that the line after `line` of a block starts with. */
export function nextIndent(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const code = line.replace(/#.*$/, "").trimEnd();
  if (code.endsWith(":")) return indent + INDENT;
  if (/^\s*(return|pass|break|continue|raise)\b/.test(code)) return indent.slice(INDENT.length);
  return indent;
}

/** What completing `prefix` with these candidates types at once, and what is left to choose from. */
export function complete(prefix: string, candidates: readonly string[]): { insert: string; choices: string[] } {
  const name = lastName(prefix);
  const fitting = candidates.filter((candidate) => candidate.startsWith(name));
  const [first] = fitting;
  if (first === undefined) return { insert: "", choices: [] };
  let common = first;
  for (const candidate of fitting) {
    while (!candidate.startsWith(common)) common = common.slice(0, -1);
  }
  const insert = common.slice(name.length);
  return { insert, choices: insert === "" && fitting.length > 1 ? fitting : [] };
}

/** The dotted name that ends at the cursor. */
export function lastName(prefix: string): string {
  return /[\p{L}\p{N}_.]*$/u.exec(prefix)?.[0] ?? "";
}
