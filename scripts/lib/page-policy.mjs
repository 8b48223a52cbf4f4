/** The headers under which the page is served: it works under this policy and no wider one. */

/** @param {string[]} [origins] servers of other origins that the page may call */
export function pageHeaders(origins = []) {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      ["connect-src 'self'", ...origins].join(" "),
      "img-src 'self'",
      "require-trusted-types-for 'script'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}
