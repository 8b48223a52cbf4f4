// Arabic: the step "visitor".
import type { Translation } from "../catalogue.js";
import type { kVisitor as kEnglish } from "../en/visitor.js";

/** Messages of the step. */
export const kVisitor: Translation<"ar", typeof kEnglish> = {
  "visitor.heading": "لمن هذه المحادثة؟",
};
