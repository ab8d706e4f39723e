// Python for CodeMirror: the language, its colors as `tok-*` classes, and what completion offers where.
//
// The classes are shared by the editor and by `highlight`, so that both look alike under one stylesheet.

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { autocompletion } from "@codemirror/autocomplete";
import { globalCompletion, localCompletionSource, python } from "@codemirror/lang-python";
import { indentUnit, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { parser } from "@lezer/python";
import { highlightCode, tagHighlighter, tags as t } from "@lezer/highlight";
import { METHODS, MODULES, NEWER_TYPES, SOFT_KEYWORDS } from "./names";

const colors = tagHighlighter([
  { tag: [t.keyword, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword], class: "tok-keyword" },
  { tag: [t.bool, t.null, t.self], class: "tok-constant" },
  { tag: [t.string, t.character, t.special(t.string)], class: "tok-string" },
  { tag: [t.escape, t.special(t.brace)], class: "tok-escape" },
  { tag: t.number, class: "tok-number" },
  { tag: t.comment, class: "tok-comment" },
  { tag: [t.function(t.definition(t.variableName)), t.definition(t.className)], class: "tok-definition" },
  { tag: [t.function(t.variableName), t.function(t.propertyName)], class: "tok-function" },
  { tag: t.meta, class: "tok-decorator" },
  { tag: t.propertyName, class: "tok-property" },
  { tag: t.invalid, class: "tok-invalid" },
]);

/** Everything a Python file gets that a plain text file does not. */
export function pythonSupport(): Extension {
  return [
    python(),
    indentUnit.of("    "),
    syntaxHighlighting(colors),
    autocompletion({ override: [modules, members, names], icons: false, maxRenderedOptions: 60 }),
  ];
}

/** Colored text of a read-only block. */
export function highlight(code: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const put = (text: string, classes: string): void => {
    if (classes === "") {
      fragment.append(text);
      return;
    }
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = text;
    fragment.append(span);
  };
  highlightCode(code, parser.parse(code), colors, put, () => fragment.append("\n"));
  return fragment;
}

const IMPORT = /^\s*(?:from|import)\s+[\w.]*$|^\s*import\s+[\w., ]*$/;
const MEMBER = /\.\s*\w*$/;

/** Completion of module names in import statements. */
function modules(context: CompletionContext): CompletionResult | null {
  if (!IMPORT.test(lineBefore(context)) || insideText(context)) return null;
  const word = context.matchBefore(/[\w.]*/);
  if (word === null || (word.from === word.to && !context.explicit)) return null;
  const options = MODULES.map((label): Completion => ({ label, type: "namespace" }));
  return { from: word.from, options, validFor: /^[\w.]*$/ };
}

/** After a dot: attributes seen in this file, and methods of the built-in types. */
function members(context: CompletionContext): CompletionResult | null {
  const before = lineBefore(context);
  if (!MEMBER.test(before) || /(^|\W)\d+\.$/.test(before) || IMPORT.test(before) || insideText(context)) return null;
  const word = context.matchBefore(/\w*/);
  if (word === null) return null;
  const known = new Set(METHODS);
  for (const match of context.state.doc.toString().matchAll(/\.\s*([A-Za-z_]\w*)/g)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined && end !== context.pos) known.add(match[1]);
  }
  const options = [...known].map((label): Completion => ({ label, type: "property" }));
  return { from: word.from, options, validFor: /^\w*$/ };
}

const extra: Completion[] = [
  ...NEWER_TYPES.map((label): Completion => ({ label, type: "type" })),
  ...SOFT_KEYWORDS.map((label): Completion => ({ label, type: "keyword" })),
];

/** Names of the file, built-ins and keywords. */
async function names(context: CompletionContext): Promise<CompletionResult | null> {
  const before = lineBefore(context);
  if (MEMBER.test(before) || IMPORT.test(before) || insideText(context)) return null;
  const word = context.matchBefore(/\w*/);
  if (word === null || (word.from === word.to && !context.explicit)) return null;
  const found = new Map<string, Completion>();
  for (const source of [localCompletionSource, globalCompletion] satisfies CompletionSource[]) {
    const result = await source(context);
    for (const option of result?.options ?? []) {
      const key = `${option.label} ${option.detail ?? ""}`;
      if (!found.has(key)) found.set(key, option);
    }
  }
  return { from: word.from, options: [...found.values(), ...extra], validFor: /^\w*$/ };
}

function lineBefore(context: CompletionContext): string {
  const line = context.state.doc.lineAt(context.pos);
  return line.text.slice(0, context.pos - line.from);
}

function insideText(context: CompletionContext): boolean {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  return node.name === "String" || node.name === "FormatString" || node.name === "Comment";
}
