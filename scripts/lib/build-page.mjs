/** Builds the page (web/demo) into dist/demo with Vite: static files that work under any path. */
import path from "node:path";

import { fromRoot, kPage } from "./paths.mjs";
import { isUpToDate } from "./up-to-date.mjs";

export const kPageConfig = fromRoot("web/demo/vite.config.ts");

/** Skipped when nothing under web/ is newer than the built page. */
export async function buildPage() {
  const inputs = [fromRoot("web"), fromRoot("package-lock.json")];
  if (isUpToDate([path.join(kPage, "index.html")], inputs)) return;
  // Only now: on a fresh machine both are installed after this file is loaded.
  const { build } = await import("vite");
  const { withoutTemplateSpace } = await import("./template-space.mjs");
  await build({
    root: path.dirname(kPageConfig),
    configFile: kPageConfig,
    build: { outDir: kPage, emptyOutDir: true },
    plugins: [templateSpace(withoutTemplateSpace)],
    logLevel: "warn",
  });
}

// Of the sources, which the page is made of; what the package ships is shortened by its own build.
const templateSpace = (shorten) => ({
  name: "template-space",
  enforce: "pre",
  transform: (code, id) => (id.endsWith(".ts") ? { code: shorten(id, code), map: null } : null),
});
