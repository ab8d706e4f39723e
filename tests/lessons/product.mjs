// The product in Chromium: runs programs through `window.vivarium` of a built page.
// It owns the server of dist, the browser and its pages. It does not know lessons.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".wasm": "application/wasm",
};

/** How long the page may take for what is not the program's own time. */
const PATIENCE_MS = 120_000;

/** A hash of all that decides what a program does: kernel, interpreter and library. */
export function versionOf(dist) {
  const assets = join(dist, "assets");
  if (!existsSync(assets)) throw new Error(`${dist} is not built: cargo xtask build`);
  const hash = createHash("sha256");
  for (const name of readdirSync(assets).sort()) {
    // The lessons are part of each program's own key.
    if (/\.(wasm|js|pack)$/.test(name)) hash.update(name).update(readFileSync(join(assets, name)));
  }
  return hash.digest("hex");
}

function serve(dist) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const path = join(dist, normalize(name.endsWith("/") ? `${name}index.html` : name));
    if (!path.startsWith(dist) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** Runs in the page: one program in a workspace of its own. */
async function runInPage(proof) {
  const api = globalThis.vivarium;
  const decoder = new TextDecoder();
  const text = (piece) => (typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }));
  let output = "";
  let report = "";
  // A program that prints without end is given up, before this page is full of it.
  const tooMuch = new AbortController();
  const print = (piece) => {
    if (output.length < 1_000_000) output += text(piece);
    else tooMuch.abort();
  };
  const options = { files: proof.files, mode: proof.seed === null ? "live" : "lockstep" };
  if (proof.seed !== null) options.seed = proof.seed;
  const workspace = await api.open(options);
  try {
    const result = await workspace.run({
      argv: proof.argv,
      stdin: proof.stdin,
      // Both streams in the order of printing, as on a terminal.
      env: { PYTHONUNBUFFERED: "1", ...proof.env },
      hosts: proof.hosts,
      timeoutMs: proof.timeout_ms,
      bytecodes: proof.bytecodes ?? undefined,
      signal: tooMuch.signal,
      onStdout: print,
      onStderr: print,
      onReport: proof.report ? (piece) => (report += text(piece)) : undefined,
    });
    return { output, report, exit_code: result.exitCode, reason: result.reason };
  } finally {
    await workspace.close();
  }
}

export class ProductPool {
  static async start(dist, size) {
    const server = await serve(dist);
    const executablePath = process.env.VIVARIUM_CHROMIUM ?? "/usr/bin/chromium";
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    return new ProductPool(server, browser, size);
  }

  constructor(server, browser, size) {
    this.server = server;
    this.browser = browser;
    this.size = size;
  }

  async page() {
    const page = await this.browser.newPage();
    // A busy machine may take its time to compile Python.
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => console.log(`page error: ${error.message}`));
    await page.goto(`http://127.0.0.1:${this.server.address().port}/#/about`);
    await page.waitForFunction(() => globalThis.vivarium?.ready);
    await page.evaluate(() => globalThis.vivarium.ready);
    return page;
  }

  async runAll(proofs, done) {
    const waiting = [...proofs];
    const line = async () => {
      let page = await this.page();
      while (waiting.length > 0) {
        const proof = waiting.shift();
        const ran = await this.one(page, proof);
        if (ran.reason === "crash" && ran.exit_code === null) {
          await page.close();
          page = await this.page();
        }
        done(proof, { key: proof.key, engine: "product", ...ran, exit_code: ran.exit_code ?? 1 });
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: Math.min(this.size, waiting.length) }, line));
  }

  /** A page that does not answer long after the program's time is over is given up. */
  async one(page, proof) {
    let timer;
    const silence = new Promise((resolve) => {
      const broken = { output: "the page does not answer", report: "", exit_code: null, reason: "crash" };
      timer = setTimeout(() => resolve(broken), proof.timeout_ms + PATIENCE_MS);
    });
    const broke = (error) => ({ output: `the page failed: ${error}`, report: "", exit_code: null, reason: "crash" });
    const ran = await Promise.race([page.evaluate(runInPage, proof).catch(broke), silence]);
    clearTimeout(timer);
    return ran;
  }

  async close() {
    await this.browser.close();
    this.server.close();
  }
}
