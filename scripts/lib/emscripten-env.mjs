/**
 * The environment for every call of Debian's Emscripten.
 *
 * - EM_NODE_JS: its configuration pins /usr/bin/node, which may be older than the Node that runs npm.
 * - NODE_PATH: its JavaScript optimiser needs acorn, which Debian's own Node finds in
 *   /usr/share/nodejs and no other Node does; without it a link fails after writing the .wasm.
 *
 * Debian freezes the cache of system libraries (FROZEN_CACHE), so an ordinary user needs none of
 * their own.
 */
import { existsSync } from "node:fs";
import path from "node:path";

import { run, ScriptError } from "./process.mjs";

const kDebianModules = "/usr/share/nodejs";

/** Environment variables to add for em++, emcmake and cmake with an Emscripten preset. */
export function emscriptenEnv() {
  const others = (process.env.NODE_PATH ?? "").split(path.delimiter).filter(Boolean);
  return {
    EM_NODE_JS: process.execPath,
    NODE_PATH: [kDebianModules, ...others.filter((entry) => entry !== kDebianModules)].join(
      path.delimiter,
    ),
  };
}

/** Throws unless Emscripten runs its tools on the Node that runs us, and finds acorn. */
export async function checkEmscripten() {
  const { code, output } = await run("em-config", ["NODE_JS"], { env: emscriptenEnv() });
  if (code !== 0) {
    throw new ScriptError(`em-config cannot be run; is emscripten installed?\n${output}`);
  }
  // Printed as a Python list when it may have arguments, as plain text otherwise.
  if (!output.includes(process.execPath)) {
    throw new ScriptError(
      `Emscripten would run ${output.trim()}, npm runs on ${process.execPath}. ` +
        "EM_NODE_JS should have overridden it; check for a .emscripten file in your home folder.",
    );
  }
  if (!existsSync(path.join(kDebianModules, "acorn"))) {
    throw new ScriptError(
      `acorn is not in ${kDebianModules}; install Debian's package node-acorn.`,
    );
  }
}
