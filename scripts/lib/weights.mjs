/**
 * The weight limits, as data. Measured in bytes after gzip of a minified bundle, which is how the
 * sizes of comparable packages are given; 1 KB is 1000 bytes.
 */
import path from "node:path";

import { kDist, kPage } from "./paths.mjs";

const kKilobyte = 1000;
const wasm = (name) => path.join(kDist, "wasm", `${name}.wasm`);
// Imported when the module is, which every page does.
const kGlue = path.join(kDist, "wasm/room_visitor_client.mjs");

/**
 * What a user loads. `entry` is bundled and minified with what it imports at once; of what it imports
 * later `loads` are counted with it. `files` come with it as they are, `folder` is taken whole.
 * `limit` is absent where none was set; `goal` is one that is shown and not enforced yet.
 */
export const kEntryPoints = [
  {
    name: "client",
    entry: path.join(kDist, "index.js"),
    loads: [kGlue],
    files: [wasm("room_visitor_client")],
    // docs/decisions/0002
    goal: 65 * kKilobyte,
    limit: 85 * kKilobyte,
  },
  {
    // Everything that a page with the element loads before somebody has done something with it; the
    // catalogues of other languages are further rows.
    name: "element",
    entry: path.join(kDist, "element/define-entry.js"),
    loads: [kGlue, path.join(kDist, "store/indexed-db-history.js")],
    files: [wasm("room_visitor_client")],
    // docs/decisions/0012: what it was to be, and why it is not.
    goal: 110 * kKilobyte,
    limit: 150 * kKilobyte,
  },
  { name: "client, inlined", entry: path.join(kDist, "inline.js"), loads: [kGlue] },
  {
    name: "stand-in",
    entry: path.join(kDist, "standin/index.js"),
    files: [wasm("room_visitor_standin")],
    limit: 120 * kKilobyte,
  },
  {
    name: "page",
    folder: kPage,
    extensions: [".js", ".wasm", ".css", ".html"],
    // docs/decisions/0012
    goal: 260 * kKilobyte,
    limit: 323 * kKilobyte,
  },
];
