// English: the step "conversation".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kConversation = {
  "conversation.heading": "Which conversation?",
} as const satisfies Messages;
