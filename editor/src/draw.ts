// Drawing the line being edited: which escape sequences bring the terminal from what it shows to what it should show.
//
// Pure. The line starts at a column of some row (after the prompt) and may wrap; rows are counted from there.

import { placeAfter, textWidth } from "./width";

/** What the terminal shows of the line. */
export interface Drawn {
  /** The column where the line starts, behind the prompt. */
  start: number;
  /** The row the cursor is on, counted from the line's first. */
  row: number;
}

/** Text as it is shown: a tab typed by a paste takes a fixed width, so that places can be computed. */
export function shown(text: string): string {
  return text.replaceAll("\t", "    ");
}

/** Removes the line from the screen; the cursor is then where it starts. */
export function erase(drawn: Drawn): string {
  return `${toStart(drawn)}\x1b[J`;
}

/** Shows `text` in place of what is drawn, with the cursor before its character `cursor`. */
export function redraw(drawn: Drawn, text: string, cursor: number, columns: number): { output: string; drawn: Drawn } {
  const whole = shown(text);
  const end = placeAfter(whole, drawn.start, columns);
  const target = placeAfter(shown(text.slice(0, cursor)), drawn.start, columns);
  let output = erase(drawn) + whole;
  // A full last row leaves the terminal's cursor pending at its edge: a blank makes it wrap, so that rows are what we count.
  for (const place of [end, target]) {
    if (place.column < columns) continue;
    place.row += 1;
    place.column = 0;
  }
  if (placeAfter(whole, drawn.start, columns).column >= columns) output += " \b";
  if (end.row > target.row) output += `\x1b[${end.row - target.row}A`;
  output += column(target.column);
  return { output, drawn: { start: drawn.start, row: target.row } };
}

/** Moves behind the end of the line, from wherever in it the cursor is. */
export function toEnd(drawn: Drawn, text: string, columns: number): string {
  return redraw(drawn, text, text.length, columns).output;
}

/** Candidates in columns, as a shell lists them; at most `limit`, and then says how many more there are. */
export function listing(choices: readonly string[], columns: number, limit = 100): string {
  const names = choices.slice(0, limit).map((choice) => choice.slice(choice.lastIndexOf(".") + 1));
  const width = Math.max(...names.map(textWidth)) + 2;
  const perRow = Math.max(1, Math.floor(columns / width));
  const rows: string[] = [];
  for (let at = 0; at < names.length; at += perRow) {
    const row = names.slice(at, at + perRow).map((name) => name + " ".repeat(width - textWidth(name)));
    rows.push(row.join("").trimEnd());
  }
  if (choices.length > limit) rows.push(`… and ${choices.length - limit} more`);
  return rows.join("\r\n");
}

function toStart(drawn: Drawn): string {
  return (drawn.row > 0 ? `\x1b[${drawn.row}A` : "") + column(drawn.start);
}

function column(index: number): string {
  return index > 0 ? `\r\x1b[${index}C` : "\r";
}
