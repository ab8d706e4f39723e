// The bundle's entry: sets `window.VivariumEditor`.

import { TerminalConsole } from "./console";
import { CodeEditor } from "./editor";
import { highlight } from "./python";

window.VivariumEditor = {
  createEditor: (parent, options) => new CodeEditor(parent, options),
  createConsole: (parent, options) => new TerminalConsole(parent, options),
  highlight,
};
