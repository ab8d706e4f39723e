// Programs that leave as a link and arrive on another machine: what travels, what runs, and what stays untouched.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { CONTEXT, scenario, useSite } from "../support/scenario.mjs";
import { Product } from "../support/product.mjs";
import { linkTo, SharePage } from "../support/pages/share.mjs";

const site = useSite();

/** Somebody else's browser: another profile, which has seen nothing. */
async function elsewhere({ page, site }) {
  const context = await page.context().browser().newContext(CONTEXT);
  const other = await context.newPage();
  return { other, product: new Product(other, site), share: new SharePage(other), context };
}

const RACE = [
  "import threading, sys",
  "order = []",
  "def work(name):",
  "    for _ in range(2000):",
  "        pass",
  "    order.append(name)",
  "threads = [threading.Thread(target=work, args=(n,)) for n in 'abcdef']",
  "for t in threads: t.start()",
  "for t in threads: t.join()",
  "print('order', ''.join(order), sys.argv[1:])",
].join("\n");

scenario(site, "a program with its files, arguments, mode and seed opens elsewhere and runs the same", async ({ page, product, site }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write(RACE);
  await page.getByRole("button", { name: "New file" }).click();
  await page.getByRole("textbox", { name: /Name of the new file/ }).fill("notes.txt");
  await page.getByRole("button", { name: "Create" }).click();
  await work.write("keep me");
  await page.getByRole("tab", { name: "main.py" }).click();
  await page.getByText("Options").click();
  await page.getByRole("textbox", { name: /Arguments/ }).fill("--fast");
  await page.getByRole("checkbox", { name: /Lockstep/ }).check();
  await page.getByRole("spinbutton", { name: "Seed" }).fill("11");
  await page.getByText("Options").click();
  await work.run();
  await work.shows("order ");
  const [first] = (await work.screen()).match(/order \w+ .*/);
  const link = await new SharePage(page).link();
  await page.getByText("in lockstep with seed 11").waitFor();
  assert.match(link, /^http[^?#]*#\/play\/[\w-]+$/);

  const there = await elsewhere({ page, site });
  await there.other.goto(link);
  await there.share.cameFromSomebodyElse();
  await there.product.work.holds(RACE);
  await there.product.pythonIsReady();
  assert.match(await there.product.work.screen(), /^Run the program to see/, "nothing has run by itself");
  await there.product.work.run();
  await there.product.work.shows(first);
  await there.other.getByRole("tab", { name: "notes.txt" }).click();
  await there.product.work.holds("keep me");
  await there.context.close();
});

scenario(site, "the link is on the clipboard, and the page says so", async ({ page, product }) => {
  await product.open("#/play");
  await product.work.write("print('copied')\n");
  const link = await new SharePage(page).link();
  await page.getByText("The link is on your clipboard.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("The link is on your clipboard.").waitFor({ state: "detached" });
}, { permissions: ["clipboard-read", "clipboard-write"] });

scenario(site, "a reader's own playground and exercises stay as they are; changes to the program are kept beside them", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("mine = 1\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("mine = 1"));
  const link = await linkTo(page, { v: 1, files: { "main.py": "theirs = 1\n" }, entry: "main.py" });
  await product.open(link);
  await work.holds("theirs = 1");
  await product.open("#/play");
  await work.holds("mine = 1");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("shared")).length), 0, "looking stores nothing");

  await product.open(link);
  await work.holds("theirs = 1");
  await work.write("theirs = 2\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("theirs = 2"));
  await product.open(await linkTo(page, { v: 1, files: { "main.py": "another = 1\n" }, entry: "main.py" }));
  await work.holds("another = 1");
  await page.goto("about:blank");
  await product.open(link);
  await work.holds("theirs = 2");
  await page.getByRole("button", { name: "Show it as it was sent" }).click();
  await work.holds("theirs = 1");
  await product.open("#/play");
  await work.holds("mine = 1");
});

scenario(site, "an exercise and a program of a lesson are shared with the way back to them", async ({ page, product, site }) => {
  await product.open("#/exercise/import-stock");
  await product.work.write("def mine(): pass\n");
  const fromExercise = await new SharePage(page).link();
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  const fromBlock = await new SharePage(page).link(product.lesson.block(1).section);

  const there = await elsewhere({ page, site });
  await there.other.goto(fromExercise);
  await there.product.work.holds("def mine(): pass");
  await there.other.getByRole("link", { name: /where in the course/ }).click();
  await there.other.waitForURL(/#\/exercise\/import-stock$/);
  await there.other.goto(fromBlock);
  await there.share.cameFromSomebodyElse();
  await there.product.work.run();
  await there.product.work.shows("retries is 3");
  await there.other.getByRole("link", { name: /where in the course/ }).click();
  await there.other.waitForURL(/#\/lesson\/try-except-basics\?block=1$/);
  await there.context.close();
});

scenario(site, "what is too large for a link leaves as a file, and the playground opens that", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  // Digits of a generator do not pack well.
  let state = 1;
  const digits = Array.from({ length: 60_000 }, () => (state = (state * 48271) % 2147483647) % 36).map((it) => it.toString(36)).join("");
  await work.write(`digits = '${digits}'\n`);
  await page.getByRole("button", { name: /^Share/ }).click();
  await page.getByText(/a link carries 32 kB at most/).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save it as a file" }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "main.vivarium");
  const saved = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(saved.entry, "main.py");
  assert.ok(saved.files["main.py"].includes(digits));
});

scenario(site, "a link that cannot be opened is answered with a sentence, whatever is wrong", async ({ page, product }) => {
  await product.open("#/settings");
  const good = { v: 1, files: { "main.py": "" }, entry: "main.py" };
  const bomb = { ...good, files: { "main.py": "x".repeat(4 << 20) } };
  const cases = [
    ["#/play/not!a!link", /damaged/],
    ["#/play/AAAA", /damaged/],
    [await linkTo(page, "[1, 2"), /damaged/],
    [await linkTo(page, { ...good, v: 9 }), /newer version/],
    [await linkTo(page, { ...good, files: { "../../etc/passwd": "" }, entry: "../../etc/passwd" }), /lead out of its folder/],
    [await linkTo(page, { ...good, entry: "other.py" }), /missing/],
    [await linkTo(page, bomb), /larger than/],
    [`#/play/${"A".repeat(100_000)}`, /larger than/],
  ];
  for (const [link, sentence] of cases) {
    await product.open(link);
    await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
  }
  // One character less, as after a careless copy.
  const whole = await linkTo(page, { ...good, files: { "main.py": "print('a long enough program')" } });
  await product.open(whole.slice(0, -3));
  await page.getByRole("alert").filter({ hasText: /damaged/ }).waitFor();
  await product.open(whole);
  await product.work.holds("print('a long enough program')");
});

scenario(site, "a program in a link cannot put markup or scripts into the page", async ({ page, product }) => {
  await product.open("#/settings");
  const evil = "<img src=x onerror=\"window.broken = true\">";
  const link = await linkTo(page, {
    v: 1,
    files: { [`${evil.replaceAll("/", "")}.py`]: evil },
    entry: `${evil.replaceAll("/", "")}.py`,
    arguments: evil,
    lesson: "javascript:window.broken=true",
  });
  await product.open(link);
  await page.getByRole("tab", { name: /<img src=x/ }).waitFor();
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.getByRole("link", { name: /where in the course/ }).count(), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
});
