/** The C++ files of the repository. */
import { existsSync } from "node:fs";

import { fromRoot } from "./paths.mjs";
import { mustRun } from "./process.mjs";

/** Tracked and new C++ files, as paths from the root; `pattern` narrows them. */
export async function cppFiles(pattern = /\.(h|cpp)$/) {
  const listing = await mustRun("git", [
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "--deduplicate",
    "-z",
  ]);
  return listing
    .split("\0")
    .filter((file) => /\.(h|cpp)$/.test(file) && pattern.test(file) && existsSync(fromRoot(file)));
}
