// English: what characters are called that cannot be seen.
import type { Messages } from "../catalogue.js";

/** Names by code point; the last is for all others. */
export const kCharacters = {
  "character.0000": "null",
  "character.000D": "carriage return",
  "character.001B": "escape",
  "character.00A0": "no-break space",
  "character.00AD": "soft hyphen",
  "character.061C": "Arabic letter mark",
  "character.200B": "zero width space",
  "character.200C": "zero width non-joiner",
  "character.200D": "zero width joiner",
  "character.200E": "left to right mark",
  "character.200F": "right to left mark",
  "character.2028": "line separator",
  "character.2029": "paragraph separator",
  "character.202A": "left to right embedding",
  "character.202B": "right to left embedding",
  "character.202C": "end of embedding",
  "character.202D": "left to right override",
  "character.202E": "right to left override",
  "character.2060": "word joiner",
  "character.2066": "left to right isolate",
  "character.2067": "right to left isolate",
  "character.2068": "first strong isolate",
  "character.2069": "end of isolate",
  "character.FEFF": "byte-order mark",
  "character.other": "invisible character",
} as const satisfies Messages;
