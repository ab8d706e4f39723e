// Reading a lesson: programs that run and change, questions, search, and addresses that lead to a place.

import assert from "node:assert/strict";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();

scenario(site, "from the first page to a lesson, and on to the next", async ({ page, product }) => {
  await product.open();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("link", { name: /^Exceptions and the call stack/ }).click();
  await page.getByRole("main").getByRole("link", { name: /Catching an exception/ }).click();
  await product.lesson.isOpen("Catching an exception");
  await page.getByRole("navigation", { name: "Neighboring lessons" }).getByRole("link", { name: /Next/ }).click();
  await page.waitForFunction(() => !location.hash.includes("try-except-basics"));
  await page.getByRole("heading", { level: 1 }).waitFor();
});

scenario(site, "a lesson is readable before Python is there", async ({ page, product }) => {
  // Python's wasm never comes.
  await page.route(/python_bg\.wasm/, () => {});
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  await page.getByRole("heading", { name: "The name is gone afterward" }).waitFor();
  await product.open("#/play");
  await product.work.write("x = 1");
  await product.work.holds("x = 1");
});

scenario(site, "a program of the text runs, can be changed, and is put back", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  const block = product.lesson.block(1);
  await block.run();
  await block.printed("timeout is not a number, ignored");
  await block.ended();
  await block.write("print('mine')\n");
  await block.run();
  await block.printed("mine");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("mine"));
  await page.reload();
  await block.section.getByRole("button", { name: "Reset" }).waitFor();
  await block.run();
  await block.printed("mine");
  await block.reset();
  await block.run();
  await block.printed("retries is 3");
});

scenario(site, "an uncaught exception is shown as part of the output", async ({ product }) => {
  await product.open("#/lesson/try-except-basics");
  const block = product.lesson.block(3);
  await block.run();
  await block.printed("TypeError: int() argument must be a string");
  await block.ended(/exit status 1/);
});

scenario(site, "a block's program is stopped, and asks for input in place", async ({ product }) => {
  await product.open("#/lesson/try-except-basics");
  const block = product.lesson.block(2);
  await block.write("name = input('Name? ')\nprint('Hello', name)\nwhile True: pass\n");
  await block.run();
  await block.printed("Name?");
  await block.answer("Ada");
  await block.printed("Hello Ada");
  await block.stop();
  await block.printed("KeyboardInterrupt");
});

scenario(site, "a prediction is answered by running the program", async ({ product }) => {
  await product.open("#/lesson/try-except-basics");
  const question = product.lesson.question(1);
  await question.choose("[10, 20, 30]");
  await question.runAndSee();
  await question.replies("Not quite. Look closely at the second text");
  await question.choose("[10, -1]");
  await question.replies("Right.");
});

scenario(site, "an address leads to a lesson's program, an unknown one says so", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics?block=3");
  await page.waitForFunction(() => {
    const box = document.getElementById("block-3")?.getBoundingClientRect();
    return box !== undefined && scrollY > 0 && box.bottom > 0 && box.top < innerHeight;
  });
  await product.open("#/lesson/no-such-lesson");
  await page.getByRole("heading", { name: "Nothing is here" }).waitFor();
});

scenario(site, "search finds lessons by their words", async ({ page, product }) => {
  await product.open("#/search?q=ExceptionGroup");
  const finds = page.getByRole("main").getByRole("link", { name: "Several exceptions at once" });
  await finds.first().waitFor();
  await page.getByRole("main").getByRole("searchbox").fill("zzzqqq");
  await page.getByText(/Nothing holds/).waitFor();
  assert.equal(await finds.count(), 0);
});
