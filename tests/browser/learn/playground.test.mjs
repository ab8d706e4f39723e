// The playground: free programs, several files, input in place, and a prompt that keeps its state.

import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();

scenario(site, "a program asks, is answered in place, and its names stay", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("name = input('Who? ')\nprint('Hello', name)\n");
  await work.editor.press("ControlOrMeta+Enter");
  await work.shows("Who?");
  await work.type("Ada");
  await work.shows("Who? Ada\nHello Ada\n>>>");
  await work.type("name.upper()");
  await work.shows("'ADA'");
  await work.type("for c in name: print(c)");
  await page.keyboard.press("Enter");
  await work.shows("A\nd\na");
});

scenario(site, "Stop ends a busy loop and the state survives", async ({ product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("n = 0\nprint('counting')\nwhile True:\n    n += 1\n");
  await work.run();
  await work.shows("counting");
  await work.stop();
  await work.shows("KeyboardInterrupt\n>>>");
  await work.type("n > 0");
  await work.shows("True");
});

scenario(site, "Ctrl-C at the console interrupts, at the prompt too", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("import time\nprint('waiting')\ntime.sleep(1000)\n");
  await work.run();
  await work.shows("waiting");
  await work.console.click();
  await page.keyboard.press("Control+c");
  await work.shows("KeyboardInterrupt\n>>>");
  await page.keyboard.type("abc");
  await page.keyboard.press("Control+c");
  await work.shows("KeyboardInterrupt\n>>>");
});

scenario(site, "files are made, imported, written by programs and kept over a reload", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.editor.waitFor();
  await page.getByRole("button", { name: "New file" }).click();
  await page.getByRole("textbox", { name: /Name of the new file/ }).fill("helper.py");
  await page.getByRole("button", { name: "Create" }).click();
  await work.write("def twice(x):\n    return x * 2\n");
  await page.getByRole("tab", { name: "main.py" }).click();
  await work.write("import helper\nopen('made.txt', 'w').write('made here')\nprint(helper.twice(21))\n");
  await work.run();
  await work.shows("42");
  const closed = page.getByRole("combobox", { name: "Files without a tab" });
  await closed.selectOption("made.txt");
  await work.holds("made here");
  await page.waitForFunction(() => Object.values({ ...localStorage }).some((it) => /"open":\[[^\]]*"made.txt"/.test(it)));
  await page.reload();
  await page.getByRole("tab", { name: "helper.py" }).waitFor();
  await page.getByRole("tab", { name: "made.txt" }).click();
  await work.holds("made here");
});
