// cmi5: sessions of a real package against an LRS that knows the specification's rules.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launchSession, startLrs } from "../support/lrs.mjs";
import { checkManifest } from "../support/manifests.mjs";
import { makePackage, text } from "../support/package.mjs";
import { Product } from "../support/product.mjs";
import { scenario as plainScenario, useSite } from "../support/scenario.mjs";
import { serve } from "../support/server.mjs";

const exercises = new URL("../../../lessons/07-exceptions/02-try-except-basics/exercises/01-import-stock/", import.meta.url);
const read = (name) => readFileSync(new URL(name, exercises), "utf8");

// An LRS answers 404 for a document that nobody has written yet, and a browser logs that.
const scenario = (site, name, body, { allow = [] } = {}) => plainScenario(site, name, body, { allow: [/404/, ...allow] });

const site = useSite();
let course;
let server;
let lrs;
before(async () => {
  course = makePackage("cmi5", "--lesson", "exception-objects", "--lesson", "try-except-basics", "--mastery", "50");
  server = await serve({ "/course/": course.folder });
  lrs = await startLrs();
});
after(async () => {
  await lrs?.close();
  await server?.close();
  course?.remove();
});

const until = async (holds, what) => {
  const limit = Date.now() + 30_000;
  while (!holds()) {
    assert.ok(Date.now() < limit, `${what}: ${lrs.verbs()} ${lrs.broken}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const bar = (page) => page.getByRole("region", { name: "Learning platform" });
const says = (page, words) => bar(page).filter({ hasText: words }).waitFor();
const begin = (options) => {
  Object.assign(lrs, { mood: "answers", broken: [], asked: [], statements: [] });
  return launchSession(lrs, `${server.origin}/course/index.html`, options);
};
const open = async (page, session) => {
  await page.goto(session.address);
  return new Product(page, { address: session.address });
};
const pass = async (product) => {
  await product.open("#/exercise/import-stock");
  await product.work.write(read("solution.py"));
  await product.work.check();
  await product.work.verdict("All checks pass.");
};
const readAll = async (page, product) => {
  await product.open("#/lesson/exception-objects");
  await page.getByRole("link", { name: /^Next/ }).click();
  await product.lesson.isOpen("Catching an exception");
  await page.getByRole("button", { name: "Mark as read" }).click();
};
const tryOther = async (page, product) => {
  await product.open("#/exercise/failure-record");
  await page.getByRole("button", { name: "Check", exact: true }).waitFor();
  await product.work.check();
  await product.work.verdict(/checks pass|did not run/);
};
const isDefined = (it) => it.context.contextActivities.category?.some((category) => category.id.endsWith("/cmi5"));
const defined = (session) =>
  lrs.statements
    .filter((it) => isDefined(it) && it.context.extensions["https://w3id.org/xapi/cmi5/context/extensions/sessionid"] === session.id)
    .map((it) => it.verb.display.en);

test("the course structure keeps the published rules, and only this package may connect elsewhere", () => {
  const document = checkManifest("cmi5", text(course.files, "cmi5.xml"));
  const au = document.getElementsByTagName("au")[0];
  assert.equal(au.getAttribute("masteryScore"), "0.5");
  assert.equal(au.getAttribute("moveOn"), "CompletedAndPassed");
  assert.ok(course.files["index.html"] && au.getElementsByTagName("url")[0].textContent === "index.html");
  assert.match(text(course.files, "index.html"), /connect-src 'self' https: http:;/);
});

scenario(site, "a session from launch to return: begun, checked, passed, completed, ended", async ({ page }) => {
  const session = begin({ returnURL: `${server.origin}/course/notices.html` });
  const product = await open(page, session);
  await says(page, "Your programs stay in this browser");
  assert.deepEqual(lrs.verbs(session), ["initialized"]);
  await product.open("#/exercise/import-stock");
  await product.work.write(read("wrong/try_around_loop.py"));
  await product.work.check();
  await product.work.verdict(/checks pass/);
  await until(() => lrs.verbs(session).includes("answered"), "the checks arrive");
  await pass(product);
  await until(() => defined(session).includes("passed"), "passed arrives");
  await readAll(page, product);
  await tryOther(page, product);
  await until(() => defined(session).includes("completed"), "completed arrives");
  await bar(page).getByRole("button", { name: "Save and leave" }).click();
  await page.waitForURL("**/notices.html");
  assert.deepEqual(defined(session), ["initialized", "passed", "completed", "terminated"]);
  const { score } = lrs.statements.find((it) => it.verb.id.endsWith("/passed")).result;
  assert.equal(score.scaled, 0.5);
  assert.equal(lrs.fetched.get(session.id), 1);
  assert.deepEqual(lrs.broken, []);
});

scenario(site, "another machine goes on where the first one stopped", async ({ page, context }) => {
  const first = begin();
  const product = await open(page, first);
  await says(page, "kept by your learning platform");
  await pass(product);
  await until(() => lrs.asked.includes("POST /activities/state vivarium.progress"), "the record arrives");
  await page.goto("about:blank");
  await until(() => lrs.verbs(first).at(-1) === "terminated", "a page that is closed says so");

  const second = launchSession(lrs, `${server.origin}/course/index.html`, { registration: first.registration });
  const elsewhere = await context.browser().newContext();
  const there = await elsewhere.newPage();
  await open(there, second);
  await there.getByRole("heading", { level: 1, name: "Import the stock list" }).waitFor();
  await there.getByText("You passed this exercise.").waitFor();
  await there.goto("about:blank");
  await until(() => lrs.verbs(second).at(-1) === "terminated", "the second session ends");
  assert.deepEqual(defined(second), ["initialized", "terminated"], "passed is said once");
  assert.deepEqual(lrs.broken, []);
  await elsewhere.close();
});

scenario(site, "all tried and too little passed is failed at the end, and passed in another session", async ({ page }) => {
  const first = begin({ masteryScore: 0.9 });
  const product = await open(page, first);
  await says(page, "kept by your learning platform");
  await readAll(page, product);
  await pass(product);
  await tryOther(page, product);
  await until(() => defined(first).includes("completed"), "completed arrives");
  await bar(page).getByRole("button", { name: "Save and leave" }).click();
  await says(page, "Your session is saved and closed");
  assert.deepEqual(defined(first), ["initialized", "completed", "failed", "terminated"]);
  const second = launchSession(lrs, `${server.origin}/course/index.html`, { registration: first.registration, masteryScore: 0.5 });
  await open(page, second);
  await until(() => defined(second).includes("passed"), "what is there is enough now");
  assert.deepEqual(lrs.broken, []);
});

for (const launchMode of ["Browse", "Review"]) {
  scenario(site, `in mode ${launchMode} only the begin and the end are said`, async ({ page }) => {
    const session = begin({ launchMode });
    const product = await open(page, session);
    await says(page, "nothing you do here is recorded");
    await pass(product);
    await page.goto("about:blank");
    await until(() => lrs.verbs(session).at(-1) === "terminated", "the session ends");
    assert.deepEqual(lrs.verbs(session), ["initialized", "terminated"]);
    assert.deepEqual(lrs.broken, []);
  });
}

scenario(
  site,
  "an LRS that fails in mid-session is said, and gets everything in order when it is back",
  async ({ page }) => {
    const session = begin();
    const product = await open(page, session);
    await says(page, "kept by your learning platform");
    lrs.mood = "fails";
    await pass(product);
    await says(page, "The learning platform does not answer");
    lrs.mood = "answers";
    await says(page, "kept by your learning platform");
    await until(() => defined(session).includes("passed"), "passed arrives");
    assert.deepEqual(lrs.broken, []);
  },
  { allow: [/503/] },
);

scenario(site, "an LRS that takes a request and never answers is given up, and asked again", async ({ page }) => {
  const session = begin();
  const product = await open(page, session);
  await says(page, "kept by your learning platform");
  lrs.mood = (method, path) => (path === "/statements" ? "hangs" : "answers");
  await pass(product);
  await says(page, "The learning platform does not answer");
  lrs.mood = "answers";
  await says(page, "kept by your learning platform");
  await until(() => defined(session).includes("passed"), "passed arrives");
  assert.deepEqual(lrs.broken, []);
});

scenario(
  site,
  "an address that was used before opens no session, and the work is kept here",
  async ({ page }) => {
    const session = begin();
    await open(page, session);
    await says(page, "kept by your learning platform");
    await page.goto("about:blank");
    await until(() => lrs.verbs(session).at(-1) === "terminated", "the session ends");
    await page.goto(session.address);
    await says(page, "does not know this session any more");
    await page.goto(`${session.address}#/lesson/exception-objects`);
    await page.getByRole("button", { name: "Mark as read" }).click();
    await page.getByText("Read. One exercise is still open.").waitFor();
    const next = launchSession(lrs, `${server.origin}/course/index.html`, { registration: session.registration });
    await page.goto(`${next.address}#/lesson/exception-objects`);
    await page.getByText("Read. One exercise is still open.").waitFor();
    assert.deepEqual(lrs.broken, []);
  },
);

scenario(site, "the page asks nobody but itself and the two addresses of the launch", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const session = begin({ registration: randomUUID() });
  const product = await open(page, session);
  await says(page, "kept by your learning platform");
  await product.runCode("print(1)\n");
  const others = asked.filter((url) => !url.startsWith("blob:") && !url.startsWith(`${server.origin}/course/`) && !url.startsWith("data:"));
  assert.ok(others.length >= 4);
  for (const url of others) assert.ok(url.startsWith(`${lrs.origin}/fetch?`) || url.startsWith(`${lrs.origin}/xapi/`), url);
});

scenario(site, "without a launch the page says so", async ({ page }) => {
  await page.goto(`${server.origin}/course/index.html`);
  await says(page, "No learning platform was found");
});
