// What the bytes of a cold start weigh when a server sends them brotli-compressed at its best level.
//
// Compressing large files so takes many seconds, so sizes are remembered by content in the cache folder.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const STORED_AS_IS = new Set([".woff2", ".zip", ".png"]);

function cacheFile() {
  const base = process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache");
  const folder = path.join(process.env.VIVARIUM_CACHE ?? path.join(base, "vivarium"), "bench");
  mkdirSync(folder, { recursive: true });
  return path.join(folder, "brotli-sizes.json");
}

/** Answers a function from a file's path to its size on the wire. */
export function brotliSizes() {
  const file = cacheFile();
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return (name) => {
    const bytes = readFileSync(name);
    if (STORED_AS_IS.has(path.extname(name))) return bytes.length;
    const key = createHash("sha256").update(bytes).digest("hex");
    if (known[key] === undefined) {
      known[key] = brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_LGWIN]: 24,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }).length;
      writeFileSync(file, JSON.stringify(known));
    }
    return known[key];
  };
}

/** The sum over request paths, given where each prefix is served from. Paths that are no file of ours count nothing. */
export function transferred(requests, mounts, sizeOf) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const files = [];
  for (const request of requests) {
    const prefix = prefixes.find((it) => request.startsWith(it));
    if (prefix === undefined) continue;
    const file = path.join(mounts[prefix], request.slice(prefix.length) || "index.html");
    if (existsSync(file) && statSync(file).isFile()) files.push({ request, bytes: sizeOf(file) });
  }
  return files.sort((a, b) => b.bytes - a.bytes);
}
