// German: the step "conversation".
import type { Translation } from "../catalogue.js";
import type { kConversation as kEnglish } from "../en/conversation.js";

/** Messages of the step. */
export const kConversation: Translation<"de", typeof kEnglish> = {
  "conversation.heading": "Welche Unterhaltung?",
};
