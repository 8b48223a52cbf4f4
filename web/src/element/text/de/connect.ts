// German: the step "connect".
import type { Translation } from "../catalogue.js";
import type { kConnect as kEnglish } from "../en/connect.js";

/** Messages of the step. */
export const kConnect: Translation<"de", typeof kEnglish> = {
  "connect.heading": "Mit Ihrem Arbeitsbereich verbinden",
};
