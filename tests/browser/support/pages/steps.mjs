// The step-through view, in a lesson's figure or in the playground.

export class StepsView {
  constructor(page, within = page.locator("body")) {
    this.page = page;
    this.view = within.getByRole("group", { name: "Steps of the program" });
    this.slider = this.view.getByRole("slider", { name: "Step" });
    this.picture = this.view.getByRole("img", { name: /^Frames and objects/ });
  }

  /** Says in words what the step is; the page tells it to a screen reader. */
  words() {
    return this.view.locator(".steps-event").innerText();
  }

  changes() {
    return this.view.locator(".steps-changes").innerText();
  }

  /** Waits until this is the step of so many. */
  async isAt(step, count) {
    const text = count === undefined ? new RegExp(`^Step ${step} of `) : `Step ${step} of ${count}`;
    await this.slider.and(this.page.locator("input")).waitFor();
    await this.page.waitForFunction(
      ([element, text, isExact]) => {
        const now = element.getAttribute("aria-valuetext") ?? "";
        return isExact ? now === text : now.startsWith(text);
      },
      [await this.slider.elementHandle(), typeof text === "string" ? text : `Step ${step} of `, typeof text === "string"],
    );
  }

  async count() {
    return Number((await this.slider.getAttribute("max")) ?? 0) + 1;
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** The texts in the picture, in the order in which they are drawn. */
  texts() {
    return this.picture.locator("text").allTextContents();
  }

  arrows() {
    return this.picture.locator(".steps-arrow").count();
  }

  boxes() {
    return this.picture.locator(".steps-object").count();
  }

  button(name) {
    return this.view.getByRole("button", { name });
  }
}
