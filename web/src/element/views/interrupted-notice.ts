// Shown on every step after connecting: moves of an earlier page whose end nobody heard of.
import { html, nothing, type TemplateResult } from "lit";

import { button } from "./buttons.js";
import type { ViewContext } from "./view.js";

/** The notice as text; "" where there is nothing to say. */
export function interruptedText({ flow, texts }: ViewContext): string {
  const count = flow.history.interrupted;
  return count === 0 ? "" : texts.text("history.interrupted", { count });
}

/** The notice, with the way to the moves. */
export function interruptedNotice(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const text = interruptedText(context);
  if (text === "") return nothing;
  return html`<div class="notice" part="notice">
    <div class="bar">
      <span class="grow">${text}</span>
      ${button(
        texts.text("history.look"),
        () => {
          flow.go("history");
        },
        { slim: true },
      )}
    </div>
  </div>`;
}
