/** Serves a folder of built pages under a content security policy, as a static host would. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

const kTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** @param {Record<string, string>} more texts that are served beside the folder's files, by path */
export async function serveFolder(folder, policy, more = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = path.join(folder, path.normalize(pathname === "/" ? "/index.html" : pathname));
    try {
      const body = more[pathname] ?? readFileSync(file);
      response.writeHead(200, {
        "content-type": kTypes[path.extname(file)] ?? "application/octet-stream",
        "content-security-policy": policy,
      });
      response.end(body);
    } catch {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
