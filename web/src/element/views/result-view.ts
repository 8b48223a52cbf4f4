// The step "result": the verdict, what can be done now, and the conversation with its changes.
import { html, nothing, type TemplateResult } from "lit";

import { canUndo } from "../flow/move.js";
import type { Settled } from "../flow/move-flow.js";
import { outcomeFacts, outcomeView, spokenOutcome } from "../outcome-model.js";
import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import {
  busyStatus,
  cancelReadingButton,
  hindranceAlert,
  hindranceView,
  nameTemplate,
  stepButton,
  underWayView,
} from "./move-parts.js";
import { problemText, problemView, waitView } from "./notices.js";
import {
  endText,
  type NextAct,
  nextActs,
  ownerSeen,
  resultHeading,
  seenKey,
} from "./result-model.js";
import { copiedText, roomPart } from "./result-room.js";
import type { StepView, ViewContext } from "./view.js";
import { spokenName } from "./visitor-facts.js";

/** See above. */
export const kResultView: StepView = { heading, render, status, alert };

function heading({ flow, texts }: ViewContext): unknown {
  const { settled } = flow.move;
  if (settled === null) return texts.text("move.resultHeading");
  const { verdict } = settled.outcome;
  if (verdict !== "applied") return texts.text(resultHeading(settled));
  return texts.rich("move.belongsTo", { name: nameTemplate(settled.to) });
}

function status(context: ViewContext): string {
  const { flow, texts } = context;
  const { settled } = flow.move;
  const busy = busyStatus(context, "move.checkingAgain");
  if (busy !== "" || settled === null) return busy;
  if (flow.move.copied !== null) return copiedText(flow.move.copied, texts);
  if (settled.outcome.verdict === "applied") return endText(settled, texts);
  const seen = seenKey(settled);
  return seen === null ? "" : texts.text(`move.seen${seen}`, { name: seenName(settled) });
}

function alert(context: ViewContext): string {
  const { flow, texts } = context;
  const { settled, busy } = flow.move;
  const hindrance = hindranceAlert(context);
  if (hindrance !== "" || busy || settled === null) return hindrance;
  const { outcome, seen } = settled;
  if (outcome.verdict === "applied" || seen !== null) return "";
  return spokenOutcome(outcome, resultHeading(settled), texts);
}

function render(context: ViewContext): TemplateResult {
  const { move } = context.flow;
  const { settled, job } = move;
  if (settled === null) return html`${nothing}`;
  return html`${latestView(settled, context)} ${actions(settled, context)}
  ${job.busy ? waitView(job, context) : nothing} ${problemView(job.problem, context)}
  ${hindranceView(context)} ${roomPart(settled, context)}`;
}

// Taking it back is shown on top of what came of the move, which keeps its place: nothing below moves
// then, and nothing when the next verdict comes, which is about as long.
function latestView(settled: Settled, context: ViewContext): TemplateResult {
  const isOver = context.flow.move.underWay === null;
  return html`<div class="stack">
    <div class=${isOver ? "verdict" : "verdict covered"}>
      ${verdictView(settled, context)} ${seenView(settled, context)} ${warnings(settled, context)}
    </div>
    ${underWayView(context)}
  </div>`;
}

function verdictView(settled: Settled, context: ViewContext): TemplateResult {
  const { texts } = context;
  const { outcome, at, undo, from, to } = settled;
  const view = outcomeView(outcome, texts);
  const { verdict, lost, isUnread, remedy, seen, serverText, code } = view;
  const what = textTemplate(view.what);
  const moved = undo ? "move.wasMovedBack" : "move.wasMoved";
  const people = { from: nameTemplate(from), to: nameTemplate(to) };
  const words = html`<q>${textTemplate(serverText ?? "")}</q>`;
  return html`<div class="notice ${kTones[verdict]}" part="notice">
    <p><b>${texts.rich(verdict === "applied" ? moved : "move.wasMeant", people)}</b></p>
    ${lost === null ? nothing : html`<p>${lost}</p>`}
    <p>${isUnread ? texts.rich("outcome.notLookedUp", { why: what }) : what}</p>
    ${ownerLine(settled, seen, context)}
    ${
      remedy === ""
        ? nothing
        : html`<p><b>${texts.text("shell.whatToDo")}</b> ${textTemplate(remedy)}</p>`
    }
    ${
      serverText === null
        ? nothing
        : html`<p class="small">${texts.rich("outcome.serverText", { text: words })}</p>`
    }
    ${outcomeFacts(outcome, at, texts).map((fact) => html`<p class="small">${fact}</p>`)}
    ${
      code === null
        ? nothing
        : html`<p class="small muted">
            ${texts.rich("shell.code", { code: html`<code>${code}</code>` })}
          </p>`
    }
  </div>`;
}

// What a later reading showed.
function seenView(settled: Settled, { texts }: ViewContext): TemplateResult | typeof nothing {
  const seen = seenKey(settled);
  if (seen === null) return nothing;
  const name = nameTemplate(seen === "New" ? settled.to : settled.from);
  return html`<div class="notice" part="notice">
    <p>${texts.rich(`move.seen${seen}`, { name })}</p>
  </div>`;
}

// Whose it was when it was last read: by name where that is known.
function ownerLine(settled: Settled, seen: string | null, { texts }: ViewContext): unknown {
  const owner = ownerSeen(settled);
  const at = settled.outcome.lastSeen?.at ?? "";
  if (seen === null || !owner?.document) {
    return seen === null ? nothing : html`<p>${seen}</p>`;
  }
  return html`<p>
    ${texts.rich("move.owner", {
      time: texts.format.date(at) ?? at,
      name: nameTemplate(owner),
      id: textTemplate(owner.id, true),
    })}
  </p>`;
}

function warnings({ outcome, isFinal }: Settled, { texts }: ViewContext): TemplateResult {
  const { notRecorded, verdict } = outcome;
  const warn = (text: string, more: unknown = nothing): TemplateResult =>
    html`<div class="notice warn" part="notice">
      <p>${text}</p>
      ${more}
    </div>`;
  const problem = notRecorded === undefined ? null : problemText(notRecorded, texts);
  return html`${
    problem === null
      ? nothing
      : warn(
          texts.text("move.notRecorded"),
          html`<p class="small">${textTemplate(`${problem.message} ${problem.remedy}`)}</p>`,
        )
  }
  ${isFinal && verdict === "applied" ? warn(texts.text("move.isFinal")) : nothing}`;
}

function actions(settled: Settled, context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { move, session } = flow;
  const acts = nextActs(settled, session.ready && !session.expired);
  const undo = button(
    texts.rich("move.undo", { name: nameTemplate(settled.from) }),
    () => {
      void move.undo();
    },
    { can: !move.busy, once: true },
  );
  return html`<div class="bar">
    ${acts.map((act) => nextButton(act, context))} ${canUndo(settled) ? undo : nothing}
    ${move.job.busy ? cancelReadingButton(context) : nothing}
    ${button(texts.text("move.another"), () => {
      flow.findAnother();
    })}
  </div>`;
}

function nextButton(act: NextAct, context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  if (act.kind === "repair") return stepButton(act.step, context);
  const check = act.kind === "check_again";
  return button(
    texts.text(check ? "move.checkAgain" : "move.startOver"),
    () => {
      if (check) void flow.move.checkAgain();
      else flow.startOver();
    },
    { can: !flow.move.busy },
  );
}

function seenName(settled: Settled): string {
  const { id, document } = seenKey(settled) === "New" ? settled.to : settled.from;
  return spokenName(document, id);
}

const kTones = { applied: "good", refused: "bad", not_sent: "warn", unknown: "warn" } as const;
