// What a character is called that cannot be seen, in the reader's language.
import { kCharacters } from "./text/en/characters.js";
import type { Texts } from "./text/texts.js";

/** The name of a character by its code, as it is shown in its place: "U+202E". */
export function characterName(code: string, texts: Texts): string {
  const wanted = code.replace("U+", "character.");
  return texts.text(isKnown(wanted) ? wanted : "character.other");
}

/**
 * Names the character that somebody points at. Not before: the parts that show a text know nothing of
 * the reader's language. For "pointermove": from one place to another inside of a part, "pointerover" is
 * not heard outside of it.
 */
export function nameCharacter(event: Event, texts: Texts): void {
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && target.classList.contains("hidden-char")) {
    target.title = characterName(target.textContent, texts);
  }
}

function isKnown(key: string): key is keyof typeof kCharacters {
  return Object.hasOwn(kCharacters, key);
}
