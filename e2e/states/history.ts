// States: the record of earlier moves.
import {
  kWrite,
  button,
  shown,
  heading,
  step,
  move,
  findConversation,
  type State,
} from "./ways.js";

/** See above. */
export const kHistoryStates: readonly State[] = [
  {
    name: "history, empty",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await step(page, "Earlier moves");
      await shown(page, "No moves yet.");
    },
  },
  {
    name: "history",
    reach: async (page, servers) => {
      await move(page, servers);
      await heading(page, /The conversation belongs to/);
      await button(page, /^Move it back to/).click();
      await shown(page, /^Moved back from/);
      await step(page, "Earlier moves");
      await button(page, /^Forget finished moves/).click();
    },
  },
  {
    name: "taking an earlier move back, seen from another step",
    reach: async (page, servers) => {
      const standin = await servers.renew();
      await move(page, servers);
      await heading(page, /The conversation belongs to/);
      await step(page, "Earlier moves");
      standin.setFaults([{ kind: "stall_before", ...kWrite }]);
      await button(page, /^Move back/).click();
      await step(page, "Conversation");
      await shown(page, "Moving the conversation back…");
    },
  },
];
