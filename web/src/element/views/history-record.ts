// The record as a whole: how it is kept, what of it is not known, and saving and forgetting it.
import { html, nothing, type TemplateResult } from "lit";

import { historyToCsv, historyToJson } from "../../index.js";
import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import { keepingReason } from "./history-model.js";
import { problemView, waitView } from "./notices.js";
import { fileName, saveText } from "./save-text.js";
import type { ViewContext } from "./view.js";

/** What there is to know before the list. */
export function recordNotices(context: ViewContext): readonly unknown[] {
  return [keeping(context), damage(context), unsettled(context)];
}

/** What can be done with the whole list. */
export function recordTools(context: ViewContext): TemplateResult {
  const { flow, texts, root } = context;
  const { history } = flow;
  const { entries, asking, closed, forgotten } = history;
  const save = (ending: "csv" | "json"): TemplateResult =>
    button(
      texts.text(ending === "csv" ? "history.saveCsv" : "history.saveJson"),
      () => {
        const write = ending === "csv" ? historyToCsv : historyToJson;
        saveText(fileName(ending), write(entries ?? []), root.ownerDocument);
      },
      { slim: true },
    );
  return html`<div class="bar">
      ${save("csv")} ${save("json")}
      <button
        type="button"
        class="slim"
        part="button"
        id=${kForgetId}
        aria-expanded=${String(asking)}
        aria-disabled=${String(closed.length === 0 || history.job.busy)}
        @click=${() => {
          if (closed.length > 0) history.ask(!asking);
        }}
      >
        ${texts.text("history.forget")}
      </button>
      ${
        forgotten === null
          ? nothing
          : html`<span class="small"
              >${texts.text("history.forgotten", { count: forgotten })}</span
            >`
      }
    </div>
    ${asking ? question(context) : nothing}`;
}

function keeping({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  const { state } = flow.history;
  if (state === null || state.durability === "durable") return nothing;
  const key = state.durability === "none" ? "history.noRecord" : "history.memory";
  const reason = keepingReason(state, texts);
  return html`<div class="notice warn" part="notice">
    <p>${texts.text(key)}</p>
    ${reason === null ? nothing : html`<p class="small muted">${textTemplate(reason)}</p>`}
  </div>`;
}

function damage({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  const damaged = flow.history.state?.damaged ?? null;
  if (damaged === null || damaged.count === 0) return nothing;
  return html`<div class="notice warn" part="notice">
    <p>${texts.text("history.damaged", { count: damaged.count })}</p>
    <details class="small">
      <summary>${texts.text("history.damagedWhere")}</summary>
      <ul>
        ${damaged.places.map((place) => html`<li>${textTemplate(place)}</li>`)}
      </ul>
    </details>
  </div>`;
}

function unsettled(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { history } = flow;
  const { unsettled: open, looking, lookedAgain } = history;
  const done =
    lookedAgain === null
      ? nothing
      : html`<p class="small">${texts.text("history.checked", { count: lookedAgain.count })}</p>`;
  if (open.length === 0 && !looking.busy && looking.problem === null) return done;
  return html`<div class="notice" part="notice">
    ${open.length === 0 ? nothing : html`<p>${texts.text("history.unsettled", { count: open.length })}</p>`}
    ${done} ${waitView(looking, context)} ${problemView(looking.problem, context)}
    <p class="small muted">
      ${texts.text(looking.busy ? "history.checking" : "history.unsettledHint")}
    </p>
    <div class="bar">${looking.busy ? cancel(context) : check(context)}</div>
  </div>`;
}

function check({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("history.check"), () => void flow.history.check());
}

function cancel({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("shell.cancel"), () => {
    flow.history.looking.cancel();
  });
}

function question(context: ViewContext): TemplateResult {
  const { flow, texts, root } = context;
  const { history } = flow;
  const { closed } = history;
  const unknown = closed.filter(({ end }) => end?.verdict === "unknown").length;
  // The question goes away with its buttons: the focus returns to what asked it.
  const answer = (act: () => void): void => {
    root.getElementById(kForgetId)?.focus();
    act();
  };
  return html`<div
    class="notice warn"
    part="notice"
    role="group"
    aria-labelledby="history-question"
  >
    <p id="history-question">${texts.text("history.forgetAsk", { count: closed.length })}</p>
    ${unknown === 0 ? nothing : html`<p>${texts.text("history.forgetUnknown", { count: unknown })}</p>`}
    <div class="bar">
      ${button(texts.text("history.forgetYes", { count: closed.length }), () => {
        answer(() => void history.forgetClosed());
      })}
      ${button(texts.text("history.forgetNo"), () => {
        answer(() => {
          history.ask(false);
        });
      })}
    </div>
  </div>`;
}

const kForgetId = "history-forget";
