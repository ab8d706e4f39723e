// The product from a folder: opened from file://, with no server and no network.

import assert from "node:assert/strict";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite({ file: true });

scenario(site, "a page from a folder runs Python and asks the network for nothing", async ({ page, product }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await product.open();
  const result = await product.runCode("import json, time\ntime.sleep(0.05)\nprint(json.dumps([input()]))\n", { stdin: "typed\n" });
  assert.equal(result.stdout, '["typed"]\n', result.stderr);
  const outside = asked.filter((url) => !/^(file|blob|data):/.test(url));
  assert.deepEqual(outside, []);
});

scenario(site, "a library module comes from the folder as well", async ({ product }) => {
  await product.open();
  const result = await product.runCode("import unittest.mock\nprint('ok')\n");
  assert.equal(result.stdout, "ok\n", result.stderr);
});

scenario(site, "a lesson can be read and run, and progress is kept", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  const block = product.lesson.block(1);
  await block.run();
  await block.printed("timeout is not a number, ignored");
  await page.reload();
  await product.open("#/");
  await page.getByRole("link", { name: /^Continue/ }).waitFor();
});
