/** Where things are: the one place that knows the names of built files. */
import path from "node:path";
import { fileURLToPath } from "node:url";

export const kRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** A path from the root of the repository. */
export const fromRoot = (...parts) => path.join(kRoot, ...parts);

export const kDist = fromRoot("dist");
export const kPage = fromRoot("dist/demo");

/** The folder into which CMake's preset `wasm` links the modules. */
export const kWasmBuild = fromRoot("build/wasm/wasm");

/** The WebAssembly modules; `imports` is a link of the same objects with readable import names. */
export const kModules = [
  { name: "room_visitor_client", imports: "room_visitor_client_imports.wasm" },
  { name: "room_visitor_standin", imports: "room_visitor_standin_imports.wasm" },
];

/** Modules lie beside the loaders that fetch them, in the sources (git-ignored) as in the package. */
export const kModuleFolders = [fromRoot("web/src/wasm"), path.join(kDist, "wasm")];
