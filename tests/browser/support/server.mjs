// A static file server on a free port, as plain as a cheap web host: no special headers, no rewriting.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * Serves the folders of `mounts` (`{"/": folder, "/other/": folder}`; the longest prefix wins).
 * `answer(request, response)` is asked first, and says whether it has answered.
 * Answers `{origin, requests, close}`; `requests` are the paths asked for so far.
 */
export async function serve(mounts, answer = () => false) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    if (await answer(request, response)) return;
    const prefix = prefixes.find((it) => pathname.startsWith(it));
    const file = prefix && fileBelow(mounts[prefix], pathname.slice(prefix.length) || "index.html");
    const found = file && (await stat(file).catch(() => null));
    if (!found?.isFile()) {
      response.writeHead(404).end("not found");
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": found.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function fileBelow(mounted, relative) {
  const folder = path.resolve(mounted);
  const file = path.resolve(folder, decodeURIComponent(relative));
  const inside = file === folder || file.startsWith(folder + path.sep);
  return inside ? file : undefined;
}
