// Bytes from a file or a request as text.
import { StandinError } from "./standin-error.js";

/**
 * Throws a StandinError if the bytes are not UTF-8; `expected` is what they should have been. A mark of
 * the byte order at the beginning is left out.
 */
export function decodeText(bytes: Uint8Array, expected: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const found = "bytes that are not UTF-8";
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
