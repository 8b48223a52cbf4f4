// Loads the stand-in's module: the one file of the demo that fetches, and only its own.
import type { CreateStandinModule } from "../src/standin/raw-module.js";
import type { StandinOptions } from "../src/standin/standin.js";

/** The glue and the compiled module; rejects with what the browser says. */
export async function loadStandin(): Promise<Pick<StandinOptions, "createModule" | "wasm">> {
  const glue = await import("../../dist/wasm/room_visitor_standin.mjs");
  const answer = await fetch(new URL("../../dist/wasm/room_visitor_standin.wasm", import.meta.url));
  return { createModule: glue.default as CreateStandinModule, wasm: await answer.arrayBuffer() };
}
