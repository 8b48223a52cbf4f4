/**
 * The example page, built against the installed package, in Chromium under a strict policy with Trusted
 * Types: it connects to a stand-in, and keeps what docs/element.md promises to hosts. Gives the number of
 * things seen to be right.
 */
import { chromium } from "@playwright/test";

import { ScriptError } from "../../scripts/lib/process.mjs";
import { kEmbeddings } from "./embeddings.mjs";
import { serveFolder } from "./serve-folder.mjs";

export const kServer = "https://chat.example.com";
const kPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `connect-src 'self' ${kServer}`,
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");
export const kSession = JSON.stringify({
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
});
const kLimit = 30_000;

/** @param {string} folder what buildPages() gives */
export async function checkElement(folder) {
  const server = await serveFolder(folder, kPolicy, { "/session.json": kSession });
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const [name, body] of Object.entries(kEmbeddings)) {
      const page = await browser.newPage();
      page.setDefaultTimeout(kLimit);
      await inStandin(page);
      const complaints = listenTo(page);
      await page.goto(`${server.url}example.html`);
      await page.getByText(`Connected to ${kServer}, version 6.4.`).waitFor();
      const problem = await page.evaluate(body).catch(String);
      const problems = [problem, ...complaints].filter(Boolean);
      if (problems.length > 0) throw new ScriptError(`element, ${name}: ${problems.join("\n")}`);
      await page.close();
      console.log(`element: ${name}`);
    }
    return Object.keys(kEmbeddings).length;
  } finally {
    await browser.close();
    server.close();
  }
}

// A listener that throws on purpose says so; nothing else may be said.
export function listenTo(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    if (!error.message.includes("on purpose")) complaints.push(String(error));
  });
  return complaints;
}

// Answers as a workspace whose administrator has allowed the page's origin.
export async function inStandin(page) {
  const answers = {
    "/api/info": { version: "6.4", success: true },
    "/api/v1/me": { _id: "rYhzFRd2QZjNwAAXX", username: "rodriq", roles: ["livechat-agent"] },
    "/api/v1/permissions.listAll": {
      update: ["view-l-room", "change-livechat-room-visitor"].map((_id) => ({
        _id,
        roles: ["livechat-agent"],
      })),
      remove: [],
    },
    "/api/v1/livechat/rooms": { rooms: [], count: 0, offset: 0, total: 0 },
  };
  await page.route(`${kServer}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const found = answers[pathname];
    return route.fulfill({
      status: found === undefined && route.request().method() !== "OPTIONS" ? 400 : 200,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "X-Auth-Token, X-User-Id, Content-Type",
        "content-type": "application/json",
      },
      body: JSON.stringify({ success: found !== undefined, ...found }),
    });
  });
}
