/** Builds the page (web/demo) into dist/demo with Vite: static files that work under any path. */
import path from "node:path";

import { fromRoot, kPage } from "./paths.mjs";
import { mustRunNode } from "./process.mjs";
import { isUpToDate } from "./up-to-date.mjs";

export const kPageConfig = fromRoot("web/demo/vite.config.ts");

/** Skipped when nothing under web/ is newer than the built page. */
export async function buildPage() {
  const inputs = [fromRoot("web"), fromRoot("package-lock.json")];
  if (isUpToDate([path.join(kPage, "index.html")], inputs)) return;
  await mustRunNode([
    fromRoot("node_modules/vite/bin/vite.js"),
    "build",
    path.dirname(kPageConfig),
    "--config",
    kPageConfig,
    "--outDir",
    kPage,
    "--emptyOutDir",
    "--logLevel",
    "warn",
  ]);
}
