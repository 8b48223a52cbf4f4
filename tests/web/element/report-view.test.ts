// What is said of a workspace in which nobody can move, each case in its own words; with the real
// answers of the stand-in of that version.
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { reportView } from "../../../web/src/element/views/report-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { markupOf } from "./markup.js";
import { kRodriq, sessionWorld } from "./session-world.js";

// Of the seed's roles only this one may see everything and move nothing.
const kMonitor = {
  userId: "mNtrC5xJd6QfZa8Ke",
  authToken: "monitor-Token-of-the-documentation-seed-001",
};
const kCannot = "You cannot move conversations in this workspace.";
const kAbsent =
  "This version of Rocket.Chat cannot move a conversation to another visitor yet. It works from version 5.2 to 6.13.";
const kBroken =
  "In this version of Rocket.Chat, moving a conversation always fails. It works from version 5.2 to 6.13.";
const kRemoved =
  "Since version 7.0 Rocket.Chat can no longer move a conversation to another visitor. No setting brings it back.";
const kInstead = "What this version has instead. None of it moves a conversation:";
const kSince3 =
  "livechat/visitor since 3.6: Changes the data of the visitor, not whose conversation it is.";
const kSince5 = "livechat/room.saveInfo since 5.3: Changes title and tags of the conversation.";
const kSince6 = "omnichannel/contacts since 6.13: Creates, changes and finds contacts.";
const kSince71 = "contactId since 7.1: Names the contact of a conversation.";
const kSince77 =
  "omnichannel/contacts.conflicts since 7.7: Settles what is contradictory in a contact.";

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The paragraphs and points of the notice, and what is said of the permission to move. */
async function reported(
  version: string,
  user: typeof kRodriq,
): Promise<{ notice: readonly string[]; permission: string }> {
  const { session, configure, standin } = await sessionWorld({ version });
  configure({ provider: () => user });
  await session.connect();
  const context = { flow: { session }, texts: englishTexts() } as unknown as ViewContext;
  const markup = markupOf(reportView(context));
  standin.dispose();
  const notice = markup.slice(0, markup.indexOf("<dl"));
  const [permission = ""] = /<li>Move conversations.*?<\/li>/s.exec(markup) ?? [];
  return { notice: blocksIn(notice), permission: wordsIn(permission) };
}

const blocksIn = (markup: string): readonly string[] =>
  [...markup.matchAll(/<(p|li)\b.*?<\/\1>/gs)].map(([block]) => wordsIn(block));

// A line break in a point parts what it is from what it does.
function wordsIn(markup: string): string {
  const text = markup.replace(/\s*<br \/>/g, ": ").replace(/<[^>]*>/g, "");
  return text
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

it.each([
  ["before there was a way", "3.5.0", [kCannot, kAbsent]],
  ["where every move fails, first", "3.6.0", [kCannot, kBroken]],
  ["where every move fails, last", "5.1", [kCannot, kBroken]],
  ["since it was removed", "7.0", [kCannot, kRemoved, kInstead, kSince3, kSince5, kSince6]],
  [
    "since it was removed, with most of what there is instead",
    "7.6",
    [kCannot, kRemoved, kInstead, kSince3, kSince5, kSince6, kSince71],
  ],
  [
    "since it was removed, with all of what there is instead",
    "8.6",
    [kCannot, kRemoved, kInstead, kSince3, kSince5, kSince6, kSince71, kSince77],
  ],
])("says what a version means, %s: %s", async (_, version, said) => {
  // A permission is of no use there, so none is spoken of.
  expect(await reported(version, kRodriq)).toEqual({ notice: said, permission: "" });
});

it("says which permission is missing, and whom to ask for it", async () => {
  expect(await reported("6.4", kMonitor)).toEqual({
    notice: [kCannot],
    permission:
      "Move conversations to another visitor You do not have it. change-livechat-room-visitor " +
      "Ask an administrator for this permission, or for one of the roles that have it: " +
      "admin, livechat-manager, livechat-agent",
  });
});

it("has nothing to complain of where a move can be made", async () => {
  expect(await reported("6.4", kRodriq)).toEqual({
    notice: [
      "You can move conversations in this workspace.",
      "The server can still refuse a single conversation. Then nothing is changed.",
    ],
    permission: "Move conversations to another visitor You have it. change-livechat-room-visitor",
  });
});
