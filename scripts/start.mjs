/**
 * `npm start`: set-up, build, then the demo's pages and a stand-in server at one origin: the demo needs
 * none, the page for one's own server finds this one. Prints one URL.
 * PORT chooses the port (default 3000; 0 takes a free one).
 *
 *   --no-build          serve what is built already, without set-up
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildPage } from "./lib/build-page.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { kOwnServers, pageHeaders } from "./lib/page-policy.mjs";
import { kPage } from "./lib/paths.mjs";
import { main, ScriptError } from "./lib/process.mjs";
import { serveStandin } from "./lib/serve-standin.mjs";
import { setup } from "./setup.mjs";

/** A path that the real server does not have. */
const kPrefix = "/room-visitor/";

await main(async () => {
  const { values } = parseArgs({ options: { "no-build": { type: "boolean", default: false } } });
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ScriptError(`PORT is "${process.env.PORT}"; it must be a number from 0 to 65535`);
  }
  if (values["no-build"]) checkBuilt();
  else await build();
  const standin = await serveStandin({
    port,
    serve: { prefix: kPrefix, folder: kPage, headers: pageHeaders(kOwnServers) },
  });
  const stop = async () => {
    await standin.close();
    process.exit(0);
  };
  // Whoever has read the address may stop it at once.
  process.on("SIGINT", stop).on("SIGTERM", stop);
  console.log(`room-visitor: http://localhost:${standin.port}${kPrefix}`);
});

async function build() {
  await setup();
  await buildWasm();
  await buildLibrary();
  await buildPage();
}

function checkBuilt() {
  const page = path.join(kPage, "index.html");
  if (!existsSync(page)) throw new ScriptError(`${page} is not there; run: npm run build`);
}
