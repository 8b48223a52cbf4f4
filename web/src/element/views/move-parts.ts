// What the steps "preview" and "result" show in the same way.
import { html, nothing, type TemplateResult } from "lit";

import type { Move } from "../flow/move.js";
import type { Step } from "../flow/place.js";
import type { ChosenVisitor } from "../flow/visitor-flow.js";
import type { TextKey } from "../text/catalogue.js";
import { textTemplate } from "../text-template.js";
import { visibleText } from "../visible-text.js";
import { button } from "./buttons.js";
import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { ViewContext } from "./view.js";
import { shortened, spokenName, visitorName } from "./visitor-facts.js";
import { roomTitle } from "./room-facts.js";

/** What a person is called, as a template. */
export function nameTemplate({ id, document }: ChosenVisitor): TemplateResult {
  return textTemplate(shortened(visitorName(document, id), kNameLength));
}

/** A button that goes to the step where something can be repaired. */
export function stepButton(step: Step, { flow, texts }: ViewContext): TemplateResult {
  return button(texts.text(kStepTexts[step] ?? "move.lookAtMove"), () => {
    // What is known of the workspace is what the answer contradicts.
    if (step === "connect") void flow.session.checkAgain();
    if (step === "preview") flow.startOver();
    else if (step === "conversation") flow.findAnother();
    else flow.go(step);
  });
}

/** A button that ends what is being read. */
export function cancelReadingButton({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("shell.cancel"), () => {
    flow.move.job.cancel();
  });
}

function cancelMoveButton({ flow, texts }: ViewContext): TemplateResult {
  const { move } = flow;
  return button(
    texts.text("shell.cancel"),
    () => {
      move.cancel();
    },
    { can: !move.cancelled },
  );
}

/**
 * The move under way: what is being done, how to end it, and what it waits for. Waits come and go, so
 * they stand last and move nothing.
 */
export function underWayView(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { underWay, sending } = flow.move;
  if (underWay === null) return nothing;
  const title = underWay.undo ? "move.undoUnderWay" : "move.underWay";
  return html`<div class="notice under-way" part="notice" data-under-way>
    ${otherRoomView(underWay, context)}
    <p><b>${texts.rich(title, { name: nameTemplate(underWay.to) })}</b></p>
    <p>${texts.text(doingKey(context))}</p>
    <div class="bar">
      ${cancelMoveButton(context)}
      ${doingKey(context) === "move.signIn" ? signInButton(context) : nothing}
    </div>
    ${waitView(sending, context)}
  </div>`;
}

/** The same in a line, to be said aloud; "" while nothing is under way. */
export function underWayText(context: ViewContext): string {
  const { flow, texts } = context;
  const { underWay, sending } = flow.move;
  if (underWay === null) return "";
  const { id, document } = underWay.to;
  const title = underWay.undo ? "move.undoUnderWay" : "move.underWay";
  const said = texts.text(title, { name: spokenName(document, id) });
  return `${otherRoomText(underWay, context)}${said}. ${waitStatus(sending, context)}`.trim();
}

/** Which conversation a move is of, in a line, where another one is chosen; else nothing. */
export function otherRoomView(
  { update: { rid }, before }: Move,
  { flow, texts }: ViewContext,
): TemplateResult | typeof nothing {
  if (rid === flow.conversation.chosen?.rid) return nothing;
  const title = textTemplate(roomTitle(before?.view ?? null, rid));
  return html`<p>${texts.rich("visitor.conversation", { title })}</p>`;
}

/** The same as a sentence, to be said aloud. */
export function otherRoomText(
  { update: { rid }, before }: Move,
  { flow, texts }: ViewContext,
): string {
  if (rid === flow.conversation.chosen?.rid) return "";
  const title = visibleText(roomTitle(before?.view ?? null, rid));
  return `${texts.text("visitor.conversation", { title })}. `;
}

/** Why nothing was sent, where that is no verdict: the host's veto, or a fault. */
export function hindranceView(context: ViewContext): TemplateResult {
  const { move } = context.flow;
  const veto = html`<div class="notice warn" part="notice">
    <p>${context.texts.text("move.vetoed")}</p>
  </div>`;
  return html`${move.vetoed ? veto : nothing}${problemView(move.sending.problem, context)}`;
}

/** What is being done, to be said aloud; "" while nothing is. */
export function busyStatus(context: ViewContext, reading: TextKey): string {
  const { texts, flow } = context;
  const { job, sending } = flow.move;
  if (sending.busy) {
    return `${texts.text(doingKey(context))} ${waitStatus(sending, context)}`.trim();
  }
  return job.busy ? `${texts.text(reading)} ${waitStatus(job, context)}`.trim() : "";
}

/** What went wrong, to be said at once. */
export function hindranceAlert({ flow, texts }: ViewContext): string {
  const { move } = flow;
  if (move.vetoed) return texts.text("move.vetoed");
  return problemAlert(move.sending, texts) || problemAlert(move.job, texts);
}

function signInButton({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("move.signInAct"), () => {
    flow.go("connect");
  });
}

function doingKey({ flow }: ViewContext): TextKey {
  const { cancelled, sending } = flow.move;
  const { expired, settings } = flow.session;
  if (cancelled) return "move.cancelled";
  // Where the page logs in, nobody can do it here.
  if (expired) return settings.provider === null ? "move.signIn" : "connect.expiredPage";
  const { doing } = sending;
  switch (doing) {
    case "start":
    case "version":
    case "write":
    case "read_back":
      return `move.doing.${doing}`;
    default:
      return "move.doing.other";
  }
}

const kStepTexts: Readonly<Partial<Record<Step, TextKey>>> = {
  connect: "move.checkConnection",
  conversation: "move.changeConversation",
  visitor: "move.changePerson",
};
// Longer names are shown in full on the card of the person.
const kNameLength = 80;
