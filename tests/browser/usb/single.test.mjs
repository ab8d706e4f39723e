// The single file: made by the command line, opened from a path as learners have them, with the network cut.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DIST, scenario, useSite } from "../support/scenario.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const exercise = path.join(root, "lessons/07-exceptions/02-try-except-basics/exercises/01-import-stock");
const machine = mkdtempSync(path.join(tmpdir(), "vivarium-single-"));
const file = path.join(machine, "Kurs für Anfänger.html");

before(() => {
  const made = spawnSync("cargo", ["xtask", "bundle", "single", "--dist", DIST, "--out", file], { cwd: root, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
});
after(() => rmSync(machine, { recursive: true }));

const site = useSite();
const asked = [];
const cut = { offline: true, prepare: async (context) => context.on("request", (request) => asked.push(request.url())) };
const alone = (name, body) =>
  scenario(site, name, async (given) => {
    asked.length = 0;
    given.product.site = { address: pathToFileURL(file).href };
    await body(given);
    // Beside the page itself nothing is read, not even from the disk.
    assert.deepEqual(asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(pathToFileURL(file).href)), []);
    assert.ok(asked.length > 0, "not even the page was asked for");
  }, cut);

alone("one file is small enough to be sent around", async ({ product }) => {
  assert.ok(statSync(file).size < 20e6, `${statSync(file).size} bytes`);
  await product.open();
});

alone("one file shows a lesson, runs and checks, and finds the work again", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  await product.lesson.block(1).run();
  await product.lesson.block(1).printed("timeout is not a number, ignored");
  await product.open("#/exercise/import-stock");
  await product.work.write(readFileSync(path.join(exercise, "solution.py"), "utf8"));
  await product.work.check();
  await page.getByText("You passed this exercise.").waitFor();
  await page.reload();
  await page.getByText("You passed this exercise.").waitFor();
});

alone("one file has processes, the library and packages in it", async ({ product }) => {
  await product.open();
  const result = await product.runCode(`
import multiprocessing as mp, requests, unittest.mock
def square(n): return n * n
if __name__ == "__main__":
    with mp.Pool(2) as pool: print(pool.map(square, range(6)), requests.__name__)
`);
  assert.equal(result.stdout, "[0, 1, 4, 9, 16, 25] requests\n", result.stderr);
});

alone("one file has its fonts, and its notices can be saved", async ({ page, product }) => {
  await product.open("#/about");
  assert.ok(await page.evaluate(async () => (await document.fonts.load("16px 'Inter Variable'")).length > 0));
  const arriving = page.waitForEvent("download");
  await page.locator("a[href='notices.html']").click();
  assert.match(readFileSync(await (await arriving).path(), "utf8"), /Third-party notices/);
});
