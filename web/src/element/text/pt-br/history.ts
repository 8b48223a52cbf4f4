// Portuguese (Brazil): the step "history".
import type { Translation } from "../catalogue.js";
import type { kHistory as kEnglish } from "../en/history.js";

/** Messages of the step. */
export const kHistory: Translation<"pt-BR", typeof kEnglish> = {
  "history.heading": "Mudanças anteriores",
};
