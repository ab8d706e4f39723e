// Finds and starts Chromium. Takes Playwright as an argument, so that packages with their own copy can use it (bench/).

import { existsSync } from "node:fs";

const CANDIDATES = [
  process.env.VIVARIUM_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export function chromiumPath() {
  const found = CANDIDATES.find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium found: install it, or name it in VIVARIUM_CHROMIUM");
  return found;
}

export function startChromium(chromium, args = []) {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...(asRoot ? ["--no-sandbox"] : []), ...args],
  });
}
