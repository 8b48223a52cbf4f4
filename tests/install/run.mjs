/**
 * Installs the release build into an empty folder, looks at what was installed, and builds and runs
 * the consumer project in this folder against it. The last line is `N passed, N failed`.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { buildPreset } from "../../scripts/lib/build-wasm.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { main, mustRun, run, ScriptError } from "../../scripts/lib/process.mjs";

await main(async () => {
  const work = mkdtempSync(path.join(tmpdir(), "room-visitor-install-"));
  try {
    const prefix = path.join(work, "prefix");
    await buildPreset("release");
    await mustRun("cmake", ["--install", fromRoot("build/release"), "--prefix", prefix]);
    checkInstalledFiles(prefix);
    await checkJsonIsPrivate(prefix);
    const tests = await buildAndTest(work, prefix);
    console.log(`${tests + 2} passed, 0 failed`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

// All public headers, the two archives, the package files, and nothing else.
function checkInstalledFiles(prefix) {
  const list = (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
  const headers = list(fromRoot("core/include")).map((file) => path.join("include", file));
  const installed = list(prefix);
  const missing = headers.filter((file) => !installed.includes(file));
  if (missing.length > 0) throw new ScriptError(`not installed: ${missing.join(", ")}`);
  const others = installed.filter((file) => !headers.includes(file));
  const kKnown = /^lib\/.*(libroom_visitor_(core|standin)\.a|cmake\/room_visitor\/[\w-]+\.cmake)$/;
  const unknown = others.filter((file) => !kKnown.test(file));
  if (unknown.length > 0) throw new ScriptError(`installed for no reason: ${unknown.join(", ")}`);
}

// Every symbol of nlohmann/json in our archives is in the namespace that is ours alone. Those that no
// other object can see cannot meet an application's, and nm writes the names of some of them wrongly.
async function checkJsonIsPrivate(prefix) {
  const archives = readdirSync(prefix, { recursive: true }).filter((file) => file.endsWith(".a"));
  const listing = await mustRun("nm", [
    ...["-C", "--defined-only", "--extern-only"],
    ...archives.map((file) => path.join(prefix, file)),
  ]);
  const json = listing.split("\n").filter((line) => line.includes("nlohmann::"));
  const shared = json.filter((line) =>
    line.replaceAll("nlohmann::room_visitor_private::", "").includes("nlohmann::"),
  );
  if (shared.length > 0) {
    throw new ScriptError(`${shared.length} symbols could be an application's own: ${shared[0]}`);
  }
  if (json.length === 0) throw new ScriptError("no symbol of nlohmann/json found; is nm at fault?");
}

async function buildAndTest(work, prefix) {
  const source = path.join(work, "consumer");
  const build = path.join(work, "build");
  cpSync(fromRoot("tests/install"), source, { recursive: true });
  const { version } = JSON.parse(readFileSync(fromRoot("package.json"), "utf8"));
  await mustRun("cmake", [
    ...["-S", source, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug"],
    ...[`-DCMAKE_PREFIX_PATH=${prefix}`, `-DEXPECTED_VERSION=${version}`],
    "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror",
  ]);
  await mustRun("cmake", ["--build", build, "-j2"]);
  const { code, output } = await run("ctest", ["--test-dir", build, "--output-on-failure"]);
  const found = /100% tests passed, 0 tests failed out of (\d+)/.exec(output);
  if (code !== 0 || found === null) throw new ScriptError(output);
  return Number(found[1]);
}
