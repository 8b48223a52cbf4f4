// German: the step "history".
import type { Translation } from "../catalogue.js";
import type { kHistory as kEnglish } from "../en/history.js";

/** Messages of the step. */
export const kHistory: Translation<"de", typeof kEnglish> = {
  "history.heading": "Frühere Verschiebungen",
};
