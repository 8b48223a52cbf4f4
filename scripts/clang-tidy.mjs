/**
 * Runs clang-tidy over core and tests with the compile commands of preset dev. Files or folders named
 * on the command line narrow the run, `--except` leaves one out: `npm test` asks for what is shipped to
 * run in applications, since stand-in and tests take three times as long and are compiled with all
 * warnings by two compilers.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { fromRoot, kRoot } from "./lib/paths.mjs";
import { main, run, runAll, ScriptError } from "./lib/process.mjs";

const kDatabase = fromRoot("build/dev/compile_commands.json");
const kParallel = 2;

await main(async () => {
  if (!existsSync(kDatabase)) {
    throw new ScriptError("build/dev is not configured; run: cmake --preset dev");
  }
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { except: { type: "string", multiple: true, default: [] } },
  });
  const isIn = (names) => (file) =>
    names
      .map((name) => path.resolve(name))
      .some((name) => file === name || file.startsWith(name + path.sep));
  const files = compiledFiles()
    .filter((file) => positionals.length === 0 || isIn(positionals)(file))
    .filter((file) => !isIn(values.except)(file));
  const results = await runAll(
    files.map((file) => () => checkFile(file)),
    kParallel,
  );
  const failed = results.filter((ok) => !ok).length;
  if (failed > 0)
    throw new ScriptError(`clang-tidy: ${failed} of ${files.length} files have findings`);
  if (files.length === 0) throw new ScriptError("clang-tidy: none of these files is compiled");
  console.log(`clang-tidy: ${files.length} files without findings`);
});

// Generated sources (one per public header) are in the build tree and left out.
function compiledFiles() {
  const entries = JSON.parse(readFileSync(kDatabase, "utf8"));
  const sources = entries.map((entry) => path.resolve(entry.directory, entry.file));
  const own = sources.filter((file) => /^(core|tests)\//.test(path.relative(kRoot, file)));
  return [...new Set(own)].sort();
}

async function checkFile(file) {
  const { code, output } = await run("clang-tidy", [
    "--quiet",
    "-p",
    path.dirname(kDatabase),
    file,
  ]);
  if (code === 0) return true;
  // Without the count of warnings in system headers, which nobody asked for.
  const shown = output
    .split("\n")
    .filter((line) => !/^\d+ warnings? (generated|treated)/.test(line));
  console.error(shown.join("\n"));
  return false;
}
