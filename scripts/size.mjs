/**
 * `npm run size`: every shipped file and every entry point, raw, gzip and brotli. What an entry point
 * loads only when it is needed has lines of its own.
 *
 *   --json    as JSON, for machines
 *   --check   fail when an entry point is over its limit (scripts/lib/weights.mjs)
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { fromRoot, kDist } from "./lib/paths.mjs";
import { main, ScriptError } from "./lib/process.mjs";
import { kEntryPoints } from "./lib/weights.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
    },
  });
  if (!existsSync(kDist)) throw new ScriptError("dist is not there; run: npm run build");
  const files = filesIn(kDist).map((file) => ({
    file: path.relative(fromRoot(), file),
    ...sizes(readFileSync(file)),
  }));
  const entryPoints = [];
  for (const entryPoint of kEntryPoints) entryPoints.push(...(await weigh(entryPoint)));
  if (values.json) console.log(JSON.stringify({ files, entryPoints }, null, 2));
  else show([...(values.check ? [] : files), ...entryPoints]);
  const heavy = entryPoints.filter(({ gzip, limit }) => limit !== undefined && gzip > limit);
  if (values.check && heavy.length > 0) {
    const list = heavy.map(({ name, gzip, limit }) => `${name}: ${gzip} bytes, limit ${limit}`);
    throw new ScriptError(`over the limit after gzip: ${list.join("; ")}`);
  }
});

/** What a page loads at first, and a row for each script that it loads only when it is needed. */
async function weigh({ name, entry, loads = [], files = [], folder, extensions, limit, goal }) {
  const wanted =
    folder === undefined
      ? files
      : filesIn(folder).filter((file) => extensions.includes(path.extname(file)));
  const parts = wanted.map((file) => sizes(readFileSync(file)));
  if (folder !== undefined && parts.length === 0) throw new ScriptError(`${folder} is empty`);
  const chunks = entry === undefined ? [] : await bundle(entry);
  const first = loadedAtFirst(chunks, loads);
  const weightOf = ({ code }) => sizes(Buffer.from(code));
  for (const chunk of chunks) if (first.has(chunk.fileName)) parts.push(weightOf(chunk));
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const later = chunks.filter(({ fileName }) => !first.has(fileName));
  return [
    { name, raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli"), limit, goal },
    ...later.map((chunk) => ({ name: `${name}, later: ${chunk.name}`, ...weightOf(chunk) })),
  ];
}

/** The names of the scripts that hang on the entry, or on a script of `loads`, without waiting. */
function loadedAtFirst(chunks, loads) {
  const first = new Set();
  const add = (chunk) => {
    if (chunk === undefined || first.has(chunk.fileName)) return;
    first.add(chunk.fileName);
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
  };
  for (const chunk of chunks) if (chunk.isEntry || loads.includes(chunk.facadeModuleId)) add(chunk);
  return first;
}

/** The scripts that a bundler makes of an entry, minified. */
async function bundle(entry) {
  if (!existsSync(entry)) throw new ScriptError(`${path.relative(fromRoot(), entry)} is missing`);
  const { rolldown } = await import("rolldown");
  const bundled = await rolldown({ input: entry, platform: "browser", logLevel: "silent" });
  const { output } = await bundled.generate({ format: "esm", minify: true });
  await bundled.close();
  return output.filter(({ type }) => type === "chunk");
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tsbuildinfo"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function sizes(bytes) {
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

function show(rows) {
  const name = (row) => row.file ?? row.name;
  const width = Math.max(...rows.map((row) => name(row).length));
  const column = (value) => String(value).padStart(9);
  console.log(`${"".padEnd(width)}${["raw", "gzip", "brotli", "limit"].map(column).join("")}`);
  for (const row of rows) {
    const cells = [row.raw, row.gzip, row.brotli, row.limit ?? ""];
    console.log(`${name(row).padEnd(width)}${cells.map(column).join("")}${goalOf(row)}`);
  }
}

function goalOf({ goal }) {
  return goal === undefined ? "" : `  (goal: ${goal})`;
}
