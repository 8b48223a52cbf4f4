/** Starts the built stand-in server with the story's workspace, for start.mjs and dev.mjs. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import { kDist } from "./paths.mjs";
import { ScriptError } from "./process.mjs";

const kWorkspace = { version: "6.4.2", seed: "story" };

/**
 * @param {{port: number, serve?: {prefix: string, folder: string, headers: object}}} options
 * @returns {Promise<{port: number, url: string, close: () => Promise<void>}>}
 */
export async function serveStandin({ port, serve }) {
  const { Standin } = await import(built("standin/index.js"));
  const { loadStandinModule, startNodeHost } = await import(built("standin/node.js"));
  const standin = await Standin.create({ ...(await loadStandinModule()), workspace: kWorkspace });
  try {
    return await startNodeHost({ standin, port, ...(serve === undefined ? {} : { serve }) });
  } catch (error) {
    if (error?.name !== "PortInUseError") throw error;
    throw new ScriptError(`port ${port} is in use; choose another: PORT=${port + 1} npm start`);
  }
}

const built = (file) => pathToFileURL(path.join(kDist, file)).href;
