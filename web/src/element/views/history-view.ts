// The step "history": earlier moves, what is known of them, and what can be done about them.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { visibleText } from "../visible-text.js";
import type { HistoryFlow } from "../flow/history-flow.js";
import { textTemplate } from "../text-template.js";
import type { Texts } from "../text/texts.js";
import { button } from "./buttons.js";
import {
  type HistoryDay,
  type HistoryPage,
  historyPage,
  type HistoryRow,
  type Sentence,
} from "./history-model.js";
import { undoNotice, undoText } from "./history-undo.js";
import { recordNotices, recordTools } from "./history-record.js";
import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kHistoryView: StepView = { heading: "history.heading", render, status, alert };

function render(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { history, session } = flow;
  // Of a list that nobody keeps there is nothing else to say.
  if (isOff(history)) return html`${recordNotices(context)}`;
  const { entries, job } = history;
  const again = button(texts.text("shell.tryAgain"), () => void history.list());
  return html`<p class="small muted">${texts.text("history.about")}</p>
    ${recordNotices(context)} ${waitView(job, context)} ${problemView(job.problem, context, again)}
    ${
      entries === null
        ? placeholder(context)
        : list(historyPage(entries, history.page, texts, session.rv?.errorTable()), context)
    }`;
}

function isOff({ state }: HistoryFlow): boolean {
  return state?.durability === "none";
}

function placeholder({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  if (!flow.history.job.busy) return nothing;
  return html`<p class="visually-hidden">${texts.text("history.loading")}</p>
    <ul class="moves" aria-hidden="true">
      ${kPlaceholders.map(() => html`<li class="move waiting"></li>`)}
    </ul>`;
}

function list(page: HistoryPage, context: ViewContext): TemplateResult {
  const { texts } = context;
  if (page.count === 0) {
    return html`<div class="notice" part="notice">
      <p>${texts.text("history.none")}</p>
      <p class="small muted">${texts.text("history.noneHint")}</p>
    </div>`;
  }
  return html`${recordTools(context)} ${page.days.map((day) => dayView(day, context))}
  ${page.pages === 1 ? nothing : pager(page, context)}`;
}

function dayView({ day, rows }: HistoryDay, context: ViewContext): TemplateResult {
  const name = day ?? context.texts.text("history.list");
  return html`${day === null ? nothing : html`<h3 class="day">${day}</h3>`}
    <ul class="moves" part="list" aria-label=${name}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => rowView(row, context),
      )}
    </ul>`;
}

function rowView(row: HistoryRow, context: ViewContext): TemplateResult {
  const { texts } = context;
  const { state, badge, when, rid, from, to, isOutdated } = row;
  return html`<li class="move" part="option" data-state=${state}>
    <div class="bar">
      <b class=${`badge ${state}`}>${texts.text(badge)}</b>
      <span class="small muted">${when}</span>
    </div>
    <div class="facts">
      <p>${texts.rich("history.conversation", { rid: textTemplate(rid, true) })}</p>
      <p>
        ${texts.rich("history.fromTo", {
          from: textTemplate(from, true),
          to: textTemplate(to, true),
        })}
      </p>
      <p class="small muted">
        ${sentenceView(row.what, texts)} ${isOutdated ? texts.text("history.again") : nothing}
      </p>
    </div>
    ${actions(row, context)} ${undoNotice(row.id, context)}
  </li>`;
}

function sentenceView({ key, values }: Sentence, texts: Texts): readonly unknown[] {
  const shown = Object.entries(values).map(([name, value]) => [name, textTemplate(value)] as const);
  return texts.rich(key, Object.fromEntries(shown));
}

function actions(row: HistoryRow, context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { id, canUndo } = row;
  const { history } = flow;
  const rid = visibleText(row.rid);
  const undo = button(texts.text("history.undo"), () => void history.takeBack(id), {
    can: !history.undoing.busy,
    slim: true,
    once: true,
    label: texts.text("history.undoLabel", { rid, from: visibleText(row.from) }),
  });
  const choose = (): void => {
    flow.chooseRoom(row.rid);
    flow.go("visitor");
  };
  const label = texts.text("history.useLabel", { rid });
  const use = button(texts.text("history.use"), choose, { slim: true, label });
  return html`<div class="bar">
    ${flow.session.ready ? use : nothing} ${canUndo ? undo : nothing}
  </div>`;
}

function pager(
  { from, to, count, page, pages }: HistoryPage,
  context: ViewContext,
): TemplateResult {
  const { flow, texts } = context;
  const turn = (key: "history.previous" | "history.next", target: number): TemplateResult => {
    const can = target >= 0 && target < pages;
    return button(
      texts.text(key),
      () => {
        flow.history.turnTo(target);
      },
      { can },
    );
  };
  return html`<nav class="bar" aria-label=${texts.text("history.pages")}>
    ${turn("history.previous", page - 1)}
    <span class="small">${texts.text("history.range", { from, to, count })}</span>
    ${turn("history.next", page + 1)}
  </nav>`;
}

function status(context: ViewContext): string {
  const { flow, texts } = context;
  const { history } = flow;
  const waits = [history.undoing, history.looking, history.job].map((job) =>
    waitStatus(job, context),
  );
  const wait = waits.find((text) => text !== "");
  if (wait !== undefined) return wait;
  if (history.undoing.busy) return texts.text("history.undoing");
  if (history.looking.busy) return texts.text("history.checking");
  return news(history, texts);
}

// What came of the last act; the first thing said is how many moves there are.
function news(history: HistoryFlow, texts: Texts): string {
  const { entries, job, lookedAgain, forgotten, takenBack, page } = history;
  if (takenBack?.outcome?.verdict === "applied") return undoText(takenBack, texts);
  if (lookedAgain !== null) {
    const { count, left } = lookedAgain;
    const still = left === 0 ? "" : texts.text("history.checkedLeft", { count: left });
    return [texts.text("history.checked", { count }), still].filter(Boolean).join(" ");
  }
  if (forgotten !== null) return texts.text("history.forgotten", { count: forgotten });
  if (entries === null) return job.busy ? texts.text("history.loading") : "";
  if (isOff(history)) return texts.text("history.noRecord");
  const { from, to, count, pages } = historyPage(entries, page, texts);
  if (pages > 1) return texts.text("history.range", { from, to, count });
  return entries.length === 0
    ? texts.text("history.none")
    : texts.text("history.found", { count: entries.length });
}

function alert({ flow, texts }: ViewContext): string {
  const { job, looking, undoing, takenBack } = flow.history;
  const problem = [undoing, looking, job].map((each) => problemAlert(each, texts)).find(Boolean);
  if (problem !== undefined) return problem;
  if (takenBack === null || takenBack.outcome?.verdict === "applied") return "";
  return undoText(takenBack, texts);
}

const kPlaceholders = [0, 1, 2];
