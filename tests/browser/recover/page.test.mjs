// A page in trouble: storage full or refused, a reload in the middle of a run, an old browser, files that do not come.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();

scenario(site, "a crash is told, and the next run works", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("import os\nprint('leaving')\nos._exit(3)\n");
  await work.run();
  await work.shows("[Ended with exit status 3.]");
  await work.write("import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()\n");
  await work.run();
  await page.getByRole("button", { name: /^Run the program/ }).waitFor({ timeout: 60_000 });
  await work.write("print('fine again')\n");
  await work.run();
  await work.shows("fine again\n>>>");
});

scenario(
  site,
  "a worker that breaks down ends its program only",
  async ({ page, product }) => {
    const { work } = product;
    await product.open("#/play");
    await product.pythonIsReady();
    await work.write("import time\nprint('alive')\ntime.sleep(1000)\n");
    await work.run();
    await work.shows("alive");
    // The one in reserve breaks as well, so that the next run finds a broken one.
    for (const worker of page.workers()) {
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error("broken on purpose");
        });
      });
    }
    await work.shows("[Python broke down:");
    await work.write("print('fine again')\n");
    await work.run();
    await work.shows("fine again\n>>>");
  },
  { allow: [/broken on purpose/] },
);

scenario(site, "Restart gives a fresh prompt in the place of a program", async ({ product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("print('alive')\nwhile True: pass\n");
  await work.run();
  await work.shows("alive");
  await product.page.getByRole("button", { name: "Restart Python" }).click();
  await work.shows(">>>");
  await work.type("'al' + 'ive' in dir()");
  await work.shows("False");
});

scenario(site, "a reload in the middle of a run leaves everything usable", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("print('running')\nwhile True: pass\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("running"));
  await work.run();
  await work.shows("running");
  await page.reload();
  await work.holds("print('running')\nwhile True: pass");
  await work.write("print('after')\n");
  await work.run();
  await work.shows("after\n>>>");
});

scenario(
  site,
  "a full storage is said, and the page goes on in memory",
  async ({ page, product }) => {
    await product.open("#/exercise/import-stock");
    await product.work.write("kept = 'in memory'\n");
    await page.getByText("This browser's storage is full").waitFor();
    await product.open("#/lesson/try-except-basics");
    await product.lesson.isOpen("Catching an exception");
    await product.open("#/exercise/import-stock");
    await product.work.holds("kept = 'in memory'");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download my progress" }).click();
    assert.match((await download).suggestedFilename(), /vivarium.*\.json/);
  },
  {
    prepare: (context) =>
      context.addInitScript(() => {
        const filler = "x".repeat(1024);
        try {
          for (let size = 1024 * 1024; size > 0; size = Math.floor(size / 2)) {
            for (let index = 0; ; index += 1) {
              const key = `filler-${size}-${index}`;
              if (localStorage.getItem(key) !== null) continue;
              try {
                localStorage.setItem(key, filler.repeat(Math.ceil(size / 1024)).slice(0, size));
              } catch {
                break;
              }
            }
          }
        } catch {
          // An opaque origin has no storage to fill.
        }
      }),
  },
);

scenario(
  site,
  "refused storage is said, and the page goes on in memory",
  async ({ page, product }) => {
    await product.open("#/lesson/try-except-basics");
    await product.lesson.isOpen("Catching an exception");
    await page.getByText("does not let the page store anything").waitFor();
    await product.lesson.block(1).run();
    await product.lesson.block(1).printed("retries is 3");
    await product.open("#/play");
    await product.work.write("kept = 'in memory'\n");
    await product.open("#/about");
    await product.open("#/play");
    await product.work.holds("kept = 'in memory'");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download my progress" }).click();
    assert.match(readFileSync(await (await download).path(), "utf8"), /kept = 'in memory'/);
  },
  {
    prepare: (context) =>
      context.addInitScript(() => {
        const refused = () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        };
        Object.defineProperty(window, "localStorage", { get: refused });
        Object.defineProperty(window, "sessionStorage", { get: refused });
      }),
  },
);

const withoutJspi = {
  prepare: async (context) => {
    // The worker is a script of its own: what the page forgets, it must forget too.
    await context.addInitScript(() => {
      const forget = "delete WebAssembly.Suspending; delete WebAssembly.promising;\n";
      delete WebAssembly.Suspending;
      delete WebAssembly.promising;
      const Plain = window.Blob;
      window.Blob = class extends Plain {
        constructor(parts = [], options = {}) {
          super(options.type?.includes("javascript") ? [forget, ...parts] : parts, options);
        }
      };
    });
  },
};

scenario(
  site,
  "an old browser runs programs with prepared input, files and checks",
  async ({ page, product }) => {
    await product.open();
    const result = await product.run({
      files: { "main.py": "import helper\nprint(helper.greet(input()))\nopen('made', 'w').write('x')\n", "helper.py": "def greet(name): return 'Hi ' + name\n" },
      argv: ["main.py"],
      stdin: "Ada\n",
    });
    assert.equal(result.stdout, "Hi Ada\n", result.stderr);
    const files = await page.evaluate(async () => {
      const workspace = await window.vivarium.open({ files: { "main.py": "open('made', 'w').write('x')" } });
      await workspace.run({ argv: ["main.py"] });
      return workspace.files();
    });
    assert.equal(files.made, "x");
    await product.open("#/exercise/import-stock");
    await page.getByText(/Chrome and Edge 137/).waitFor();
    await product.work.check();
    await product.work.verdict(/checks pass/);
  },
  withoutJspi,
);

scenario(
  site,
  "an old browser says what it cannot do, and Stop still works",
  async ({ product }) => {
    await product.open();
    const slept = await product.runCode("import time\ntime.sleep(1)\n");
    assert.equal(slept.exitCode, 1);
    assert.match(slept.stderr, /Error: .*browser/i);
    const stopped = await product.run({ files: { "main.py": "print('go', flush=True)\nwhile True: pass\n" }, argv: ["main.py"], timeoutMs: 2000 });
    assert.equal(stopped.reason, "timeout");
    assert.equal((await product.runCode("print('next')")).stdout, "next\n");
  },
  withoutJspi,
);

scenario(
  site,
  "Python that does not come is told, lessons can be read, and it can be tried again",
  async ({ page, product }) => {
    let broken = true;
    await page.route(/python_bg\.wasm/, (route) => (broken ? route.abort() : route.continue()));
    await page.route(/data\/python_bg/, (route) => (broken ? route.abort() : route.continue()));
    await product.open("#/lesson/try-except-basics");
    await page.getByText(/Python could not be loaded/).waitFor();
    await product.lesson.isOpen("Catching an exception");
    broken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText(/Python could not be loaded/).waitFor({ state: "detached" });
    await product.lesson.block(1).run();
    await product.lesson.block(1).printed("retries is 3");
  },
  { allow: [/python_bg|Failed to load|ERR_FAILED/] },
);

scenario(site, "all that is stored goes out as a file and comes back", async ({ page, product }) => {
  await product.open("#/exercise/import-stock");
  await product.work.write("exported = True\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("exported"));
  await product.open("#/settings");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const path = await (await download).path();
  await page.getByRole("button", { name: "Clear everything" }).click();
  await page.getByRole("button", { name: "Yes, clear everything" }).click();
  await page.waitForFunction(() => !JSON.stringify({ ...localStorage }).includes("exported"));
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByText("The file was taken in.").waitFor();
  await product.open("#/exercise/import-stock");
  await product.work.holds("exported = True");
});
