// Audits a page for accessibility with axe-core, and for its width.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails with one sentence a violation. */
export async function isAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${it.help}: ${node.target.join(" ")}`));
  assert.deepEqual(found, []);
}

/** Fails when the page can be scrolled sideways. */
export async function fitsItsWidth(page) {
  const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= view, `the page is ${content} px wide in a view of ${view} px`);
}
