// The same package with the WebAssembly module's bytes inside the script, for bundlers that do not
// emit `new URL("….wasm", import.meta.url)` as a file, and for pages that may not fetch it.
import type { Connection } from "./client/connect.js";
import { load as loadWith, type RoomVisitor } from "./client/load.js";
import type { ConnectOptions } from "./client/options.js";
import { connect as connectWith } from "./connect.js";
import wasmBase64 from "./wasm/room_visitor_client_inline.mjs";
import type { LoadOptions } from "./wasm/source.js";

// Explicit exports win over the ones of the same name that this brings.
export * from "./index.js";

/** As load(), without fetching anything unless the options say so. */
export function load(options: LoadOptions = {}): Promise<RoomVisitor> {
  return loadWith(withBytes(options));
}

/** As connect(), without fetching the module unless the options say so. */
export function connect(options: ConnectOptions): Promise<Connection> {
  return connectWith({ ...options, wasm: withBytes(options.wasm ?? {}) });
}

function withBytes(options: LoadOptions): LoadOptions {
  const { wasmUrl, wasmBinary, wasmModule } = options;
  const isGiven = wasmUrl !== undefined || wasmBinary !== undefined || wasmModule !== undefined;
  return isGiven ? options : { ...options, wasmBinary: inlineBytes() };
}

// Decoded once; the loader knows by the identity of the bytes that it has compiled them before.
function inlineBytes(): Uint8Array<ArrayBuffer> {
  decoded ??= Uint8Array.from(atob(wasmBase64), (character) => character.charCodeAt(0));
  return decoded;
}

let decoded: Uint8Array<ArrayBuffer> | undefined;
