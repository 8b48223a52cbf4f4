/**
 * What docs/architecture.md says about C++ files, as functions of their text: the direction of
 * includes, what core may not touch, and how long a file may be.
 */
import path from "node:path";

import { problem, stripComments } from "./source-text.mjs";

/** Public headers that both halves use, by their names without folder and extension. */
const kSharedHeaders = [
  "result",
  "error_code",
  "error_table",
  "ids",
  "time",
  "server_version",
  "http",
];

/** The one private header of core/src that both halves may include. */
const kSharedPrivate = ["json/nlohmann.h"];

const kHeaderLines = 200;
const kSourceLines = 400;

// Core reads no clock, draws no chance, does no I/O, keeps no state between calls and never ends the
// program; the last group is missing from libc++ 13.
const kBannedIncludes = new Set(
  [
    "chrono ctime time.h sys/time.h",
    "random",
    "iostream fstream ostream istream sstream iomanip filesystem cstdio stdio.h unistd.h",
    "locale clocale regex",
    "thread mutex shared_mutex atomic condition_variable future csignal",
    "cassert assert.h exception stdexcept csetjmp",
    "format ranges source_location coroutine memory_resource",
  ].flatMap((line) => line.split(" ")),
);

const kBannedCalls =
  /(?<![\w.>])(?:std::|::)(abort|exit|_Exit|quick_exit|terminate|getenv|system|rand|srand|time|clock)\s*\(|(?<![\w.>:])(abort|assert|getenv|srand|printf|fprintf|puts|fopen)\s*\(/;

/** @param {Map<string, string>} files text by path from the root; only C++ files are looked at */
export function cppProblems(files) {
  const problems = [];
  for (const [file, text] of files) {
    if (!/\.(h|cpp)$/.test(file)) continue;
    problems.push(...budgetProblems(file, text), ...nameProblems(file));
    if (!/^(core|wasm)\//.test(file)) continue;
    const lines = stripComments(text).split("\n");
    lines.forEach((line, index) => {
      const include = /^\s*#\s*include\s+([<"])([^>"]+)[>"]/.exec(line);
      const found =
        include === null ? callProblem(file, line) : includeProblem(file, include[1], include[2]);
      if (found !== undefined) problems.push(problem(file, index + 1, found));
    });
  }
  return problems;
}

function includeProblem(file, bracket, target) {
  const publicHeader = file.startsWith("core/include/");
  if (target.startsWith("nlohmann/")) {
    if (file === "core/src/json/nlohmann.h") return undefined;
    return `includes <${target}>; only core/src/json/nlohmann.h may, all others include that`;
  }
  if (target.startsWith("emscripten")) {
    return file.startsWith("wasm/") ? undefined : `includes <${target}>; only wasm/ may`;
  }
  if (kBannedIncludes.has(target)) {
    return file.startsWith("core/") ? `includes <${target}>, which core may not use` : undefined;
  }
  if (publicHeader && bracket === '"' && !target.startsWith("room_visitor/")) {
    return `includes "${target}"; a public header may include only room_visitor/... and the standard library`;
  }
  return halfProblem(file, bracket, target);
}

function halfProblem(file, bracket, target) {
  const ours = bracket === '"' || target.startsWith("room_visitor/");
  if (!ours) return undefined;
  const targetIsStandin = isStandin(target);
  if (!isStandin(file)) {
    if (!targetIsStandin) return sharedProblem(file, target);
    return `includes "${target}"; the client half never sees the stand-in half`;
  }
  if (targetIsStandin || isShared(target)) return undefined;
  return (
    `includes "${target}"; the stand-in half may use only its own headers, ` +
    `${kSharedPrivate.join(", ")} and the shared values (${kSharedHeaders.join(", ")})`
  );
}

// What both halves use must not pull in what only one of them has.
function sharedProblem(file, target) {
  const name = path.posix.basename(file).replace(/\.(h|cpp)$/, "");
  const place = /^core\/(include\/room_visitor|src)\/[^/]+$/.test(file);
  if (!place || !kSharedHeaders.includes(name) || isShared(target)) return undefined;
  return `includes "${target}"; it is shared by both halves and may use only shared values`;
}

const isStandin = (name) => /(^|\/)standin(\/|_)/.test(name);

const isShared = (target) =>
  kSharedPrivate.includes(target) ||
  kSharedHeaders.some((name) => target === `room_visitor/${name}.h`);

function callProblem(file, line) {
  if (!file.startsWith("core/")) return undefined;
  const call = kBannedCalls.exec(line);
  return call === null
    ? undefined
    : `calls ${call[0].trim().replace(/\($/, "()")}, which core may not do`;
}

function budgetProblems(file, text) {
  const limit = file.endsWith(".h") ? kHeaderLines : kSourceLines;
  const lines = text.replace(/\n$/, "").split("\n").length;
  if (lines <= limit) return [];
  return [problem(file, lines, `has ${lines} lines; ${limit} is the limit, so it is two things`)];
}

function nameProblems(file) {
  const base = path.posix.basename(file);
  if (/^[a-z0-9]+(_[a-z0-9]+)*\.(h|cpp)$/.test(base)) return [];
  return [problem(file, 1, "is not named in snake_case")];
}
