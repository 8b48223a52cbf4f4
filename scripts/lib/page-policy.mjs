/**
 * The headers under which the demo's pages are served. The pages carry the same policy themselves,
 * because static hosts send no headers; a test compares the two. Where both are there, both count.
 */

/** What the page for one's own server may call besides its own origin: no plain http elsewhere. */
export const kOwnServers = ["https:", "http://localhost:*", "http://127.0.0.1:*"];

/** @param {string[]} [origins] what the page may call besides its own origin */
export function pageHeaders(origins = []) {
  return {
    // A page cannot say by itself who may frame it.
    "content-security-policy": `${pagePolicy(origins)}; frame-ancestors 'none'`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}

/** The part of the policy that a page can carry itself. */
export function pagePolicy(origins = []) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    ["connect-src 'self'", ...origins].join(" "),
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}
