/**
 * `npm run screenshots`: pictures of the page for looking at, into screenshots/ (not in the tree): its
 * states, in a wide and a 320 px window, in light and dark. Builds what it needs first.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildPage } from "./lib/build-page.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { pageHeaders } from "./lib/page-policy.mjs";
import { fromRoot, kPage } from "./lib/paths.mjs";
import { main } from "./lib/process.mjs";
import { serveStandin } from "./lib/serve-standin.mjs";
import { setup } from "./setup.mjs";

const kPrefix = "/room-visitor/";
const kFolder = fromRoot("screenshots");
const kKnownCustomer = "63d8f20a5be41c7790e6a1f4";
const kRoute = "**/api/v1/livechat/room.visitor";

/** Each state from a freshly opened page. */
const kStates = {
  start: async () => undefined,
  invalid: async (page) => {
    await page.getByLabel("Room id", { exact: true }).fill(" tcbbSmWSLR5uo5PBW\u200b");
    await send(page);
  },
  sending: async (page) => {
    await page.route(kRoute, () => undefined);
    await fill(page);
    await send(page);
    await page.getByText("Sending the update").first().waitFor();
  },
  sent: async (page) => {
    await fill(page);
    await send(page);
    await page.getByText("What changed").waitFor();
  },
  "right-to-left": async (page) => {
    await page.locator("html").evaluate((root) => root.setAttribute("dir", "rtl"));
    await fill(page);
    await send(page);
    await page.getByText("What changed").waitFor();
  },
  refused: async (page) => {
    await fill(page);
    await page.getByLabel("New visitor id", { exact: true }).fill("6425bb86c29657e5b3ba26ff");
    await send(page);
    await page.getByText("Refused", { exact: true }).waitFor();
  },
  unknown: async (page) => {
    await page.route(kRoute, (route) => route.fulfill({ status: 502, body: "Bad Gateway" }));
    await fill(page);
    await send(page);
    await page.getByRole("button", { name: "Read the room again" }).click();
    await page.getByText("was read again").waitFor();
  },
  earlier: async (page) => {
    await fill(page);
    await send(page);
    await page.getByText("What changed").waitFor();
    await page.reload();
    await fill(page);
    await page.getByRole("button", { name: "Check earlier moves" }).click();
    await page.getByText("The server answered with the room").waitFor();
  },
  error: async (page) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await page.reload();
    await page.getByRole("button", { name: "Load again" }).waitFor();
  },
};

await main(async () => {
  await setup();
  await buildWasm();
  await buildLibrary();
  await buildPage();
  mkdirSync(kFolder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  try {
    for (const [name, reach] of Object.entries(kStates)) {
      for (const width of [1280, 320]) {
        for (const colorScheme of ["light", "dark"]) {
          const file = path.join(kFolder, `${name}-${width}-${colorScheme}.png`);
          await picture({ browser, reach, width, colorScheme, file });
        }
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`screenshots: ${kFolder}`);
});

// A stand-in of its own for each picture: a move changes the room.
async function picture({ browser, reach, width, colorScheme, file }) {
  const standin = await serveStandin({
    port: 0,
    serve: { prefix: kPrefix, folder: kPage, headers: pageHeaders() },
  });
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  try {
    const page = await context.newPage();
    await page.goto(standin.url + kPrefix);
    await page.getByRole("button", { name: "Move the conversation" }).waitFor();
    await reach(page);
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await context.close();
    await standin.close();
  }
}

async function fill(page) {
  await page.getByRole("button", { name: "Fill in the documentation's example" }).click();
  await page.getByLabel("New visitor id", { exact: true }).fill(kKnownCustomer);
}

async function send(page) {
  await page.getByRole("button", { name: "Move the conversation" }).click();
}
