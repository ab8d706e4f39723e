// What a reader's browser must have before a lesson can be read weighs no more than it may, however much the product does.
//
// No browser is needed for this: the files of the build are weighed as a good server would send them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { DIST } from "../support/scenario.mjs";

/** The design's bound, and one for the part that comes while the reader reads. */
const MOST = { "app_bg.wasm": 400_000, "later.wasm": 640_000 };

for (const [name, most] of Object.entries(MOST)) {
  test(`${name} stays within ${most / 1000} kB`, () => {
    const bytes = readFileSync(`${DIST}/assets/${name}`);
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24 };
    const size = brotliCompressSync(bytes, { params }).length;
    assert.ok(size <= most, `${name} weighs ${size} bytes in brotli, and may weigh ${most}`);
  });
}
