/**
 * Builds everything that is shipped, skipping what is up to date:
 *
 *   wasm       the WebAssembly modules and their glue
 *   library    dist/: the npm package's modules and declarations
 *   page       dist/demo: the demo as static files, for any path of any host
 *   contract   dist/custom-elements.json, dist/element.html: what the element takes and gives
 *
 * Without arguments all of them; names on the command line choose.
 */
import { buildContract } from "./lib/build-contract.mjs";
import { buildLibrary } from "./lib/build-library.mjs";
import { buildPage } from "./lib/build-page.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { main, ScriptError } from "./lib/process.mjs";

const kSteps = {
  wasm: buildWasm,
  library: buildLibrary,
  page: buildPage,
  contract: buildContract,
};

await main(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !(name in kSteps));
  if (unknown !== undefined) {
    throw new ScriptError(
      `"${unknown}" is not a step; there are: ${Object.keys(kSteps).join(", ")}`,
    );
  }
  for (const name of chosen.length === 0 ? Object.keys(kSteps) : chosen) {
    const start = performance.now();
    await kSteps[name]();
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
});
