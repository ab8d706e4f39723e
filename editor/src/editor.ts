// The code editor: one CodeMirror view, and a state for each open file.
//
// Knows no page: tabs, storage and running are the page's business. Each file keeps its own undo history, cursor and scroll.

import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import type { Extension, StateEffect, TransactionSpec } from "@codemirror/state";
import { Annotation, Compartment, EditorState, Prec } from "@codemirror/state";
import {
  EditorView,
  crosshairCursor,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import type { Diagnostic, Editor, EditorOptions, Theme } from "./interface";
import { lineMarks, offsetOf, placed, setMarkedLine } from "./marks";
import { pythonSupport } from "./python";

const STATE_LIMIT = 256 * 1024;
const STATE_VERSION = 1;

/** Set on edits that the page makes, which are not reported back to it. */
const byPage = Annotation.define<boolean>();

interface OpenFile {
  state: EditorState;
  scrollTop: number;
}

let instances = 0;

export class CodeEditor implements Editor {
  readonly element: HTMLElement;
  private readonly view: EditorView;
  private readonly files = new Map<string, OpenFile>();
  private current = "";
  private readonly readOnly = new Compartment();
  private readonly wrap = new Compartment();
  private readonly dark = new Compartment();
  private changed: (path: string, text: string) => void = () => {};
  private run: () => void = () => {};
  private save: () => void = () => {};
  private readonly help: HTMLElement;
  private settings: { readOnly: boolean; wrap: boolean; dark: boolean };

  constructor(
    parent: HTMLElement,
    private readonly options: EditorOptions = {},
  ) {
    this.settings = { readOnly: options.readOnly ?? false, wrap: options.wrap ?? false, dark: options.theme === "dark" };
    this.element = document.createElement("div");
    this.element.className = "vivarium-editor";
    this.help = document.createElement("p");
    this.help.id = `vivarium-editor-help-${(instances += 1)}`;
    this.help.className = "ve-hidden";
    this.help.textContent = "Tab indents. To leave the editor, press Escape, then Tab.";
    this.view = new EditorView({ state: this.newState("", ""), parent: this.element });
    this.element.append(this.help);
    this.setFontSize(options.fontSize ?? 14);
    if (options.theme) this.setTheme(options.theme);
    parent.append(this.element);
  }

  openFile(path: string, text: string): void {
    this.put(path, this.newState(path, text));
  }

  closeFile(path: string): void {
    this.files.delete(path);
    if (path !== this.current) return;
    this.current = "";
    const [next] = this.files.keys();
    if (next === undefined) this.view.setState(this.newState("", ""));
    else this.show(next);
  }

  renameFile(from: string, to: string): boolean {
    const file = this.files.get(from);
    if (file === undefined || this.files.has(to)) return false;
    const saved = this.saveState(from);
    const entries = [...this.files].map(([path, open]) => [path === from ? to : path, open] as const);
    const wasShown = this.current === from;
    if (wasShown) this.current = "";
    this.files.clear();
    for (const [path, open] of entries) this.files.set(path, open);
    // The name decides the language, so the state is built anew from what it saved.
    this.restoreState(to, saved);
    if (wasShown) this.show(to);
    return true;
  }

  show(path: string): boolean {
    const file = this.files.get(path);
    if (file === undefined) return false;
    if (path === this.current) return true;
    this.keepCurrent();
    this.current = path;
    this.view.setState(file.state);
    this.view.scrollDOM.scrollTop = file.scrollTop;
    return true;
  }

  shown(): string {
    return this.current;
  }

  paths(): string[] {
    return [...this.files.keys()];
  }

  text(path: string): string {
    return this.stateOf(path)?.doc.toString() ?? "";
  }

  setText(path: string, text: string): void {
    const state = this.stateOf(path);
    if (state === undefined || state.doc.toString() === text) return;
    const changes = { from: 0, to: state.doc.length, insert: text };
    this.apply(path, { changes, annotations: byPage.of(true) });
  }

  onChange(callback: (path: string, text: string) => void): void {
    this.changed = callback;
  }

  onRun(callback: () => void): void {
    this.run = callback;
  }

  onSave(callback: () => void): void {
    this.save = callback;
  }

  setDiagnostics(path: string, diagnostics: Diagnostic[]): void {
    const state = this.stateOf(path);
    if (state === undefined) return;
    this.apply(path, setDiagnostics(state, diagnostics.map((diagnostic) => placed(state.doc, diagnostic))));
  }

  setReadOnly(readOnly: boolean): void {
    this.settings.readOnly = readOnly;
    this.reconfigure(this.readOnly.reconfigure(readOnlyExtension(readOnly)));
  }

  markLine(path: string, line: number): void {
    this.apply(path, { effects: setMarkedLine.of(line) });
  }

  revealLine(path: string, line: number): void {
    if (!this.show(path)) return;
    const at = offsetOf(this.view.state.doc, line, 1);
    this.view.dispatch({ effects: [setMarkedLine.of(line), EditorView.scrollIntoView(at, { y: "nearest", yMargin: 40 })] });
  }

  focus(): void {
    this.view.focus();
  }

  gotoLine(path: string, line: number, column = 1): void {
    if (!this.show(path)) return;
    const anchor = offsetOf(this.view.state.doc, line, column);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.view.focus();
  }

  openSearch(): void {
    openSearchPanel(this.view);
  }

  setTheme(theme: Theme): void {
    this.element.dataset["theme"] = theme;
    this.settings.dark = theme === "dark";
    this.reconfigure(this.dark.reconfigure(EditorView.darkTheme.of(this.settings.dark)));
  }

  setFontSize(pixels: number): void {
    this.element.style.setProperty("--code-size", `${pixels}px`);
    this.view.requestMeasure();
  }

  setWrap(wrap: boolean): void {
    this.settings.wrap = wrap;
    this.reconfigure(this.wrap.reconfigure(wrapExtension(wrap)));
  }

  saveState(path: string): string {
    const state = this.stateOf(path);
    if (state === undefined) return "";
    const whole = JSON.stringify({ version: STATE_VERSION, ...(state.toJSON({ history: historyField }) as object) });
    if (whole.length <= STATE_LIMIT) return whole;
    return JSON.stringify({ version: STATE_VERSION, ...(state.toJSON() as object) });
  }

  restoreState(path: string, saved: string): boolean {
    try {
      const { version, ...json } = JSON.parse(saved) as { version?: unknown; history?: unknown };
      if (version !== STATE_VERSION) return false;
      const fields = json.history === undefined ? {} : { history: historyField };
      this.put(path, EditorState.fromJSON(json, { extensions: this.extensions(path) }, fields));
      return true;
    } catch (error) {
      // What CodeMirror throws for JSON that is not its own; anything else is a bug of ours.
      if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) return false;
      throw error;
    }
  }

  dispose(): void {
    this.view.destroy();
    this.element.remove();
  }

  private put(path: string, state: EditorState): void {
    this.files.set(path, { state, scrollTop: 0 });
    if (this.current === "" || this.current === path) {
      this.current = path;
      this.view.setState(state);
    }
  }

  private stateOf(path: string): EditorState | undefined {
    return path === this.current && path !== "" ? this.view.state : this.files.get(path)?.state;
  }

  private keepCurrent(): void {
    const file = this.files.get(this.current);
    if (file === undefined) return;
    file.state = this.view.state;
    file.scrollTop = this.view.scrollDOM.scrollTop;
  }

  private apply(path: string, spec: TransactionSpec): void {
    const file = this.files.get(path);
    if (file === undefined) return;
    if (path === this.current) this.view.dispatch(spec);
    else file.state = file.state.update(spec).state;
  }

  private reconfigure(effects: StateEffect<unknown>): void {
    for (const path of this.files.keys()) this.apply(path, { effects });
    if (this.current === "") this.view.dispatch({ effects });
  }

  private newState(path: string, doc: string): EditorState {
    return EditorState.create({ doc, extensions: this.extensions(path) });
  }

  private extensions(path: string): Extension {
    const label = [this.options.label ?? "Python editor", path].filter(Boolean).join(", ");
    return [
      this.keys(),
      (this.options.gutter ?? true) ? [lineNumbers(), foldGutter(), lintGutter(), highlightActiveLineGutter()] : [],
      highlightSpecialChars(),
      history(),
      drawSelection(),
      EditorState.allowMultipleSelections.of(true),
      EditorState.tabSize.of(4),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      rectangularSelection(),
      crosshairCursor(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      search({ top: true }),
      lineMarks(),
      /\.pyi?$/.test(path) || path === "" ? pythonSupport() : [],
      this.readOnly.of(readOnlyExtension(this.settings.readOnly)),
      this.wrap.of(wrapExtension(this.settings.wrap)),
      this.dark.of(EditorView.darkTheme.of(this.settings.dark)),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": this.help.id, autocapitalize: "off", tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        const own = update.transactions.some((transaction) => transaction.annotation(byPage) === true);
        if (update.docChanged && !own) this.changed(this.current, update.state.doc.toString());
      }),
    ];
  }

  private keys(): Extension {
    const page = [
      { key: "Mod-Enter", run: () => (this.run(), true) },
      { key: "Mod-s", run: () => (this.save(), true), preventDefault: true },
    ];
    return [
      Prec.highest(keymap.of(page)),
      keymap.of([
        ...closeBracketsKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
    ];
  }
}

function readOnlyExtension(readOnly: boolean): Extension {
  // Still focusable, so that it can be scrolled and copied from the keyboard.
  return EditorState.readOnly.of(readOnly);
}

function wrapExtension(wrap: boolean): Extension {
  return wrap ? EditorView.lineWrapping : [];
}
