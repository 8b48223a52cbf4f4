// Shown on every step that is not about it: the move under way, and what came of one that nobody has
// looked at.
import { html, nothing, type TemplateResult } from "lit";

import type { ViewContext } from "./view.js";
import { otherRoomText, otherRoomView, underWayText, underWayView } from "./move-parts.js";
import { endText } from "./result-model.js";

/** What a reader of this step does not see of a move, as text; "" where there is nothing to say. */
export function awayText(context: ViewContext): string {
  const { flow, texts } = context;
  const { unseen } = flow.move;
  if (isMoveHidden(context)) return underWayText(context);
  return unseen === null ? "" : otherRoomText(unseen, context) + endText(unseen, texts);
}

/** The same, with the way to cancel it or to look at it. */
export function awayNotice(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { unseen } = flow.move;
  if (isMoveHidden(context)) return html`${underWayView(context)}`;
  if (unseen === null) return nothing;
  const look = html`<button
    type="button"
    class="slim"
    part="button"
    @click=${() => {
      flow.go("result");
    }}
  >
    ${texts.text("move.lookAtResult")}
  </button>`;
  return html`<div class="notice" part="notice">
    ${otherRoomView(unseen, context)}
    <div class="bar">
      <span class="grow">${endText(unseen, texts)}</span>
      ${flow.canGo("result") ? look : nothing}
    </div>
  </div>`;
}

function isMoveHidden({ flow }: ViewContext): boolean {
  return flow.move.underWay !== null && flow.step !== "preview" && flow.step !== "result";
}
