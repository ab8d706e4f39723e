// Builds editor/dist: editor.js (one classic script), editor.css, and the fonts as woff2 files.
//
// Knows nothing of the page; xtask copies dist/ beside index.html. `--sizes` prints what each file weighs.

import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "dist");
const require = createRequire(import.meta.url);

// One row a set of font files: the page's text, its prose, and code. Other scripts than these fall back to the system's fonts.
const SUBSETS = ["latin", "latin-ext", "cyrillic", "greek"];
const FONTS = [
  { package: "inter", family: "Inter Variable", style: "normal", weights: "100 900", subsets: SUBSETS },
  { package: "inter", family: "Inter Variable", style: "italic", weights: "100 900", subsets: ["latin", "latin-ext"] },
  { package: "source-serif-4", family: "Source Serif 4 Variable", style: "normal", weights: "200 900", subsets: SUBSETS },
  { package: "source-serif-4", family: "Source Serif 4 Variable", style: "italic", weights: "200 900", subsets: ["latin"] },
  { package: "jetbrains-mono", family: "JetBrains Mono Variable", style: "normal", weights: "100 800", subsets: SUBSETS },
  { package: "jetbrains-mono", family: "JetBrains Mono Variable", style: "italic", weights: "100 800", subsets: ["latin"] },
];

await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, "fonts"), { recursive: true });

await build({
  entryPoints: [path.join(here, "src/index.ts")],
  outfile: path.join(out, "editor.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
});

const styles = [
  await fontStyles(),
  await readFile(require.resolve("@xterm/xterm/css/xterm.css"), "utf8"),
  await readFile(path.join(here, "src/editor.css"), "utf8"),
].join("\n");
const minified = await build({
  stdin: { contents: styles, loader: "css", resolveDir: here },
  minify: true,
  bundle: true,
  external: ["./fonts/*"], // relative to dist/, and copied there by hand
  write: false,
  legalComments: "none",
});
await writeFile(path.join(out, "editor.css"), minified.outputFiles[0].contents);

if (process.argv.includes("--sizes")) await printSizes();

/** Copies the wanted woff2 files and answers the `@font-face` rules for them. */
async function fontStyles() {
  const rules = [];
  for (const font of FONTS) {
    const folder = path.dirname(require.resolve(`@fontsource-variable/${font.package}/package.json`));
    const ranges = JSON.parse(await readFile(path.join(folder, "unicode.json"), "utf8"));
    for (const subset of font.subsets) {
      const file = `${font.package}-${subset}-wght-${font.style}.woff2`;
      await copyFile(path.join(folder, "files", file), path.join(out, "fonts", file));
      rules.push(
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-display:swap;font-weight:${font.weights};` +
          `src:url("./fonts/${file}") format("woff2");unicode-range:${ranges[subset]}}`,
      );
    }
  }
  return rules.join("\n");
}

async function printSizes() {
  for (const name of ["editor.js", "editor.css"]) {
    const bytes = await readFile(path.join(out, name));
    console.log(`${name}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} brotli`);
  }
  const fonts = await readdir(path.join(out, "fonts"));
  let total = 0;
  for (const name of fonts) total += (await readFile(path.join(out, "fonts", name))).length;
  console.log(`fonts: ${fonts.length} files, ${total} bytes`);
}
