/** `npm run diagram`: writes the table of transitions into docs/reassignment.md. */
import { readFileSync, writeFileSync } from "node:fs";

import { buildPreset } from "./lib/build-wasm.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, mustRun, ScriptError } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

const kPage = fromRoot("docs/reassignment.md");
const kMarks = /(<!-- written by npm run diagram -->\n)[^]*(<!-- end -->\n)/;

await main(async () => {
  await setup();
  await buildPreset("dev", ["write_transition_page"]);
  const table = await mustRun(fromRoot("build/dev/tests/write_transition_page"), []);
  const page = readFileSync(kPage, "utf8");
  if (!kMarks.test(page)) throw new ScriptError(`${kPage} has lost its two marks`);
  writeFileSync(
    kPage,
    page.replace(kMarks, (_, begin, end) => `${begin}\n${table}\n${end}`),
  );
  console.log("diagram: docs/reassignment.md");
});
