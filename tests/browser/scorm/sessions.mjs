// The sessions that both SCORM versions must manage, against scorm-again's run-time. A test file for each version calls this.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, startLms } from "../support/lms.mjs";
import { checkManifest, checkReferences } from "../support/manifests.mjs";
import { makePackage, text } from "../support/package.mjs";
import { scenario, useSite } from "../support/scenario.mjs";

const lessons = new URL("../../../lessons/07-exceptions/", import.meta.url);
const solution = (exercise) => readFileSync(new URL(`${exercise}/solution.py`, lessons), "utf8");
const wrong = (exercise, name) => readFileSync(new URL(`${exercise}/wrong/${name}.py`, lessons), "utf8");
const STOCK = "02-try-except-basics/exercises/01-import-stock";

/** What the LMS holds, whatever the version calls it. */
const readers = {
  scorm12: (kept) => ({
    status: kept.cmi.core.lesson_status,
    score: Number(kept.cmi.core.score.raw),
    place: kept.cmi.core.lesson_location,
    exit: kept.cmi.core.exit,
    sessionTime: kept.cmi.core.session_time,
    suspend: kept.cmi.suspend_data,
    interactions: Object.values(kept.cmi.interactions),
  }),
  scorm2004: (kept) => ({
    status: kept.cmi.completion_status,
    success: kept.cmi.success_status,
    score: Number(kept.cmi.score.raw),
    scaled: Number(kept.cmi.score.scaled),
    progress: Number(kept.cmi.progress_measure),
    place: kept.cmi.location,
    exit: kept.cmi.exit,
    sessionTime: kept.cmi.session_time,
    suspend: kept.cmi.suspend_data,
    interactions: Object.values(kept.cmi.interactions),
  }),
};

export function testSessions(standard) {
  const is12 = standard === "scorm12";
  const site = useSite();
  let course;
  let lms;
  before(async () => {
    course = makePackage(standard, "--lesson", "exception-objects", "--lesson", "try-except-basics", "--mastery", "50");
    lms = await startLms(course.folder);
  });
  after(async () => {
    await lms?.close();
    course?.remove();
  });

  const held = () => readers[standard](lms.kept);
  const until = async (wanted) => {
    const limit = Date.now() + 30_000;
    while (!(lms.kept && wanted(held()))) {
      assert.ok(Date.now() < limit, `the LMS has ${JSON.stringify(lms.kept && held())}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const bar = (place) => place.getByRole("region", { name: "Learning platform" });
  const says = (place, words) => bar(place).filter({ hasText: words }).waitFor();
  const pass = async (product, exercise, name) => {
    await product.open(`#/exercise/${name}`);
    await product.work.write(solution(exercise));
    await product.work.check();
    await product.work.verdict("All checks pass.");
  };

  test(`${standard}: the manifest keeps the published rules and lists every file`, () => {
    const document = checkManifest(standard, text(course.files, "imsmanifest.xml"));
    checkReferences(document, course.files);
    assert.match(text(course.files, "index.html"), /connect-src 'self';/);
  });

  for (const how of ["frame", "popup"]) {
    scenario(site, `${standard}, ${how}: a learner works, leaves, and goes on at another machine`, async ({ page, context }) => {
      lms.forget();
      const { place, product } = await launch(page, lms, { standard, how });
      await says(place, "Your programs stay in this browser");
      await until((it) => it.status === "incomplete");

      await product.open("#/exercise/import-stock");
      await product.work.write(wrong(STOCK, "try_around_loop"));
      await product.work.check();
      await product.work.verdict(/checks pass/);
      await until((it) => it.interactions.length > 1);
      assert.equal(held().score, 0);
      const first = held().interactions;
      assert.match(first[0].id, /^import-stock\.1$/);
      assert.ok(first.some((it) => it.result === (is12 ? "wrong" : "incorrect")));

      await pass(product, STOCK, "import-stock");
      await until((it) => it.score === 50);
      assert.equal(held().interactions.length, first.length, "the same checks have the same places");
      assert.ok(held().interactions.every((it) => it.result === "correct"));
      assert.ok(held().suspend.length > 8 && held().suspend.length <= 4000);
      if (how === "popup") await place.close({ runBeforeUnload: true });
      else await page.goto("about:blank");
      await until((it) => it.place === "/exercise/import-stock" && /[1-9]/.test(it.sessionTime));
      assert.equal(held().exit, "suspend");

      // Another machine: nothing is known there but what the LMS holds.
      const elsewhere = await context.browser().newContext();
      const there = await elsewhere.newPage();
      const again = await launch(there, lms, { standard, how });
      await again.place.getByRole("heading", { level: 1, name: "Import the stock list" }).waitFor();
      await again.place.getByText("You passed this exercise.").waitFor();
      await again.product.open("#/");
      await again.place.getByRole("link", { name: /^Continue/ }).waitFor();
      await elsewhere.close();
    });
  }

  scenario(site, `${standard}: all read, all tried and enough passed is enough`, async ({ page }) => {
    lms.forget();
    const { place, product } = await launch(page, lms, { standard });
    await says(place, "kept by your learning platform");
    await product.open("#/lesson/exception-objects");
    await place.getByRole("link", { name: /^Next/ }).click();
    await product.lesson.isOpen("Catching an exception");
    await place.getByRole("button", { name: "Mark as read" }).click();
    await pass(product, STOCK, "import-stock");
    const other = await openOtherExercise(place, product);
    await product.work.check();
    await product.work.verdict(/checks pass|did not run/);
    await until((it) => (is12 ? it.status === "passed" : it.status === "completed" && it.success === "passed"));
    assert.equal(held().score, 50, other);
    if (!is12) assert.equal(held().scaled, 0.5);
    await bar(place).getByRole("button", { name: "Save and leave" }).click();
    await says(place, "Your session is saved and closed");
    assert.ok(/[1-9]/.test(held().sessionTime));
  });

  scenario(site, `${standard}: a package shows its lessons and nothing else`, async ({ page }) => {
    lms.forget();
    const { place, product } = await launch(page, lms, { standard });
    await says(place, "kept by your learning platform");
    await product.open("#/");
    const map = place.getByRole("region", { name: "The course" });
    assert.equal(await map.getByRole("link").count(), 1);
    await product.open("#/lesson/try-except-basics");
    await product.lesson.isOpen("Catching an exception");
    assert.equal(await place.locator("a[rel=prev]").count(), 1);
    assert.equal(await place.locator("a[rel=next]").count(), 0);
    await product.open("#/search?q=exception");
    await place.locator("main").getByRole("link", { name: /Catching an exception/ }).first().waitFor();
    assert.equal(await place.locator("main").getByRole("link", { name: /finally|Chaining/ }).count(), 0);
  });

  scenario(site, `${standard}: windows of another origin in between are looked past`, async ({ page }) => {
    lms.forget();
    const { place } = await launch(page, lms, { standard, how: "nested" });
    await says(place, "kept by your learning platform");
    await until((it) => it.status === "incomplete");
  });

  for (const mode of ["browse", "review"]) {
    scenario(site, `${standard}: in mode ${mode} nothing is recorded`, async ({ page }) => {
      lms.forget();
      const set = { [is12 ? "cmi.core.lesson_mode" : "cmi.mode"]: mode };
      const { place, product } = await launch(page, lms, { standard, set });
      await says(place, "nothing you do here is recorded");
      await pass(product, STOCK, "import-stock");
      await bar(place).getByRole("button", { name: "Save and leave" }).click();
      await says(place, "saved and closed");
      assert.equal(lms.kept?.cmi.suspend_data ?? "", "");
    });
  }

  scenario(site, `${standard}: an LMS that names no mode means to learn`, async ({ page }) => {
    lms.forget();
    await launch(page, lms, { standard, hide: is12 ? "cmi.core.lesson_mode" : "cmi.mode" });
    await until((it) => it.status === "incomplete");
  });

  for (const mood of ["fails", "refuses"]) {
    scenario(
      site,
      `${standard}: an LMS that ${mood} in mid-session gets everything later`,
      async ({ page }) => {
        lms.forget();
        const { place, product } = await launch(page, lms, { standard });
        await says(place, "kept by your learning platform");
        lms.mood = mood;
        await pass(product, STOCK, "import-stock");
        await says(place, "The learning platform does not answer");
        assert.equal(held().score, 0);
        lms.mood = "takes";
        await says(place, "kept by your learning platform");
        await until((it) => it.score === 50 && it.interactions.length > 1);
      },
      { allow: [/500/] },
    );
  }

  scenario(site, `${standard}: an LMS that disappears and comes back gets everything`, async ({ page }) => {
    lms.forget();
    const { place, product } = await launch(page, lms, { standard });
    await says(place, "kept by your learning platform");
    // The player is torn down under the course, as after the end of a login.
    await page.evaluate((name) => {
      const api = window[name];
      const gone = () => {
        throw new Error("gone");
      };
      for (const key of ["Initialize", "GetValue", "SetValue", "Commit", "Terminate", "GetLastError"]) api[key] = gone;
      for (const key of ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "GetLastError"]) api[`LMS${key}`] = gone;
    }, is12 ? "API" : "API_1484_11");
    await pass(product, STOCK, "import-stock");
    await says(place, "The learning platform does not answer");
    await page.evaluate((is12) => {
      const Api = is12 ? window.Scorm12API : window.Scorm2004API;
      window[is12 ? "API" : "API_1484_11"] = new Api({ lmsCommitUrl: "/commit", autocommit: false, logLevel: 5 });
    }, is12);
    await says(place, "kept by your learning platform");
    await until((it) => it.score === 50);
  });

  scenario(site, `${standard}: what was never sent is sent at the next session`, async ({ page }) => {
    lms.forget();
    const { place, product } = await launch(page, lms, { standard });
    await says(place, "kept by your learning platform");
    lms.mood = "fails";
    await pass(product, STOCK, "import-stock");
    await says(place, "The learning platform does not answer");
    await page.goto("about:blank");
    lms.forget();
    await launch(page, lms, { standard });
    await until((it) => it.score === 50);
  }, { allow: [/500/] });

  scenario(site, `${standard}: without an LMS the page says so, and keeps the work`, async ({ page }) => {
    await page.goto(`${lms.origin}/index.html`);
    await says(page, "No learning platform was found");
    await page.goto(`${lms.origin}/index.html#/lesson/exception-objects`);
    await page.getByRole("button", { name: "Mark as read" }).click();
    await page.reload();
    await page.getByText("Read. One exercise is still open.").waitFor();
  });

  scenario(site, `${standard}: two learners at one machine see nothing of each other`, async ({ page }) => {
    lms.forget();
    const one = await launch(page, lms, { standard, learner: "learner-1" });
    await says(one.place, "kept by your learning platform");
    await pass(one.product, STOCK, "import-stock");
    await until((it) => it.score === 50);
    await page.goto("about:blank");
    lms.forget();
    const two = await launch(page, lms, { standard, learner: "learner-2" });
    await until((it) => it.score === 0);
    await two.product.open("#/exercise/import-stock");
    await two.place.getByRole("button", { name: "Check", exact: true }).waitFor();
    assert.equal(await two.place.getByText("You passed this exercise.").count(), 0);
    await two.product.work.holds(readFileSync(new URL(`${STOCK}/stub.py`, lessons), "utf8"));
  });
}

/** The exercise of the package that is not the stock list; answers its title. */
async function openOtherExercise(place, product) {
  await product.open("#/lesson/exception-objects");
  const card = place.locator("main a[href^='#/exercise/']").first();
  const title = await card.textContent();
  await card.click();
  await place.getByRole("button", { name: "Check", exact: true }).waitFor();
  return title;
}
