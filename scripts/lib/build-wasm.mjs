/**
 * Links the WebAssembly modules and puts glue and binary beside the loaders that fetch them. Terser
 * is within one per cent of what closure-compiler reaches on Emscripten's glue.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { emscriptenEnv } from "./emscripten-env.mjs";
import { fromRoot, kModuleFolders, kModules, kWasmBuild } from "./paths.mjs";
import { mustRun, ScriptError } from "./process.mjs";
import { isUpToDate } from "./up-to-date.mjs";

/** The module whose bytes are also shipped inside a script, for bundlers that do not emit assets. */
const kInlined = "room_visitor_client";

/** Configures a CMake preset if that has not been done, and builds it. Ninja does the rest. */
export async function buildPreset(preset, targets = []) {
  const env = preset.startsWith("wasm") ? emscriptenEnv() : {};
  if (!existsSync(fromRoot("build", preset, "build.ninja"))) {
    await mustRun("cmake", ["--preset", preset], { env });
  }
  const chosen = targets.length === 0 ? [] : ["--target", ...targets];
  await mustRun("cmake", ["--build", "--preset", preset, "-j2", ...chosen], { env });
}

/** Builds the modules and fills the folders they are loaded from. */
export async function buildWasm() {
  await buildPreset("wasm");
  for (const { name } of kModules) {
    const glue = path.join(kWasmBuild, `${name}.mjs`);
    const binary = path.join(kWasmBuild, `${name}.wasm`);
    for (const file of [glue, binary]) {
      if (!existsSync(file)) {
        throw new ScriptError(`preset wasm did not make ${path.relative(fromRoot(), file)}`);
      }
    }
    await placeModule(name, glue, binary);
  }
}

async function placeModule(name, glue, binary) {
  const outputs = kModuleFolders.flatMap((folder) => outputsIn(folder, name));
  if (isUpToDate(outputs, [glue, binary, import.meta.filename])) return;
  const { minify } = await import("terser");
  const { code } = await minify(readFileSync(glue, "utf8"), {
    module: true,
    compress: { passes: 2 },
    format: { comments: false },
  });
  for (const folder of kModuleFolders) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.mjs`), `${code}\n`);
    copyFileSync(binary, path.join(folder, `${name}.wasm`));
    if (name === kInlined) writeFileSync(inlineFile(folder, name), inlineScript(binary));
  }
}

function outputsIn(folder, name) {
  const files = [path.join(folder, `${name}.mjs`), path.join(folder, `${name}.wasm`)];
  return name === kInlined ? [...files, inlineFile(folder, name)] : files;
}

const inlineFile = (folder, name) => path.join(folder, `${name}_inline.mjs`);

function inlineScript(binary) {
  return `export default "${readFileSync(binary).toString("base64")}";\n`;
}
