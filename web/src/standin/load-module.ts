// Finds the stand-in's WebAssembly module on disk, for Node.
import { readFile } from "node:fs/promises";
import type { CreateStandinModule } from "./raw-module.js";

export interface StandinModuleFiles {
  readonly createModule: CreateStandinModule;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

/**
 * Reads `room_visitor_standin.mjs` and `.wasm` from a folder, by default the package's own. Rejects
 * with an Error that names the folder if they are not there.
 */
export async function loadStandinModule(folder: URL = kOwnFolder): Promise<StandinModuleFiles> {
  const glue = new URL(`${kName}.mjs`, folder);
  try {
    const [module, wasm] = await Promise.all([
      import(/* @vite-ignore */ glue.href) as Promise<{ default: CreateStandinModule }>,
      readFile(new URL(`${kName}.wasm`, folder)),
    ]);
    return { createModule: module.default, wasm: new Uint8Array(wasm) };
  } catch (cause) {
    throw new Error(
      `The stand-in's module could not be loaded from ${folder.href}; build it first.`,
      {
        cause,
      },
    );
  }
}

const kName = "room_visitor_standin";
const kOwnFolder = new URL("../wasm/", import.meta.url);
