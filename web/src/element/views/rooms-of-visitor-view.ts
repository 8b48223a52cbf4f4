// The way by the visitor: people first, then the conversations of one of them.
import { html, nothing, type TemplateResult } from "lit";

import type { VisitorDocument } from "../../client/documents.js";
import { lastRoomOf } from "../flow/rooms-of-visitor-flow.js";
import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import { problemView, waitView } from "./notices.js";
import { peopleSummary } from "./people-summary.js";
import { useIdButton } from "./room-list-view.js";
import { roomsStatus, roomTable } from "./room-table.js";
import type { ViewContext } from "./view.js";
import { visitorLines } from "./visitor-summary.js";
import { shortened, spokenName, visitorName } from "./visitor-facts.js";

/** See above. */
export function roomsOfVisitorView(context: ViewContext): TemplateResult {
  const { person } = context.flow.conversation.ofVisitor;
  return person === null ? peopleView(context) : roomsView(person, context);
}

/** What is shown, to be said politely. */
export function roomsOfVisitorStatus(context: ViewContext): string {
  const { person, pages, search } = context.flow.conversation.ofVisitor;
  const { texts } = context;
  if (person === null) return peopleSummary(search, texts);
  if (lastRoomOf(person) !== null) return roomsStatus(pages, texts);
  return texts.text("conversation.noLastChat", { name: spokenName(person, person.id ?? "") });
}

function roomsView(person: VisitorDocument, context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { ofVisitor } = flow.conversation;
  const name = textTemplate(shortened(visitorName(person, person.id ?? ""), kMostCharacters));
  const back = button(texts.text("conversation.otherPeople"), () => {
    ofVisitor.leave();
  });
  const empty = html`<p>${texts.text("conversation.noneOfVisitor")}</p>`;
  const isRefused = kRefusals.has(ofVisitor.pages.job.problem?.code ?? "");
  return html`<div class="bar">
      <h3 class="grow">${texts.rich("conversation.ofPerson", { name })}</h3>
      ${back}
    </div>
    ${
      lastRoomOf(person) === null
        ? html`<div class="notice" part="notice">
            <p>${texts.rich("conversation.noLastChat", { name })}</p>
            <div class="bar">${useIdButton(context)}</div>
          </div>`
        : html`${roomTable(ofVisitor.pages, { empty, otherwise: useIdButton(context) }, context)}
          ${isRefused ? html`<p class="hint">${texts.text("conversation.refusedHint")}</p>` : nothing}`
    }`;
}

function peopleView(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { search } = flow.conversation.ofVisitor;
  const { refused, typed, job } = search;
  const again = button(texts.text("shell.tryAgain"), () => {
    search.submit();
  });
  return html`<form
      class="field"
      @submit=${(event: Event) => {
        event.preventDefault();
        search.submit();
      }}
    >
      <label for="conversation-person">${texts.text("visitor.find")}</label>
      <div class="bar">
        <input
          id="conversation-person"
          class="grow"
          part="input"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          dir="auto"
          aria-invalid=${String(refused !== null)}
          aria-describedby="conversation-person-hint"
          .value=${typed}
          @input=${(event: Event) => {
            search.type((event.target as HTMLInputElement).value);
          }}
        />
        <button part="button">${texts.text("conversation.search")}</button>
      </div>
      <p id="conversation-person-hint" class=${refused === null ? "hint" : "wrong"}>
        ${texts.text(`visitor.${refused ?? "hint"}`)}
      </p>
    </form>
    ${waitView(job, context)} ${problemView(job.problem, context, again)}
    <div class="people">
      <p class="small muted summary">${peopleSummary(search, texts)}</p>
      ${people(context)}
    </div>`;
}

function people(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { found, isSearching, term } = flow.conversation.ofVisitor.search;
  const items = found?.items ?? [];
  if (items.length === 0) {
    const nobody = html`<p>${texts.rich("visitor.nobody", { term: textTemplate(term) })}</p>
      <p>${texts.text("visitor.nobodyHint")}</p>`;
    return html`<div class="box">${found === null || isSearching ? nothing : nobody}</div>`;
  }
  return html`<ul class="box" part="list" aria-label=${texts.text("visitor.people")}>
    ${items.map((person) => personView(person, context))}
  </ul>`;
}

function personView(person: VisitorDocument, { flow, texts }: ViewContext): TemplateResult {
  return html`<li class="pick">
    <button
      type="button"
      part="option"
      class="person"
      @click=${() => {
        flow.conversation.ofVisitor.pick(person);
      }}
    >
      ${visitorLines(person, person.id ?? "", texts)}
    </button>
  </li>`;
}

// The list is asked for through the person's latest conversation.
const kRefusals: ReadonlySet<string> = new Set(["no_read_permission", "room_access_denied"]);
const kMostCharacters = 200;
