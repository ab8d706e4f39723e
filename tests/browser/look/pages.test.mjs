// How every page looks: accessible in both themes, and no wider than the screen.

import assert from "node:assert/strict";
import { isAccessible, violations, widerThanTheScreen } from "../support/audit.mjs";
import { ROUTES, SIZES, THEMES, isSettled } from "../support/routes.mjs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();

/** All that is found wrong on any page, with the page's name before it. */
async function onEveryPage(page, product, problems) {
  const found = [];
  for (const [name, route] of Object.entries(ROUTES)) {
    await product.open(route);
    await isSettled(page);
    for (const problem of await problems(page)) found.push(`${name}: ${problem}`);
  }
  return found;
}

for (const theme of THEMES) {
  scenario(
    site,
    `no page is inaccessible in the ${theme} theme`,
    async ({ page, product }) => {
      assert.deepEqual(await onEveryPage(page, product, violations), []);
    },
    { colorScheme: theme },
  );
}

scenario(site, "an exercise with checks, hints and a solution is accessible", async ({ page, product }) => {
  await product.open("#/exercise/import-stock");
  await product.work.check();
  await product.work.verdict(/checks pass/);
  await product.work.takeHint();
  await page.getByRole("button", { name: "Show the solution" }).click();
  await page.getByRole("button", { name: "Yes, show the solution" }).click();
  await isAccessible(page);
});

scenario(site, "a lesson whose programs have run is accessible", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  await product.lesson.block(3).run();
  await product.lesson.block(3).printed("TypeError");
  await product.lesson.block(1).write("print(1)");
  await isAccessible(page);
});

for (const [name, [width, height]] of Object.entries(SIZES)) {
  scenario(
    site,
    `every page fits a ${name}, ${width} px wide`,
    async ({ page, product }) => {
      assert.deepEqual(await onEveryPage(page, product, widerThanTheScreen), []);
    },
    { viewport: { width, height } },
  );
}

scenario(site, "everything of the frame can be reached by Tab, the content at once", async ({ page, product }) => {
  await product.open();
  await isSettled(page);
  await page.keyboard.press("Tab");
  await page.getByText("Skip to the content").waitFor({ state: "visible" });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.querySelector("main").contains(document.activeElement));
});
