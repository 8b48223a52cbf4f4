// English: the step "move".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kMove = {
  "move.heading": "Check the move",
  "move.resultHeading": "Result",
} as const satisfies Messages;
