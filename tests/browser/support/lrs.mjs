// A small LRS and the LMS before it, strict about cmi5: every statement is held against the specification's rules (the numbers
// are its sections), and the first that breaks one is refused and remembered.
//
// It listens on an origin of its own, as an LMS does that only serves the launch, so that CORS and the page's policy are met.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

const ID = "https://w3id.org/xapi/cmi5/context";
const CMI5 = `${ID}/categories/cmi5`;
const MOVE_ON = `${ID}/categories/moveon`;
const SESSION = `${ID}/extensions/sessionid`;
const MASTERY = `${ID}/extensions/masteryscore`;
const VERB = "http://adlnet.gov/expapi/verbs/";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DURATION = /^PT(\d+H)?(\d+M)?\d+(\.\d+)?S$/;

export async function startLrs() {
  const lrs = {
    /** All statements, of all sessions. */
    statements: [],
    /** Rules that were broken. */
    broken: [],
    /** How often each session's token was fetched. */
    fetched: new Map(),
    /** Paths asked for, with their methods. */
    asked: [],
    sessions: new Map(),
    documents: new Map(),
    /** "answers", "fails" (503), "hangs" (no answer), or a function (method, path) to one of these. */
    mood: "answers",
  };
  const server = createServer((request, response) => {
    handle(lrs, request, response).catch((error) => {
      lrs.broken.push(error.message);
      response.writeHead(400, cors(request)).end(error.message);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  lrs.origin = `http://127.0.0.1:${server.address().port}`;
  lrs.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  lrs.verbs = (session) => lrs.statements.filter((it) => !session || it.context.extensions[SESSION] === session.id).map((it) => it.verb.id.replace(VERB, ""));
  return lrs;
}

/** A new session of a registration: writes the launch data and answers the session with its address of launch. */
export function launchSession(lrs, course, { registration = randomUUID(), launchMode = "Normal", masteryScore = 0.5, returnURL, learner = "learner-1" } = {}) {
  const session = {
    id: randomUUID(),
    token: Buffer.from(`user:${randomUUID()}`).toString("base64"),
    registration,
    activityId: `${lrs.origin}/activity/1`,
    actor: { objectType: "Agent", name: "A Learner", account: { homePage: lrs.origin, name: learner } },
    launchMode,
    masteryScore,
    isOver: false,
  };
  session.data = {
    contextTemplate: {
      registration,
      contextActivities: { grouping: [{ objectType: "Activity", id: "urn:uuid:00000000-0000-4000-8000-000000000001" }] },
      extensions: { [SESSION]: session.id },
    },
    launchMode,
    moveOn: "CompletedAndPassed",
    ...(masteryScore === undefined ? {} : { masteryScore }),
    ...(returnURL ? { returnURL } : {}),
  };
  lrs.sessions.set(session.id, session);
  lrs.documents.set(`${registration}/LMS.LaunchData`, JSON.stringify(session.data));
  const query = new URLSearchParams({
    endpoint: `${lrs.origin}/xapi/`,
    fetch: `${lrs.origin}/fetch?session=${session.id}`,
    actor: JSON.stringify(session.actor),
    registration,
    activityId: session.activityId,
  });
  session.address = `${course}?${query}`;
  return session;
}

const cors = (request) => ({
  "access-control-allow-origin": request.headers.origin ?? "*",
  "access-control-allow-headers": "authorization, content-type, x-experience-api-version",
  "access-control-allow-methods": "GET, POST, PUT",
});

async function handle(lrs, request, response) {
  const url = new URL(request.url, lrs.origin);
  const answer = (status, body = "", type = "application/json") => response.writeHead(status, { ...cors(request), "content-type": type }).end(body);
  if (request.method === "OPTIONS") return answer(204);
  let body = "";
  for await (const chunk of request) body += chunk;
  const path = url.pathname.replace("/xapi", "");
  lrs.asked.push(`${request.method} ${path}${url.searchParams.has("stateId") ? ` ${url.searchParams.get("stateId")}` : ""}`);
  const mood = typeof lrs.mood === "function" ? lrs.mood(request.method, path) : lrs.mood;
  if (mood === "hangs") return undefined;
  if (mood === "fails") return answer(503, "out of order");
  if (path === "/fetch") return answer(200, fetchToken(lrs, request, url));
  const session = [...lrs.sessions.values()].find((it) => request.headers.authorization === `Basic ${it.token}`);
  if (!session || !lrs.fetched.has(session.id)) return answer(401, "no such token");
  must(/^1\.0\.\d$/.test(request.headers["x-experience-api-version"] ?? ""), "xAPI: a request names its version");
  if (request.method !== "GET") must(request.headers["content-type"] === "application/json", "xAPI: a body says that it is JSON");
  if (path === "/activities/state") return state(lrs, session, request, url, body, answer);
  if (path === "/agents/profile") {
    must(url.searchParams.get("profileId") === "cmi5LearnerPreferences", "11: the name of the preferences");
    sameAgent(session, url);
    session.askedPreferences = true;
    return answer(404, "none");
  }
  must(path === "/statements" && request.method === "POST", `no such address: ${request.method} ${path}`);
  const statements = [JSON.parse(body)].flat();
  for (const statement of statements) check(lrs, session, statement);
  return answer(200, JSON.stringify(statements.map((it) => it.id)));
}

function fetchToken(lrs, request, url) {
  must(request.method === "POST", "8.2.1: the token is fetched by POST");
  const id = url.searchParams.get("session");
  lrs.fetched.set(id, (lrs.fetched.get(id) ?? 0) + 1);
  const isFirst = lrs.fetched.get(id) === 1;
  return JSON.stringify(isFirst ? { "auth-token": lrs.sessions.get(id).token } : { "error-code": "1", "error-text": "used" });
}

function state(lrs, session, request, url, body, answer) {
  sameAgent(session, url);
  must(url.searchParams.get("activityId") === session.activityId, "10: the state of the launched activity");
  must(url.searchParams.get("registration") === session.registration, "10: the state of the registration");
  const id = url.searchParams.get("stateId");
  const key = `${session.registration}/${id}`;
  if (request.method === "GET") {
    const found = lrs.documents.get(key);
    if (id === "LMS.LaunchData") session.askedLaunchData = true;
    return found === undefined ? answer(404, "none") : answer(200, found);
  }
  must(id !== "LMS.LaunchData", "10: the launch data is not the AU's to change");
  must(session.launchMode === "Normal", "10: nothing is recorded in this mode");
  lrs.documents.set(key, JSON.stringify({ ...JSON.parse(lrs.documents.get(key) ?? "{}"), ...JSON.parse(body) }));
  return answer(204);
}

function must(holds, rule) {
  if (!holds) throw new Error(rule);
}

function sameAgent(session, url) {
  must(url.searchParams.get("agent") === JSON.stringify(session.actor) || sameJson(JSON.parse(url.searchParams.get("agent")), session.actor), "10: the agent of the launch");
}

const sameJson = (one, two) => sorted(one) === sorted(two);
const sorted = (value) =>
  JSON.stringify(value, (_, it) => (it && typeof it === "object" && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).sort()) : it));

/** Holds one statement against the rules, and keeps it. */
function check(lrs, session, statement) {
  const earlier = lrs.statements.filter((it) => it.context.registration === session.registration);
  const here = earlier.filter((it) => it.context.extensions[SESSION] === session.id);
  const verb = statement.verb.id.replace(VERB, "");
  must(UUID.test(statement.id), "9.1: the id is a UUID");
  must(!lrs.statements.some((it) => it.id === statement.id), "9.1: the id is new");
  must(sameJson(statement.actor, session.actor), "9.2: the actor is that of the launch");
  must(statement.actor.account && statement.actor.objectType === "Agent", "9.2: the actor has an account");
  must(/Z$/.test(statement.timestamp) && !Number.isNaN(Date.parse(statement.timestamp)), "9.7: the timestamp is in UTC");
  must(here.every((it) => Date.parse(it.timestamp) <= Date.parse(statement.timestamp)), "9.3: order is that of the timestamps");
  must(!session.isOver, "9.3: nothing follows terminated");
  must((here.length === 0) === (verb === "initialized"), "9.3: initialized is first, and once");
  must(session.askedLaunchData, "10: the launch data was read");
  must(session.askedPreferences, "11: the preferences were read");
  checkContext(session, statement);
  const categories = statement.context.contextActivities.category?.map((it) => it.id) ?? [];
  if (categories.includes(CMI5)) checkDefined(session, statement, verb, categories, here, earlier);
  else must(!categories.includes(MOVE_ON), "9.6.2.2: moveon is for defined statements");
  if (verb === "terminated") session.isOver = true;
  lrs.statements.push(statement);
}

/** 10: the template is in every context, with nothing of it changed. */
function checkContext(session, statement) {
  const { context } = statement;
  const template = session.data.contextTemplate;
  must(context.registration === session.registration, "9.6.1: the registration is that of the launch");
  for (const [name, value] of Object.entries(template.extensions)) {
    must(sameJson(context.extensions[name], value), "9.6.3.1: the session id, and what else the template extends");
  }
  for (const [kind, list] of Object.entries(template.contextActivities)) {
    for (const activity of list) {
      must(context.contextActivities[kind]?.some((it) => sameJson(it, activity)), "9.6.2: the template's activities are there");
    }
  }
}

function checkDefined(session, statement, verb, categories, here, earlier) {
  const { result = {}, context } = statement;
  const isDefined = (it) => it.context.contextActivities.category?.some((category) => category.id === CMI5);
  const said = (list, ...verbs) => list.some((it) => isDefined(it) && verbs.includes(it.verb.id.replace(VERB, "")));
  must(["initialized", "completed", "passed", "failed", "terminated"].includes(verb), "9.3: a verb that an AU may use");
  must(statement.object.id === session.activityId, "9.4: the object is the activity of the launch");
  must(session.launchMode === "Normal" || ["initialized", "terminated"].includes(verb), "10: no results in this mode");
  must(!said(here, verb), "9.3: no verb twice in a session");
  if (["passed", "failed"].includes(verb)) must(!said(here, "passed", "failed"), "9.3: one of passed and failed in a session");
  if (["completed", "passed"].includes(verb)) must(!said(earlier, verb), "9.3: once in a registration");
  if (verb === "failed") must(!said(earlier, "passed"), "9.3: failed never follows passed");
  must(("score" in result) <= ["passed", "failed"].includes(verb), "9.5.1: a score is for passed and failed");
  must(result.success === { passed: true, failed: false }[verb], "9.5.2: success");
  must(result.completion === { completed: true }[verb], "9.5.3: completion");
  if (verb !== "initialized") must(DURATION.test(result.duration ?? ""), "9.5.4: a duration");
  must(categories.includes(MOVE_ON) === ("success" in result || "completion" in result), "9.6.2.2: moveon marks results");
  if (result.score) checkScore(session, result.score, verb, context);
}

function checkScore(session, score, verb, context) {
  must(score.scaled >= 0 && score.scaled <= 1, "9.5.1: scaled is from 0 to 1");
  if ("raw" in score) {
    must([score.raw, score.min, score.max].every(Number.isInteger), "9.5.1: raw comes with min and max, all integers");
    must(score.min <= score.raw && score.raw <= score.max, "9.5.1: raw is between min and max");
  }
  if (session.masteryScore !== undefined) {
    must(score.scaled >= session.masteryScore === (verb === "passed"), "9.3.4, 9.3.5: the score is on its side of the mastery score");
    must(context.extensions[MASTERY] === session.masteryScore, "9.6.3.2: the mastery score is named");
  }
}
