// Portuguese (Brazil): the step "visitor".
import type { Translation } from "../catalogue.js";
import type { kVisitor as kEnglish } from "../en/visitor.js";

/** Messages of the step. */
export const kVisitor: Translation<"pt-BR", typeof kEnglish> = {
  "visitor.heading": "De quem ela é?",
};
