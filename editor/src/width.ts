// How many terminal cells a piece of text takes, and where it wraps.
//
// Follows the same rules as xterm.js' default (Unicode 6) tables closely enough for a line being edited; knows no terminal.

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The user-perceived characters of `text`, in order. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** The cells one code point takes: 0 for combining marks, 2 for wide characters. */
export function codePointWidth(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(String.fromCodePoint(codePoint))) return 0;
  return WIDE.some(([from, to]) => codePoint >= from && codePoint <= to) ? 2 : 1;
}

/** The cells `text` takes on an endless row. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += codePointWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** A place on the screen, counted from the row where the text starts. */
export interface Place {
  row: number;
  /** Equal to the number of columns when the last cell was filled and nothing has wrapped yet. */
  column: number;
}

/** Where the cursor is after `text` was printed from column `start` of a screen of `columns`. */
export function placeAfter(text: string, start: number, columns: number): Place {
  let row = 0;
  let column = start;
  for (const character of text) {
    const width = codePointWidth(character.codePointAt(0) ?? 0);
    if (column + width > columns) {
      row += 1;
      column = 0;
    }
    column += width;
  }
  return { row, column };
}
