// States: looking at the move and making it.
import { kStory, mount } from "../admin.js";
import { kWrite, kBoth, button, shown, heading, preview, move, step, type State } from "./ways.js";

/** See above. */
export const kMovingStates: readonly State[] = [
  { name: "preview", reach: (page, servers) => preview(page, servers) },
  {
    name: "preview, with warnings",
    reach: (page, servers) => preview(page, servers, { newVisitorId: kStory.guest }),
  },
  {
    name: "preview, unknown conversation",
    reach: async (page, servers) => {
      await mount(page, servers, { ...kBoth, rid: "noSuchRoomAnywhere" });
      await button(page, "Choose another conversation").waitFor();
    },
  },
  {
    name: "preview, conversation that cannot be read",
    reach: async (page, servers) => {
      await page.route("**/api/v1/rooms.info**", (route) =>
        route.fulfill({ status: 403, json: { success: false, error: "not-allowed" } }),
      );
      await mount(page, servers, kBoth);
      await page.getByLabel("Id of the visitor it belongs to now").waitFor();
      // Why, too: whoever is sent here by a host has seen nothing else.
      await shown(page, "not-allowed");
    },
  },
  {
    name: "preview, conversation without a visitor",
    reach: async (page, servers) => {
      await page.route("**/api/v1/rooms.info**", async (route) => {
        const response = await route.fetch();
        const json = (await response.json()) as { room: Record<string, unknown> };
        delete json.room["v"];
        await route.fulfill({ response, json });
      });
      await mount(page, servers, kBoth);
      await shown(page, "This conversation has no visitor, so it cannot be moved.");
      await button(page, "Choose another conversation").waitFor();
    },
  },
  {
    name: "preview, loading",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "stall_before", method: "GET", path: "/api/v1/rooms.info" }]);
      await mount(page, servers, kBoth);
      await shown(page, "Reading the conversation and both people…");
    },
  },
  {
    name: "moving",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "stall_before", ...kWrite }]);
      await move(page, servers);
      await shown(page, "Sending the move…");
    },
  },
  {
    name: "moving, seen from another step",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "rate_limit", ...kWrite }]);
      await move(page, servers);
      await shown(page, /Going on at/);
      await step(page, "Visitor");
      await heading(page, "Whom should it belong to?");
      await shown(page, /^Moving the conversation to/);
      await shown(page, /Going on at/);
    },
  },
  {
    name: "moved, seen from another step",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "slow", milliseconds: 300, ...kWrite }]);
      await move(page, servers);
      await step(page, "Visitor");
      await button(page, "Look at the result").waitFor();
    },
  },
  {
    name: "rate-limited",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "rate_limit", ...kWrite }]);
      await move(page, servers);
      await shown(page, /Going on at/);
    },
  },
  {
    name: "moved",
    reach: async (page, servers) => {
      await move(page, servers);
      await heading(page, /The conversation belongs to/);
    },
  },
  {
    name: "moved back",
    reach: async (page, servers) => {
      await move(page, servers);
      await button(page, /^Move it back to/).click();
      await shown(page, /^Moved back from/);
    },
  },
  {
    name: "moved, all unfolded",
    reach: async (page, servers) => {
      await move(page, servers);
      await heading(page, /The conversation belongs to/);
      await page.getByText("The request as a curl command").click();
      await page.getByText("Raw JSON").click();
      await button(page, "Copy").waitFor();
    },
  },
  {
    name: "moving back",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "stall_before", nth: 2, ...kWrite }]);
      await move(page, servers);
      await button(page, /^Move it back to/).click();
      await shown(page, "Sending the move…");
    },
  },
  {
    name: "conflict",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      standin.setFaults([{ kind: "moved_before", ...kWrite, visitorId: "iNKE8a6k6cjbqWhWd" }]);
      await move(page, servers);
      await button(page, "Start from there").waitFor();
      // Who owns it now, by name.
      await shown(
        page,
        /When the conversation was last read .*, it belonged to .*iNKE8a6k6cjbqWhWd/,
      );
    },
  },
  {
    name: "refused",
    reach: async (page, servers) => {
      await preview(page, servers);
      await page.route("**/api/v1/livechat/room.visitor", (route) =>
        route.fulfill({ status: 400, json: { success: false, error: "invalid-room" } }),
      );
      await button(page, /^Move conversation to/).click();
      await shown(page, /What to do/);
    },
  },
  {
    name: "unknown",
    reach: async (page, servers) => {
      await preview(page, servers, { timeLimit: 3000 });
      await page.route("**/api/v1/livechat/room.visitor", (route) =>
        route.fulfill({ status: 502, body: "Bad Gateway" }),
      );
      await page.route("**/api/v1/rooms.info**", (route) =>
        route.fulfill({ status: 403, json: { success: false, error: "not-allowed" } }),
      );
      await button(page, /^Move conversation to/).click();
      await button(page, "Check again").waitFor({ timeout: 20_000 });
      // What is known, and what is not.
      await shown(page, /^The answer to the move was lost/);
      await shown(page, /Why it could not be looked up: .*not-allowed/);
    },
  },
];
