/**
 * Who may import whom under web/: one table, read by the lint rule (scripts/lib/eslint-layers.mjs)
 * and by the architecture check (scripts/lib/typescript-rules.mjs).
 *
 * `x` before `y` in docs/architecture.md means that y may use x; nothing uses what stands to its
 * right. A folder may always import from itself.
 */
import path from "node:path";

/** Layer names in the order of the architecture page, each with the layers it may use. */
export const kLayers = {
  shared: [],
  wasm: ["shared"],
  client: ["shared", "wasm"],
  store: ["shared", "client"],
  // The element shows what the client decides; it never reaches round it.
  // It takes connect() from the entry, which puts the client and its record together.
  element: ["shared", "client", "entry"],
  // The stand-in's hosts share no code with the client, so that a fault in one cannot hide in the other.
  standin: ["shared"],
  cli: ["shared", "wasm", "client", "store", "standin"],
  entry: ["shared", "wasm", "client", "store"],
  demo: ["shared", "wasm", "client", "store", "element", "standin", "entry"],
};

/** Files directly in web/src that put the parts together; all other files there are `shared`. */
const kEntryFiles = new Set(["connect.ts", "index.ts", "inline.ts", "node.ts"]);

/**
 * The layer of a file, or undefined for files the table does not speak about (tests, configuration).
 * @param {string} file path from the root of the repository, with forward slashes
 */
export function layerOf(file) {
  const parts = file.split("/");
  if (parts[0] !== "web") return undefined;
  if (parts[1] === "demo") return "demo";
  if (parts[1] !== "src") return undefined;
  if (parts.length === 3) return kEntryFiles.has(parts[2]) ? "entry" : "shared";
  return parts[2] in kLayers ? parts[2] : `unknown folder web/src/${parts[2]}`;
}

/**
 * Says why an import breaks the direction, or returns undefined when it does not.
 * @param {string} file the importing file, from the root of the repository
 * @param {string} specifier what stands in the import
 */
export function importProblem(file, specifier) {
  const from = layerOf(file);
  if (from === undefined || !specifier.startsWith(".")) return undefined;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  // The stand-in's module as it is built, which applications import by its name in the package.
  if (from === "demo" && target.startsWith("dist/wasm/")) return undefined;
  const to = layerOf(target.replace(/\.js$/, ".ts"));
  if (to === undefined) {
    return `${from} imports ${target}, which is outside web/; shipped code may use only web/`;
  }
  if (!(from in kLayers) || !(to in kLayers)) {
    return `${from in kLayers ? to : from} has no place in scripts/lib/layers.mjs; add it there`;
  }
  if (from === to || kLayers[from].includes(to)) return undefined;
  const allowed = kLayers[from].join(", ") || "nothing else";
  return `${from} imports ${to} (${specifier}); it may use: ${allowed}`;
}
