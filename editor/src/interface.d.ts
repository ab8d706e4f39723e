// The interface between the page and the editor bundle: everything the page may call.
//
// `editor.js` is a classic script that sets `window.VivariumEditor`; `editor.css` belongs to it. This file knows nothing of
// CodeMirror and xterm.js, so that either can be replaced without a change to the page. All methods can be called through
// wasm-bindgen: arguments are strings, numbers, booleans, plain objects, functions and elements.
//
// Colors come from CSS custom properties (`--code-*`, see editor.css) which follow `data-theme="light|dark"` on any ancestor, or
// the system's preference where none is set; `setTheme` sets that attribute on the widget's own element.

export type Theme = "light" | "dark";

/** A stretch of text to underline. Lines and columns count from 1, columns in code points, as Python counts them. */
export interface Diagnostic {
  line: number;
  column: number;
  /** Missing or not after the start: one word or character is underlined. */
  endLine?: number;
  endColumn?: number;
  message: string;
  severity?: "error" | "warning" | "info";
}

export interface EditorOptions {
  /** What a screen reader calls the editor; "Python editor" by default. The shown file's name is added. */
  label?: string;
  theme?: Theme;
  /** In pixels; 14 by default. */
  fontSize?: number;
  readOnly?: boolean;
  /** Line numbers and the fold gutter; true by default. */
  gutter?: boolean;
  /** Long lines wrap rather than scroll; false by default. */
  wrap?: boolean;
}

export interface Editor {
  /** The widget's outermost element, a child of the parent. */
  readonly element: HTMLElement;
  /** Adds a file, or replaces its text and forgets its undo history. The first file opened is shown. */
  openFile(path: string, text: string): void;
  /** Forgets a file. When it was shown, the first of the rest is. */
  closeFile(path: string): void;
  /** Keeps text, undo history and cursor under a new name. False when `from` is unknown or `to` is taken. */
  renameFile(from: string, to: string): boolean;
  /** Shows an open file; false when there is none of that name. Files other than `*.py` and `*.pyi` are plain text. */
  show(path: string): boolean;
  /** The path of the shown file, or "". */
  shown(): string;
  /** All open paths in the order they were opened. */
  paths(): string[];
  /** The text of an open file, or "" when there is none. */
  text(path: string): string;
  /** Replaces the text as an edit that can be undone; does not call the change callback. */
  setText(path: string, text: string): void;
  /** Called after each edit made by a person (also undo and paste). One callback; a later one replaces it. */
  onChange(callback: (path: string, text: string) => void): void;
  /** Called on Ctrl-Enter or Cmd-Enter. */
  onRun(callback: () => void): void;
  /** Called on Ctrl-S or Cmd-S, which never opens the browser's dialog. */
  onSave(callback: () => void): void;
  /** Underlines these and no others; they move with the text until the next call. */
  setDiagnostics(path: string, diagnostics: Diagnostic[]): void;
  setReadOnly(readOnly: boolean): void;
  /** Marks a line as the one a traceback names; 0 unmarks. An edit unmarks too. */
  markLine(path: string, line: number): void;
  /** Shows the file, marks the line and scrolls to it, and leaves the focus where it is. */
  revealLine(path: string, line: number): void;
  focus(): void;
  /** Shows the file, scrolls to the line and puts the cursor there. */
  gotoLine(path: string, line: number, column?: number): void;
  openSearch(): void;
  setTheme(theme: Theme): void;
  setFontSize(pixels: number): void;
  setWrap(wrap: boolean): void;
  /** Text, cursor and undo history as JSON; without history where that would exceed 256 kB. "" for an unknown path. */
  saveState(path: string): string;
  /** Opens the file as saved. False, and nothing changes, when the JSON is not of our making. */
  restoreState(path: string, state: string): boolean;
  dispose(): void;
}

/**
 * `idle`: nothing runs, keys are ignored. `output`: a program runs, keys are kept for when it reads. `input`: it waits for a line.
 * `repl`: it waits for a line of Python, so Tab completes, and continuation lines are indented.
 */
export type ConsoleMode = "idle" | "output" | "input" | "repl";

export interface ConsoleOptions {
  /** What a screen reader calls the console; "Console" by default. */
  label?: string;
  theme?: Theme;
  fontSize?: number;
  /** Lines kept above the screen; 5000 by default. */
  scrollback?: number;
  /** Announces output through a live region; false by default, since it costs time on long outputs. */
  screenReader?: boolean;
  /** Lines to start the prompt's history with, oldest first. */
  history?: string[];
}

export interface Console {
  readonly element: HTMLElement;
  /** Shows a program's output; "\n" also returns the carriage. "stderr" is colored, "notice" is the page's own voice (dim). */
  write(data: string | Uint8Array, stream?: "stdout" | "stderr" | "notice"): void;
  /** The console echoes and edits the line itself, starting where the output ended. */
  setMode(mode: ConsoleMode): void;
  mode(): ConsoleMode;
  /** Called with a whole line, without its newline; the mode is then `output` until the next `setMode`. */
  onLine(callback: (line: string) => void): void;
  /** Ctrl-C with nothing selected (with a selection it copies). What was typed is dropped and "^C" shown. */
  onInterrupt(callback: () => void): void;
  /** Ctrl-D on an empty line while the program reads. */
  onEndOfFile(callback: () => void): void;
  /** Tab in `repl`: given the text before the cursor, resolves to whole replacements of its last name (`os.pa` -> `os.path`). */
  onComplete(callback: (prefix: string) => Promise<string[]> | string[]): void;
  /** Called when the size in characters changes, and once after creation. */
  onResize(callback: (columns: number, rows: number) => void): void;
  columns(): number;
  rows(): number;
  /** Types text as if by the keyboard: lines end with "\n". */
  type(text: string): void;
  /** The prompt's history, oldest first, at most 500 lines. */
  history(): string[];
  /** All text of screen and scrollback, without colors: for a copy button and tests. */
  text(): string;
  /** Empties screen and scrollback; while a line is typed, it and its prompt stay. */
  clear(): void;
  /** Fits to the element's size; also happens by itself when that changes. */
  fit(): void;
  focus(): void;
  setTheme(theme: Theme): void;
  setFontSize(pixels: number): void;
  setScreenReader(on: boolean): void;
  dispose(): void;
}

export interface VivariumEditor {
  createEditor(parent: HTMLElement, options?: EditorOptions): Editor;
  createConsole(parent: HTMLElement, options?: ConsoleOptions): Console;
  /** Colored Python for read-only blocks: spans with `tok-*` classes inside text, to append to a `<code>`. */
  highlight(code: string): DocumentFragment;
}

declare global {
  interface Window {
    VivariumEditor: VivariumEditor;
  }
}
