// All proofs: first that cheats do not pass (the fixture), then the course. Both are told, and
// either one fails the command. Arguments go to the proof of the course.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const prove = fileURLToPath(new URL("prove.mjs", import.meta.url));
const fixture = fileURLToPath(new URL("fixture", import.meta.url));

const runs = [["--lessons", fixture, "--runs-only"], process.argv.slice(2)];
const failed = runs.filter((args) => {
  return spawnSync(process.execPath, [prove, ...args], { stdio: "inherit" }).status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
