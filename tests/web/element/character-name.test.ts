// What characters are called that cannot be seen.
import { describe, expect, test } from "vitest";

import { characterName } from "../../../web/src/element/character-name.js";
import { kCharacters } from "../../../web/src/element/text/en/characters.js";
import { englishTexts, loadTexts } from "../../../web/src/element/text/locales.js";
import { visibleRuns } from "../../../web/src/element/visible-text.js";

describe("the name of a character", () => {
  // They were English in every language.
  test("is in the reader's language", async () => {
    expect(characterName("U+202E", englishTexts())).toBe("right to left override");
    const german = await loadTexts("de");
    expect(characterName("U+202E", german)).toBe("erzwungene Richtung von rechts nach links");
    expect(characterName("U+2800", german)).toBe("unsichtbares Zeichen");
  });

  test.each(["", "U+other", "U+constructor", "character.00A0x", "U+E0041"])(
    "%s is no more than that it cannot be seen",
    (code) => {
      expect(characterName(code, englishTexts())).toBe(kCharacters["character.other"]);
    },
  );

  test("is there for nothing but what is marked", () => {
    const codes = Object.keys(kCharacters)
      .filter((key) => key !== "character.other")
      .map((key) => key.replace("character.", ""));
    const marked = codes.flatMap((code) => visibleRuns(String.fromCodePoint(parseInt(code, 16))));
    expect(marked).toEqual(codes.map((code) => ({ kind: "mark", code: `U+${code}` })));
  });
});
