// Marks on lines and stretches of text that the page sets: diagnostics, and the line a traceback names.

import type { Diagnostic as LintDiagnostic } from "@codemirror/lint";
import type { Extension, Text } from "@codemirror/state";
import { StateEffect, StateField } from "@codemirror/state";
import type { DecorationSet } from "@codemirror/view";
import { Decoration, EditorView } from "@codemirror/view";
import type { Diagnostic } from "./interface";

/** Marks the line with this number; 0 unmarks. */
export const setMarkedLine = StateEffect.define<number>();

const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setMarkedLine)) continue;
      const { doc } = transaction.state;
      if (effect.value < 1 || effect.value > doc.lines) return Decoration.none;
      return Decoration.set([Decoration.line({ class: "ve-marked-line" }).range(doc.line(effect.value).from)]);
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function lineMarks(): Extension {
  return markedLine;
}

/** The index in `doc` of a line and column that count from 1, columns in code points; clamped to what exists. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const target = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const characters = Array.from(target.text).slice(0, Math.max(column - 1, 0));
  return target.from + characters.join("").length;
}

/** A diagnostic in CodeMirror's terms; one that covers nothing gets the word or character where it starts. */
export function placed(doc: Text, diagnostic: Diagnostic): LintDiagnostic {
  const { line, column, endLine, endColumn, message, severity = "error" } = diagnostic;
  let from = offsetOf(doc, line, column);
  let to = offsetOf(doc, endLine ?? line, endColumn ?? column);
  if (to <= from) {
    const rest = doc.lineAt(from).text.slice(from - doc.lineAt(from).from);
    to = from + (/^\w+|^[^]/u.exec(rest)?.[0].length ?? 0);
  }
  // At the end of a line there is nothing to underline but what stands before.
  if (to === from && from > doc.lineAt(from).from) from -= 1;
  return { from, to, message, severity };
}
