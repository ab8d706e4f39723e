// Solving an exercise: fail a check, take hints, pass, and find it all again after a reload.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();
const folder = new URL("../../../lessons/07-exceptions/02-try-except-basics/exercises/01-import-stock/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");

scenario(site, "fail, take hints, pass, reload, and the progress is there", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/lesson/try-except-basics");
  await product.lesson.openExercise("Import the stock list");
  await page.getByRole("heading", { level: 1, name: "Import the stock list" }).waitFor();
  await work.holds(read("stub.py"));

  await work.write(read("wrong/try_around_loop.py"));
  await work.check();
  await work.verdict(/\d of \d checks pass/);
  await work.verdict("The first bad row ends the whole import");

  await work.takeHint();
  await work.takeHint();
  assert.equal(await work.hints().count(), 2);

  await work.write(read("solution.py"));
  await work.check();
  await work.verdict("All checks pass.");
  await page.getByText("You passed this exercise.").waitFor();

  await page.reload();
  await page.getByText("You passed this exercise.").waitFor();
  await work.holds(read("solution.py"));
  assert.equal(await work.hints().count(), 2);
  await product.open("#/lesson/try-except-basics");
  await page.getByRole("link", { name: /Import the stock list/ }).filter({ hasText: /Passed/ }).waitFor();
  await product.open("#/");
  await page.getByRole("link", { name: /^Continue/ }).waitFor();
});

scenario(site, "a failed check shows what was expected and what came", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/exercise/import-stock");
  await work.write(read("solution.py").replace("int(quantity)", "int(quantity) + 1"));
  await work.check();
  await work.verdict(/checks pass/);
  const failed = page.locator(".check.is-failed").first();
  const difference = failed.getByRole("group", { name: "Expected against actual" });
  assert.match(await difference.textContent(), /Expected: .*'lamp': 4.*Actual: .*'lamp': 5/s);
  // The checks scroll in their pane; the page itself stays as tall as the window.
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight), 0);
});

scenario(site, "a check that cannot go on blames no line of the learner's", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/exercise/import-stock");
  await work.write("def import_stock(rows):\n    return {}, None\n");
  await work.check();
  await work.verdict(/checks pass/);
  const failed = page.locator(".check.is-failed").filter({ hasText: "every problem is a sentence" });
  const words = await failed.textContent();
  assert.match(words, /This check could not go on with what your code gave it: TypeError: 'NoneType' object is not iterable/);
  assert.doesNotMatch(words, /test\.py|Traceback/);
});

scenario(site, "a program that leaves early or prints ok passes nothing", async ({ product }) => {
  const { work } = product;
  await product.open("#/exercise/import-stock");
  for (const trick of ["import os\nos._exit(0)\n", "print('ok')\n", "import lab\nlab.equal = lambda *a, **k: None\n"]) {
    await work.write(trick);
    await work.check();
    await work.verdict(/0 of \d checks pass|The checks did not run/);
  }
});

scenario(site, "the solution is shown when asked for twice", async ({ page, product }) => {
  await product.open("#/exercise/import-stock");
  await page.getByRole("button", { name: "Show the solution" }).click();
  assert.equal(await page.getByRole("heading", { name: "Solution" }).count(), 0);
  await page.getByRole("button", { name: "Yes, show the solution" }).click();
  await page.getByRole("heading", { name: "Solution" }).waitFor();
});

scenario(site, "a draft and its undo history survive a reload, reset brings the stub", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/exercise/import-stock");
  await work.holds(read("stub.py"));
  await work.write("first = 1\n");
  await work.editor.press("Control+End");
  await page.keyboard.type("second = 2");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("second = 2"));
  await page.reload();
  await work.holds("first = 1\nsecond = 2");
  await work.editor.click();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await page.waitForFunction(() => !document.querySelector(".cm-content").textContent.includes("second = 2"));
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await page.getByRole("button", { name: "Reset everything?" }).click();
  await work.holds(read("stub.py"));
});

scenario(site, "a syntax error is underlined as one types", async ({ page, product }) => {
  await product.open("#/exercise/import-stock");
  await product.pythonIsReady();
  await product.work.write("def f(:\n    pass\n");
  await page.locator(".cm-lintRange-error").waitFor();
  await product.work.write("def f():\n    pass\n");
  await page.locator(".cm-lintRange-error").waitFor({ state: "detached" });
});

scenario(site, "running an exercise leaves a prompt with its names", async ({ product }) => {
  const { work } = product;
  await product.open("#/exercise/import-stock");
  await work.write("x = 20\nprint('ran')\n");
  await work.run();
  await work.shows("ran\n>>>");
  await work.type("x + 1");
  await work.shows(">>> x + 1\n21\n>>>");
});
