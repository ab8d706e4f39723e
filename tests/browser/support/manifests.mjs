// The element rules of the three manifests, as their schemas publish them: names, namespaces, order, how often, attributes.
//
// Only what a package like ours may hold is described; anything else is an error.

import assert from "node:assert/strict";
import { DOMParser } from "@xmldom/xmldom";

const text = (pattern = /\S/) => ({ text: pattern });
const ID = /^[A-Za-z_][\w.-]*$/;
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

// children: [name, rule, least, most]; attributes: name to [pattern, is it required].
const scorm = (version, content, control, typeName) => ({
  namespace: content,
  name: "manifest",
  attributes: { identifier: [ID, true], version: [/^.{1,20}$/, false] },
  children: [
    ["metadata", { children: [["schema", text(/^ADL SCORM$/), 1, 1], ["schemaversion", text(version), 1, 1]] }, 1, 1],
    ["organizations", {
      attributes: { default: [ID, true] },
      children: [["organization", {
        attributes: { identifier: [ID, true] },
        children: [["title", text(/^.{1,200}$/), 1, 1], ["item", {
          attributes: { identifier: [ID, true], identifierref: [ID, true] },
          children: [["title", text(/^.{1,200}$/), 1, 1]],
        }, 1, Infinity]],
      }, 1, Infinity]],
    }, 1, 1],
    ["resources", {
      children: [["resource", {
        attributes: {
          identifier: [ID, true], type: [/^webcontent$/, true], href: [/\S/, true],
          [`{${control}}${typeName}`]: [/^(sco|asset)$/, true],
        },
        children: [["file", { attributes: { href: [/^[^\s\\]+$/, true] } }, 1, Infinity]],
      }, 1, Infinity]],
    }, 1, 1],
  ],
});

const words = { children: [["langstring", { ...text(), attributes: { lang: [/^[a-z]{2}(-[A-Z]{2})?$/, false] } }, 1, Infinity]] };
const RULES = {
  scorm12: scorm(/^1\.2$/, "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "scormtype"),
  scorm2004: scorm(/^2004 [34](rd|th) Edition$/, "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3", "scormType"),
  cmi5: {
    namespace: "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd",
    name: "courseStructure",
    children: [
      ["course", { attributes: { id: [IRI, true] }, children: [["title", words, 1, 1], ["description", words, 1, 1]] }, 1, 1],
      ["au", {
        attributes: {
          id: [IRI, true],
          launchMethod: [/^(AnyWindow|OwnWindow)$/, false],
          moveOn: [/^(Passed|Completed|CompletedAndPassed|CompletedOrPassed|NotApplicable)$/, false],
          masteryScore: [/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, false],
          activityType: [IRI, false],
        },
        children: [["title", words, 1, 1], ["description", words, 1, 1], ["url", text(/^\S+$/), 1, 1]],
      }, 1, Infinity],
    ],
  },
};

/** Fails with the first rule that a manifest breaks; answers its document. */
export function checkManifest(standard, xml) {
  const failures = [];
  const parser = new DOMParser({ onError: (level, message) => failures.push(`${level}: ${message}`) });
  const document = parser.parseFromString(xml, "text/xml");
  assert.deepEqual(failures, []);
  const rule = RULES[standard];
  checkElement(document.documentElement, rule.name, rule, rule.namespace);
  return document;
}

function checkElement(element, name, rule, namespace) {
  const where = `<${element.nodeName}>`;
  assert.equal(element.localName, name, `${where} stands where <${name}> belongs`);
  assert.equal(element.namespaceURI, namespace, `${where} is in another namespace`);
  checkAttributes(element, rule.attributes ?? {}, where);
  const children = [...element.childNodes].filter((it) => it.nodeType === 1);
  const words = [...element.childNodes].filter((it) => it.nodeType === 3).map((it) => it.data).join("");
  if (rule.text) {
    assert.equal(children.length, 0, `${where} holds text alone`);
    assert.match(words, rule.text, where);
    return;
  }
  assert.equal(words.trim(), "", `${where} holds no text`);
  let at = 0;
  for (const [childName, childRule, least, most] of rule.children ?? []) {
    let count = 0;
    for (; at < children.length && children[at].localName === childName; at += 1, count += 1) {
      checkElement(children[at], childName, childRule, namespace);
    }
    assert.ok(count >= least && count <= most, `${where} has ${count} <${childName}> at this place`);
  }
  assert.equal(children[at]?.nodeName, undefined, `${where} holds what does not belong there, or not in this order`);
}

function checkAttributes(element, rules, where) {
  const found = [...element.attributes].filter((it) => !/^xmlns(:|$)/.test(it.name));
  for (const attribute of found) {
    const name = attribute.namespaceURI ? `{${attribute.namespaceURI}}${attribute.localName}` : attribute.name;
    assert.ok(rules[name], `${where} has the attribute ${name}`);
    assert.match(attribute.value, rules[name][0], `${where} ${name}`);
  }
  for (const [name, [, isRequired]] of Object.entries(rules)) {
    const local = name.replace(/^\{.*\}/, "");
    const is = (it) => it.localName === local || it.name === local;
    assert.ok(!isRequired || found.some(is), `${where} lacks the attribute ${name}`);
  }
}

/** The rules between elements of a SCORM manifest: references lead somewhere, and every file of the package is listed once. */
export function checkReferences(document, files) {
  const all = (name) => [...document.getElementsByTagName(name)];
  const ids = all("*").map((it) => it.getAttribute("identifier")).filter(Boolean);
  assert.equal(new Set(ids).size, ids.length, "identifiers are unique");
  const chosen = all("organizations")[0].getAttribute("default");
  assert.ok(all("organization").some((it) => it.getAttribute("identifier") === chosen));
  const resources = all("resource").map((it) => it.getAttribute("identifier"));
  for (const item of all("item")) assert.ok(resources.includes(item.getAttribute("identifierref")));
  const listed = all("file").map((it) => decodeURIComponent(it.getAttribute("href")));
  assert.deepEqual([...listed].sort(), Object.keys(files).filter((it) => it !== "imsmanifest.xml").sort());
  for (const resource of all("resource")) assert.ok(listed.includes(resource.getAttribute("href")));
}
