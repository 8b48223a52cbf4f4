/** Compiles web/src into dist: plain ES modules beside their declarations. */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { fromRoot, kDist } from "./paths.mjs";
import { mustRunNode } from "./process.mjs";

/** Runs tsc (incremental; its state lies in dist, so that deleting dist builds afresh). */
export async function buildLibrary() {
  await mustRunNode([fromRoot("node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"]);
  removeOrphans(kDist);
  // Only now: on a fresh machine the compiler that it needs is installed after this file is loaded.
  const { withoutTemplateSpace } = await import("./template-space.mjs");
  shortenTemplates(path.join(kDist, "element"), withoutTemplateSpace);
  // tsc reads declarations and does not emit them.
  copyFileSync(fromRoot("web/src", kGlueTypes), path.join(kDist, kGlueTypes));
}

const kGlueTypes = "standin/module.d.mts";

// tsc writes only what has changed, and what is short stays as it is.
function shortenTemplates(folder, shorten) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) shortenTemplates(full, shorten);
    else if (entry.name.endsWith(".js")) {
      const code = readFileSync(full, "utf8");
      const shorter = shorten(full, code);
      if (shorter !== code) writeFileSync(full, shorter);
    }
  }
}

// A file whose source was renamed or deleted would otherwise be shipped for ever.
function removeOrphans(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (full !== path.join(kDist, "demo")) removeOrphans(full);
    } else if (/\.(d\.ts|js)$/.test(entry.name)) {
      const source = path.relative(kDist, full).replace(/\.(d\.ts|js)$/, ".ts");
      if (!existsSync(fromRoot("web/src", source))) rmSync(full);
    }
  }
}
