// The editor bundle by itself, as the page uses it.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { isAccessible } from "../support/audit.mjs";
import { DIST, scenario, useSite } from "../support/scenario.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const site = useSite({ mounts: { "/widgets/": here, "/editor/": DIST }, index: "editor.js" });

async function withEditor(page, text, name = "main.py") {
  await page.goto(`${site.server.origin}/widgets/page.html`);
  await page.evaluate(
    ([text, name]) => {
      window.calls = [];
      window.editor = window.VivariumEditor.createEditor(document.getElementById("editor"), { label: "Code" });
      window.editor.openFile(name, text);
      window.editor.onChange((path, text) => window.calls.push(["change", path, text]));
      window.editor.onRun(() => window.calls.push(["run"]));
    },
    [text, name],
  );
  return {
    box: page.getByRole("textbox", { name: `Code, ${name}` }),
    text: (path = name) => page.evaluate((path) => window.editor.text(path), path),
    calls: () => page.evaluate(() => window.calls),
    call: (method, ...args) => page.evaluate(([method, args]) => window.editor[method](...args), [method, args]),
  };
}

async function withConsole(page, options = {}) {
  await page.goto(`${site.server.origin}/widgets/page.html`);
  await page.evaluate((options) => {
    window.calls = [];
    const terminal = window.VivariumEditor.createConsole(document.getElementById("console"), options);
    terminal.onLine((line) => window.calls.push(["line", line]));
    terminal.onInterrupt(() => window.calls.push(["interrupt"]));
    terminal.onEndOfFile(() => window.calls.push(["end"]));
    terminal.onResize((columns, rows) => window.calls.push(["size", columns > 10, rows > 3]));
    terminal.onComplete(async (prefix) => [`${prefix}nt`, `${prefix}me`].filter((it) => it !== "print"));
    window.terminal = terminal;
  }, options);
  return {
    call: (method, ...args) => page.evaluate(([method, args]) => window.terminal[method](...args), [method, args]),
    shows: (text) => page.waitForFunction((text) => window.terminal.text() === text, text),
    calls: () => page.evaluate(() => window.calls.filter(([kind]) => kind !== "size")),
  };
}

scenario(site, "typing reports each edit, and Ctrl-Enter runs", async ({ page }) => {
  const editor = await withEditor(page, "");
  await editor.box.click();
  await page.keyboard.type("x = 1");
  assert.equal(await editor.text(), "x = 1");
  assert.deepEqual((await editor.calls()).at(-1), ["change", "main.py", "x = 1"]);
  await page.keyboard.press("Control+Enter");
  assert.deepEqual((await editor.calls()).at(-1), ["run"]);
  assert.equal(await editor.text(), "x = 1");
});

scenario(site, "a colon is followed by indentation, and brackets close", async ({ page }) => {
  const editor = await withEditor(page, "");
  await editor.box.click();
  await page.keyboard.type("def f(x");
  await page.keyboard.press("End");
  await page.keyboard.type(":");
  await page.keyboard.press("Enter");
  await page.keyboard.type("return [x");
  assert.equal(await editor.text(), "def f(x):\n    return [x]");
});

scenario(site, "Tab indents, Escape then Tab leaves", async ({ page }) => {
  const editor = await withEditor(page, "pass");
  await editor.box.click();
  await page.keyboard.press("Tab");
  assert.equal(await editor.text(), "    pass");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
  assert.equal(await editor.text(), "    pass");
});

scenario(site, "names of the file, built-ins, modules and methods are offered", async ({ page }) => {
  const editor = await withEditor(page, "my_value = 1\n");
  const offered = page.getByRole("option");
  await editor.call("gotoLine", "main.py", 2);
  await page.keyboard.type("my_v");
  await offered.filter({ hasText: "my_value" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("\nenumer");
  await offered.filter({ hasText: "enumerate" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("\nimport threadi");
  await offered.filter({ hasText: "threading" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("\n''.startsw");
  await offered.filter({ hasText: "startswith" }).waitFor();
});

scenario(site, "each file keeps its text and its undo history, also over a reload", async ({ page }) => {
  const editor = await withEditor(page, "one");
  await editor.call("openFile", "other.py", "two");
  await editor.box.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("!");
  await editor.call("show", "other.py");
  assert.equal(await editor.call("shown"), "other.py");
  const saved = await editor.call("saveState", "main.py");

  const again = await withEditor(page, "");
  assert.equal(await again.call("restoreState", "main.py", saved), true);
  assert.equal(await again.text(), "one!");
  await again.box.click();
  await page.keyboard.press("Control+z");
  assert.equal(await again.text(), "one");
  for (const broken of ["", "{}", "null", '{"version":1}', '{"version":1,"doc":5}', '{"version":9,"doc":""}']) {
    assert.equal(await again.call("restoreState", "main.py", broken), false, broken);
  }
  assert.equal(await again.text(), "one");
});

scenario(site, "text set by the page can be undone and is not reported", async ({ page }) => {
  const editor = await withEditor(page, "mine");
  await editor.call("setText", "main.py", "stub");
  assert.deepEqual(await editor.calls(), []);
  await editor.box.click();
  await page.keyboard.press("Control+z");
  assert.equal(await editor.text(), "mine");
});

scenario(site, "diagnostics are underlined where Python counts them", async ({ page }) => {
  const editor = await withEditor(page, 's = "🐍"; x = (\n');
  await editor.call("setDiagnostics", "main.py", [{ line: 1, column: 14, message: "'(' was never closed" }]);
  const mark = page.locator(".cm-lintRange-error");
  assert.equal(await mark.textContent(), "(");
  await editor.call("setDiagnostics", "main.py", []);
  assert.equal(await mark.count(), 0);
});

scenario(site, "a read-only file cannot be edited, and other names are plain text", async ({ page }) => {
  const editor = await withEditor(page, "if x", "notes.txt");
  assert.equal(await page.locator(".tok-keyword").count(), 0);
  await editor.call("setReadOnly", true);
  await editor.box.click();
  await page.keyboard.type("y");
  assert.equal(await editor.text(), "if x");
  await editor.call("renameFile", "notes.txt", "notes.py");
  await page.locator(".tok-keyword").waitFor();
});

scenario(site, "search opens and finds", async ({ page }) => {
  const editor = await withEditor(page, "alpha beta alpha");
  await editor.box.click();
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "Find" }).pressSequentially("alpha");
  await page.waitForFunction(() => document.querySelectorAll(".cm-searchMatch").length === 2);
});

scenario(site, "a program's questions are answered in place", async ({ page }) => {
  const console = await withConsole(page);
  await console.call("setMode", "output");
  await console.call("write", "Name? ");
  await console.call("setMode", "input");
  await console.call("focus");
  await page.keyboard.type("Adx");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("a");
  await page.keyboard.press("Home");
  await page.keyboard.type("> ");
  await console.shows("Name? > Ada");
  await page.keyboard.press("Enter");
  assert.deepEqual(await console.calls(), [["line", "> Ada"]]);
  assert.equal(await console.call("mode"), "output");
  await console.call("write", "Hello\n");
  await console.shows("Name? > Ada\nHello");
});

scenario(site, "keys typed ahead and lines of a paste wait for the program", async ({ page }) => {
  const console = await withConsole(page);
  await console.call("setMode", "output");
  await console.call("type", "first\nsecond\nthi");
  await console.call("setMode", "input");
  await page.waitForFunction(() => window.calls.some(([, line]) => line === "first"));
  assert.equal(await console.call("mode"), "output");
  await console.call("setMode", "input");
  await page.waitForFunction(() => window.calls.some(([, line]) => line === "second"));
  await console.call("setMode", "input");
  await console.shows("first\nsecond\nthi");
});

scenario(site, "output that comes while a line is typed stays above it", async ({ page }) => {
  const console = await withConsole(page);
  await console.call("setMode", "repl");
  await console.call("write", ">>> ");
  await console.call("type", "x = 1");
  await console.shows(">>> x = 1");
  await console.call("write", "late\n>>> ");
  await console.shows(">>> late\n>>> x = 1");
});

scenario(site, "the prompt has history, completion and indentation", async ({ page }) => {
  const console = await withConsole(page, { history: ["import os"] });
  await console.call("write", ">>> ");
  await console.call("setMode", "repl");
  await console.call("focus");
  await page.keyboard.press("ArrowUp");
  await console.shows(">>> import os");
  await page.keyboard.press("Control+u");
  await page.keyboard.type("xpri");
  await page.keyboard.press("Tab");
  await console.shows(">>> xpri\nxprint  xprime\n>>> xpri");
  await page.keyboard.press("Control+u");
  await page.keyboard.type("if x:");
  await page.keyboard.press("Enter");
  await console.call("write", "... ");
  await console.call("setMode", "repl");
  await page.waitForFunction(() => window.terminal.text().endsWith("..."));
  await page.keyboard.type("y");
  await page.keyboard.press("Enter");
  assert.deepEqual((await console.calls()).at(-1), ["line", "    y"]);
});

scenario(site, "Ctrl-C interrupts a running and a reading program, Ctrl-D ends the input", async ({ page }) => {
  const console = await withConsole(page);
  await console.call("setMode", "output");
  await console.call("focus");
  await page.keyboard.press("Control+c");
  await console.call("setMode", "input");
  await page.keyboard.type("abc");
  await console.shows("^C\nabc");
  await page.keyboard.press("Control+c");
  await console.shows("^C\nabc^C");
  await console.call("setMode", "input");
  await page.keyboard.press("Control+d");
  await page.waitForFunction(() => window.calls.some(([kind]) => kind === "end"));
  assert.deepEqual(await console.calls(), [["interrupt"], ["interrupt"], ["end"]]);
});

scenario(site, "Tab leaves the console unless it completes, Escape then Tab always does", async ({ page }) => {
  const console = await withConsole(page);
  await console.call("setMode", "input");
  await console.call("focus");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
  await console.call("setMode", "repl");
  await console.call("focus");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
});

scenario(site, "a flood of output neither freezes nor fails", async ({ page }) => {
  const console = await withConsole(page, { scrollback: 100 });
  await page.evaluate(() => {
    const chunk = `${"x".repeat(79)}\n`.repeat(800);
    for (let index = 0; index < 400; index += 1) window.terminal.write(chunk);
    window.terminal.write("");
  });
  await page.waitForFunction(() => /kB of output not shown/.test(window.terminal.text()));
});

scenario(site, "a resized console keeps the line being typed", async ({ page }) => {
  const console = await withConsole(page);
  await console.call("write", ">>> ");
  await console.call("setMode", "repl");
  await console.call("type", "abcdefghij".repeat(8));
  await page.setViewportSize({ width: 400, height: 700 });
  await page.waitForFunction(() => window.terminal.columns() < 60);
  await console.shows(`>>> ${"abcdefghij".repeat(8)}`);
});

scenario(site, "colored code keeps its text", async ({ page }) => {
  await withEditor(page, "");
  const code = 'def f():\n    """doc"""\n    return f"{1}"  # done\n';
  const [text, keywords] = await page.evaluate((code) => {
    const block = document.getElementById("block");
    block.append(window.VivariumEditor.highlight(code));
    return [block.textContent, [...block.querySelectorAll(".tok-keyword")].map((it) => it.textContent)];
  }, code);
  assert.equal(text, code);
  assert.deepEqual(keywords, ["def", "return"]);
});

for (const theme of ["light", "dark"]) {
  scenario(site, `nothing is inaccessible in the ${theme} theme`, async ({ page }) => {
    const editor = await withEditor(page, "def f(x):  # note\n    return str(x) + 'a' + f'{x!r}' + None\n@f\nclass A: x = 12\n");
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
      const terminal = window.VivariumEditor.createConsole(document.getElementById("console"), { theme });
      terminal.write("plain \u001b[32mgreen\u001b[0m\n");
      terminal.write("error\n", "stderr");
      terminal.setMode("input");
    }, theme);
    await editor.call("setTheme", theme);
    await editor.call("openSearch");
    await isAccessible(page);
  });
}
