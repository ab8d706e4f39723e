// A teacher makes packages in the page: the same as the command line's, with nothing but a browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import path from "node:path";
import { isAccessible } from "../support/audit.mjs";
import { checkManifest, checkReferences } from "../support/manifests.mjs";
import { makePackage, text, unpack } from "../support/package.mjs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();
let made;
before(() => {
  made = makePackage("scorm2004", "--lesson", "try-else", "--lesson", "re-raising", "--mastery", "65");
});
after(() => made?.remove());

const download = async (page) => {
  const arriving = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: /^Make the package/ }).click();
  const file = await arriving;
  return { name: file.suggestedFilename(), files: unpack(readFileSync(await file.path()), path.join(made.folder, "..", "page")).files };
};

scenario(site, "chosen lessons become the very package that the command line makes", async ({ page, product }) => {
  await product.open("#/settings");
  await page.getByRole("link", { name: "Make a package" }).click();
  await page.getByRole("heading", { level: 1, name: "A package for your LMS" }).waitFor();
  await page.getByRole("radio", { name: /SCORM 2004/ }).check();
  await page.getByRole("radio", { name: "Chosen lessons" }).check();
  await page.getByRole("checkbox", { name: "When all went well: else" }).check();
  await page.getByRole("checkbox", { name: "Sending an exception on" }).check();
  await page.getByRole("textbox", { name: "To pass" }).fill("65");
  const { name, files } = await download(page);
  assert.equal(name, "vivarium-2-lessons-scorm2004.zip");
  await page.getByText(`${name} is in your downloads`).waitFor();
  checkReferences(checkManifest("scorm2004", text(files, "imsmanifest.xml")), files);
  assert.deepEqual(Object.keys(files).sort(), Object.keys(made.files).sort());
  for (const [file, bytes] of Object.entries(files)) {
    assert.ok(Buffer.from(bytes).equals(Buffer.from(made.files[file])), `${file} is the same`);
  }
});

scenario(site, "a module for cmi5; what is missing is said first", async ({ page, product }) => {
  await product.open("#/package");
  await page.getByRole("radio", { name: /cmi5/ }).check();
  await page.getByRole("radio", { name: "One module" }).check();
  await page.getByRole("button", { name: /^Make the package/ }).click();
  await page.getByText("Choose at least one lesson.").waitFor();
  await page.getByRole("radio", { name: /^Exceptions/ }).check();
  await page.getByRole("textbox", { name: "To pass" }).fill("lots");
  await page.getByRole("button", { name: /^Make the package/ }).click();
  await page.getByText("a number from 0 to 100").waitFor();
  await page.getByRole("textbox", { name: "To pass" }).fill("100 %");
  const { name, files } = await download(page);
  assert.equal(name, "vivarium-exceptions-cmi5.zip");
  const document = checkManifest("cmi5", text(files, "cmi5.xml"));
  assert.equal(document.getElementsByTagName("au")[0].getAttribute("masteryScore"), "1");
});

scenario(site, "the page for packages can be used by everybody", async ({ page, product }) => {
  await product.open("#/package");
  await page.getByRole("radio", { name: "Chosen lessons" }).check();
  await page.getByRole("checkbox", { name: "When all went well: else" }).waitFor();
  await isAccessible(page);
});
