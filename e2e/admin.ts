// The element on a page of a test: the built page for one's own server, emptied, with an element put
// there as a host would.
import type { Locator, Page } from "@playwright/test";

import type { Servers } from "./fixtures.js";

/** What the host sets. */
export interface HostSettings {
  /** Default: the workspace of the test. "": a person types it. */
  readonly server?: string;
  /** The user whom the host's provider gives; null: no provider, a person logs in. */
  readonly user?: StoryUser | null;
  readonly rid?: string;
  readonly newVisitorId?: string;
  readonly step?: string;
  readonly lang?: string;
  /** In milliseconds, for one request; default the client's. */
  readonly timeLimit?: number;
}

/** Users of the story with a token that the seed gives them. */
export type StoryUser = "rodriq" | "monitor" | "manager" | "admin";

/** The story's conversation, and the two people it is about. */
export const kStory = {
  rid: "tcbbSmWSLR5uo5PBW",
  guest: "6425bb86c29657e5b3ba26b2",
  customer: "63d8f20a5be41c7790e6a1f4",
} as const;

/** What gives rodriq, the agent of the story, access. */
export const kSessions: Readonly<
  Record<StoryUser, Readonly<Record<"userId" | "authToken", string>>>
> = {
  rodriq: {
    userId: "rYhzFRd2QZjNwAAXX",
    authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
  },
  monitor: {
    userId: "mNtrC5xJd6QfZa8Ke",
    authToken: "monitor-Token-of-the-documentation-seed-001",
  },
  manager: {
    userId: "mNgrB7eHt3KpWw9Ls",
    authToken: "manager-Token-of-the-documentation-seed-001",
  },
  admin: {
    userId: "aDmnT4kWq8RzYx2Gs",
    authToken: "admin-Token-of-the-documentation-seed-00001",
  },
};

/** Opens the page, removes what is on it, and puts elements there with these settings. */
export async function mount(
  page: Page,
  servers: Servers,
  ...hosts: readonly HostSettings[]
): Promise<Locator> {
  await page.goto(servers.ownServerPage);
  await page.evaluate(() => customElements.whenDefined("room-visitor-admin"));
  const settings = (hosts.length === 0 ? [{}] : hosts).map((host: HostSettings) => {
    const { server = servers.api, user = "rodriq", ...others } = host;
    return { ...others, server, session: user === null ? null : kSessions[user] };
  });
  await page.evaluate((all) => {
    const elements = all.map(({ session, timeLimit, lang, ...properties }) => {
      const element = document.createElement("room-visitor-admin");
      const box = document.createElement("main");
      if (lang !== undefined) box.lang = lang;
      Object.assign(element, properties);
      if (session !== null) Object.assign(element, { credentials: () => session });
      if (timeLimit !== undefined) Object.assign(element, { options: { timeLimit } });
      box.append(element);
      return box;
    });
    document.body.replaceChildren(...elements);
  }, settings);
  return page.locator("room-visitor-admin");
}
