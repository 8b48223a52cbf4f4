// German: the step "move".
import type { Translation } from "../catalogue.js";
import type { kMove as kEnglish } from "../en/move.js";

/** Messages of the step. */
export const kMove: Translation<"de", typeof kEnglish> = {
  "move.heading": "Verschiebung prüfen",
  "move.resultHeading": "Ergebnis",
};
