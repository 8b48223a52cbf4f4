// Where the bytes of the module come from, and how they become a WebAssembly.Module.
import { loaderError } from "./loader-error.js";

/** How to get the WebAssembly module. Without any of them it is expected beside this file. */
export interface LoadOptions {
  /** Address of room_visitor_client.wasm; relative to the page, or a file: URL in Node. */
  readonly wasmUrl?: string | URL | undefined;
  /** The file's bytes, for hosts that cannot fetch. */
  readonly wasmBinary?: Uint8Array<ArrayBuffer> | ArrayBuffer | undefined;
  /** A compiled module, for hosts that refuse to compile at run time. */
  readonly wasmModule?: WebAssembly.Module | undefined;
  /** Replaces the global fetch. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Compiles the module from the given source. Throws LoaderError. */
export async function compileSource(
  options: LoadOptions,
  url: string,
): Promise<WebAssembly.Module> {
  if (options.wasmModule !== undefined) return options.wasmModule;
  if (options.wasmBinary !== undefined) return compileBytes(options.wasmBinary, "wasmBinary");
  if (url.startsWith("file:")) return compileBytes(await readFile(url), url);
  const response = await fetchFile(options.fetch ?? globalThis.fetch, url);
  const type = response.headers.get("content-type") ?? "";
  // Streaming accepts this type alone, without parameters.
  if (type.toLowerCase() === "application/wasm") return compileStream(response, url);
  return compileBytes(await readBody(response, url), url);
}

async function fetchFile(fetch: typeof globalThis.fetch, url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin" });
  } catch (cause) {
    throw loaderError("wasm_load_failed", url, cause);
  }
  if (response.status === 404 || response.status === 410) {
    throw loaderError("wasm_not_found", `status ${String(response.status)} at ${url}`);
  }
  if (!response.ok) {
    throw loaderError("wasm_load_failed", `status ${String(response.status)} at ${url}`);
  }
  return response;
}

async function readBody(response: Response, url: string): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw loaderError("wasm_load_failed", url, cause);
  }
}

async function compileStream(response: Response, url: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (cause) {
    throw compileFailure(cause, url);
  }
}

// Also the way for a wrong content type: streaming would refuse it, the bytes are good all the same.
async function compileBytes(
  source: Uint8Array<ArrayBuffer> | ArrayBuffer,
  url: string,
): Promise<WebAssembly.Module> {
  const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : source;
  if (!kMagic.every((byte, index) => bytes[index] === byte)) {
    if (startsLikeMarkup(bytes)) throw loaderError("wasm_is_html", url);
    throw loaderError("wasm_load_failed", `no WebAssembly at ${url}`);
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw compileFailure(cause, url);
  }
}

function startsLikeMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, kPeekBytes));
  return start.trimStart().startsWith("<");
}

/** Tells a refusal by the page's policy from a file that cannot be compiled. */
export function compileFailure(cause: unknown, url: string): Error {
  const text = cause instanceof Error ? cause.message : "";
  const code = kPolicyWords.test(text) ? "wasm_blocked_by_csp" : "wasm_load_failed";
  return loaderError(code, url, cause);
}

async function readFile(url: string): Promise<Uint8Array<ArrayBuffer>> {
  // In a variable, so that bundlers for the browser leave the import alone.
  const fileSystem = "node:fs/promises";
  try {
    const fs = (await import(/* webpackIgnore: true */ /* @vite-ignore */ fileSystem)) as {
      readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
    };
    return await fs.readFile(new URL(url));
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw loaderError(missing ? "wasm_not_found" : "wasm_load_failed", url, cause);
  }
}

const kMagic = [0x00, 0x61, 0x73, 0x6d];
const kPeekBytes = 64;
const kPolicyWords = /content security policy|blocked by csp|unsafe-eval|wasm-eval/i;
