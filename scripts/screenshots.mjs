/**
 * `npm run screenshots`: a picture of every state of the element, wide, narrow, dark, from right to left
 * and in large text, for looking at, into screenshots/ (not in the tree), with one contact sheet of all:
 * contact-sheet.html and .png. Takes the pictures by running the spec that checks the same states, and
 * fails as it fails; the sheet is made all the same. Builds what it needs first.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "@playwright/test";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildPage } from "./lib/build-page.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { contactSheet } from "./lib/contact-sheet.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, run, ScriptError } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

const kFolder = fromRoot("screenshots");
const kSheet = path.join(kFolder, "contact-sheet");
// Wide enough for two states beside each other; the whole stays below what a browser can picture.
const kSheetSize = { width: 1840, height: 1000 };
// Every state on a busy machine.
const kLimit = 20 * 60_000;

await main(async () => {
  await setup();
  await buildWasm();
  await buildLibrary();
  await buildPage();
  rmSync(kFolder, { recursive: true, force: true });
  mkdirSync(kFolder, { recursive: true });
  const { code, output } = await run(
    process.execPath,
    [fromRoot("node_modules/@playwright/test/cli.js"), "test", "states.spec", "--project=chromium"],
    { limit: kLimit, env: { SCREENSHOTS: kFolder } },
  );
  const names = readdirSync(kFolder).filter((name) => name.endsWith(".png"));
  writeFileSync(`${kSheet}.html`, contactSheet(names));
  await picture();
  console.log(`${names.length} screenshots: ${kSheet}.html and .png`);
  if (code !== 0) throw new ScriptError(`not every state is as it should be:\n${output}`);
});

async function picture() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  try {
    const page = await browser.newPage({ viewport: kSheetSize });
    await page.goto(pathToFileURL(`${kSheet}.html`).href, { waitUntil: "load" });
    await page.screenshot({ path: `${kSheet}.png`, fullPage: true });
  } finally {
    await browser.close();
  }
}
