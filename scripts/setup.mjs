/**
 * Brings what the other commands need: Debian packages, the npm packages of the lock files, and a
 * check that Emscripten runs on the Node that runs npm. Needs a Debian 12 with git and Node, as root
 * or with sudo; does nothing, quickly, when nothing is missing. Uses only what Node itself has.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { checkEmscripten } from "./lib/emscripten-env.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, mustRun, run, ScriptError } from "./lib/process.mjs";

/** What Vite 8 and ESLint 10 ask for; the package itself runs on any Node 20. */
const kOldestNode = [20, 19];

const kDebianPackages = [
  "ca-certificates",
  "chromium",
  "clang",
  "clang-format",
  "clang-tidy",
  "cmake",
  "curl",
  "emscripten",
  "firefox-esr",
  "g++",
  "googletest",
  "libclang-rt-14-dev",
  "libgtest-dev",
  "ninja-build",
  "node-acorn",
  "nlohmann-json3-dev",
  "webkit2gtk-driver",
  "xvfb",
];

/** Folders with a lock file of their own, each with what its install needs. */
const kNpmFolders = [
  { folder: ".", args: [] },
  // One of the server's packages would download a binary; only its plain JavaScript is wanted.
  { folder: "tests/server-typings", args: ["--ignore-scripts"] },
  // Nothing that a package of somebody else's wants to run at its installation is needed; one of them
  // names the very Node it was made with, which the strictness of this repository would insist on.
  { folder: "tests/official-client", args: ["--ignore-scripts", "--engine-strict=false"] },
];

/** Everything the commands need; `log` receives a line for each thing that had to be done. */
export async function setup(log = console.log) {
  checkNode();
  await installDebianPackages(log);
  for (const { folder, args } of kNpmFolders) await installNpmPackages(folder, args, log);
  await checkEmscripten();
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > kOldestNode[0] || (major === kOldestNode[0] && minor >= kOldestNode[1])) return;
  throw new ScriptError(
    `This is Node ${process.versions.node}; the tools need ${kOldestNode.join(".")} or newer.`,
  );
}

async function installDebianPackages(log) {
  const missing = await missingDebianPackages();
  if (missing.length === 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
  if (sudo.length > 0 && (await run("sudo", ["-n", "true"])).code === 127) {
    throw new ScriptError(
      `These Debian packages are missing: ${missing.join(" ")}. Install them as root, or install sudo.`,
    );
  }
  log(`setup: installing Debian packages: ${missing.join(" ")}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => {
    const [command, ...rest] = [
      ...sudo,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      ...args,
    ];
    return mustRun(command, rest, { env });
  };
  await apt("update", "-qq");
  await apt("install", "-y", "-qq", "--no-install-recommends", ...missing);
}

async function missingDebianPackages() {
  const { code, output } = await run("dpkg-query", [
    "--show",
    "--showformat=${Package} ${db:Status-Status}\\n",
    ...kDebianPackages,
  ]);
  if (code === 127) {
    throw new ScriptError(
      "dpkg-query is missing: set-up knows Debian 12 (and its derivatives) only.",
    );
  }
  const installed = new Set(
    output
      .split("\n")
      .filter((line) => line.endsWith(" installed"))
      .map((line) => line.split(" ")[0]),
  );
  return kDebianPackages.filter((name) => !installed.has(name));
}

// The marker holds a hash of what was installed, so that a changed lock file installs again and a
// half-finished install does not count.
async function installNpmPackages(folder, args, log) {
  const lock = fromRoot(folder, "package-lock.json");
  if (!existsSync(lock))
    throw new ScriptError(`${lock} is missing; it belongs into the repository.`);
  const hash = createHash("sha256")
    .update(readFileSync(lock))
    .update(readFileSync(fromRoot(folder, "package.json")))
    .update(process.versions.modules)
    .digest("hex");
  const marker = fromRoot(folder, "node_modules/.installed-for");
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return;
  log(`setup: npm ci in ${folder === "." ? "the repository" : folder}`);
  const npm = npmCommand();
  await mustRun(npm[0], [...npm.slice(1), "ci", "--no-audit", "--no-fund", ...args], {
    cwd: fromRoot(folder),
  });
  writeFileSync(marker, hash);
}

/** npm on the Node that runs us: the one that called us, else the one installed beside this Node. */
export function npmCommand() {
  const caller = process.env.npm_execpath;
  if (caller !== undefined && /npm-cli\.[cm]?js$/.test(caller)) return [process.execPath, caller];
  const beside = path.join(path.dirname(process.execPath), "npm");
  return [existsSync(beside) ? beside : "npm"];
}

if (process.argv[1] === import.meta.filename) await main(() => setup());
