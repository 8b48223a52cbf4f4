// Loads the stand-in's module: the one file of the demo that fetches, and only its own.
import type { CreateStandinModule } from "../src/standin/raw-module.js";
import type { StandinOptions } from "../src/standin/standin.js";
import createModule from "../../dist/wasm/room_visitor_standin.mjs";

/**
 * The glue and the compiled module, for as many workspaces as are wanted. Rejects with an Error that
 * names the file.
 */
export async function loadStandin(): Promise<Pick<StandinOptions, "createModule" | "wasm">> {
  const url = new URL("../../dist/wasm/room_visitor_standin.wasm", import.meta.url);
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${url.pathname} was answered with ${answer.status}.`);
  const wasm = await WebAssembly.compile(await answer.arrayBuffer());
  return { createModule: createModule as CreateStandinModule, wasm };
}
