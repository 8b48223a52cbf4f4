// The step "preview": both people, what changes, what stays, what to know first, and the act.
import { html, nothing, type TemplateResult } from "lit";

import type { NotChecked, Preview, PreviewNote } from "../../client/preview.js";
import { type Move, peopleIn } from "../flow/move.js";
import type { ChosenVisitor } from "../flow/visitor-flow.js";
import type { TextKey } from "../text/catalogue.js";
import type { Texts } from "../text/texts.js";
import { textTemplate } from "../text-template.js";
import { arrowTemplate } from "../value-template.js";
import { actButton, button } from "./buttons.js";
import {
  busyStatus,
  cancelReadingButton,
  hindranceAlert,
  hindranceView,
  nameTemplate,
  stepButton,
  underWayView,
} from "./move-parts.js";
import { problemText, problemView, readText, waitView } from "./notices.js";
import {
  type Finding,
  findingsOf,
  hasNobody,
  noteText,
  type NoteValue,
  noteValue,
  shownIssues,
  staysOf,
  typedErrors,
  uncheckedKey,
  wantsOldVisitor,
} from "./preview-model.js";
import type { StepView, ViewContext } from "./view.js";
import { visitorSummary } from "./visitor-summary.js";

/** See above. */
export const kPreviewView: StepView = {
  heading: "move.heading",
  render,
  status,
  alert: hindranceAlert,
};

function render(context: ViewContext): TemplateResult {
  const { move } = context.flow;
  const { preview, job } = move;
  const isLooking = preview === null && job.busy;
  // The form keeps its place while it is looked at again, and with it the focus.
  return html`${preview === null ? nothing : peopleAndFindings(preview, context)}
  ${isLooking ? peopleSkeleton(context) : nothing} ${oldVisitorForm(context)}
  ${preview === null || hasErrors(preview) ? nothing : effectsView(preview, context)}
  ${isLooking ? effectsSkeleton(context) : nothing} ${job.busy ? waitView(job, context) : nothing}
  ${problemView(job.problem, context)} ${actions(context)} ${hindranceView(context)}
  ${underWayView(context)}`;
}

function status(context: ViewContext): string {
  const { texts, flow } = context;
  const { preview, offered } = flow.move;
  const busy = busyStatus(context, "move.looking");
  if (busy !== "" || preview === null) return busy;
  return texts.text(offered === null ? "move.lookedNothing" : "move.looked");
}

function peopleAndFindings(preview: Preview, context: ViewContext): TemplateResult {
  const { chosen } = context.flow.visitor;
  const people = chosen === null ? null : peopleIn(preview, chosen);
  return html`${people === null ? nothing : pairView(people, preview.room === null, context)}
  ${findingsOf(shownIssues(preview)).map((finding) => findingView(finding, context))}`;
}

function hasErrors({ issues }: Preview): boolean {
  return issues.some(({ severity }) => severity === "error");
}

function effectsView(preview: Preview, context: ViewContext): TemplateResult {
  return html`${uncheckedList(preview, context)}
    <div class="halves">${changesView(preview, context)} ${staysView(preview, context)}</div>`;
}

function pairView(
  { from, to }: Pick<Move, "from" | "to">,
  isUnread: boolean,
  context: ViewContext,
): TemplateResult {
  const { texts } = context;
  const person = (key: TextKey, visitor: ChosenVisitor): TemplateResult =>
    html`<div>
      <h3>${texts.text(key)}</h3>
      ${
        visitor.id === ""
          ? html`<p class="person card muted">
              ${texts.text(isUnread ? "move.fromUnknown" : "move.noVisitor")}
            </p>`
          : visitorSummary(visitor.document, visitor.id, context)
      }
    </div>`;
  return html`<div class="pair">
    ${person("move.from", from)} ${arrowTemplate(texts)} ${person("move.to", to)}
  </div>`;
}

function findingView({ issue, others, more, step }: Finding, context: ViewContext): TemplateResult {
  const { texts } = context;
  const { message, remedy } = texts.error(issue);
  const isError = issue.severity === "error";
  const list = others.map((found) => textTemplate(found, true));
  const also = texts.rich(more > 0 ? "move.othersMore" : "move.others", {
    list: list.map((item, at) => (at === 0 ? item : [", ", item])),
    count: more,
  });
  return html`<div class="notice ${isError ? "bad" : "warn"}" part="notice">
    <p><b>${texts.text(isError ? "shell.error" : "shell.warning")}</b> ${textTemplate(message)}</p>
    ${others.length > 0 ? html`<p class="small">${also}</p>` : nothing}
    <p class="small">${textTemplate(remedy)}</p>
    ${
      step === null || step === "preview"
        ? nothing
        : html`<div class="bar">${stepButton(step, context)}</div>`
    }
  </div>`;
}

function noteView(note: PreviewNote, { texts }: ViewContext): TemplateResult {
  const before = noteValue(note.before, note, texts);
  const after = noteValue(note.after, note, texts);
  return html`<li>
    <div>${noteText(note, texts)}</div>
    ${before === null && after === null ? nothing : html`<div class="small">${valuesView(before, after, texts)}</div>`}
  </li>`;
}

// What it will be may not be known; the old value alone would read as the new one.
function valuesView(before: NoteValue | null, after: NoteValue | null, texts: Texts): unknown {
  const old = before === null ? nothing : html`<span class="muted">${valueText(before)}</span>`;
  if (after === null) return texts.rich("move.soFar", { value: old });
  return html`${old} ${arrowTemplate(texts)} ${valueText(after)}`;
}

function valueText({ text, isCode }: NoteValue): TemplateResult {
  return textTemplate(text, isCode);
}

function changesView({ changes }: Preview, context: ViewContext): TemplateResult {
  const { texts } = context;
  return html`<section class="part" aria-labelledby="preview-changes">
    <h3 id="preview-changes">${texts.text("move.changes")}</h3>
    ${
      changes.length === 0
        ? html`<p class="muted">${texts.text("move.noChanges")}</p>`
        : html`<ul class="plain changes">
            ${changes.map((note) => noteView(note, context))}
          </ul>`
    }
  </section>`;
}

function staysView(preview: Preview, context: ViewContext): TemplateResult {
  return html`<section class="part" aria-labelledby="preview-stays">
    <h3 id="preview-stays">${context.texts.text("move.stays")}</h3>
    <ul class="plain small">
      ${staysOf(preview).map((note) => stayView(note, context))}
    </ul>
  </section>`;
}

function uncheckedList({ notChecked }: Preview, context: ViewContext): unknown {
  const { texts } = context;
  if (notChecked.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="preview-unchecked">
    <h3 id="preview-unchecked">${texts.text("move.unchecked")}</h3>
    <p class="small muted">${texts.text("move.uncheckedHint")}</p>
    <ul class="plain small">
      ${notChecked.map((entry) => uncheckedView(entry, context))}
    </ul>
  </section>`;
}

function stayView(note: PreviewNote, { texts }: ViewContext): TemplateResult {
  const value = noteValue(note.before, note, texts);
  return html`<li>
    ${noteText(note, texts)}
    ${value === null ? nothing : html`<span class="muted">${valueText(value)}</span>`}
  </li>`;
}

function uncheckedView(entry: NotChecked, { texts }: ViewContext): TemplateResult {
  const { error } = entry;
  const { message, remedy } = error === null ? { message: "", remedy: "" } : readText(error, texts);
  return html`<li>
    ${texts.text(uncheckedKey(entry))}
    ${error === null ? nothing : html`<span class="muted">${textTemplate(message)} ${textTemplate(remedy)}</span>`}
  </li>`;
}

// Why the conversation could not be read.
function unreadView({ notChecked }: Preview, { texts }: ViewContext): unknown {
  const error = notChecked.find(({ call }) => call === "room")?.error ?? null;
  if (error === null) return nothing;
  const { message, remedy } = readText(error, texts);
  return html`<p class="small">${textTemplate(message)} ${textTemplate(remedy)}</p>`;
}

function oldVisitorForm(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { move } = flow;
  const { preview, oldVisitorId, job } = move;
  // While it is being looked at again, what was typed stays where it was.
  const isWanted = preview === null ? job.busy && oldVisitorId !== "" : wantsOldVisitor(preview);
  if (!isWanted) return nothing;
  const wrong = preview === null || oldVisitorId === "" ? [] : typedErrors(preview);
  // Where there are effects to show, the list of what was not checked says so.
  const why = preview !== null && hasErrors(preview) ? unreadView(preview, context) : nothing;
  return html`<form
    class="by-hand"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!move.busy) void move.lookAgain();
    }}
  >
    ${why}
    <div class="field">
      <label for="preview-old">${texts.text("move.oldVisitor")}</label>
      <input
        id="preview-old"
        part="input"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        dir="ltr"
        aria-describedby="preview-old-hint preview-old-wrong"
        aria-invalid=${String(wrong.length > 0)}
        .value=${oldVisitorId}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) move.typeOldVisitor(event.target.value);
        }}
      />
      <p class="hint" id="preview-old-hint">${texts.text("move.oldVisitorHint")}</p>
      <p class="wrong" id="preview-old-wrong">
        ${wrong.map((issue) => {
          const { message, remedy } = problemText(issue, texts);
          return html`${textTemplate(message)} ${textTemplate(remedy)} `;
        })}
      </p>
    </div>
    <div class="bar">
      <button type="submit" part="button" aria-disabled=${String(move.busy)}>
        ${texts.text("move.useOldVisitor")}
      </button>
    </div>
  </form>`;
}

function actions(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { move } = flow;
  const { offered, busy, preview, job } = move;
  const act = (offer: Move): TemplateResult =>
    actButton(
      texts.rich("move.act", { name: nameTemplate(offer.to) }),
      () => {
        void move.move();
      },
      !busy,
    );
  const again = button(
    texts.text("move.lookAgain"),
    () => {
      void move.lookAgain();
    },
    { can: !busy },
  );
  const hasGap = preview === null || preview.notChecked.some(({ error }) => error !== null);
  return html`<div class="bar">
    ${offered === null ? nothing : act(offered)}
    ${stepButton(preview !== null && hasNobody(preview) ? "conversation" : "visitor", context)}
    ${hasGap && !job.busy ? again : nothing} ${job.busy ? cancelReadingButton(context) : nothing}
  </div>`;
}

// As large as what comes most often, so that little moves when it comes.
function peopleSkeleton({ texts }: ViewContext): TemplateResult {
  const person = (key: TextKey): TemplateResult =>
    html`<div>
      <h3>${texts.text(key)}</h3>
      <div class="person card skeleton"></div>
    </div>`;
  return html`<div aria-hidden="true" class="pair">
    ${person("move.from")} ${arrowTemplate(texts)} ${person("move.to")}
  </div>`;
}

function effectsSkeleton({ texts }: ViewContext): TemplateResult {
  const half = (key: TextKey): TemplateResult =>
    html`<div class="part">
      <h3>${texts.text(key)}</h3>
      <div class="skeleton"></div>
    </div>`;
  return html`<div aria-hidden="true" class="halves">
    ${half("move.changes")} ${half("move.stays")}
  </div>`;
}
