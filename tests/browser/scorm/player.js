// The LMS's side of a session: makes the API of scorm-again, gives it what the server holds, opens the course.
//
// The query says how: `standard` (scorm12, scorm2004), `how` (frame, popup, nested), `course` (its address), and `set` (JSON: values
// that an LMS sets before the session), `hide` (an element that it answers nothing for).
(async () => {
  "use strict";

  const query = new URLSearchParams(location.search);
  const is12 = query.get("standard") === "scorm12";
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `/scorm-again/${query.get("standard")}.min.js`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  const Api = is12 ? window.Scorm12API : window.Scorm2004API;
  const api = new Api({ lmsCommitUrl: "/commit", autocommit: false, logLevel: 5 });
  const kept = await (await fetch("/state")).json();
  if (kept?.cmi) api.loadFromJSON(kept.cmi);
  for (const [path, value] of Object.entries(JSON.parse(query.get("set") ?? "{}"))) {
    const names = path.split(".");
    const last = names.pop();
    names.reduce((object, name) => object[name], api)[last] = value;
  }
  const hidden = query.get("hide");
  const getter = is12 ? "LMSGetValue" : "GetValue";
  const get = api[getter].bind(api);
  if (hidden) api[getter] = (element) => (element === hidden ? "" : get(element));
  window[is12 ? "API" : "API_1484_11"] = api;

  const course = query.get("course");
  const frame = (address) => {
    const element = document.createElement("iframe");
    element.src = address;
    document.body.append(element);
  };
  if (query.get("how") === "frame") frame(course);
  if (query.get("how") === "nested") frame(`${query.get("elsewhere")}/lms/middle.html?course=${encodeURIComponent(course)}`);
  if (query.get("how") === "popup") {
    const button = document.createElement("button");
    button.textContent = "Launch";
    button.onclick = () => window.open(course, "course", "width=1200,height=800");
    document.body.append(button);
  }
})();
