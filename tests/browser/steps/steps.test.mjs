// Stepping through a program: a lesson's figure, the playground, the keyboard, a phone, and the limits.

import assert from "node:assert/strict";
import { isAccessible, widerThanTheScreen } from "../support/audit.mjs";
import { StepsView } from "../support/pages/steps.mjs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();
const FIGURE = "An assignment draws an arrow, and copies nothing";

/** Opens the first lesson's figure and answers its view. */
async function openFigure(page, product) {
  await product.open("#/lesson/names-and-references");
  const figure = page.getByRole("region", { name: FIGURE });
  await figure.getByRole("button", { name: /^Step through/ }).click();
  const steps = new StepsView(page, figure);
  await steps.slider.waitFor({ timeout: 60_000 });
  return steps;
}

/** Records a program in the playground and answers its view. */
async function record(page, product, code, { input } = {}) {
  await product.open("#/play");
  await product.work.write(code);
  await page.getByRole("tab", { name: "Step through" }).click();
  const panel = page.getByRole("tabpanel", { name: "Step through" });
  if (input !== undefined) {
    await panel.getByText("Lines that input() reads").click();
    await panel.getByRole("textbox", { name: "Lines that input() reads" }).fill(input);
  }
  await panel.getByRole("button", { name: /^Step through/ }).click();
  const steps = new StepsView(page, panel);
  await panel.locator(".steps").waitFor({ timeout: 60_000 });
  return steps;
}

scenario(site, "a figure begins at its line, and arrow keys go forwards and backwards", async ({ page, product }) => {
  const steps = await openFigure(page, product);
  await steps.isAt(2, 5);
  assert.equal(await steps.words(), "Line 2 runs next: copy = order");
  assert.deepEqual([await steps.boxes(), await steps.arrows()], [1, 1]);
  await steps.press("ArrowRight");
  await steps.isAt(3);
  // A second label on the same list: one more arrow, no more objects.
  assert.deepEqual([await steps.boxes(), await steps.arrows()], [1, 2]);
  assert.match(await steps.changes(), /^copy is list #1 of 2 items/);
  await steps.press("ArrowRight");
  await steps.isAt(4);
  assert.ok((await steps.texts()).includes("'tea'"));
  await steps.press("ArrowLeft");
  await steps.isAt(3);
  assert.ok(!(await steps.texts()).includes("'tea'"));
  await steps.press("End");
  await steps.isAt(5, 5);
  assert.deepEqual([await steps.boxes(), await steps.arrows()], [2, 2]);
  await steps.press("Home");
  await steps.isAt(1);
});

scenario(site, "a line number is reached and used by keyboard alone", async ({ page, product }) => {
  const steps = await openFigure(page, product);
  await steps.button("Go to the next run of line 2").focus();
  await steps.press("ArrowDown");
  await steps.press("ArrowDown");
  await steps.press("Enter");
  await steps.isAt(4);
  assert.equal(await steps.words(), 'Line 4 runs next: order = ["cake"]');
});

scenario(site, "references are counted, and values drawn as objects, when asked", async ({ page, product }) => {
  const steps = await openFigure(page, product);
  await steps.press("ArrowRight");
  await steps.isAt(3);
  await steps.button("Count arrows").click();
  assert.deepEqual(await steps.picture.locator(".steps-count title").allTextContents(), ["2 drawn references"]);
  await steps.button("Values as objects").click();
  await page.waitForFunction(() => document.querySelectorAll(".steps-object.is-value").length === 2);
  await steps.button("Step forward").focus();
  await steps.press("End");
  await steps.isAt(5, 5);
  assert.equal(await page.locator(".steps-object.is-value").count(), 4);
});

scenario(site, "the figure is accessible, and says in text what it draws", async ({ page, product }) => {
  const steps = await openFigure(page, product);
  await steps.view.getByText("This step as text").click();
  await steps.view.getByText("order: list #1 of 2 items").waitFor();
  await steps.view.getByText("0: 'soup'").waitFor();
  await isAccessible(page);
});

scenario(
  site,
  "the figure is accessible in the dark",
  async ({ page, product }) => {
    const steps = await openFigure(page, product);
    await steps.press("End");
    await isAccessible(page);
  },
  { colorScheme: "dark" },
);

scenario(
  site,
  "on a phone the picture fits the screen",
  async ({ page, product }) => {
    const steps = await openFigure(page, product);
    await steps.press("End");
    assert.deepEqual(await widerThanTheScreen(page), []);
    const { width } = await steps.picture.boundingBox();
    assert.ok(width <= 390, `the picture is ${width} px wide`);
    await isAccessible(page);
  },
  { viewport: { width: 390, height: 844 } },
);

scenario(site, "the playground shows frames, cells, generators, output and a jump to a line", async ({ page, product }) => {
  const code = [
    "def counter():",
    "    n = 0",
    "    def step():",
    "        nonlocal n",
    "        n += 1",
    "        return n",
    "    return step",
    "one = counter()",
    "print(one())",
    "def letters():",
    "    yield 'a'",
    "g = letters()",
    "print(next(g), input('? '))",
    "",
  ].join("\n");
  const steps = await record(page, product, code, { input: "Ada" });
  await steps.isAt(1);
  await steps.button("Go to the next run of line 5").click();
  assert.equal(await steps.words(), "Line 5 runs next: n += 1");
  const texts = await steps.texts();
  for (const text of ["Global names", "step", "cell", "contents", "cell n"]) assert.ok(texts.includes(text), `${text}: ${texts}`);
  await steps.press("End");
  assert.equal(await steps.words(), "The program ends.");
  assert.ok((await steps.texts()).includes("paused at line 11"));
  assert.equal(await steps.view.locator(".steps-printed pre").innerText(), "1\n? Ada\na Ada\n");
  await isAccessible(page);
});

scenario(site, "an uncaught exception is a step, and its words stand below", async ({ page, product }) => {
  const steps = await record(page, product, "def half(n):\n    return n / 0\n\nhalf(1)\n");
  await steps.press("End");
  await steps.press("ArrowLeft");
  assert.match(await steps.words(), /^An exception in the program, line 4: ZeroDivisionError/);
  await steps.view.getByText("The program ended with ZeroDivisionError: division by zero").waitFor();
});

scenario(site, "a long loop is cut after 1,000 steps with a sentence", async ({ page, product }) => {
  const steps = await record(page, product, "n = 0\nwhile True:\n    n += 1\n");
  await steps.view.getByText("The recording stops after 1000 steps.").waitFor();
  assert.equal(await steps.count(), 1000);
  await steps.press("End");
  await steps.isAt(1000, 1000);
});

scenario(site, "what is no program says where", async ({ page, product }) => {
  const steps = await record(page, product, "x = 1\nif x\n    y = 2\n");
  await steps.view.getByText(/^Line 2: SyntaxError: /).waitFor();
});

scenario(site, "no code of the learner runs in order to draw", async ({ page, product }) => {
  const code = [
    "class Loud:",
    "    def __repr__(self): print('REPR'); return 'x'",
    "    def __eq__(self, other): print('EQ'); return True",
    "    def __hash__(self): print('HASH'); return 1",
    "    def __getattribute__(self, name): print('GET'); return 1",
    "    @property",
    "    def __dict__(self): print('DICT'); return {}",
    "class Rows(list):",
    "    def __iter__(self): print('ITER'); return iter(())",
    "    def __len__(self): print('LEN'); return 0",
    "a = Loud()",
    "b = Rows([a])",
    "c = {1: a}",
    "print('end')",
    "",
  ].join("\n");
  const steps = await record(page, product, code);
  await steps.press("End");
  assert.equal(await steps.view.locator(".steps-printed pre").innerText(), "end\n");
});
