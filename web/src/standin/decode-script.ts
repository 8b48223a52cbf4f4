// The bytes of a fault script as text.
import { StandinError } from "./standin-error.js";

/** Throws a StandinError if the bytes are not UTF-8. */
export function decodeScript(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const found = "bytes that are not UTF-8";
    const expected = "a JSON list of faults";
    throw new StandinError({
      code: "invalid_input",
      path: "",
      found,
      expected,
      message: `An argument does not have the documented shape. Found: ${found}. Expected: ${expected}.`,
      remedy: "Compare the argument with the reference.",
    });
  }
}
