// Sharing a program, and opening what somebody else has shared.

export class SharePage {
  constructor(page) {
    this.page = page;
  }

  /** Presses Share (within `part`, where a page has several) and answers the link. */
  async link(part = this.page) {
    await part.getByRole("button", { name: /^Share/ }).click();
    const field = part.getByRole("textbox", { name: "Link to this program" });
    await field.waitFor();
    return field.inputValue();
  }

  cameFromSomebodyElse() {
    return this.page.getByText("This program comes from somebody else").waitFor();
  }
}

/** A link to any value, as the page would make it of a program. */
export function linkTo(page, value) {
  return page.evaluate(async (text) => {
    const bytes = await window.vivariumDeflate(new TextEncoder().encode(text));
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return `#/play/${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  }, typeof value === "string" ? value : JSON.stringify(value));
}
