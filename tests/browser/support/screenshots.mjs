// Takes a picture of every page in every size and theme, into test-results/screens/. Arguments pick pages by name.

import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import { startChromium } from "./chromium.mjs";
import { Product } from "./product.mjs";
import { ROUTES, SIZES, THEMES, isSettled } from "./routes.mjs";
import { DIST, RESULTS } from "./scenario.mjs";
import { serve } from "./server.mjs";

const folder = path.join(RESULTS, "screens");
const wanted = process.argv.slice(2);

/** Pages that show more once something was done on them. */
const SCENES = {
  "lesson-run": async ({ page, lesson, open }) => {
    await open("#/lesson/try-except-basics?block=3");
    await lesson.block(3).run();
    await lesson.block(3).printed("TypeError");
  },
  "exercise-checked": async ({ page, work, open }) => {
    await open("#/exercise/import-stock");
    if (page.viewportSize().width <= SIZES.phone[0]) await page.getByRole("tab", { name: "Code" }).click();
    await work.check();
    await work.verdict(/checks pass/);
  },
  "playground-run": async ({ work, open }) => {
    await open("#/play");
    await work.write("def half(x):\n    return x / 0\n\nprint('Hello')\nhalf(3)\n");
    await work.run();
    await work.shows(">>>");
  },
};

async function take(browser, site, name, scene) {
  for (const theme of THEMES) {
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: "reduce" });
      const page = await context.newPage();
      const file = path.join(folder, `${name}-${size}-${theme}.png`);
      try {
        await scene(new Product(page, site), page);
        await isSettled(page);
        await page.screenshot({ path: file, fullPage: size !== "wide" && !name.startsWith("play") });
        console.log(file);
      } catch (error) {
        console.log(`${file}: ${String(error.message ?? error).split("\n")[0]}`);
        process.exitCode = 1;
      } finally {
        await context.close();
      }
    }
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await serve({ "/": DIST });
const site = { address: `${server.origin}/`, server };
const browser = await startChromium(chromium);
const scenes = {
  ...Object.fromEntries(Object.entries(ROUTES).map(([name, route]) => [name, (product) => product.open(route)])),
  ...Object.fromEntries(
    Object.entries(SCENES).map(([name, scene]) => [
      name,
      (product, page) => scene({ page, work: product.work, lesson: product.lesson, open: (route) => product.open(route) }),
    ]),
  ),
};
for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length === 0 || wanted.some((part) => name.includes(part))) await take(browser, site, name, scene);
}
await browser.close();
await server.close();
