// Portuguese (Brazil): the step "move".
import type { Translation } from "../catalogue.js";
import type { kMove as kEnglish } from "../en/move.js";

/** Messages of the step. */
export const kMove: Translation<"pt-BR", typeof kEnglish> = {
  "move.heading": "Confira a mudança",
  "move.resultHeading": "Resultado",
};
