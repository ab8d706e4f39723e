// All proofs: first that cheats do not pass (the fixture), then the course, then that the recorder
// of steps sees what CPython's sees. All are told, and each fails the command. Arguments go to the proof of the course;
// with some, it is proved alone with the fixture.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const prove = fileURLToPath(new URL("prove.mjs", import.meta.url));
const fixture = fileURLToPath(new URL("fixture", import.meta.url));

const compare = fileURLToPath(new URL("steps/compare.mjs", import.meta.url));

const filter = process.argv.slice(2);
const runs = [[prove, "--lessons", fixture, "--runs-only"], [prove, ...filter]];
if (filter.length === 0) runs.push([compare]);
const failed = runs.filter((args) => {
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
