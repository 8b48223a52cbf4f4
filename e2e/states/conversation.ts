// States: finding the conversation.
import { kStory } from "../admin.js";
import { kRooms, button, heading, shown, findConversation, type State } from "./ways.js";

/** See above. */
export const kConversationStates: readonly State[] = [
  {
    name: "conversations",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await shown(page, /^1–25 of/);
    },
  },
  {
    name: "conversations, one's own only",
    reach: async (page, servers) => {
      await findConversation(page, servers, "rodriq");
      await shown(page, /You see only the conversations/);
      await shown(page, /^1–\d+ of/);
    },
  },
  {
    name: "conversations, loading",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "stall_before", ...kRooms }]);
      await findConversation(page, servers);
      await shown(page, "Reading conversations…");
    },
  },
  {
    name: "conversations, the page does not log in",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await shown(page, /^1–25 of/);
      await page.locator("room-visitor-admin").evaluate((element) => {
        Object.assign(element, { credentials: () => new Promise(() => undefined) });
      });
      await button(page, "Refresh").click();
      await shown(page, "Waiting for this page to log you in…");
    },
  },
  {
    name: "conversations, one",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await page.getByLabel("Part of the title").fill("300 seats");
      await button(page, "Search").click();
      await shown(page, "1–1 of 1");
    },
  },
  {
    name: "conversations, a title that is too short",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await shown(page, /^1–25 of/);
      await page.getByLabel("Part of the title").fill("zz");
      await shown(page, /^Not searched for yet/);
    },
  },
  {
    name: "conversations, none",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await page.getByLabel("Part of the title").fill("no title is like this");
      await page.keyboard.press("Enter");
      await shown(page, "No conversation fits.");
    },
  },
  {
    name: "conversations, 10,000",
    reach: async (page, servers) => {
      await servers.renew({ rooms: 10_000 });
      await findConversation(page, servers);
      await shown(page, /^1–25 of 10,/);
      await button(page, "Next").click();
      await shown(page, /^26–50 of 10,/);
    },
  },
  {
    name: "conversations, server failing",
    reach: async (page, servers) => {
      await page.route("**/api/v1/livechat/rooms**", (route) =>
        route.fulfill({ status: 403, json: { success: false, error: "unauthorized" } }),
      );
      await findConversation(page, servers);
      await shown(page, /What to do|Paste an id/);
    },
  },
  {
    name: "conversations by visitor",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await page.getByText("By visitor", { exact: true }).click();
      await page.getByLabel("Find the person").fill("mende");
      await page.keyboard.press("Enter");
      await page.locator(".people li").first().waitFor();
    },
  },
  {
    name: "conversations of a person",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await page.getByText("By visitor", { exact: true }).click();
      await page.getByLabel("Find the person").fill("mende");
      await page.keyboard.press("Enter");
      await button(page, "Amara Mende").click();
      await heading(page, /Conversations of.*Amara Mende/);
      await shown(page, /^1–\d of \d$/);
    },
  },
  {
    name: "conversations, ids only",
    reach: async (page, servers) => {
      await servers.renew({
        version: "6.10.0",
        seedDocuments: { permissions: [{ _id: "view-l-room", roles: ["admin"] }] },
      });
      await findConversation(page, servers, "rodriq");
      await shown(page, "view-l-room");
      await page.getByLabel("Id or address of the conversation").waitFor();
    },
  },
  {
    name: "conversation by address",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await page.getByText("By id or address", { exact: true }).click();
      await page
        .getByLabel("Id or address of the conversation")
        .fill(`${servers.api}/omnichannel/current/${kStory.rid}/room-info`);
      await button(page, "Look up").click();
      await shown(page, /^Found:/);
    },
  },
  {
    name: "conversation by the address of another server",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await page.getByText("By id or address", { exact: true }).click();
      await page
        .getByLabel("Id or address of the conversation")
        .fill(`https://chat.example.org/live/${kStory.rid}`);
      await shown(page, /chat\.example\.org/);
    },
  },
];
