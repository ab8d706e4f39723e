// The console: xterm.js showing a program's output, and the line that the program reads, edited in place.
//
// The terminal is only a screen and a keyboard here. Which line is typed is `line.ts`' business and how it is drawn `draw.ts`';
// what a line means is the page's. Output may arrive while a line is typed: the line is then taken off and put back below it.

import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import type { Drawn } from "./draw";
import { erase, listing, redraw, toEnd } from "./draw";
import type { Console, ConsoleMode, ConsoleOptions, Theme } from "./interface";
import type { LineEvent } from "./line";
import { LineEditor, complete, nextIndent } from "./line";
import { FONT_FAMILY, cursorBlinks, readTheme } from "./palette";

const TYPE_AHEAD_LIMIT = 64 * 1024;
/** What may wait for the terminal to draw it; more is dropped and said so, since drawing is the slowest part of a flood. */
const UNDRAWN_LIMIT = 4 * 1024 * 1024;

type Stream = "stdout" | "stderr" | "notice";

const COLORS: Record<Stream, readonly [string, string]> = {
  stdout: ["", ""],
  stderr: ["\x1b[31m", "\x1b[39m"],
  notice: ["\x1b[2m", "\x1b[22m"],
};

let instances = 0;

export class TerminalConsole implements Console {
  readonly element: HTMLElement;
  private readonly terminal: Terminal;
  private readonly fitter = new FitAddon();
  private readonly observer: ResizeObserver;
  private readonly systemTheme = matchMedia("(prefers-color-scheme: dark)");
  private readonly repaint = (): void => {
    this.terminal.options.theme = readTheme(this.element);
  };
  private readonly line: LineEditor;
  private readonly decoders = { stdout: new TextDecoder(), stderr: new TextDecoder(), notice: new TextDecoder() };
  private currentMode: ConsoleMode = "idle";
  /** The line as the terminal shows it; null while no line is on the screen. */
  private drawn: Drawn | null = null;
  /** Writes that must reach the screen before the line can be drawn again. */
  private settling = 0;
  /** Keys that came while the program was not reading. */
  private ahead = "";
  private lastLine = "";
  private undrawn = 0;
  private dropped = 0;
  private leaving = false;
  private disposed = false;
  private lineRead: (line: string) => void = () => {};
  private interrupted: () => void = () => {};
  private ended: () => void = () => {};
  private resized: (columns: number, rows: number) => void = () => {};
  private completer: (prefix: string) => Promise<string[]> | string[] = () => [];

  constructor(parent: HTMLElement, options: ConsoleOptions = {}) {
    this.line = new LineEditor(options.history);
    this.element = document.createElement("div");
    this.element.className = "vivarium-console";
    const help = document.createElement("p");
    help.id = `vivarium-console-help-${(instances += 1)}`;
    help.className = "ve-hidden";
    help.textContent = "Type here when the program asks for input. To leave the console, press Escape, then Tab.";
    const screen = document.createElement("div");
    screen.className = "ve-screen";
    this.element.append(screen, help);
    if (options.theme) this.element.dataset["theme"] = options.theme;
    parent.append(this.element);
    this.terminal = new Terminal({
      convertEol: true,
      cursorBlink: false,
      cursorStyle: "bar",
      cursorInactiveStyle: "none",
      fontFamily: "monospace",
      fontSize: options.fontSize ?? 14,
      lineHeight: 1.25,
      minimumContrastRatio: 4.5,
      screenReaderMode: options.screenReader ?? false,
      scrollback: options.scrollback ?? 5000,
      theme: readTheme(this.element),
    });
    this.terminal.loadAddon(this.fitter);
    this.terminal.open(screen);
    this.terminal.textarea?.setAttribute("aria-label", options.label ?? "Console");
    this.terminal.textarea?.setAttribute("aria-describedby", help.id);
    this.terminal.onData((data) => this.keys(data));
    this.terminal.attachCustomKeyEventHandler((event) => this.takesKey(event));
    this.terminal.onResize(({ cols, rows }) => this.resized(cols, rows));
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.element);
    this.systemTheme.addEventListener("change", this.repaint);
    void this.loadFont();
  }

  write(data: string | Uint8Array, stream: Stream = "stdout"): void {
    const text = typeof data === "string" ? data : this.decoders[stream].decode(data, { stream: true });
    if (text === "") return;
    if (this.undrawn + text.length > UNDRAWN_LIMIT) {
      this.dropped += text.length;
      return;
    }
    const [before, after] = COLORS[stream];
    this.undrawn += text.length;
    this.print(before + text + after, () => {
      this.undrawn -= text.length;
      if (this.dropped > 0 && this.undrawn < UNDRAWN_LIMIT / 2) this.reportDropped();
    });
  }

  setMode(mode: ConsoleMode): void {
    const reading = mode === "input" || mode === "repl";
    const wasReading = this.reads();
    this.currentMode = mode;
    this.terminal.options.cursorBlink = reading && cursorBlinks();
    if (mode === "idle") this.ahead = "";
    if (reading && !wasReading) this.begin();
    if (!reading && wasReading) {
      this.line.reset();
      this.takeOff();
    }
  }

  mode(): ConsoleMode {
    return this.currentMode;
  }

  onLine(callback: (line: string) => void): void {
    this.lineRead = callback;
  }

  onInterrupt(callback: () => void): void {
    this.interrupted = callback;
  }

  onEndOfFile(callback: () => void): void {
    this.ended = callback;
  }

  onComplete(callback: (prefix: string) => Promise<string[]> | string[]): void {
    this.completer = callback;
  }

  onResize(callback: (columns: number, rows: number) => void): void {
    this.resized = callback;
    callback(this.terminal.cols, this.terminal.rows);
  }

  columns(): number {
    return this.terminal.cols;
  }

  rows(): number {
    return this.terminal.rows;
  }

  type(text: string): void {
    this.keys(text.replaceAll("\n", "\r"));
  }

  history(): string[] {
    return this.line.history();
  }

  text(): string {
    const buffer = this.terminal.buffer.active;
    const lines: string[] = [];
    for (let index = 0; index < buffer.length; index += 1) {
      const row = buffer.getLine(index);
      if (row === undefined) continue;
      const wraps = buffer.getLine(index + 1)?.isWrapped ?? false;
      const text = row.translateToString(!wraps);
      if (row.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
      else lines.push(text);
    }
    return lines.join("\n").trimEnd();
  }

  clear(): void {
    // As escape sequences, so that it keeps its place among what is written.
    const prompt = this.promptOfLine();
    if (this.reads()) this.print(`\x1b[H\x1b[2J\x1b[3J${prompt}`, () => {});
    else this.print("\x1bc", () => {});
  }

  fit(): void {
    if (this.disposed || this.element.clientWidth === 0 || this.element.clientHeight === 0) return;
    const wanted = this.fitter.proposeDimensions();
    if (wanted === undefined || !(wanted.cols > 0 && wanted.rows > 0)) return;
    if (wanted.cols === this.terminal.cols && wanted.rows === this.terminal.rows) return;
    // A typed line is drawn for the old width: off with it, and on again for the new one.
    this.print("", () => this.terminal.resize(wanted.cols, wanted.rows));
  }

  focus(): void {
    this.terminal.focus();
  }

  setTheme(theme: Theme): void {
    this.element.dataset["theme"] = theme;
    this.repaint();
  }

  setFontSize(pixels: number): void {
    this.terminal.options.fontSize = pixels;
    this.fit();
  }

  setScreenReader(on: boolean): void {
    this.terminal.options.screenReaderMode = on;
  }

  dispose(): void {
    this.disposed = true;
    this.observer.disconnect();
    this.systemTheme.removeEventListener("change", this.repaint);
    this.terminal.dispose();
    this.element.remove();
  }

  private reads(): boolean {
    return this.currentMode === "input" || this.currentMode === "repl";
  }

  /** Prints with the typed line out of the way, then `after`; the line comes back when all printing has settled. */
  private print(text: string, after: () => void): void {
    this.takeOff();
    this.settling += 1;
    this.terminal.write(text, () => {
      if (this.disposed) return;
      this.settling -= 1;
      after();
      if (this.reads()) this.putOn();
    });
  }

  private takeOff(): void {
    if (this.drawn === null) return;
    this.terminal.write(erase(this.drawn));
    this.drawn = null;
  }

  /** The program reads: a line starts where its output ended. */
  private begin(): void {
    this.settling += 1;
    this.terminal.write("", () => {
      if (this.disposed) return;
      this.settling -= 1;
      if (!this.reads()) return;
      this.line.reset(this.ahead === "" ? this.indentation() : "");
      this.putOn();
    });
  }

  private putOn(): void {
    if (this.settling > 0 || this.drawn !== null) return;
    const { cursorX } = this.terminal.buffer.active;
    const atEdge = cursorX >= this.terminal.cols;
    if (atEdge) this.terminal.write("\r\n");
    this.drawn = { start: atEdge ? 0 : cursorX, row: 0 };
    this.draw();
    const { ahead } = this;
    this.ahead = "";
    if (ahead !== "") this.keys(ahead);
  }

  private draw(): void {
    if (this.drawn === null) return;
    const { output, drawn } = redraw(this.drawn, this.line.text, this.line.cursor, this.terminal.cols);
    this.drawn = drawn;
    this.terminal.write(output);
  }

  /** A continuation prompt of Python's gets the indentation that the line before asks for. */
  private indentation(): string {
    return this.currentMode === "repl" && this.prompt() === "... " ? nextIndent(this.lastLine) : "";
  }

  private prompt(): string {
    const { cursorX, cursorY, baseY } = this.terminal.buffer.active;
    return this.terminal.buffer.active.getLine(baseY + cursorY)?.translateToString(false, 0, cursorX) ?? "";
  }

  private keys(data: string): void {
    if (this.currentMode === "idle") return;
    if (this.drawn !== null && this.reads()) {
      this.edit(data);
      return;
    }
    const interrupt = data.lastIndexOf("\x03");
    if (interrupt >= 0) {
      this.ahead = data.slice(interrupt + 1);
      if (this.reads()) this.currentMode = "output";
      this.print("^C\n", () => {});
      this.interrupted();
    } else if (this.ahead.length + data.length <= TYPE_AHEAD_LIMIT) {
      this.ahead += data;
    }
  }

  private edit(data: string): void {
    const { events, rest } = this.line.feed(data, { python: this.currentMode === "repl" });
    const last = events.at(-1);
    for (const event of events) {
      if (event.kind === "clear") this.clear();
      if (event.kind === "complete") void this.offerCompletion();
    }
    if (last?.kind === "line" || last?.kind === "interrupt" || last?.kind === "end") this.finish(last, rest);
    else this.draw();
  }

  /** The line is done: it stays on the screen as output, and the program has the word. */
  private finish(event: LineEvent, rest: string): void {
    const text = "text" in event ? event.text : "";
    if (this.drawn !== null) {
      const mark = event.kind === "interrupt" ? "^C" : "";
      this.terminal.write(`${toEnd(this.drawn, text, this.terminal.cols)}${mark}\r\n`);
    }
    this.drawn = null;
    this.currentMode = "output";
    this.terminal.options.cursorBlink = false;
    this.ahead = event.kind === "interrupt" ? "" : rest;
    if (event.kind === "line") {
      this.lastLine = text;
      this.lineRead(text);
    } else if (event.kind === "interrupt") this.interrupted();
    else this.ended();
  }

  private async offerCompletion(): Promise<void> {
    const prefix = this.line.beforeCursor();
    const candidates = await this.completer(prefix);
    // The answer is for the line as it was.
    if (this.drawn === null || this.line.beforeCursor() !== prefix) return;
    const { insert, choices } = complete(prefix, candidates);
    if (choices.length > 0) {
      const prompt = this.promptOfLine();
      const end = toEnd(this.drawn, this.line.text, this.terminal.cols);
      this.drawn = null;
      this.print(`${end}\r\n${listing(choices, this.terminal.cols)}\r\n${prompt}`, () => {});
      return;
    }
    this.line.insert(insert);
    this.draw();
  }

  private promptOfLine(): string {
    if (this.drawn === null) return "";
    const { cursorY, baseY } = this.terminal.buffer.active;
    const row = this.terminal.buffer.active.getLine(baseY + cursorY - this.drawn.row);
    return row?.translateToString(false, 0, this.drawn.start) ?? "";
  }

  /** False for keys that are the browser's or the page's: copying, pasting, finding, and leaving by Tab. */
  private takesKey(event: KeyboardEvent): boolean {
    if (event.type !== "keydown") return true;
    const leaving = this.leaving;
    if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) this.leaving = event.key === "Escape";
    if (event.key === "Tab") return this.currentMode === "repl" && !leaving && !event.shiftKey;
    if (event.key === "Escape") return false;
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (command && key === "c") return !this.terminal.hasSelection();
    if (command && ["v", "f", "r", "t", "n"].includes(key)) return false;
    return !/^F\d+$/.test(event.key);
  }

  private reportDropped(): void {
    const kilobytes = Math.ceil(this.dropped / 1024);
    this.dropped = 0;
    this.write(`\n[${kilobytes} kB of output not shown]\n`, "notice");
  }

  /** Measures the cells anew once the web font is there; the terminal starts with the system's. */
  private async loadFont(): Promise<void> {
    await document.fonts.load(`14px ${FONT_FAMILY}`).catch(() => []);
    if (this.disposed) return;
    this.terminal.options.fontFamily = FONT_FAMILY;
    this.fit();
  }
}
