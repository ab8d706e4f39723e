// The timeline: threads, tasks and processes drawn, stepped through, explored; by mouse, keys and as a table.

import assert from "node:assert/strict";
import { isAccessible, widerThanTheScreen } from "../support/audit.mjs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const LOCKED = `import threading, time

lock = threading.Lock()

def work():
    with lock:
        time.sleep(0.05)

threads = [threading.Thread(target=work, name=f"worker-{n}") for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
`;

const RACE = `import threading

total = 0

def add():
    global total
    for _ in range(20):
        seen = total
        total = seen + 1

threads = [threading.Thread(target=add, name=name) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert total == 40, total
print("right")
`;

const DEADLOCK = `import threading, time

fork, knife = threading.Lock(), threading.Lock()

def eat(first, second):
    with first:
        time.sleep(0.01)
        with second:
            pass

one = threading.Thread(target=eat, args=(fork, knife), name="Ada")
two = threading.Thread(target=eat, args=(knife, fork), name="Bob")
one.start(); two.start()
one.join(); two.join()
`;

const TASKS = `import asyncio

async def fetch(name, pause):
    await asyncio.sleep(pause)
    return name

async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(fetch(number, number / 100), name=f"fetch-{number}")

asyncio.run(main())
print("done")
`;

const PIPED = `import subprocess, sys

child = subprocess.Popen(
    [sys.executable, "-c", "print(input().upper())"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
)
print(child.communicate("hello")[0])
`;

/** The timeline of the page that is open. */
class TimelinePage {
  constructor(page) {
    this.page = page;
    this.picture = page.getByRole("group", { name: /^Timeline: \d+ lanes/ });
    this.status = page.locator(".timeline-pointed");
    this.explored = page.locator(".explored");
  }

  async open() {
    await this.page.getByRole("tab", { name: "Timeline" }).click();
  }

  async hasLanes(...names) {
    for (const name of names) await this.page.locator(".timeline-name-text", { hasText: name }).first().waitFor();
  }

  async button(name) {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** What is drawn of all lanes in one of the shapes. */
  drawn(shape) {
    return this.page.locator(`.timeline-scroller .lane-${shape}`).evaluateAll((paths) =>
      paths.map((path) => path.getAttribute("d")).join(""),
    );
  }

  async says(text) {
    await this.status.filter({ hasText: text }).waitFor();
  }
}

async function runAndLook(page, product, code) {
  await product.open("#/play");
  await product.work.write(code);
  await product.work.run();
  const timeline = new TimelinePage(page);
  await timeline.open();
  return timeline;
}

for (const [size, options] of [["desktop", {}], ["phone", PHONE]]) {
  scenario(site, `threads that wait for a lock are drawn, on a ${size}`, async ({ page, product }) => {
    const timeline = await runAndLook(page, product, LOCKED);
    await timeline.hasLanes("MainThread", "worker-0", "worker-2");
    await product.page.getByRole("tab", { name: "Console" }).click();
    await product.work.shows("done");
    await timeline.open();
    assert.match(await timeline.drawn("running"), /M/);
    assert.match(await timeline.drawn("blocked"), /M/);
    assert.notEqual(await page.locator(".arrow-start").count(), 0);
    assert.notEqual(await page.locator(".arrow-wake").count(), 0);
    await timeline.page.locator(".lane-word", { hasText: /lock|sleep/ }).first().waitFor();
    assert.deepEqual(await widerThanTheScreen(page), []);
    await isAccessible(page);
  }, options);
}

scenario(site, "the keyboard steps through the events and goes to their lines", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, LOCKED);
  await timeline.hasLanes("worker-2");
  await timeline.picture.focus();
  await page.keyboard.press("n");
  await timeline.says("1 of");
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("n");
    if (/worker-\d is started by MainThread/.test(await timeline.status.textContent())) break;
  }
  await timeline.says("main.py:11");
  await page.locator(".cm-editor .cm-line", { hasText: "thread.start()" }).first().waitFor();
  const before = await timeline.status.textContent();
  await page.keyboard.press("p");
  assert.notEqual(await timeline.status.textContent(), before);
  await page.keyboard.press("n");
  const axis = page.locator(".axis-word").first();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("End");
  assert.notEqual(await axis.textContent(), "0 µs");
  await page.keyboard.press("Home");
  await page.keyboard.press("0");
  assert.match(await axis.textContent(), /^0 /);
  await page.keyboard.press("Enter");
  await product.work.editor.and(page.locator(":focus")).waitFor();
});

scenario(site, "the table says what the picture shows", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, LOCKED);
  await timeline.hasLanes("worker-2");
  await timeline.button("Table");
  const rows = page.locator(".timeline-table tbody tr");
  await rows.filter({ hasText: "worker-1" }).filter({ hasText: "waits for a lock" }).first().waitFor();
  await rows.filter({ hasText: "worker-0" }).filter({ hasText: "sleeps" }).first().click();
  await timeline.says("worker-0 sleeps");
  await isAccessible(page);
});

scenario(site, "a race is found, cut down, shown, and replayed", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, RACE);
  await timeline.button("Explore schedules");
  await timeline.explored.filter({ hasText: /AssertionError: \d+.*switch/ }).waitFor({ timeout: 120_000 });
  await timeline.hasLanes("left", "right");
  const text = await timeline.explored.textContent();
  const seed = /seed (\d+)/.exec(text)[1];
  await page.getByRole("button", { name: `Replay seed ${seed}` }).click();
  await page.getByRole("tab", { name: "Console" }).click();
  await product.work.shows("AssertionError");
});

scenario(site, "what never fails is said to, with what it prints", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, "print('always')\n");
  await timeline.button("Explore schedules");
  await timeline.explored.filter({ hasText: "No schedule of 50 makes it fail." }).waitFor({ timeout: 120_000 });
});

scenario(site, "a deadlock is told, by whom and where, and its waits are drawn", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, DEADLOCK);
  await page.getByRole("tab", { name: "Console" }).click();
  await product.work.shows("Ada waits for a lock, line 8 of main.py");
  await timeline.open();
  await timeline.button("Explore schedules");
  await timeline.explored.filter({ hasText: "it deadlocks" }).waitFor({ timeout: 120_000 });
  await timeline.hasLanes("Ada", "Bob");
  assert.match(await timeline.drawn("stuck"), /M/);
});

scenario(site, "asyncio tasks have lanes of their own", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, TASKS);
  await timeline.hasLanes("fetch-0", "fetch-2");
  await timeline.button("Table");
  const sleeping = page.locator(".timeline-table tbody tr").filter({ hasText: "fetch-2" }).filter({ hasText: "sleeps" });
  const later = page.getByRole("button", { name: "Later" });
  while ((await sleeping.count()) === 0 && (await later.isEnabled())) await later.click();
  await sleeping.first().waitFor();
});

scenario(site, "two processes and what goes between them are drawn", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, PIPED);
  await timeline.hasLanes("main.py (1)", "python -c (2)");
  await page.getByRole("tab", { name: "Console" }).click();
  await product.work.shows("HELLO");
  await timeline.open();
  await page.locator(".arrow-message").first().waitFor({ state: "attached" });
});

scenario(site, "in the dark, and with motion reduced, it is as readable", async ({ page, product }) => {
  const timeline = await runAndLook(page, product, LOCKED);
  await timeline.hasLanes("worker-2");
  await isAccessible(page);
}, { colorScheme: "dark", reducedMotion: "reduce" });
