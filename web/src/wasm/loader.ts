// Loads the compiled core once per source. A failed load is forgotten, so that loading again can
// succeed; importing this file does nothing.
import { loaderError } from "./loader-error.js";
import type { CreateModule, RawModule } from "./raw-module.js";
import { compileFailure, compileSource, type LoadOptions } from "./source.js";

/** Loads the module, or gives the one that was loaded from the same source before. */
export async function loadModule(options: LoadOptions = {}): Promise<RawModule> {
  const key = sourceKey(options);
  const known = typeof key === "string" ? byUrl.get(key) : byObject.get(key);
  if (known !== undefined) return known;
  const loading = instantiate(options);
  if (typeof key === "string") byUrl.set(key, loading);
  else byObject.set(key, loading);
  try {
    return await loading;
  } catch (error) {
    forget(key);
    throw error;
  }
}

/** Makes the next load of that source start afresh, after the module has stopped working. */
export function forgetModule(options: LoadOptions): void {
  forget(sourceKey(options));
}

async function instantiate(options: LoadOptions): Promise<RawModule> {
  const url = sourceUrl(options);
  const [createModule, compiled] = await Promise.all([loadGlue(), compileSource(options, url)]);
  // The glue never learns of a failed instantiation, so its promise alone would wait for ever.
  return new Promise<RawModule>((resolve, reject) => {
    const fail = (cause: unknown): void => {
      reject(compileFailure(cause, url));
    };
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports)
          .then((instance) => {
            receive(instance, compiled);
          })
          .catch(fail);
        return {};
      },
    }).then(resolve, fail);
  });
}

async function loadGlue(): Promise<CreateModule> {
  try {
    const glue = await import("./room_visitor_client.mjs");
    return glue.default as CreateModule;
  } catch (cause) {
    throw loaderError("wasm_load_failed", "room_visitor_client.mjs", cause);
  }
}

type SourceKey = string | object;

function sourceKey(options: LoadOptions): SourceKey {
  return options.wasmModule ?? options.wasmBinary ?? sourceUrl(options);
}

function forget(key: SourceKey): void {
  if (typeof key === "string") byUrl.delete(key);
  else byObject.delete(key);
}

function sourceUrl(options: LoadOptions): string {
  if (options.wasmUrl === undefined) {
    return new URL("./room_visitor_client.wasm", import.meta.url).href;
  }
  const base = typeof document === "undefined" ? import.meta.url : document.baseURI;
  try {
    return new URL(options.wasmUrl, base).href;
  } catch (cause) {
    throw loaderError("wasm_not_found", `the address ${String(options.wasmUrl)}`, cause);
  }
}

// The same source always gives the same module: files do not change while a page lives.
const byUrl = new Map<string, Promise<RawModule>>();
const byObject = new WeakMap<object, Promise<RawModule>>();
