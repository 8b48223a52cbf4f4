// English: the step "history".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kHistory = {
  "history.heading": "Earlier moves",
} as const satisfies Messages;
