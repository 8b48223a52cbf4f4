// What needs Node is reachable only from the entries made for it: a page that loaded it would not start.
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";

/** The modules of Node that an entry would load, chunks that it loads later included. */
async function nodeModulesOf(entry: string): Promise<string[]> {
  const found = new Set<string>();
  const bundled = await rolldown({
    input: entry,
    logLevel: "silent",
    external: (specifier) => {
      if (specifier.startsWith("node:")) found.add(specifier);
      return specifier.startsWith("node:") || specifier.endsWith(".mjs");
    },
  });
  await bundled.generate({ format: "esm" });
  await bundled.close();
  return [...found].sort();
}

describe("entries", () => {
  it.each(["index.ts", "inline.ts", "store/open-history.ts", "store/export-history.ts"])(
    "%s needs nothing of Node",
    async (entry) => {
      expect(await nodeModulesOf(`web/src/${entry}`)).toEqual([]);
    },
  );

  it("node.ts does", async () => {
    expect(await nodeModulesOf("web/src/node.ts")).toEqual(["node:fs/promises", "node:path"]);
  });
});
