// A lesson as its reader uses it: programs in the text, questions, the way to an exercise.

export class LessonPage {
  constructor(page) {
    this.page = page;
  }

  isOpen(title) {
    return this.page.getByRole("heading", { level: 1, name: title }).waitFor();
  }

  /** The nth program of the text, counted from 1. */
  block(number) {
    return new ProgramBlock(this.page, this.page.locator(`#block-${number}`), number);
  }

  /** The nth question of the text, counted from 1. */
  question(number) {
    return new Question(this.page.locator("fieldset.question").nth(number - 1));
  }

  async openExercise(title) {
    await this.page.getByRole("link", { name: new RegExp(title) }).click();
  }
}

class ProgramBlock {
  constructor(page, section, number) {
    this.page = page;
    this.section = section;
    this.output = section.getByRole("group", { name: `Output of program ${number}` });
  }

  async run() {
    await this.section.getByRole("button", { name: /^Run/ }).click();
  }

  async stop() {
    await this.section.getByRole("button", { name: /^Stop/ }).click();
  }

  printed(text) {
    return this.output.filter({ hasText: text }).waitFor();
  }

  ended(how = /Finished/) {
    return this.section.getByRole("status").filter({ hasText: how }).waitFor();
  }

  /** Replaces the program by another. */
  async write(code) {
    await this.section.locator("pre.code-editable").click();
    const editor = this.section.getByRole("textbox", { name: /Program/ });
    await editor.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(code);
  }

  async reset() {
    await this.section.getByRole("button", { name: "Reset" }).click();
  }

  async answer(line) {
    const field = this.section.getByRole("textbox", { name: "Input for the program" });
    await field.fill(line);
    await field.press("Enter");
  }
}

class Question {
  constructor(fieldset) {
    this.fieldset = fieldset;
  }

  async choose(text) {
    await this.fieldset.locator("label").filter({ hasText: text }).click();
  }

  async runAndSee() {
    await this.fieldset.getByRole("button", { name: "Run and see" }).click();
  }

  replies(text) {
    return this.fieldset.getByRole("status").filter({ hasText: text }).first().waitFor();
  }
}
