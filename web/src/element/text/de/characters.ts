// German: what characters are called that cannot be seen.
import type { Translation } from "../catalogue.js";
import type { kCharacters as kEnglish } from "../en/characters.js";

/** Names by code point; the last is for all others. */
export const kCharacters: Translation<"de", typeof kEnglish> = {
  "character.0000": "Nullzeichen",
  "character.000D": "Wagenrücklauf",
  "character.001B": "Escape-Zeichen",
  "character.00A0": "geschütztes Leerzeichen",
  "character.00AD": "weiches Trennzeichen",
  "character.061C": "arabische Buchstabenmarke",
  "character.200B": "Leerzeichen ohne Breite",
  "character.200C": "Bindehemmer ohne Breite",
  "character.200D": "Verbinder ohne Breite",
  "character.200E": "Marke von links nach rechts",
  "character.200F": "Marke von rechts nach links",
  "character.2028": "Zeilentrenner",
  "character.2029": "Absatztrenner",
  "character.202A": "Einbettung von links nach rechts",
  "character.202B": "Einbettung von rechts nach links",
  "character.202C": "Ende der Einbettung",
  "character.202D": "erzwungene Richtung von links nach rechts",
  "character.202E": "erzwungene Richtung von rechts nach links",
  "character.2060": "Wortverbinder",
  "character.2066": "Isolierung von links nach rechts",
  "character.2067": "Isolierung von rechts nach links",
  "character.2068": "Isolierung nach dem ersten starken Zeichen",
  "character.2069": "Ende der Isolierung",
  "character.FEFF": "Marke der Bytereihenfolge",
  "character.other": "unsichtbares Zeichen",
};
