// What is shown beside an earlier move while it is taken back, and what came of that.
import { html, nothing, type TemplateResult } from "lit";

import type { TakenBack } from "../flow/history-flow.js";
import { problemIn } from "../flow/problem.js";
import type { Texts } from "../text/texts.js";
import { button } from "./buttons.js";
import { errorView, problemText, problemView, waitView } from "./notices.js";
import type { ViewContext } from "./view.js";

/** What came of taking a move back, in one sentence; "" while nothing has. */
export function undoText({ outcome, vetoed }: TakenBack, texts: Texts): string {
  if (vetoed) return texts.text("history.undoVetoed");
  switch (outcome?.verdict) {
    case undefined:
      return "";
    case "applied":
      return texts.text("history.undone");
    case "unknown":
      return texts.text("history.undoUnknown");
    case "refused":
    case "not_sent":
      return texts.text("history.undoRefused");
  }
}

/** The same beside its entry, with why, what to do, and a way to stop. */
export function undoNotice(id: string, context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { takenBack, undoing } = flow.history;
  if (takenBack?.id !== id) return nothing;
  if (undoing.busy) return progress(context);
  const { outcome, vetoed } = takenBack;
  const text = undoText(takenBack, texts);
  const tone = outcome?.verdict === "applied" ? "good" : vetoed ? "" : "warn";
  const error = outcome?.error;
  return html`${text === "" ? nothing : html`<p class=${`notice ${tone}`} part="notice">${text}</p>`}
  ${problemView(undoing.problem, context)}
  ${
    error === undefined || undoing.problem !== null
      ? nothing
      : errorView(problemText(problemIn(error), texts), context)
  }
  ${
    outcome?.notRecorded === undefined
      ? nothing
      : html`<p class="notice warn" part="notice">${texts.text("history.undoNotKept")}</p>`
  }`;
}

function progress(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { history } = flow;
  return html`<div class="notice" part="notice">
    <p>${texts.text("history.undoing")}</p>
    ${waitView(history.undoing, context)}
    <div class="bar">
      ${button(
        texts.text("shell.cancel"),
        () => {
          history.stopTakingBack();
        },
        { slim: true },
      )}
    </div>
  </div>`;
}
