// Lessons that somebody else made: whatever stands in their titles, texts, names, checks and hints is shown as text.
// Tried twice, with the page's policy and without it, so that the page alone holds.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { checkManifest } from "../support/manifests.mjs";
import { text, unpack } from "../support/package.mjs";
import { DIST, scenario, useSite } from "../support/scenario.mjs";
import { serve } from "../support/server.mjs";

const LINKS = [
  "javascript:window.broken='link'//",
  "JaVaScRiPt:window.broken='link'",
  " \u0001javascript:window.broken='link'",
  "java\nscript:window.broken='link'",
  "data:text/html,<script>opener.broken='link'</script>",
  "vbscript:broken",
  "blob:null/broken",
  "file:///etc/passwd",
  "//127.0.0.1/broken",
  "broken.html",
];
const FILE = "<img data-evil src=x onerror=window.broken='file'>.py";

const reached = [];
let outside;
let evil;

/** All that markup can do, in one text that begins with the name of its place. */
const markup = (origin) => (place) =>
  [
    `${place}:<img data-evil src="${origin}/image" onerror="window.broken='image'">`,
    `<img data-evil src=x onerror="window.broken='handler'"><script data-evil>window.broken='script'</script>`,
    `<script data-evil src="${origin}/script.js"></script>`,
    `<svg data-evil onload="window.broken='svg'"><use href="${origin}/use.svg#a"/></svg>`,
    `<iframe data-evil src="${origin}/frame"></iframe>`,
    `<iframe data-evil srcdoc="<script>parent.broken='frame'</script>"></iframe>`,
    `<object data-evil data="${origin}/object"></object><link data-evil rel="stylesheet" href="${origin}/style.css">`,
    `<meta data-evil http-equiv="refresh" content="0;url=${origin}/refresh"><base data-evil href="${origin}/base/">`,
    `<style data-evil>body { display: none }</style>`,
    `<div data-evil style="position: fixed; inset: 0; z-index: 9999"></div>`,
    `<details data-evil open ontoggle="window.broken='toggle'"></details>`,
    `<a data-evil href="javascript:window.broken='link'">x</a>`,
    `" data-evil onmouseover="window.broken='attribute'" x="' data-evil onfocus='1' --> ]]> `,
    `</script></title></textarea>&lt;b&gt;{{7*7}}`,
  ].join("");

/** The same for titles, which manifests want to be short. */
const brief = (place) =>
  `${place}:<img data-evil src=x onerror="window.broken='title'"></title>` +
  `<script data-evil>window.broken='title'</script>]]>&lt;b&gt;`;
const literal = (place) => JSON.stringify(evil(place));

/** The lesson on catching exceptions, with markup wherever words may stand. */
function poisoned(course) {
  const module = structuredClone(course.modules.find((it) => it.id === "exceptions"));
  const lesson = module.lessons.find((it) => it.id === "try-except-basics");
  const [exercise] = lesson.exercises;
  const words = (place) => {
    const text = { Text: evil(place) };
    return [text, { Code: evil(place) }, { Emphasis: [{ Strong: [text] }] }];
  };
  const paragraph = (place) => ({ Paragraph: words(place) });
  const printed = `print(${literal("printed")})`;
  const link = (target) => ({ Link: { target, content: [{ Text: "a link" }] } });
  Object.assign(course, { title: brief("course"), summary: evil("course summary"), modules: [module] });
  Object.assign(module, { title: brief("module"), summary: evil("summary"), needs: [], lessons: [lesson] });
  module.topics = [{ ...module.topics[0], id: evil("topic id"), title: brief("topic"), lesson: null }];
  const recorded = { stdin: "", output: evil("recorded") };
  const run = { index: 0, name: "main.py", code: printed, continues: false, args: [], ...recorded };
  const marks = { wants_files: false, fails: false, rustpython_only: false };
  const drawn = { code: `name = ${literal("object")}\nlist = [name]`, view: "Objects", at: null, with_values: true };
  const figure = { title: words("figure"), stdin: "", ...drawn };
  const choice = { text: words("choice"), is_correct: true, reply: words("reply") };
  const prediction = { text: evil("output"), reply: words("predicted") };
  Object.assign(lesson, { title: brief("lesson"), goals: [words("goal")], topics: [evil("topic id")] });
  lesson.files = [{ path: FILE, text: evil("file") }];
  lesson.blocks = [
    paragraph("paragraph"),
    { Paragraph: LINKS.map((address) => link({ External: address })) },
    { Paragraph: ["Lesson", "Module", "Exercise", "Anchor"].map((kind) => link({ [kind]: evil(kind) })) },
    { Heading: { level: 2, anchor: evil("anchor"), content: words("heading") } },
    { Quote: [{ List: { start: null, items: [[paragraph("item")]] } }] },
    { Table: { alignment: ["Start"], head: [words("head")], rows: [[words("cell")]] } },
    ...["Python", "Console", "Text"].map((kind) => ({ Code: { kind, text: evil(`code ${kind}`) } })),
    { Run: { ...run, ...marks } },
    { Quiz: { question: words("quiz"), code: evil("quiz code"), choices: [choice] } },
    { Predict: { question: words("predict"), code: printed, choices: [prediction] } },
    { Figure: { ...figure, ...marks } },
    { Exercise: exercise.id },
  ];
  Object.assign(exercise, { title: brief("exercise"), task: [paragraph("task")], hints: [[paragraph("hint")]] });
  exercise.messages = { evil: words("message") };
  exercise.test = [
    "import lab",
    `@lab.check(${literal("sentence")})`,
    "def first():",
    `    lab.fail(${literal("failure")}, reply="evil")`,
  ].join("\n");
  const stub = `# ${evil("stub")}\n${printed}\n`;
  exercise.stub = [{ path: "main.py", text: stub }, { path: FILE, text: evil("stub file") }];
  exercise.solution = [{ path: "main.py", text: evil("solution") }, { path: FILE, text: evil("solution file") }];
  return course;
}

/** Copies of the product with these lessons, as a third party would give them away. */
const copies = {};
const made = [];
before(async () => {
  const server = createServer((request, response) => {
    reached.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" });
    response.end("window.broken = 'outside'");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  outside = `http://127.0.0.1:${server.address().port}`;
  evil = markup(outside);
  made.push(() => {
    server.closeAllConnections();
    server.close();
  });
  for (const form of ["with its policy", "without a policy"]) {
    const folder = await mkdtemp(path.join(tmpdir(), "vivarium-lessons-"));
    made.push(() => rm(folder, { recursive: true, force: true }));
    await cp(DIST, folder, { recursive: true });
    const change = async (name, by) => {
      const file = path.join(folder, name);
      await writeFile(file, by(await readFile(file, "utf8")));
    };
    let bytes = 0;
    await change("assets/lessons.json", (it) => {
      const lessons = JSON.stringify(poisoned(JSON.parse(it)));
      bytes = Buffer.byteLength(lessons);
      return lessons;
    });
    await change("assets/manifest.json", (it) => {
      const manifest = JSON.parse(it);
      manifest.files["lessons.json"].bytes = bytes;
      return JSON.stringify(manifest);
    });
    if (form === "without a policy") {
      await change("index.html", (it) => {
        const bare = it.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
        assert.notEqual(bare, it, "there was a policy");
        return bare;
      });
    }
    const site = await serve({ "/": folder });
    made.push(site.close);
    copies[form] = { address: `${site.origin}/` };
  }
});
after(async () => {
  for (const undo of made.reverse()) await undo();
});

const site = useSite();
const prepare = (context) =>
  context.addInitScript(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      window.refused.push(`${violatedDirective} ${blockedURI}`);
    });
  });
const options = { prepare };

/** What the markup has achieved; nothing of it may be there. */
async function harm(page) {
  const inside = await page.evaluate(() => {
    const targets = Array.from(document.querySelectorAll("a[href]"), (it) => it.getAttribute("href"));
    return {
      ran: window.broken ?? "",
      refused: window.refused,
      elements: Array.from(document.querySelectorAll("[data-evil]"), (it) => it.tagName),
      links: targets.filter((it) => !/^(#|https:\/\/)/.test(it)),
    };
  });
  const pages = page.context().pages().slice(1).map((it) => it.url());
  return { ...inside, reached: [...reached], pages, frames: page.frames().slice(1).map((it) => it.url()) };
}

const NONE = { ran: "", refused: [], elements: [], links: [], reached: [], pages: [], frames: [] };

/** The page has text of each of these places, and nothing came of it. */
async function shows(page, ...places) {
  for (const place of places) {
    await page.getByText(`${place}:<img data-evil src=`).filter({ visible: true }).first().waitFor();
  }
  assert.deepEqual(await harm(page), NONE);
}

for (const form of ["with its policy", "without a policy"]) {
  scenario(site, `a page ${form} shows the markup in others' lessons as text`, async ({ page, product }) => {
    product.site = copies[form];
    reached.length = 0;
    const address = () => page.url().replace(copies[form].address, "");
    await product.open("#/");
    await shows(page, "module");
    await product.open("#/module/exceptions");
    await shows(page, "module", "summary", "topic", "lesson");
    await product.open("#/lesson/try-except-basics");
    await shows(page, "lesson", "goal", "paragraph", "heading", "item", "head", "cell");
    await shows(page, "code Python", "code Console", "code Text");
    await shows(page, "quiz", "quiz code", "choice", "predict", "output", "figure", "exercise");

    for (const words of await page.getByText("a link", { exact: true }).all()) {
      const target = await words.getAttribute("href");
      if (target === null) await words.click();
      else assert.match(target, /^#\//);
    }
    assert.equal(address(), "#/lesson/try-except-basics");
    await product.lesson.block(1).run();
    await product.lesson.block(1).ended();
    await product.lesson.block(1).printed("printed:<img data-evil");
    await product.lesson.question(1).choose("choice:");
    await product.lesson.question(1).replies("reply:<img");
    await product.lesson.question(2).choose("output:");
    await product.lesson.question(2).runAndSee();
    await page.getByText("printed:<img").nth(2).waitFor();
    await page.getByRole("button", { name: /^Step through/ }).first().click();
    await page.getByText("object:<img").last().waitFor();
    await shows(page, "lesson");

    await product.open("#/exercise/import-stock");
    await shows(page, "exercise", "task", "lesson");
    await product.work.run();
    await product.work.shows("&lt;b&gt;{{7*7}}");
    await product.work.check();
    await shows(page, "sentence", "failure", "message");
    await product.work.takeHint();
    await page.getByRole("button", { name: /solution/i }).click();
    await page.getByRole("button", { name: /solution/i }).click();
    await shows(page, "hint", "solution", "solution file");
    await page.getByText(FILE).first().waitFor();

    await product.open("#/search?q=data-evil");
    await page.locator("main").getByText("lesson:<img").first().waitFor();
    await product.open("#/package");
    await page.getByRole("radio", { name: "Chosen lessons" }).check();
    await shows(page, "module", "lesson");
    assert.ok(page.url().startsWith(copies[form].address));
  }, options);
}

const PACKAGES = [
  [/SCORM 1.2/, "scorm12", "imsmanifest.xml"],
  [/SCORM 2004/, "scorm2004", "imsmanifest.xml"],
  [/cmi5/, "cmi5", "cmi5.xml"],
];

scenario(site, "markup in titles is text in the manifest of a package, too", async ({ page, product }) => {
  product.site = copies["with its policy"];
  const folder = await mkdtemp(path.join(tmpdir(), "vivarium-lessons-"));
  try {
    for (const [radio, standard, manifest] of PACKAGES) {
      await product.open("#/package");
      await page.getByRole("radio", { name: radio }).check();
      await page.getByRole("radio", { name: "One module" }).check();
      await page.getByRole("radio", { name: /^module:/ }).check();
      const arriving = page.waitForEvent("download", { timeout: 60_000 });
      await page.getByRole("button", { name: /^Make the package/ }).click();
      const { files } = unpack(readFileSync(await (await arriving).path()), path.join(folder, standard));
      const document = checkManifest(standard, text(files, manifest));
      assert.ok(document.documentElement.textContent.includes(brief("module")), `${standard} has the title as it is`);
      assert.doesNotMatch(text(files, "index.html"), /data-evil/);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, options);

/** Opens the lesson, and puts the markup into it as HTML, as a careless page would. */
async function drawAsHtml(page, product, form) {
  product.site = copies[form];
  reached.length = 0;
  await product.open("#/lesson/try-except-basics");
  await page.getByText("paragraph:<img").first().waitFor();
  // Without the element that would leave the page.
  const words = evil("drawn").replace(/<meta[^>]*>/, "");
  await page.locator("article p").first().evaluate((paragraph, words) => (paragraph.innerHTML = words), words);
}

scenario(site, "the same markup does harm where it is HTML: these tests can fail", async ({ page, product }) => {
  await drawAsHtml(page, product, "without a policy");
  await page.waitForFunction(() => window.broken !== undefined);
  await page.waitForFunction(() => document.querySelectorAll("iframe[data-evil]").length === 2);
  const done = await harm(page);
  assert.ok(done.elements.length > 10 && done.frames.length === 2, JSON.stringify(done));
  assert.ok(done.links.includes("javascript:window.broken='link'"), JSON.stringify(done));
  assert.ok(done.reached.includes("/image"), JSON.stringify(done));
}, { ...options, allow: [/.*/] });

scenario(site, "with the policy, markup that is HTML is refused, and that is seen", async ({ page, product }) => {
  await drawAsHtml(page, product, "with its policy");
  for (const kind of ["img-src", "script-src"]) {
    await page.waitForFunction((kind) => window.refused.some((it) => it.startsWith(kind)), kind);
  }
  const done = await harm(page);
  assert.equal(done.ran, "");
  assert.deepEqual(done.reached, []);
}, { ...options, allow: [/.*/] });
