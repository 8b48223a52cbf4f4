// Portuguese (Brazil): the step "connect".
import type { Translation } from "../catalogue.js";
import type { kConnect as kEnglish } from "../en/connect.js";

/** Messages of the step. */
export const kConnect: Translation<"pt-BR", typeof kEnglish> = {
  "connect.heading": "Conecte-se ao seu workspace",
};
