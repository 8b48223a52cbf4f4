// What every browser test has: a stand-in of its own on a real socket, the built page served under
// its strict policy, and a watch that fails the test on any console error or policy violation.
import { fileURLToPath } from "node:url";

import { expect, test as base } from "@playwright/test";

import type { NodeHost, RecordedRequest } from "../web/src/standin/node-host.js";
import type { Standin, WorkspaceOptions } from "../web/src/standin/standin.js";

/** Options of a project or of a group of tests. */
export interface StandinOptions {
  /** Page and server on different origins, with CORS enabled on the server. */
  readonly crossOrigin: boolean;
  /** Documents added to the stand-in's seed, as docs/standin.md describes. */
  readonly seedDocuments: Readonly<Record<string, unknown>>;
  /** How the workspace starts besides that: version, seed, number of rooms. */
  readonly workspace: WorkspaceOptions;
}

/** The running servers of one test. */
export interface Servers {
  /** Address of the page. */
  readonly page: string;
  /** Address of the page for one's own server. */
  readonly ownServerPage: string;
  /** Address of the package's entry, on the page's origin. */
  readonly library: string;
  /** Origin of the workspace. */
  readonly api: string;
  /** What arrived at the workspace so far, preflights included. */
  readonly received: (method: string, route: string) => readonly RecordedRequest[];
  /** Puts a fresh workspace behind the same address, and gives it: its faults, its documents. */
  readonly renew: (change?: WorkspaceOptions) => Promise<Standin>;
}

interface Fixtures extends StandinOptions {
  readonly problems: { readonly found: string[]; readonly expected: RegExp[] };
  readonly servers: Servers;
  /** Allows the console errors that a test brings about: text, then the address in brackets. */
  readonly expectProblem: (pattern: RegExp) => void;
}

/** Playwright's test with the fixtures of this project. */
export const test = base.extend<Fixtures>({
  crossOrigin: [false, { option: true }],
  seedDocuments: [{}, { option: true }],
  workspace: [{}, { option: true }],
  locale: "en-GB",
  timezoneId: "UTC",

  servers: async ({ crossOrigin, seedDocuments, workspace: options }, use) => {
    const { pageHeaders } = (await import(
      fromRoot("scripts/lib/page-policy.mjs").href
    )) as PagePolicy;
    const folder = fileURLToPath(fromRoot("dist"));
    const serve = { prefix: kPrefix, folder, headers: pageHeaders() };
    const workspace = { version: "6.4.2", ...options, seedDocuments };
    const api = crossOrigin
      ? await startServer({ ...workspace, crossOrigin })
      : await startServer(workspace, serve);
    const headers = pageHeaders([api.url]);
    const host = crossOrigin ? await startServer(workspace, { ...serve, headers }) : api;
    await use({
      page: `${host.url}${kPrefix}demo/`,
      ownServerPage: `${host.url}${kPrefix}demo/server.html`,
      library: `${host.url}${kPrefix}index.js`,
      api: api.url,
      renew: api.renew,
      received: (method, route) =>
        api.requests.filter(
          (request) => request.method === method && request.path.startsWith(route),
        ),
    });
    await Promise.all([...new Set([api, host])].map((server) => server.close()));
  },

  expectProblem: async ({ problems }, use) => {
    await use((pattern) => {
      problems.expected.push(pattern);
    });
  },

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  problems: async ({}, use) => {
    await use({ found: [], expected: [] });
  },

  page: async ({ page, problems: { found: problems, expected } }, use) => {
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      const { url } = message.location();
      if (message.type() === "error") problems.push(`${message.text()} (${url})`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        // eslint-disable-next-line no-console -- the way out of the page
        console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await use(page);
    const unexpected = problems.filter((text) => !expected.some((pattern) => pattern.test(text)));
    expect(unexpected, "console errors and policy violations").toEqual([]);
  },
});

export { expect } from "@playwright/test";

/** What the browser writes about an answer that is not 2xx; only for routes that a test lets fail. */
export function failedLoad(route: string): RegExp {
  return new RegExp(`^Failed to load resource.*/api/v1/${route.replaceAll(".", "\\.")}[?)]`);
}

async function startServer(workspace: object, serve?: object): Promise<Server> {
  const { Standin } = (await import(fromRoot("dist/standin/index.js").href)) as StandinEntry;
  const node = (await import(fromRoot("dist/standin/node.js").href)) as NodeEntry;
  const files = await node.loadStandinModule();
  let current = await Standin.create({ ...files, workspace });
  const standin = { handle: (...given: Parameters<Handle>) => current.handle(...given) };
  const host = await node.startNodeHost({ standin, ...(serve === undefined ? {} : { serve }) });
  const renew = async (change: WorkspaceOptions = {}): Promise<Standin> => {
    current.dispose();
    current = await Standin.create({ ...files, workspace: { ...workspace, ...change } });
    return current;
  };
  return { ...host, renew };
}

function fromRoot(file: string): URL {
  return new URL(`../${file}`, import.meta.url);
}

interface Server extends NodeHost {
  readonly renew: Servers["renew"];
}

// What the host needs of a stand-in, its control endpoint apart.
type Handle = Standin["handle"];

// The stand-in as built and shipped; it exists only after the build, hence no import of its entries.

interface StandinEntry {
  readonly Standin: { readonly create: (options: object) => Promise<Standin> };
}

interface NodeEntry {
  readonly loadStandinModule: () => Promise<object>;
  readonly startNodeHost: (options: object) => Promise<NodeHost>;
}

interface PagePolicy {
  readonly pageHeaders: (origins?: readonly string[]) => Readonly<Record<string, string>>;
}

const kPrefix = "/room-visitor/";
