/** Runs the built stand-in as `npm run standin` does, in a process of its own, for as long as a body takes. */
import { spawn } from "node:child_process";
import path from "node:path";

import { kDist } from "./paths.mjs";
import { ScriptError } from "./process.mjs";

const kReady = /is ready at (http:\S+)/;

/**
 * @param {string} version the server's, for example "6.4.2"
 * @param {string[]} chosen further arguments
 * @param {(address: string) => Promise<void>} body
 */
export async function withStandin(version, chosen, body) {
  const args = ["--port", "0", "--version", version, ...chosen];
  const child = spawn(process.execPath, [path.join(kDist, "standin/cli.js"), ...args]);
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    await body(await readyAddress(child));
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

function readyAddress(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (chunk) => {
      text += chunk;
      const ready = kReady.exec(text);
      if (ready !== null) resolve(ready[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("close", () => reject(new ScriptError(`the stand-in did not start:\n${text}`)));
  });
}
