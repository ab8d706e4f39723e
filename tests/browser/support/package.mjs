// Packages for an LMS: made by the command line, unzipped, and examined.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { DIST } from "./scenario.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Makes a package with `cargo xtask bundle`; answers its folder, its files (name to bytes), and `remove`. */
export function makePackage(standard, ...options) {
  const folder = mkdtempSync(path.join(tmpdir(), "vivarium-package-"));
  const zip = path.join(folder, "package.zip");
  const made = spawnSync("cargo", ["xtask", "bundle", standard, "--dist", DIST, "--out", zip, ...options], { cwd: root, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  return { ...unpack(readFileSync(zip), path.join(folder, "course")), remove: () => rmSync(folder, { recursive: true }) };
}

/** Unzips a package into a folder. */
export function unpack(bytes, folder) {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    assert.ok(file.startsWith(folder + path.sep), `${name} leaves the package`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { folder, files };
}

export function text(files, name) {
  assert.ok(files[name], `the package lacks ${name}`);
  return new TextDecoder("utf-8", { fatal: true }).decode(files[name]);
}
