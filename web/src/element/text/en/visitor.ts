// English: the step "visitor".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kVisitor = {
  "visitor.heading": "Whom does it belong to?",
} as const satisfies Messages;
