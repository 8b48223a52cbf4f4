// End-to-end tests: the built page (dist/demo), real browsers, a real stand-in on a real socket.
// e2e/fixtures.ts starts the stand-in inside the worker, so that a test can see what arrived there.
import { defineConfig } from "@playwright/test";

import type { StandinOptions } from "./e2e/fixtures.js";

// As root there is no sandbox to use; the rest keeps Chromium from calling home during tests.
const kChromium = {
  browserName: "chromium" as const,
  launchOptions: {
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

// Debian's Firefox ESR, driven over WebDriver BiDi; needs @playwright/test 1.64.1 exactly.
const kFirefox = {
  browserName: "firefox" as const,
  channel: "moz-firefox",
  launchOptions: { executablePath: "/usr/bin/firefox-esr" },
};

export default defineConfig<StandinOptions>({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A test that needs a second try is a fault in the test or in the page.
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 30_000,
  reporter: [["list"], ["json", { outputFile: "build/results/playwright.json" }]],
  // Recording takes a third of the time; for a test that failed: --trace on.
  use: { trace: "off" },
  projects: [
    { name: "chromium", use: { ...kChromium, crossOrigin: false } },
    { name: "firefox", use: { ...kFirefox, crossOrigin: false } },
    { name: "cross-origin chromium", use: { ...kChromium, crossOrigin: true } },
    { name: "cross-origin firefox", use: { ...kFirefox, crossOrigin: true } },
  ],
});
