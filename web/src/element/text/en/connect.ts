// English: the step "connect".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kConnect = {
  "connect.heading": "Connect to your workspace",
} as const satisfies Messages;
