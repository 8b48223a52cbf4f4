// Text of the server as a template: set as text, isolated from the direction around it, and with
// invisible characters shown.
import { html, nothing, type TemplateResult } from "lit";

import { visibleRuns } from "./visible-text.js";

/** Shows hostile text. `code` for ids, which are read character by character. */
export function textTemplate(text: string, code = false): TemplateResult {
  const runs = visibleRuns(text).map((run) =>
    run.kind === "text"
      ? run.text
      : html`<span class="hidden-char" title=${run.name}>${run.code}</span>`,
  );
  return html`<bdi class=${code ? "code wrap" : "wrap"} translate="no">${runs}</bdi>`;
}

/** A secondary text, or nothing where there is none. */
export function exactTemplate(exact: string | undefined): TemplateResult | typeof nothing {
  if (exact === undefined) return nothing;
  return html` <span class="exact code muted">${textTemplate(exact)}</span>`;
}
