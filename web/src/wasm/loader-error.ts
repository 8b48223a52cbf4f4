// What can go wrong before the core, which owns the table of all other errors, is there.
import { LoaderError } from "../errors.js";

const kLoaderErrors = {
  wasm_not_found: {
    what: "The WebAssembly file is not there.",
    remedy: "Serve room_visitor_client.wasm beside the script, or pass its address as wasmUrl.",
  },
  wasm_is_html: {
    what: "A web page was served in place of the WebAssembly file.",
    remedy: "The server answers unknown addresses with a page: correct wasmUrl, or serve the file.",
  },
  wasm_blocked_by_csp: {
    what: "The page's Content Security Policy does not allow WebAssembly.",
    remedy: "Add 'wasm-unsafe-eval' to the script-src directive of the page.",
  },
  wasm_load_failed: {
    what: "The WebAssembly module could not be loaded.",
    remedy: "Check the connection and the file, then load again; a failed load is not kept.",
  },
  wasm_stopped: {
    what: "The WebAssembly module stopped while it was working.",
    remedy: "Load again to get a fresh module, and report the input that caused this.",
  },
} as const;

/** The codes of LoaderError. */
export type LoaderErrorCode = keyof typeof kLoaderErrors;

/** Every loader error with its sentences, for documents and tests. */
export const kLoaderErrorTable: Readonly<
  Record<LoaderErrorCode, { readonly what: string; readonly remedy: string }>
> = kLoaderErrors;

/** Makes a loader error; `found` names the file or what was in it. */
export function loaderError(code: LoaderErrorCode, found = "", cause?: unknown): LoaderError {
  const { what, remedy } = kLoaderErrors[code];
  const message = found === "" ? what : `${what} Found: ${found}.`;
  return new LoaderError(
    { code, family: "loader", path: "", found, expected: "", message, remedy },
    cause === undefined ? undefined : { cause },
  );
}
