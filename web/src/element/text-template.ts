// Text of the server as a template: set as text, isolated from the direction around it, and with
// invisible characters shown.
import { html, nothing, type TemplateResult } from "lit";

import { visibleRuns } from "./visible-text.js";

/** Shows hostile text. `code` for ids, which are read character by character. */
export function textTemplate(text: string, code = false): TemplateResult {
  return html`<bdi class=${code ? "code wrap" : "wrap"} translate="no">${runTemplates(text)}</bdi>`;
}

/** The path of a field: it breaks after a dot or before a capital letter, not inside of a word. */
export function pathTemplate(path: string): TemplateResult {
  const words = path.split(/(?<=\.)|(?<=[a-z])(?=[A-Z])/);
  const parts = words.map((word, at) => [at === 0 ? nothing : html`<wbr />`, runTemplates(word)]);
  return html`<bdi class="code wrap" translate="no">${parts}</bdi>`;
}

/** A secondary text, or nothing where there is none. */
export function exactTemplate(exact: string | undefined): TemplateResult | typeof nothing {
  if (exact === undefined) return nothing;
  return html` <span class="exact code muted">${textTemplate(exact)}</span>`;
}

function runTemplates(text: string): (string | TemplateResult)[] {
  return visibleRuns(text).map((run) =>
    run.kind === "text" ? run.text : html`<span class="hidden-char">${run.code}</span>`,
  );
}
