// A place of work, on an exercise's page or the playground: editor, console, checks, help.

export class WorkPage {
  constructor(page) {
    this.page = page;
    this.editor = page.getByRole("textbox", { name: /^Python editor/ });
    this.console = page.locator(".vivarium-console");
  }

  /** Replaces the shown file's text. */
  async write(code) {
    await this.editor.click();
    await this.editor.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(code);
  }

  /** The text of the shown file, as far as it is on the screen. */
  text() {
    return this.editor.evaluate((content) => [...content.querySelectorAll(".cm-line")].map((it) => it.textContent).join("\n"));
  }

  async holds(code) {
    await this.editor.waitFor();
    await this.page.waitForFunction(
      (code) => [...document.querySelectorAll(".cm-content .cm-line")].map((it) => it.textContent).join("\n").trimEnd() === code.trimEnd(),
      code,
    );
  }

  async run() {
    await this.page.getByRole("button", { name: /^Run/ }).click();
  }

  async stop() {
    await this.page.getByRole("button", { name: /^(Stop|Kill) the program/ }).click();
  }

  /** Waits until the console shows a text; line breaks of its own do not count. */
  async shows(text) {
    await this.page.waitForFunction((text) => {
      const rows = [...document.querySelectorAll(".vivarium-console .xterm-rows > div")];
      return rows.map((row) => row.textContent.replaceAll("\u00a0", " ").trimEnd()).join("\n").includes(text);
    }, text);
  }

  screen() {
    return this.page.evaluate(() => {
      const rows = [...document.querySelectorAll(".vivarium-console .xterm-rows > div")];
      return rows.map((row) => row.textContent.replaceAll("\u00a0", " ").trimEnd()).join("\n").trimEnd();
    });
  }

  /** Types a line at the console. */
  async type(line) {
    await this.console.click();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press("Enter");
  }

  async check() {
    await this.page.getByRole("button", { name: "Check", exact: true }).click();
  }

  /** Waits for the verdict's words. */
  verdict(text) {
    return this.page.locator(".checks-head").filter({ hasText: text }).waitFor({ timeout: 60_000 });
  }

  async takeHint() {
    await this.page.getByRole("button", { name: /^Show (a|the next) hint/ }).click();
  }

  hints() {
    return this.page.getByRole("region", { name: "Help" }).locator("li.hint");
  }
}
