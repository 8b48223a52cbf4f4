/**
 * Checks every file against the rules of docs/architecture.md: who includes and imports whom, what
 * core may not touch, file budgets, names. Prints `file:line: what` for each finding.
 */
import { readFileSync } from "node:fs";

import { cppProblems } from "./lib/cpp-rules.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, mustRun, ScriptError } from "./lib/process.mjs";
import { showProblem } from "./lib/source-text.mjs";
import { typescriptProblems } from "./lib/typescript-rules.mjs";

await main(async () => {
  const files = await sourceFiles();
  const problems = [...cppProblems(files), ...typescriptProblems(files)];
  for (const problem of problems) console.error(showProblem(problem));
  if (problems.length > 0) throw new ScriptError(`architecture: ${problems.length} problems`);
  console.log(`architecture: ${files.size} files follow the rules`);
});

// Tracked files and new ones that are not ignored: what would be committed.
async function sourceFiles() {
  const listing = await mustRun("git", [
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "-z",
    "--deduplicate",
  ]);
  const files = new Map();
  for (const file of listing.split("\0").filter((name) => /\.(h|cpp|ts)$/.test(name))) {
    try {
      files.set(file, readFileSync(fromRoot(file), "utf8"));
    } catch (error) {
      // A file that was deleted and not yet committed as such.
      if (error.code !== "ENOENT") throw error;
    }
  }
  return files;
}
