// States: finding the person.
import { kStory, mount } from "../admin.js";
import { button, findPerson, kBoth, shown, type State } from "./ways.js";

/** See above. */
export const kVisitorStates: readonly State[] = [
  {
    name: "visitor, empty",
    reach: async (page, servers) => {
      await mount(page, servers, { rid: kStory.rid });
      await page.getByRole("combobox", { name: "Find the person" }).waitFor();
    },
  },
  {
    name: "visitor, unknown conversation",
    reach: async (page, servers) => {
      await mount(page, servers, { rid: "noSuchRoomAnywhere" });
      await button(page, "Choose another conversation").waitFor();
    },
  },
  {
    name: "visitor, chosen by a link",
    reach: async (page, servers) => {
      await mount(page, servers, { ...kBoth, step: "visitor" });
      await button(page, "Look at the move").waitFor();
    },
  },
  {
    name: "visitors",
    reach: async (page, servers) => {
      await findPerson(page, servers, "guest");
      await page.keyboard.press("Enter");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
    },
  },
  {
    name: "visitors, hostile names",
    reach: async (page, servers) => {
      await findPerson(page, servers, "guest-4");
      await page.keyboard.press("Enter");
      await page.getByRole("option").nth(3).waitFor();
    },
  },
  {
    name: "visitors, none",
    reach: async (page, servers) => {
      await findPerson(page, servers, "nobody has this name");
      await page.keyboard.press("Enter");
      await shown(page, /^Nobody found/);
    },
  },
  {
    name: "visitors, more than are shown",
    reach: async (page, servers) => {
      await servers.renew({ rooms: 100_000 });
      await findPerson(page, servers, "guest");
      await page.keyboard.press("Enter");
      await shown(page, /^First 50 of/);
    },
  },
];
