/**
 * The npm package as a user gets it: packed, checked, installed into an empty folder, used from Node,
 * from a strict TypeScript program and from a Vite page. The last line is `N passed, N failed`.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { fromRoot } from "../../scripts/lib/paths.mjs";
import { main, mustRun, mustRunNode, ScriptError } from "../../scripts/lib/process.mjs";
import { npmCommand } from "../../scripts/setup.mjs";
import { checkElement } from "./check-element.mjs";
import { buildPages, checkPage } from "./check-page.mjs";
import { checkUnbundled } from "./check-unbundled.mjs";

const kTool = (file) => fromRoot("node_modules", file);

/** What may be in the package; sources, maps and build state may not. */
const kPackaged = [
  /^package\.json$/,
  /^dist\/custom-elements\.json$/,
  /^(README|CHANGELOG|LICENSE)(\.md)?$/,
  /^dist\/(?!demo\/).*\.(js|mjs|wasm|d\.m?ts)$/,
  /^dist\/custom-elements\.json$/,
];

await main(async () => {
  const work = mkdtempSync(path.join(tmpdir(), "room-visitor-package-"));
  try {
    const tarball = await pack(work);
    await checkManifest(tarball);
    const user = await install(work, tarball);
    const inNode = await useInNode(user);
    await useTypes(user);
    const page = path.join(user, "page");
    cpSync(fromRoot("tests/package/page"), page, { recursive: true });
    cpSync(fromRoot("web/demo/example.html"), path.join(page, "example.html"));
    const built = await buildPages(page);
    const inPage = (await checkPage(built)) + (await checkElement(built));
    await checkUnbundled(user);
    // Beside those: contents, publint, attw, types, the page without a bundler.
    console.log(`${inNode + inPage + 5} passed, 0 failed`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

async function npm(args, options) {
  const [command, ...rest] = npmCommand();
  return mustRun(command, [...rest, ...args], options);
}

async function pack(work) {
  await npm(["pack", "--pack-destination", work, "--loglevel", "error"]);
  const tarball = readdirSync(work).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new ScriptError("npm pack made no package");
  const full = path.join(work, tarball);
  const listing = await mustRun("tar", ["-tzf", full]);
  const files = listing
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\//, ""));
  const unwanted = files.filter((file) => !kPackaged.some((pattern) => pattern.test(file)));
  if (unwanted.length > 0) throw new ScriptError(`packed for no reason: ${unwanted.join(", ")}`);
  return full;
}

async function checkManifest(tarball) {
  await mustRunNode([kTool("publint/src/cli.js"), tarball, "--strict"]);
  await mustRunNode([
    ...[kTool("@arethetypeswrong/cli/dist/index.js"), tarball],
    ...["--profile", "esm-only", "--no-definitely-typed", "--no-color"],
    // Binaries have no types.
    ...["--exclude-entrypoints", "wasm", "standin/wasm"],
  ]);
}

async function install(work, tarball) {
  const user = path.join(work, "user");
  mkdirSync(user);
  writeFileSync(path.join(user, "package.json"), '{ "private": true, "type": "module" }\n');
  await npm(["install", tarball, "--no-audit", "--no-fund", "--loglevel", "error"], { cwd: user });
  return user;
}

async function useInNode(user) {
  cpSync(fromRoot("tests/package/use-in-node.mjs"), path.join(user, "use-in-node.mjs"));
  const output = await mustRunNode(["use-in-node.mjs"], { cwd: user });
  const found = /(\d+) passed, 0 failed\s*$/.exec(output);
  if (found === null) throw new ScriptError(`use-in-node.mjs ended early:\n${output}`);
  return Number(found[1]);
}

// With the libraries' own declarations checked as well, which users may do.
async function useTypes(user) {
  cpSync(fromRoot("tests/package/use-types.mts"), path.join(user, "use-types.mts"));
  await mustRunNode(
    [
      ...[kTool("typescript/bin/tsc"), "--noEmit", "--strict", "--exactOptionalPropertyTypes"],
      ...["--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--module", "nodenext"],
      ...["--ignoreConfig", "use-types.mts"],
    ],
    { cwd: user },
  );
}
