/**
 * `npm run bench -- standin [--seconds 2]`, `npm run bench -- update`, `npm run bench -- page`: measures a part of the product
 * beside a peer, in one run, and prints what it found with the ratio.
 */
import { parseArgs } from "node:util";

import { main, ScriptError } from "../scripts/lib/process.mjs";

const kBenches = {
  standin: () => import("./standin.mjs"),
  page: () => import("./page.mjs"),
  update: () => import("./update.mjs"),
};

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: "string", default: "2" } },
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new ScriptError(`--seconds ${values.seconds}: give a number above 0`);
  const [name = ""] = positionals;
  if (!Object.hasOwn(kBenches, name)) {
    throw new ScriptError(`give one of: ${Object.keys(kBenches).join(", ")}`);
  }
  const { bench } = await kBenches[name]();
  await bench({ seconds });
});
