// Shown on every step that is not about it: the move under way or being taken back, and what came of
// either while nobody has looked at it.
import { html, nothing, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import type { ViewContext } from "./view.js";
import { otherRoomText, otherRoomView, underWayText, underWayView } from "./move-parts.js";
import { undoText } from "./history-undo.js";
import { problemAlert } from "./notices.js";
import { endText } from "./result-model.js";

/** What a reader of this step does not see of a move, as text; "" where there is nothing to say. */
export function awayText(context: ViewContext): string {
  const { flow, texts } = context;
  const { unseen } = flow.move;
  if (isMoveHidden(context)) return underWayText(context);
  const undo = undoAway(context);
  const end = unseen === null ? "" : otherRoomText(unseen, context) + endText(unseen, texts);
  return [end, undo?.text ?? ""].filter((text) => text !== "").join(". ");
}

/** The same, with the way to cancel it or to look at it. */
export function awayNotice(context: ViewContext): TemplateResult | typeof nothing {
  const { texts } = context;
  const { unseen } = context.flow.move;
  if (isMoveHidden(context)) return html`${underWayView(context)}`;
  const undo = undoAway(context);
  if (unseen === null && undo === null) return nothing;
  const end =
    unseen === null
      ? nothing
      : notice(otherRoomView(unseen, context), endText(unseen, texts), "result", context);
  if (undo === null) return html`${end}`;
  const title = texts.rich("visitor.conversation", { title: textTemplate(undo.rid, true) });
  const isOther = undo.rid !== context.flow.conversation.chosen?.rid;
  const conversation = isOther ? html`<p>${title}</p>` : nothing;
  return html`${end}${notice(conversation, undo.text, "history", context)}`;
}

function notice(
  conversation: unknown,
  text: string,
  step: "result" | "history",
  { flow, texts }: ViewContext,
): TemplateResult {
  const look = button(
    texts.text(step === "result" ? "move.lookAtResult" : "shell.step.history"),
    () => {
      flow.go(step);
    },
    { slim: true },
  );
  return html`<div class="notice" part="notice">
    ${conversation}
    <p>${text}</p>
    ${flow.canGo(step) ? html`<div class="bar">${look}</div>` : nothing}
  </div>`;
}

// Taking a move back that is under way, or of which nobody has seen what came.
function undoAway({ flow, texts }: ViewContext): { rid: string; text: string } | null {
  const { takenBack, undoing, isUnseen } = flow.history;
  if (takenBack === null || flow.step === "history" || !(undoing.busy || isUnseen)) return null;
  const text = undoing.busy
    ? texts.text("history.undoing")
    : undoText(takenBack, texts) || problemAlert(undoing, texts);
  return { rid: takenBack.rid, text };
}

function isMoveHidden({ flow }: ViewContext): boolean {
  return flow.move.underWay !== null && flow.step !== "preview" && flow.step !== "result";
}
