/**
 * Builds pages with Vite against the installed package, and looks at the first in Chromium, under a
 * strict policy. Gives the number of things seen to be right.
 */
import path from "node:path";

import { chromium } from "@playwright/test";
import { build } from "vite";

import { ScriptError } from "../../scripts/lib/process.mjs";
import { serveFolder } from "./serve-folder.mjs";

const kPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

const kUrl = "http://localhost:3000/api/v1/livechat/room.visitor";
const kExpected = {
  "fetched-url": kUrl,
  "fetched-invalid": "false /rid",
  "inlined-url": kUrl,
  "inlined-invalid": "false /rid",
  done: "done",
};

/**
 * @param {string} root the folder of the pages, inside the folder where the package is installed
 * @returns the folder of what was built
 */
export async function buildPages(root) {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    base: "./",
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
      rolldownOptions: {
        input: ["index.html", "example.html"].map((name) => path.join(root, name)),
      },
    },
  });
  return path.join(root, "dist");
}

/** @param {string} folder what buildPages() gives */
export async function checkPage(folder) {
  const server = await serveFolder(folder, kPolicy);
  try {
    return compare(await look(server.url));
  } finally {
    server.close();
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
