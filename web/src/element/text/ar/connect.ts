// Arabic: the step "connect".
import type { Translation } from "../catalogue.js";
import type { kConnect as kEnglish } from "../en/connect.js";

/** Messages of the step. */
export const kConnect: Translation<"ar", typeof kEnglish> = {
  "connect.heading": "الاتصال بمساحة العمل",
};
