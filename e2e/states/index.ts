// Every state of the element that a person can meet, and how to come there. Looked at by the checks of
// layout and accessibility (states.spec.ts), of which `npm run screenshots` makes a contact sheet.
import { kConnectStates } from "./connect.js";
import { kConversationStates } from "./conversation.js";
import { kHistoryStates } from "./history.js";
import { kMovingStates } from "./moving.js";
import { kVisitorStates } from "./visitor.js";
import type { State } from "./ways.js";

/** All of them. */
export const kStates: readonly State[] = [
  ...kConnectStates,
  ...kConversationStates,
  ...kVisitorStates,
  ...kMovingStates,
  ...kHistoryStates,
];
