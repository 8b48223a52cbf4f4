// The way through the steps: where somebody is, and what can be gone to, as links where the host has
// an address for each place.
import { html, type TemplateResult } from "lit";

import { kSteps, type Step } from "../flow/place.js";
import type { ViewContext } from "./view.js";

/** The list of steps. */
export function stepper(context: ViewContext): TemplateResult {
  const { texts } = context;
  return html`<nav aria-label=${texts.text("shell.steps")} part="steps">
    <ol class="steps">
      ${kSteps.map((step) => html`<li class=${step}>${entry(step, context)}</li>`)}
    </ol>
  </nav>`;
}

function entry(step: Step, { flow, texts, hrefFor }: ViewContext): TemplateResult {
  const name = texts.text(`shell.step.${step}`);
  const current = step === flow.step ? "step" : "false";
  const can = flow.canGo(step);
  const address = can ? (hrefFor?.({ ...flow.place, step }) ?? "") : "";
  if (address !== "") {
    return html`<a
      href=${address}
      aria-current=${current}
      @click=${(event: MouseEvent) => {
        if (isPlainClick(event)) {
          event.preventDefault();
          flow.go(step);
        }
      }}
      >${name}</a
    >`;
  }
  return html`<button
    type="button"
    aria-current=${current}
    aria-disabled=${String(!can)}
    @click=${() => {
      flow.go(step);
    }}
  >
    ${name}
  </button>`;
}

// A click that opens another tab or window is the browser's.
function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
