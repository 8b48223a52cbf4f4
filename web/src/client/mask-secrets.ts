// A server may repeat what it was sent; the caller's own secrets must not reach its logs that way.
import type { ErrorData } from "../errors.js";
import type { Answer, Meaning } from "./answer.js";

/** The text with every secret in it masked, also one that was cut where the text was cut ("…"). */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  // The longer first, lest a part of it be left beside the mask of a shorter one.
  const known = secrets.filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return known.reduce((masked, secret) => {
    return maskCut(masked.replaceAll(secret, kMask), secret);
  }, text);
}

/** An error as data with the secrets masked in all its texts. */
export function maskError(error: ErrorData, secrets: readonly string[]): ErrorData {
  const { code, family, path, remedy } = error;
  const found = maskSecrets(error.found, secrets);
  const expected = maskSecrets(error.expected, secrets);
  return {
    code,
    family,
    path,
    found,
    expected,
    message: maskSecrets(error.message, secrets),
    remedy,
  };
}

/** A meaning with the secrets masked in its words; the room's own text stays exact. */
export function maskMeaning(meaning: Meaning, secrets: readonly string[]): Meaning {
  const text = (words: string | null): string | null =>
    words === null ? null : maskSecrets(words, secrets);
  const { deprecation, error } = meaning;
  return {
    ...meaning,
    error: error === null ? null : maskError(error, secrets),
    serverText: text(meaning.serverText),
    errorType: text(meaning.errorType),
    deprecation:
      deprecation === null ? null : { ...deprecation, message: text(deprecation.message) },
  };
}

/** The same for an answer with its outcome. */
export function maskAnswer(answer: Answer, secrets: readonly string[]): Answer {
  const meaning = maskMeaning(answer.meaning, secrets);
  const { outcome } = answer;
  if (outcome === undefined) return { ...answer, meaning };
  const error = outcome.error === null ? null : maskError(outcome.error, secrets);
  return { ...answer, meaning, outcome: { ...outcome, error } };
}

function maskCut(text: string, secret: string): string {
  const pieces = text.split(kCut);
  const last = pieces.pop() ?? "";
  const masked = pieces.map((piece) => {
    for (let length = Math.min(secret.length, piece.length); length >= kTelling; length -= 1) {
      if (piece.endsWith(secret.slice(0, length))) return piece.slice(0, -length) + kMask;
    }
    return piece;
  });
  return [...masked, last].join(kCut);
}

const kMask = "••••••••";
// The core ends a text that it has cut with this.
const kCut = "…";
// Fewer characters of a secret tell nothing, and would be found by chance.
const kTelling = 3;
