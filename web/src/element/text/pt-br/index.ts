// The Brazilian Portuguese texts. Register: "você", short everyday words, names of settings and
// permissions as the server has them. Native quality is not claimed; docs/translations.md says who may
// review and how.
import type { Catalogue } from "../catalogue.js";
import { kCharacters } from "./characters.js";
import { kConnect } from "./connect.js";
import { kConversation } from "./conversation.js";
import { kErrors } from "./errors.js";
import { kFieldTexts } from "./fields.js";
import { kHistory } from "./history.js";
import { kMove } from "./move.js";
import { kOutcome } from "./outcome.js";
import { kShell } from "./shell.js";
import { kVisitor } from "./visitor.js";

/** All messages and errors. */
export const kBrazilian: Catalogue = {
  language: "pt-BR",
  direction: "ltr",
  messages: {
    ...kShell,
    ...kConnect,
    ...kConversation,
    ...kVisitor,
    ...kMove,
    ...kHistory,
    ...kFieldTexts,
    ...kOutcome,
    ...kCharacters,
  },
  errors: kErrors,
};
