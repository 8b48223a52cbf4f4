// What the ways to the states have in common.
import type { Page } from "@playwright/test";

import { type HostSettings, kStory, mount, type StoryUser } from "../admin.js";
import type { Servers } from "../fixtures.js";

/** One state. */
export interface State {
  readonly name: string;
  readonly reach: (page: Page, servers: Servers) => Promise<void>;
  /** What the browser may write into its console besides calls that failed. */
  readonly problems?: RegExp;
}

/** The call that moves. */
export const kWrite = { method: "PUT", path: "/api/v1/livechat/room.visitor" } as const;
/** The list of conversations. */
export const kRooms = { method: "GET", path: "/api/v1/livechat/rooms" } as const;
/** Both ids of the story. */
export const kBoth: HostSettings = { rid: kStory.rid, newVisitorId: kStory.customer };

/** A button by its name. */
export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
/** Resolves when the text is on the page. */
export const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** Resolves when the heading is on the page. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name }).first().waitFor();
/** Presses a step. */
export const step = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps" }).getByText(name, { exact: true }).click();

/** Comes to the preview of the move of the story. */
export async function preview(
  page: Page,
  servers: Servers,
  host: HostSettings = {},
): Promise<void> {
  await mount(page, servers, { ...kBoth, ...host });
  await button(page, /^Move conversation to/).waitFor();
}

/** Makes that move. */
export async function move(page: Page, servers: Servers, host: HostSettings = {}): Promise<void> {
  await preview(page, servers, host);
  await button(page, /^Move conversation to/).click();
}

/** Fills in and sends the login. */
export async function logIn(
  page: Page,
  user: string,
  password = `${user}-password`,
): Promise<void> {
  await page.getByLabel("Username or e-mail address").fill(user);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Log in").click();
}

/** Comes to the conversations, as a manager sees them: all of them. */
export async function findConversation(
  page: Page,
  servers: Servers,
  user: StoryUser = "manager",
): Promise<void> {
  await mount(page, servers, { user });
  await heading(page, "Which conversation?");
}

/** Comes to the visitors and types there. */
export async function findPerson(page: Page, servers: Servers, term: string): Promise<void> {
  await mount(page, servers, { rid: kStory.rid });
  await page.getByRole("combobox", { name: "Find the person" }).fill(term);
}
