/**
 * `npm run dev`: the page from its sources with reload on change, and a stand-in server that Vite
 * passes the API's calls on to, so that both share one origin. Prints one URL.
 */
import path from "node:path";

import { buildLibrary } from "./lib/build-library.mjs";
import { kPageConfig } from "./lib/build-page.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { main } from "./lib/process.mjs";
import { serveStandin } from "./lib/serve-standin.mjs";
import { setup } from "./setup.mjs";

await main(async () => {
  await setup();
  await buildWasm();
  await buildLibrary();
  const standin = await serveStandin({ port: 0 });
  // Read by web/demo/vite.config.ts.
  process.env.ROOM_VISITOR_STANDIN = `http://127.0.0.1:${standin.port}`;
  const { createServer } = await import("vite");
  const vite = await createServer({ configFile: kPageConfig, root: path.dirname(kPageConfig) });
  await vite.listen();
  console.log(`room-visitor: ${vite.resolvedUrls.local[0]}`);
  const stop = async () => {
    await Promise.all([vite.close(), standin.close()]);
    process.exit(0);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
});
