// Files that come into the playground and leave it: chosen, dropped, as a zip; what is refused is named with its reason.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { deflateRawSync } from "node:zlib";
import { scenario, useSite } from "../support/scenario.mjs";
import { SharePage } from "../support/pages/share.mjs";

const site = useSite();
let folder;
before(async () => (folder = await mkdtemp(path.join(tmpdir(), "vivarium-files-"))));
after(() => rm(folder, { recursive: true, force: true }));

/** A zip of `[[name, text], ...]`, each deflated; without checks of names, as an attacker would make it. */
function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), common, label, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, rest, label]));
    offset += 30 + label.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

async function choose(page, ...files) {
  await page.locator("input[type=file]").setInputFiles(files);
}

const chosen = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

scenario(site, "all files leave as a zip that other tools read, and come back from it", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("import os\nos.makedirs('data', exist_ok=True)\nopen('data/made.bin', 'wb').write(bytes(range(256)))\nprint('made', os.listdir('data'))\n");
  await work.run();
  await work.shows("made ['made.bin']");
  await page.getByText("Options").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all as a zip" }).click();
  const file = await download;
  const saved = path.join(folder, file.suggestedFilename());
  await file.saveAs(saved);
  const listed = execFileSync("python3", ["-c", "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(sorted(z.namelist()))\nassert z.read('data/made.bin') == bytes(range(256))", saved], { encoding: "utf8" });
  assert.match(listed, /\['data\/made.bin', 'main.py'\]/);

  await page.getByRole("button", { name: "Start anew" }).click();
  await page.getByRole("button", { name: "Remove all files?" }).click();
  await choose(page, saved);
  await page.getByText("1 file was added.").waitFor();
  await page.getByText("main.py is here already, with another content.").waitFor();
  await page.getByRole("button", { name: "Replace mine" }).click();
  await page.getByText("2 files were added.").waitFor();
  await page.getByText("Options").click();
  await work.write("print(sum(open('data/made.bin', 'rb').read()))\n");
  await work.run();
  await work.shows("32640");
});

scenario(site, "one's own file stays where one of the same name comes in, unless one says otherwise", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("mine = 1\n");
  await choose(page, chosen("main.py", "theirs = 1\n"), chosen("new.py", "new = 1\n"));
  await page.getByText("main.py is here already").waitFor();
  await page.getByRole("tab", { name: "main.py" }).click();
  await work.holds("mine = 1");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByText("main.py is here already").waitFor({ state: "detached" });
  await work.holds("mine = 1");
  await page.getByRole("tab", { name: "new.py" }).click();
  await work.holds("new = 1");
});

scenario(site, "names that lead elsewhere, bombs and nonsense are refused, each with a sentence; the rest comes in", async ({ page, product }) => {
  await product.open("#/play");
  await product.work.editor.waitFor();
  await choose(
    page,
    chosen("evil.zip", zip([["../../up.py", "x"], ["/etc/passwd", "x"], ["good.py", "good = 1\n"], ["bomb.txt", "0".repeat(9 << 20)]])),
    chosen("nonsense.zip", "this is no zip"),
    chosen("large.bin", "x".repeat((8 << 20) + 1)),
  );
  await page.getByText("1 file was added.").waitFor();
  await page.getByText(/leads out of the folder.*: \.\.\/\.\.\/up\.py, \/etc\/passwd\./).waitFor();
  await page.getByText(/a file may have 8 MB here.*: large\.bin, bomb\.txt\.|a file may have 8 MB here.*: bomb\.txt, large\.bin\./).waitFor();
  await page.getByText(/content is damaged: nonsense\.zip/).waitFor();
  await page.getByRole("tab", { name: "good.py" }).click();
  await product.work.holds("good = 1");
});

scenario(site, "files that are dropped come in, and do not end up in the text of the editor", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("mine = 1\n");
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["dropped = 1\n"], "dropped.py", { type: "text/x-python" }));
    transfer.items.add(new File(["a,b\n"], "table.csv", { type: "text/csv" }));
    return transfer;
  });
  const target = page.locator(".cm-content");
  await target.dispatchEvent("dragenter", { dataTransfer: transfer });
  await page.getByText("Drop files, folders or a zip").waitFor();
  await target.dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByText("2 files were added.").waitFor();
  await page.getByText("Drop files, folders or a zip").waitFor({ state: "detached" });
  await work.holds("dropped = 1");
  await page.getByRole("tab", { name: "main.py" }).click();
  await work.holds("mine = 1");
});

scenario(site, "a folder that is dropped comes in with what lies below it", async ({ page, product, context }) => {
  const dropped = path.join(folder, "project");
  await mkdir(path.join(dropped, "tools"), { recursive: true });
  await mkdir(path.join(dropped, "__pycache__"));
  await writeFile(path.join(dropped, "start.py"), "from tools.words import word\n");
  await writeFile(path.join(dropped, "tools", "words.py"), "word = 'below'\n");
  await writeFile(path.join(dropped, "__pycache__", "words.pyc"), "no source");
  await product.open("#/play");
  await product.work.write("mine = 1\n");
  // The browser's own way to drop what lies on the disk: a script could only make single files.
  const debug = await context.newCDPSession(page);
  const { x, y, width, height } = await page.locator(".cm-content").boundingBox();
  const at = { x: x + width / 2, y: y + height / 2, data: { items: [], files: [dropped], dragOperationsMask: 1 } };
  await debug.send("Input.dispatchDragEvent", { type: "dragEnter", ...at });
  await page.getByText("Drop files, folders or a zip").waitFor();
  await debug.send("Input.dispatchDragEvent", { type: "dragOver", ...at });
  await debug.send("Input.dispatchDragEvent", { type: "drop", ...at });
  await page.getByText("2 files were added.").waitFor();
  await page.getByRole("tab", { name: /start\.py/ }).waitFor();
  await product.work.holds("from tools.words import word");
});

scenario(site, "a program in a file opens as somebody else's", async ({ page, product }) => {
  const { work } = product;
  await product.open("#/play");
  await work.write("mine = 1\n");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("mine = 1"));
  const shared = { v: 1, files: { "tool.py": "print('from a file')\n" }, entry: "tool.py", mode: "lockstep", seed: 5 };
  const file = path.join(folder, "tool.vivarium");
  await writeFile(file, JSON.stringify(shared));
  await choose(page, file);
  await new SharePage(page).cameFromSomebodyElse();
  await work.holds("print('from a file')");
  await work.run();
  await work.shows("from a file");
  await product.open("#/play");
  await work.holds("mine = 1");
  await choose(page, chosen("broken.vivarium", "{"));
  await page.getByText(/damaged: a part of it is missing/).waitFor();
  assert.ok((await readFile(file, "utf8")).includes("tool.py"));
});
