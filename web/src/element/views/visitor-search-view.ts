// The field to find people by, and those who were found: a combobox whose list has a place of its own
// in the page, so that it covers nothing and nothing moves when it changes.
import { html, nothing, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import { problemView, waitView } from "./notices.js";
import { peopleSummary } from "./people-summary.js";
import type { ViewContext } from "./view.js";
import { useId } from "./visitor-by-id-view.js";
import { spokenName } from "./visitor-facts.js";
import { keyAct } from "./visitor-keys.js";
import { choosePerson, optionId, optionView } from "./visitor-option.js";

/** See above. */
export function searchView(context: ViewContext): TemplateResult {
  return html`${field(context)}
    <div class="people">
      <p class="small muted summary">
        ${peopleSummary(context.flow.visitor.search, context.texts)}
      </p>
      <div class="box">${waitView(context.flow.visitor.job, context)} ${people(context)}</div>
    </div>`;
}

/** How many were found, to be said politely. */
export function foundStatus(context: ViewContext): string {
  const { search } = context.flow.visitor;
  const isSettled = search.job.busy || (search.found !== null && search.found.source !== "partly");
  return isSettled ? peopleSummary(search, context.texts) : "";
}

/** How many conversations the highlighted person has, to be said politely. */
export function countStatus({ flow, texts }: ViewContext): string {
  const { visitor, conversation } = flow;
  const person = visitor.listed[visitor.active];
  if (person === undefined || person.id === null) return "";
  const count = visitor.count.of({ rid: conversation.chosen?.rid ?? "", visitorId: person.id });
  if (typeof count !== "number") return "";
  return texts.text("visitor.countSaid", { name: spokenName(person, person.id), count });
}

function field(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { visitor } = flow;
  const { search, active, listed } = visitor;
  const { refused, typed } = search;
  return html`<form
    class="field"
    @submit=${(event: Event) => {
      event.preventDefault();
      visitor.setOpen(true);
      search.submit();
    }}
  >
    <label for="visitor-input">${texts.text("visitor.find")}</label>
    <input
      id="visitor-input"
      role="combobox"
      part="input"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="search"
      dir="auto"
      aria-autocomplete="list"
      aria-expanded=${String(listed.length > 0)}
      aria-controls="visitor-list"
      aria-activedescendant=${active < 0 ? nothing : optionId(active)}
      aria-invalid=${String(refused !== null)}
      aria-describedby="visitor-hint"
      .value=${typed}
      @input=${(event: Event) => {
        visitor.type((event.target as HTMLInputElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        onKey(event, context);
      }}
      @click=${() => {
        if (!visitor.isOpen) visitor.setOpen(true);
      }}
    />
    <p id="visitor-hint" class=${refused === null ? "hint" : "wrong"}>
      ${texts.text(`visitor.${refused ?? "hint"}`)}
    </p>
  </form>`;
}

function onKey(event: KeyboardEvent, context: ViewContext): void {
  const { visitor, conversation } = context.flow;
  const { listed, active, isOpen } = visitor;
  const act = keyAct(event, { count: listed.length, active, isOpen });
  if (act === null) return;
  if (act.kind === "open" || act.kind === "close") visitor.setOpen(act.kind === "open");
  if (act.kind === "choose") choosePerson(context, listed[act.at]);
  if (act.kind === "highlight") {
    visitor.highlight(act.at, conversation.chosen?.rid ?? "");
    context.root.getElementById(optionId(act.at))?.scrollIntoView({ block: "nearest" });
    if (act.keepsDefault === true) return;
  }
  event.preventDefault();
}

function people(context: ViewContext): unknown {
  const { flow, texts } = context;
  const { search, isOpen, listed, job } = flow.visitor;
  const { found, isSearching } = search;
  if (listed.length > 0) {
    return html`<ul
      id="visitor-list"
      role="listbox"
      aria-label=${texts.text("visitor.people")}
      part="list"
    >
      ${listed.map((person, at) => optionView(person, at, context))}
    </ul>`;
  }
  if (job.problem !== null) {
    const again = button(texts.text("shell.tryAgain"), () => {
      search.submit();
    });
    return problemView(job.problem, context, again);
  }
  if (found !== null && found.items.length > 0 && !isOpen) {
    return button(texts.text("visitor.show"), () => {
      flow.visitor.setOpen(true);
    });
  }
  if (isSearching) return job.wait === null ? ghosts() : nothing;
  return found === null ? nothing : nobody(context);
}

function ghosts(): TemplateResult[] {
  return Array.from({ length: kGhosts }, () => html`<div class="ghost" aria-hidden="true"></div>`);
}

function nobody(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { search, byId } = flow.visitor;
  const term = textTemplate(search.term);
  return html`<p>${texts.rich("visitor.nobody", { term })}</p>
    <p class="muted">${texts.text("visitor.nobodyHint")}</p>
    ${button(texts.rich("visitor.useTerm", { term }), () => {
      byId.type(search.term);
      void useId(context);
    })}`;
}

// As many as fill the place of the list.
const kGhosts = 4;
