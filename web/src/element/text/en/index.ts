// The English texts: every key there is.
import { kCharacters } from "./characters.js";
import { kConnect } from "./connect.js";
import { kConversation } from "./conversation.js";
import { kFieldTexts } from "./fields.js";
import { kHistory } from "./history.js";
import { kMove } from "./move.js";
import { kOutcome } from "./outcome.js";
import { kShell } from "./shell.js";
import { kVisitor } from "./visitor.js";

/** All messages by key; errors have the core's own sentences. */
export const kEnglish = {
  ...kShell,
  ...kConnect,
  ...kConversation,
  ...kVisitor,
  ...kMove,
  ...kHistory,
  ...kFieldTexts,
  ...kOutcome,
  ...kCharacters,
} as const;
