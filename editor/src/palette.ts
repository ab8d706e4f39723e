// The colors and the font that xterm.js needs as values, read from the same CSS custom properties as everything else.

import type { ITheme } from "@xterm/xterm";

export const FONT_FAMILY = '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace';

const ANSI = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"] as const;

/** The terminal's theme for where `element` stands in the page. */
export function readTheme(element: HTMLElement): ITheme {
  // A property's own value may be any CSS expression; the color of an element that uses it is resolved.
  const probe = document.createElement("span");
  element.append(probe);
  const value = (name: string): string => {
    probe.style.color = `var(--console-${name})`;
    return getComputedStyle(probe).color;
  };
  const theme: ITheme = {
    background: value("background"),
    foreground: value("text"),
    cursor: value("cursor"),
    cursorAccent: value("background"),
    selectionBackground: value("selection"),
  };
  for (const name of ANSI) {
    theme[name] = value(name);
    theme[`bright${name[0]?.toUpperCase()}${name.slice(1)}` as keyof ITheme & `bright${string}`] = value(name);
  }
  probe.remove();
  return theme;
}

/** Whether a blinking cursor is welcome. */
export function cursorBlinks(): boolean {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
