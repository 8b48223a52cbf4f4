// What every browser test has: a stand-in of its own on a real socket, the built page served under
// its strict policy, and a watch that fails the test on any console error or policy violation.
import path from "node:path";
import { pathToFileURL } from "node:url";

import { type ConsoleMessage, expect, type Page, test as base } from "@playwright/test";

/** Options of a project or of a group of tests. */
export interface StandinOptions {
  /** Page and server on different origins, with CORS enabled on the server. */
  readonly crossOrigin: boolean;
  /** Documents added to the stand-in's seed, as docs/standin.md describes. */
  readonly seedDocuments: Readonly<Record<string, unknown>>;
}

/** A request as it arrived at the stand-in. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** The running servers of one test. */
export interface Servers {
  /** Address of the page. */
  readonly page: string;
  /** Origin of the workspace. */
  readonly api: string;
  /** What arrived at the workspace so far, preflights included. */
  readonly received: (method: string, route: string) => readonly ReceivedRequest[];
}

interface Fixtures extends StandinOptions {
  readonly servers: Servers;
  /** Opens the page and points it at the workspace. */
  readonly openPage: () => Promise<void>;
}

/** Playwright's test with the fixtures of this project. */
export const test = base.extend<Fixtures>({
  crossOrigin: [false, { option: true }],
  seedDocuments: [{}, { option: true }],
  locale: "en-GB",
  timezoneId: "UTC",

  servers: async ({ crossOrigin, seedDocuments }, use) => {
    const { startStandin } = (await import(fromRoot("dist/standin/node.js"))) as NodeHost;
    const { pageHeaders } = (await import(fromRoot("scripts/lib/page-policy.mjs"))) as PagePolicy;
    const folder = path.resolve(import.meta.dirname, "../dist/demo");
    const serve = { prefix: kPrefix, folder, headers: pageHeaders() };
    const common = { port: 0, version: "6.4.2", seedDocuments, delays: "none", rateLimiter: true };
    const api = await startStandin(crossOrigin ? { ...common, crossOrigin } : { ...common, serve });
    const origin = `http://localhost:${String(api.port)}`;
    const headers = pageHeaders([origin]);
    const host = crossOrigin
      ? await startStandin({ ...common, serve: { ...serve, headers } })
      : api;
    await use({
      page: `http://localhost:${String(host.port)}${kPrefix}`,
      api: origin,
      received: (method, route) =>
        api.requests.filter(
          (request) => request.method === method && request.path.startsWith(route),
        ),
    });
    await Promise.all([...new Set([api, host])].map((server) => server.close()));
  },

  page: async ({ page }, use) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (isProblem(message)) problems.push(message.text());
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        // eslint-disable-next-line no-console -- the way out of the page
        console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await use(page);
    expect(problems, "console errors and policy violations").toEqual([]);
  },

  openPage: async ({ page, servers, crossOrigin }, use) => {
    await use(async () => {
      await page.goto(servers.page);
      await field(page, "Server address").waitFor();
      if (crossOrigin) await field(page, "Server address").fill(servers.api);
    });
  },
});

export { expect } from "@playwright/test";

/** An input of the form. */
export function field(page: Page, label: string) {
  return page.getByLabel(label, { exact: true });
}

/** The button that fills in the documentation's example. */
export function exampleButton(page: Page) {
  return page.getByRole("button", { name: "Fill in the documentation's example" });
}

/** The button that sends. */
export function sendButton(page: Page) {
  return page.getByRole("button", { name: "Move the conversation" });
}

/** The row of a field of the room, by the server's name of it. */
export function row(page: Page, name: string) {
  return page.locator(`[data-path="${name}"]`);
}

// The browser reports every answer that is not 2xx in this way, also one that the test asked for.
function isProblem(message: ConsoleMessage): boolean {
  return message.type() === "error" && !message.text().startsWith("Failed to load resource");
}

function fromRoot(file: string): string {
  return pathToFileURL(path.resolve(import.meta.dirname, "..", file)).href;
}

// The built stand-in: the test sees what users get.
interface NodeHost {
  readonly startStandin: (options: Readonly<Record<string, unknown>>) => Promise<{
    readonly port: number;
    readonly requests: readonly ReceivedRequest[];
    close(): Promise<void>;
  }>;
}

interface PagePolicy {
  readonly pageHeaders: (origins?: readonly string[]) => Readonly<Record<string, string>>;
}

const kPrefix = "/room-visitor/";
