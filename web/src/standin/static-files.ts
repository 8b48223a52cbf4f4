// A folder of files on the stand-in's own origin, so that a page and the server it talks to need no
// cross-origin set-up.
import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";

export interface StaticFolder {
  /** Where the folder appears: a path that Rocket.Chat does not have, such as "/room-visitor/". */
  readonly prefix: string;
  readonly folder: string;
  /** Sent with every file, for example a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StaticAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** The answer for a path; undefined if the path is not below the prefix. */
export async function serveStatic(
  target: string,
  { prefix, folder, headers = {} }: StaticFolder,
): Promise<StaticAnswer | undefined> {
  const pathname = target.split(/[?#]/, 1)[0] ?? "";
  if (`${pathname}/` === prefix) return { status: 308, headers: { location: prefix }, body: "" };
  if (!pathname.startsWith(prefix)) return undefined;
  const file = await findFile(folder, pathname.slice(prefix.length));
  if (file === undefined) return { status: 404, headers: kPlain, body: "There is no such file.\n" };
  const type = kTypes.get(path.extname(file).toLowerCase()) ?? "application/octet-stream";
  return {
    status: 200,
    headers: {
      "content-type": type,
      "x-content-type-options": "nosniff",
      // Files change with every build and keep their names.
      "cache-control": "no-cache",
      ...headers,
    },
    body: await readFile(file),
  };
}

// The file's real path, if it is one and lies inside the folder even when links are followed.
async function findFile(folder: string, encoded: string): Promise<string | undefined> {
  try {
    const relative = decodeURIComponent(encoded);
    if (relative.includes("\0")) return undefined;
    const name = relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative;
    const root = await realpath(folder);
    const file = await realpath(path.join(root, name));
    return file.startsWith(root + path.sep) ? await fileOnly(file) : undefined;
  } catch {
    return undefined;
  }
}

async function fileOnly(file: string): Promise<string | undefined> {
  return (await stat(file)).isFile() ? file : undefined;
}

const kPlain = { "content-type": "text/plain; charset=utf-8" };
const kTypes: ReadonlyMap<string, string> = new Map([
  [".css", "text/css; charset=utf-8"],
  [".html", "text/html; charset=utf-8"],
  [".ico", "image/x-icon"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".map", "application/json; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".png", "image/png"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".webmanifest", "application/manifest+json"],
  [".woff2", "font/woff2"],
]);
