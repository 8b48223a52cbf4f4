// The way for an id that is at hand: where nobody was found, or where people cannot be looked up.
import { html, nothing, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import { problemAlert, problemView, waitView } from "./notices.js";
import type { ViewContext } from "./view.js";

/** See above. */
export function byIdView(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  if (flow.visitor.mayRead === "no") {
    return html`<p class="notice warn" part="notice">${texts.text("visitor.mayNotRead")}</p>
      ${form(context)}`;
  }
  const isRefused = flow.visitor.job.problem?.code === "no_read_permission";
  return html`<details ?open=${isRefused}>
    <summary>${texts.text("visitor.byId")}</summary>
    <p class="hint">${texts.text("visitor.byIdHint")}</p>
    ${form(context)}
  </details>`;
}

/** What is said of it politely. */
export function byIdStatus({ flow, texts }: ViewContext): string {
  const { job, unread } = flow.visitor.byId;
  if (unread !== null) return texts.text("visitor.unread", { id: unread });
  return job.busy ? texts.text("visitor.looking") : "";
}

/** What is said of it at once. */
export function byIdAlert({ flow, texts }: ViewContext): string {
  const { job, issues } = flow.visitor.byId;
  const said = issues.map((issue) => texts.error(issue));
  const wrong = said.map(({ message, remedy }) => `${message} ${remedy}`).join(" ");
  return wrong === "" ? problemAlert(job, texts) : wrong;
}

/** Takes the id in the field: read where that is allowed. */
export async function useId({ flow }: ViewContext): Promise<void> {
  const { visitor } = flow;
  const { byId } = visitor;
  if (byId.job.busy) return;
  if (visitor.mayRead === "no") {
    if (byId.isUsable()) choose(flow, byId.id);
    return;
  }
  const document = await byId.lookUp();
  // Who has gone elsewhere meanwhile is not fetched back.
  if (document === undefined || flow.step !== "visitor") return;
  choose(flow, document.id ?? byId.id, document);
}

function form(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { byId, mayRead } = flow.visitor;
  const { job, typed, issues } = byId;
  return html`<form
      class="field"
      @submit=${(event: Event) => {
        event.preventDefault();
        void useId(context);
      }}
    >
      <label for="visitor-id">${texts.text("visitor.idLabel")}</label>
      <div class="bar">
        <input
          id="visitor-id"
          class="code grow"
          part="input"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          aria-invalid=${issues.length > 0 ? "true" : "false"}
          aria-describedby="visitor-id-notes"
          .value=${typed}
          @input=${(event: Event) => {
            byId.type((event.target as HTMLInputElement).value);
          }}
        />
        <button part="button" aria-disabled=${String(job.busy)}>
          ${texts.text("visitor.useId")}
        </button>
      </div>
      <div id="visitor-id-notes">
        ${
          mayRead === "no"
            ? html`<p class="hint">${texts.text("visitor.mayNotCheck")}</p>`
            : nothing
        }
        ${issues.map((issue) => {
          const { message, remedy } = texts.error(issue);
          return html`<p class="wrong">${textTemplate(`${message} ${remedy}`)}</p>`;
        })}
      </div>
    </form>
    ${waitView(job, context)} ${problemView(job.problem, context)} ${unreadView(context)}`;
}

function unreadView({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  const { unread } = flow.visitor.byId;
  if (unread === null) return nothing;
  return html`<div class="notice warn" part="notice">
    <p>${texts.rich("visitor.unread", { id: textTemplate(unread, true) })}</p>
    <p>${texts.text("visitor.mayNotCheck")}</p>
    <div class="bar">
      ${button(texts.text("visitor.useUnread"), () => {
        choose(flow, unread);
      })}
    </div>
  </div>`;
}

function choose(
  flow: ViewContext["flow"],
  ...visitor: Parameters<ViewContext["flow"]["chooseVisitor"]>
): void {
  flow.chooseVisitor(...visitor);
  flow.go("preview");
}
