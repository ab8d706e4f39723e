// The folder of a stick: made by the command line, opened from a path as learners have them, with the network cut.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DIST, scenario, useSite } from "../support/scenario.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const exercise = path.join(root, "lessons/07-exceptions/02-try-except-basics/exercises/01-import-stock");
const machine = mkdtempSync(path.join(tmpdir(), "vivarium-stick-"));
const first = path.join(machine, "Kurs für Anfänger");
const second = path.join(machine, "Kurs für Anfänger (2)");
const start = (folder) => pathToFileURL(path.join(folder, "START.html")).href;

const bundle = (out) =>
  spawnSync("cargo", ["xtask", "bundle", "usb", "--dist", DIST, "--out", out], { cwd: root, encoding: "utf8" });

before(() => {
  const made = bundle(first);
  assert.equal(made.status, 0, made.stderr);
  const sizes = readdirSync(first, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const bytes = sizes.reduce((sum, it) => sum + statSync(path.join(it.parentPath, it.name)).size, 0);
  assert.ok(bytes < 15e6, `the folder takes ${bytes} bytes`);
  cpSync(first, second, { recursive: true });
});
after(() => rmSync(machine, { recursive: true }));

const site = useSite();
// What is asked of the network is refused, and fails the scenario.
const cut = {
  offline: true,
  prepare: async (context) => {
    context.on("request", (request) => {
      asked.push(request.url());
    });
  },
};
let asked = [];
const alone = (name, body) =>
  scenario(site, name, async (given) => {
    asked = [];
    given.product.site = { address: start(first) };
    await body(given);
    assert.ok(asked.length > 0, "not even the page was asked for");
    assert.deepEqual(asked.filter((url) => !/^(file|blob|data):/.test(url)), []);
  }, cut);

alone("a lesson is read, run and checked, and found again after a reload", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  await product.lesson.block(1).run();
  await product.lesson.block(1).printed("timeout is not a number, ignored");
  await product.open("#/exercise/import-stock");
  await product.work.write(readFileSync(path.join(exercise, "solution.py"), "utf8"));
  await product.work.check();
  await page.getByText("You passed this exercise.").waitFor();
  await page.reload();
  await page.getByText("You passed this exercise.").waitFor();
});

alone("a pool of processes and a server with its client work", async ({ product }) => {
  await product.open();
  const pool = await product.runCode(`
import multiprocessing as mp
def square(n): return n * n
if __name__ == "__main__":
    with mp.Pool(2) as pool: print(pool.map(square, range(6)))
`);
  assert.equal(pool.stdout, "[0, 1, 4, 9, 16, 25]\n", pool.stderr);
  const sockets = await product.runCode(`
import socket, threading
server = socket.create_server(("localhost", 0))
def serve():
    peer, _ = server.accept()
    with peer: peer.sendall(peer.recv(100).upper())
thread = threading.Thread(target=serve); thread.start()
with socket.create_connection(server.getsockname()) as client:
    client.sendall(b"hello"); print(client.recv(100))
thread.join()
`);
  assert.equal(sockets.stdout, "b'HELLO'\n", sockets.stderr);
});

alone("modules of the library and installed packages come from the folder", async ({ product }) => {
  await product.open();
  const result = await product.runCode("import unittest.mock, requests\nprint(requests.__name__)\n");
  assert.equal(result.stdout, "requests\n", result.stderr);
});

const download = async (page) => {
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  return readFileSync(await (await arriving).path(), "utf8");
};

alone("two folders on one machine know nothing of each other, and a name leaves with the progress", async ({ page, product }) => {
  await product.open("#/lesson/try-except-basics");
  await product.lesson.isOpen("Catching an exception");
  await product.open("#/settings");
  await page.getByLabel(/Your name/).fill("Ada L.");
  await page.getByLabel(/Your name/).press("Tab");
  assert.match(await download(page), /try-except-basics/);
  assert.match(await download(page), /Ada L\./);
  await page.goto(`${start(second)}#/settings`);
  assert.equal(await page.getByLabel(/Your name/).inputValue(), "");
  assert.doesNotMatch(await download(page), /try-except-basics|Ada/);
});

alone("a class is a table of many files, and bad ones are named and left out", async ({ page, product }) => {
  const progress = (name, passed) => JSON.stringify({
    kind: "vivarium-progress",
    version: 1,
    entries: {
      "vivarium/1/learner": name,
      "vivarium/1/progress": { lessons: { "try-except-basics": { is_read: true } }, exercises: Object.fromEntries(passed.map((id) => [id, { attempts: 1, is_passed: true }])) },
    },
  });
  const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await product.open("#/settings");
  await page.getByRole("link", { name: "See a class" }).click();
  await page.getByLabel("Choose files").setInputFiles([
    file("1.json", progress("Zoë", [])),
    file("2.json", progress("Ada", ["import-stock"])),
    file("notes.json", "[]"),
    file("cut.json", progress("Eve", []).slice(0, 60)),
  ]);
  await page.getByText("notes.json is no progress file").waitFor();
  await page.getByText("cut.json is no progress file").waitFor();
  const names = () => page.locator("tbody th").allTextContents();
  assert.deepEqual(await names(), ["Ada", "Zoë"]);
  // Files that come later are added to those that are there.
  await page.getByLabel("Choose files").setInputFiles([file("3.json", progress("Bo", []))]);
  await page.getByText("3 learners").waitFor();
  await page.getByLabel("Find a learner").fill("zo");
  assert.deepEqual(await names(), ["Zoë"]);
  await page.getByLabel("Find a learner").fill("");
  await page.getByLabel("Show").selectOption("exceptions");
  await page.getByRole("button", { name: "Catching an exception" }).waitFor();
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  const csv = readFileSync(await (await arriving).path(), "utf8");
  assert.match(csv, /^\uFEFF"Learner","Lessons done",.*"Catching an exception"/);
  assert.match(csv, /"Ada",\d+,/);
});

scenario(site, "a folder of somebody else is not written into", async () => {
  const other = path.join(machine, "photos");
  cpSync(path.join(root, "public/icons"), other, { recursive: true });
  const made = bundle(other);
  assert.equal(made.status, 1);
  assert.match(made.stderr, /holds other files/);
  assert.ok(!existsSync(path.join(other, "START.html")));
  writeFileSync(path.join(first, "collected.json"), "{}");
  assert.equal(bundle(first).status, 0);
  assert.ok(existsSync(path.join(first, "collected.json")), "what was collected is kept");
});
