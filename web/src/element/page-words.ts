// What is said where the page around the element gives credentials that cannot be used: nobody at the
// element has typed any, so nothing there can be corrected.
import type { Texts } from "./text/texts.js";

/** The words for it; null: it is another problem. */
export function pageWords(
  { code, path = "" }: { readonly code: string; readonly path?: string },
  texts: Texts,
): { readonly message: string; readonly remedy: string } | null {
  const isOfLogin = kCodes.has(code) || (code === "invalid_input" && kPaths.has(path));
  if (!isOfLogin) return null;
  return {
    message: texts.text("connect.pageGaveUnusable"),
    remedy: texts.text("connect.pageRemedy"),
  };
}

const kCodes: ReadonlySet<string> = new Set(["invalid_credentials", "missing_credentials"]);
const kPaths: ReadonlySet<string> = new Set(["/credentials", "/userId", "/authToken"]);
