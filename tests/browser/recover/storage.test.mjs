// What is stored, in trouble: damaged, full or cleared while the page is open, of an earlier version, changed in two tabs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
  const aside = await page.evaluate(() => {
    const names = ["settings", "progress", "exercise/import-stock", "history"];
    return Object.fromEntries(names.map((it) => [it, localStorage.getItem(`vivarium/damaged/vivarium/1/${it}`)]));
  });
  assert.deepEqual(aside, {
    settings: '{"theme": "dark"',
    progress: '{"exercises": "none"}',
    "exercise/import-stock": "\u0000 no JSON, but hours of work",
    history: "7",
  });
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

scenario(site, "what was done stays when storage is cleared or damaged while the page is open", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  await page.getByRole("button", { name: "Mark as read" }).click();
  await page.waitForFunction(() => localStorage.getItem("vivarium/1/progress")?.includes('"is_read":true'));
  const spoils = {
    "try-else": () => localStorage.clear(),
    "re-raising": () => localStorage.setItem("vivarium/1/progress", "{cut off"),
  };
  for (const [lesson, spoil] of Object.entries(spoils)) {
    await page.evaluate(spoil);
    await product.open(`#/lesson/${lesson}`);
    await page.waitForFunction((wanted) => {
      const text = localStorage.getItem("vivarium/1/progress") ?? "";
      return text.endsWith("}") && Object.keys(JSON.parse(text).lessons).length > 0 && text.includes(wanted);
    }, lesson);
    const { lessons } = await page.evaluate(() => JSON.parse(localStorage.getItem("vivarium/1/progress")));
    assert.equal(lessons["try-except-basics"].is_read, true);
  }
});

scenario(site, "storage that gets full while the page is open keeps what it has, and takes the rest when there is room", async ({ page, product }) => {
  const isStored = (text) => page.waitForFunction((text) => JSON.stringify({ ...localStorage }).includes(text), text);
  await product.open("#/play");
  await product.work.write("before = 1\n");
  await isStored("before = 1");
  await page.evaluate(() => {
    for (let size = 1 << 20, index = 0; size >= 1; ) {
      try {
        localStorage.setItem(`filler-${(index += 1)}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  const after = `after = 1  # ${"and more ".repeat(20)}`.trimEnd();
  await product.work.write(`${after}\n`);
  await page.getByText("This browser's storage is full").waitFor();
  assert.ok((await stored(page)).includes("before = 1"), "what was stored before is not lost either");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download my progress" }).click();
  assert.ok(readFileSync(await (await download).path(), "utf8").includes("after = 1"));
  await page.evaluate(() => Object.keys(localStorage).filter((it) => it.startsWith("filler-")).forEach((it) => localStorage.removeItem(it)));
  await product.work.editor.press("ControlOrMeta+End");
  await page.keyboard.insertText("again = 2\n");
  await isStored("again = 2");
  await page.getByText("This browser's storage is full").waitFor({ state: "detached" });
  await page.reload();
  await product.work.holds(`${after}\nagain = 2`);
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
