/**
 * `npm run standin -- --port 3000 --version 6.4.2 --seed documentation`: builds what the stand-in
 * server needs and runs it. All arguments are its own; --help lists them.
 */
import { spawn } from "node:child_process";
import path from "node:path";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { kDist } from "./lib/paths.mjs";
import { main } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

await main(async () => {
  await setup();
  await buildWasm();
  await buildLibrary();
  const args = [path.join(kDist, "standin/cli.js"), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  // The terminal sends its signals to both; the child ends itself and decides the exit code.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.exitCode = await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
});
