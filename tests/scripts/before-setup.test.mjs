// The commands that set a fresh machine up are loaded before anything has been installed.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { fromRoot } from "../../scripts/lib/paths.mjs";

/** What a script and all that it loads at once import from elsewhere. */
function packagesOf(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [
    ...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gm),
  ];
  return imports.flatMap(([, name]) => {
    if (name.startsWith(".")) return packagesOf(path.resolve(path.dirname(file), name), seen);
    return name.startsWith("node:") ? [] : [`${path.relative(fromRoot(), file)}: ${name}`];
  });
}

test.each(["setup", "start", "test", "build"])("npm run %s needs no package to begin", (name) => {
  expect(packagesOf(fromRoot("scripts", `${name}.mjs`))).toEqual([]);
});

test("a package would be found", () => {
  expect(packagesOf(fromRoot("scripts/lib/template-space.mjs"))).toEqual([
    "scripts/lib/template-space.mjs: typescript",
  ]);
});
