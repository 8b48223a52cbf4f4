/**
 * Builds the page with Vite against the installed package, serves it under a strict policy and looks
 * at it in Chromium. Gives the number of things seen to be right.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

import { chromium } from "@playwright/test";
import { build } from "vite";

import { ScriptError } from "../../scripts/lib/process.mjs";

const kPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

const kTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

const kUrl = "http://localhost:3000/api/v1/livechat/room.visitor";
const kExpected = {
  "fetched-url": kUrl,
  "fetched-invalid": "false /rid",
  "inlined-url": kUrl,
  "inlined-invalid": "false /rid",
  done: "done",
};

/** @param {string} root the page's folder, inside the folder where the package is installed */
export async function checkPage(root) {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    base: "./",
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: "es2022" },
  });
  const server = createServer((request, response) =>
    answer(path.join(root, "dist"), request, response),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return compare(await look(`http://127.0.0.1:${server.address().port}/`));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function answer(folder, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = path.join(folder, path.normalize(pathname === "/" ? "/index.html" : pathname));
  try {
    const body = readFileSync(file);
    response.writeHead(200, {
      "content-type": kTypes[path.extname(file)] ?? "application/octet-stream",
      "content-security-policy": kPolicy,
    });
    response.end(body);
  } catch {
    response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
  }
}

async function look(url) {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => {
      if (message.type() !== "log") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url);
    await page.locator("#done").waitFor({ timeout: 30_000 });
    const outputs = await page.locator("output").all();
    const seen = await Promise.all(
      outputs.map(async (output) => [await output.getAttribute("id"), await output.textContent()]),
    );
    return { seen: Object.fromEntries(seen), complaints };
  } finally {
    await browser.close();
  }
}

function compare({ seen, complaints }) {
  if (complaints.length > 0) throw new ScriptError(`the page complained: ${complaints.join("\n")}`);
  const show = (values) => JSON.stringify(values, Object.keys(values).sort(), 2);
  if (show(seen) !== show(kExpected)) {
    throw new ScriptError(`the page shows ${show(seen)}, expected ${show(kExpected)}`);
  }
  return Object.keys(kExpected).length - 1;
}
