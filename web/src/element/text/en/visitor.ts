// English: the step "visitor".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kVisitor = {
  "visitor.heading": "Whom does it belong to?",
  "visitor.noName": "No name",
  "visitor.onlyId": "Only the id is known.",
  "visitor.id": "Id {id}",
  "visitor.lastActivity": "Last activity: {date}",
  "visitor.noActivity": "Last activity: not known",
  "visitor.more": { one: "and {count} more", other: "and {count} more" },
  "visitor.disabled": "Disabled: cannot own a conversation from version 6.5 on",
} as const satisfies Messages;
