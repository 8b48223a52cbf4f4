// Arabic: the step "move".
import type { Translation } from "../catalogue.js";
import type { kMove as kEnglish } from "../en/move.js";

/** Messages of the step. */
export const kMove: Translation<"ar", typeof kEnglish> = {
  "move.heading": "التحقق من النقل",
  "move.resultHeading": "النتيجة",
};
