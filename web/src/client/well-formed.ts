// Text must be well-formed before it crosses into the core as bytes: half a surrogate pair would
// silently become another character.
import type { Core } from "./core.js";
import { codeError } from "./code-error.js";

/** Throws `ill_formed_unicode` when the text contains half of a surrogate pair. */
export function requireWellFormed(core: Core, text: string, path: string): void {
  const at = text.search(kLoneSurrogate);
  if (at < 0) return;
  const unit = text.charCodeAt(at).toString(16).toUpperCase();
  throw codeError(core, "ill_formed_unicode", {
    path,
    found: `U+${unit} alone at character ${String(at)}`,
    expected: "well-formed text",
  });
}

const kLoneSurrogate = /\p{Surrogate}/u;
