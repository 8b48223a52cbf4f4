// One shown value as a template.
import { html, type TemplateResult } from "lit";

import type { ShownValue } from "./shown-value.js";
import type { Texts } from "./text/texts.js";
import { exactTemplate, textTemplate } from "./text-template.js";

/** Shows a value; secrets behind a button, whose name says which one it reveals. */
export function valueTemplate(value: ShownValue, label: string, texts: Texts): TemplateResult {
  switch (value.kind) {
    case "secret":
      return html`<rv-masked-value
        exportparts="button"
        .secret=${value.secret}
        .label=${label}
        .texts=${texts}
      ></rv-masked-value>`;
    case "note":
      return html`<span class="muted">${value.text}</span>`;
    case "text":
      if (value.dateTime !== undefined) {
        return html`<bdi><time datetime=${value.dateTime}>${value.text}</time></bdi
          >${exactTemplate(value.exact)}`;
      }
      return html`${textTemplate(value.text, value.code)}${exactTemplate(value.exact)}`;
  }
}

/** Between a value before and the value after. */
export function arrowTemplate(texts: Texts): TemplateResult {
  return html`<span class="arrow" role="img" aria-label=${texts.text("change.to")}>→</span>`;
}
