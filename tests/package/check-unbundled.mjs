/**
 * A page without a bundler, made of what docs/element.md prints: its import map, its first example, and the
 * lines that keep the address in step. The installed package is served as it lies in node_modules.
 */
import { readFileSync } from "node:fs";

import { chromium } from "@playwright/test";

import { fromRoot } from "../../scripts/lib/paths.mjs";
import { ScriptError } from "../../scripts/lib/process.mjs";
import { inStandin, kServer, kSession, listenTo } from "./check-element.mjs";
import { serveFolder } from "./serve-folder.mjs";

// What the document asks for; its import map and its example are in the page itself.
const kPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  `connect-src 'self' ${kServer}`,
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

/** @param {string} folder where the package is installed */
export async function checkUnbundled(folder) {
  const server = await serveFolder(folder, kPolicy, {
    "/desk.html": printedPage(),
    "/session.json": kSession,
  });
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await inStandin(page);
    const complaints = listenTo(page);
    await page.goto(`${server.url}desk.html?step=history&server=https://elsewhere.example`);
    await page.getByRole("heading", { name: "Earlier moves" }).waitFor();
    await page.getByRole("link", { name: "Conversation" }).click();
    await page.waitForURL("**/desk.html?step=conversation&rid=&newVisitorId=");
    await page.reload();
    await page.getByRole("heading", { name: "Which conversation?" }).waitFor();
    if (complaints.length > 0) throw new ScriptError(`without a bundler: ${complaints.join("\n")}`);
    console.log("element: works in a page without a bundler, as it is printed");
  } finally {
    await browser.close();
    server.close();
  }
}

function printedPage() {
  const text = readFileSync(fromRoot("docs/element.md"), "utf8");
  const blocks = [...text.matchAll(/^```(html|js)\n(.*?)^```$/gms)].map(([, , block]) => block);
  const find = (part) => {
    const found = blocks.find((block) => block.includes(part));
    if (found === undefined)
      throw new ScriptError(`docs/element.md prints no example with ${part}`);
    return found;
  };
  // A module sees no names of another: the lines go to the end of the first example's.
  const example = find("admin.credentials").replace(
    "</script>",
    `${find("replaceState")}</script>`,
  );
  return `<!doctype html><html lang="en"><title>Desk</title>${find("importmap")}${example}</html>`;
}
