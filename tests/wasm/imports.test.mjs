// Core is sans-I/O: proved by what the compiled modules ask of their host. The modules tested are -O2
// links of the objects that are shipped; the shipped links shorten the names of imports.
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { forbiddenImports, kAllowedImports } from "../../scripts/lib/module-imports.mjs";
import { kModules, kWasmBuild } from "../../scripts/lib/paths.mjs";

const read = (file) => readFileSync(path.join(kWasmBuild, file));

describe.each(kModules)("$name", ({ name, imports }) => {
  const allowed = kAllowedImports[name];

  it("asks its host for nothing but what the list allows", () => {
    expect(forbiddenImports(read(imports), allowed)).toEqual([]);
  });

  it("is shipped with the same number of imports as the readable link", () => {
    const count = (file) => WebAssembly.Module.imports(new WebAssembly.Module(read(file))).length;
    expect(count(`${name}.wasm`)).toBe(count(imports));
  });
});

describe("a module that reads a clock", () => {
  // (module (import "env" "emscripten_get_now" (func (result f64))))
  const clock = moduleImporting("env", "emscripten_get_now");

  it("is refused, with the name of the import", () => {
    expect(forbiddenImports(clock, kAllowedImports.room_visitor_client)).toEqual([
      "env.emscripten_get_now (function)",
    ]);
  });

  it("is refused from any other host interface, whatever the name", () => {
    const wasi = moduleImporting("wasi_snapshot_preview1", "abort");
    expect(forbiddenImports(wasi, kAllowedImports.room_visitor_client)).toEqual([
      "wasi_snapshot_preview1.abort (function)",
    ]);
  });
});

/** The smallest binary with one imported function: () -> f64. */
function moduleImporting(module, name) {
  const text = (value) => [value.length, ...new TextEncoder().encode(value)];
  const imported = [1, ...text(module), ...text(name), 0, 0];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7c],
    ...[2, imported.length, ...imported],
  ]);
}
