/** Formats every file, or with --check says which are not formatted: clang-format and prettier. */
import { cppFiles } from "./lib/cpp-files.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, mustRun, mustRunNode } from "./lib/process.mjs";

const check = process.argv.includes("--check");
const prettier = fromRoot("node_modules/prettier/bin/prettier.cjs");

await main(async () => {
  const files = await cppFiles();
  await mustRun("clang-format", check ? ["--dry-run", "-Werror", ...files] : ["-i", ...files]);
  await mustRunNode([prettier, check ? "--check" : "--write", "--log-level", "warn", "."]);
  console.log(`format: ${files.length} C++ files and everything prettier knows are formatted`);
});
