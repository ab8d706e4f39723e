// An LMS that speaks SCORM: serves a course and the player, and keeps what is committed.
//
// The run-time in the player is scorm-again's; this is only what stands behind it.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { Product } from "./product.mjs";
import { serve } from "./server.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));

/** Starts the LMS with the unzipped package in `folder`. */
export async function startLms(folder) {
  const lms = {
    /** What was committed last, `null` before the first session. */
    kept: null,
    /** All commits of the session. */
    commits: [],
    /** What it does with a commit: take it, refuse it, or answer with an error of the server. */
    mood: "takes",
  };
  const server = await serve(
    {
      "/": folder,
      "/lms/": path.join(here, "scorm"),
      "/scorm-again/": path.join(here, "node_modules/scorm-again/dist"),
    },
    (request, response) => respond(lms, request, response),
  );
  // Another origin, as far as a browser is concerned.
  lms.elsewhere = server.origin.replace("127.0.0.1", "localhost");
  lms.origin = server.origin;
  lms.requests = server.requests;
  lms.close = server.close;
  lms.forget = () => Object.assign(lms, { kept: null, commits: [], mood: "takes" });
  return lms;
}

async function respond(lms, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const json = (status, value) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    return true;
  };
  if (pathname === "/state") return json(200, lms.kept);
  if (pathname !== "/commit") return false;
  let body = "";
  for await (const chunk of request) body += chunk;
  if (lms.mood === "fails") return json(500, { error: "out of order" });
  if (lms.mood === "refuses") return json(200, { result: false, errorCode: 391 });
  lms.kept = JSON.parse(body);
  lms.commits.push(lms.kept);
  return json(200, { result: true, errorCode: 0 });
}

/**
 * A learner opens the course in the player; answers its product, and the page or frame it is in. `how` is frame, nested or
 * popup, `set` what the LMS sets before, `hide` what it does not know.
 */
export async function launch(page, lms, { standard, how = "frame", set = {}, hide = "", learner = "learner-1" }) {
  const id = standard === "scorm12" ? "cmi.core.student_id" : "cmi.learner_id";
  const query = new URLSearchParams({
    standard,
    how,
    course: `${lms.origin}/index.html`,
    elsewhere: lms.elsewhere,
    hide,
    set: JSON.stringify({ [id]: learner, ...set }),
  });
  const opened = how === "popup" ? page.waitForEvent("popup") : null;
  await page.goto(`${lms.origin}/lms/player.html?${query}`);
  if (how === "popup") await page.getByRole("button", { name: "Launch" }).click();
  const place = how === "popup" ? await opened : await courseFrame(page, lms);
  return { place, product: new Product(withKeyboard(place, page), { address: `${lms.origin}/index.html` }) };
}

async function courseFrame(page, lms) {
  const isCourse = (frame) => frame.url().startsWith(`${lms.origin}/index.html`);
  const found = page.frames().find(isCourse);
  return found ?? page.waitForEvent("framenavigated", isCourse);
}

/** A frame has no keyboard of its own. */
function withKeyboard(place, page) {
  return new Proxy(place, {
    get(target, name) {
      if (name === "keyboard") return target.keyboard ?? page.keyboard;
      const value = target[name];
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
