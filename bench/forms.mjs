// The forms in which the product is given away: what each weighs, and how long it takes to its first output.
//
// Forms are made by the command line, as people make them, and started in turns, each time in a fresh profile.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "../tests/browser/support/server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { unzipSync } = createRequire(new URL("../tests/browser/package.json", import.meta.url))("fflate");

function bundle(form, dist, out) {
  const made = spawnSync("cargo", ["xtask", "bundle", form, "--dist", dist, "--out", out], { cwd: root, encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  return out;
}

function unzipped(zip, folder) {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

function weight(place) {
  if (statSync(place).isFile()) return statSync(place).size;
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return files.reduce((sum, it) => sum + statSync(path.join(it.parentPath, it.name)).size, 0);
}

/** Answers `[{name, bytes, ms}]`; the first is the hosted page, by which the others are judged. */
export async function measureForms(vivarium, dist, rounds) {
  const folder = mkdtempSync(path.join(tmpdir(), "vivarium-forms-"));
  let server;
  try {
    const zip = bundle("scorm12", dist, path.join(folder, "scorm12.zip"));
    const stick = bundle("usb", dist, path.join(folder, "stick"));
    const single = bundle("single", dist, path.join(folder, "vivarium.html"));
    server = await serve({ "/": unzipped(zip, path.join(folder, "package")) });
    const forms = [
      { name: "a link", bytes: weight(dist), address: `${vivarium.origin}/` },
      { name: "SCORM 1.2 package, zipped", bytes: weight(zip), address: `${server.origin}/` },
      { name: "folder for a stick", bytes: weight(stick), address: pathToFileURL(path.join(stick, "START.html")).href },
      { name: "single file", bytes: weight(single), address: pathToFileURL(single).href },
    ].map((form) => ({ ...form, ms: Infinity }));
    for (let round = 0; round < rounds; round += 1) {
      for (const form of forms) form.ms = Math.min(form.ms, (await vivarium.coldStart(form.address)).ms);
    }
    return forms.map(({ name, bytes, ms }) => ({ name, bytes, ms }));
  } finally {
    await server?.close();
    rmSync(folder, { recursive: true });
  }
}
