// What is stored, in trouble: damaged, cleared while the page is open, of an earlier version, changed in two tabs.

import assert from "node:assert/strict";
import { scenario, useSite } from "../support/scenario.mjs";
import { Product } from "../support/product.mjs";

const site = useSite();

const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

scenario(site, "damaged entries do not stop the page; what can be read is kept, and the rest is put aside", async ({ page, product }) => {
  await product.open("#/about");
  await page.evaluate(() => {
    localStorage.setItem("vivarium/1/settings", '{"theme": "dark"');
    localStorage.setItem("vivarium/1/progress", '{"exercises": "none"}');
    localStorage.setItem("vivarium/1/exercise/import-stock", "\u0000 no JSON, but hours of work");
    localStorage.setItem("vivarium/1/playground", JSON.stringify({ files: { "main.py": { text: "kept = 1\n" }, "../up.py": { text: "x" }, "b.bin": { base64: "%%%" } }, open: ["main.py"], shown: "main.py" }));
    localStorage.setItem("vivarium/1/history", "7");
  });
  await page.goto("about:blank");
  await product.open("#/play");
  await product.work.holds("kept = 1");
  await product.work.run();
  await product.work.shows(">>>");
  await product.open("#/exercise/import-stock");
  await product.work.write("again = 1\n");
  await page.waitForFunction(() => localStorage.getItem("vivarium/1/exercise/import-stock").includes("again"));
  assert.ok((await stored(page)).includes("hours of work"), "what could not be read is still there");
  await product.open("#/");
  await page.getByRole("link", { name: /^Continue/ }).waitFor();
});

scenario(site, "storage that is cleared while the page is open takes nothing of what is on it", async ({ page, product }) => {
  await product.open("#/play");
  await product.work.write("first = 1\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("first = 1"));
  await page.evaluate(() => localStorage.clear());
  await product.work.holds("first = 1");
  await product.work.editor.press("ControlOrMeta+End");
  await page.keyboard.insertText("second = 2\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("second = 2"));
  await page.reload();
  await product.work.holds("first = 1\nsecond = 2");
});

scenario(site, "what another tab clears is gone, and an open draft stays where it is open", async ({ page, context, product, site }) => {
  await product.open("#/play");
  await product.work.write("open = 1\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("open = 1"));
  const other = new Product(await context.newPage(), site);
  await other.open("#/settings");
  await other.page.getByRole("button", { name: "Clear everything" }).click();
  await other.page.getByRole("button", { name: "Yes, clear everything" }).click();
  await other.page.waitForFunction(() => !JSON.stringify({ ...localStorage }).includes("open = 1"));
  await product.work.holds("open = 1");
  await product.work.write("open = 2\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("open = 2"));
});

scenario(site, "two tabs agree: files follow, and neither loses what the other has passed", async ({ page, context, product, site }) => {
  const other = new Product(await context.newPage(), site);
  await product.open("#/play");
  await product.work.write("mine = 1\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("mine = 1"));
  await other.open("#/play");
  await other.work.holds("mine = 1");
  await other.work.write("theirs = 2\n");
  await product.work.holds("theirs = 2");
  await product.open("#/lesson/try-except-basics");
  await other.open("#/exercise/import-stock");
  await other.work.check();
  await other.work.verdict(/checks pass/);
  await product.open("#/exercise/import-stock");
  await product.work.editor.waitFor();
  const progress = await page.evaluate(() => JSON.parse(localStorage.getItem("vivarium/1/progress")));
  assert.equal(progress.exercises["import-stock"].attempts, 1);
  assert.ok("try-except-basics" in progress.lessons);
});

scenario(site, "entries of earlier and later versions are left alone, and leave as a file what this version knows", async ({ page, product }) => {
  await product.open("#/about");
  await page.evaluate(() => {
    localStorage.setItem("vivarium/0/progress", '{"old": true}');
    localStorage.setItem("vivarium/2/progress", '{"new": true}');
    // Before links had names of their own, there was room for one program.
    localStorage.setItem("vivarium/1/shared", JSON.stringify({ files: { "main.py": { text: "earlier = 1\n" } }, open: ["main.py"], shown: "main.py" }));
    // A field of a later version is passed over.
    localStorage.setItem("vivarium/1/progress", JSON.stringify({ exercises: { "import-stock": { attempts: 3, is_passed: true, stars: 5 } }, medals: [] }));
  });
  await page.goto("about:blank");
  await product.open("#/exercise/import-stock");
  await product.open("#/settings");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const path = await (await download).path();
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByText("The file was taken in.").waitFor();
  const all = await page.evaluate(() => ({ ...localStorage }));
  assert.equal(all["vivarium/0/progress"], '{"old": true}');
  assert.equal(all["vivarium/2/progress"], '{"new": true}');
  assert.equal(JSON.parse(all["vivarium/1/progress"]).exercises["import-stock"].is_passed, true);
  assert.ok(all["vivarium/1/shared"].includes("earlier = 1"));
});
