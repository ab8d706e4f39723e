// Every kind of page, for audits and screenshots.

export const ROUTES = {
  home: "#/",
  module: "#/module/exceptions",
  coming: "#/module/threading",
  lesson: "#/lesson/try-except-basics",
  exercise: "#/exercise/import-stock",
  playground: "#/play",
  search: "#/search?q=exception",
  settings: "#/settings",
  about: "#/about",
  missing: "#/no/such/page",
};

export const SIZES = { phone: [390, 844], laptop: [1366, 768], wide: [2560, 1440] };

export const THEMES = ["light", "dark"];

/** Resolves when the page has its content, its fonts and its widgets. */
export async function isSettled(page) {
  await page.locator("h1").first().waitFor({ state: "attached" });
  if (await page.locator(".editor-place").count()) await page.locator(".cm-content").waitFor({ state: "attached" });
  if (await page.locator(".console").count()) await page.locator(".vivarium-console").waitFor({ state: "attached" });
  await page.evaluate(() => document.fonts.ready);
}
