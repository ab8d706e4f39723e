// Audits a page for accessibility with axe-core, and for its width.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Answers one sentence a violation. */
export async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.flatMap((it) => it.nodes.map((node) => `${it.id}: ${it.help}: ${node.target.join(" ")}`));
}

export async function isAccessible(page) {
  assert.deepEqual(await violations(page), []);
}

/** Answers what makes the page scroll sideways, or nothing when it does not. */
export function widerThanTheScreen(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > clientWidth + 0.5);
    const names = sticksOut.slice(0, 5).map((it) => `${it.tagName.toLowerCase()}.${it.getAttribute("class") ?? ""}`);
    return [`${scrollWidth} px in a view of ${clientWidth} px: ${names.join(", ")}`];
  });
}
