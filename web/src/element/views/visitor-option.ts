// One of those who were found.
import { html, nothing, type TemplateResult } from "lit";

import type { VisitorDocument } from "../../client/documents.js";
import type { ViewContext } from "./view.js";
import { roomOwner } from "./room-facts.js";
import { visitorLines } from "./visitor-summary.js";

/** The id of the option at a place in the list. */
export function optionId(at: number): string {
  return `visitor-option-${at}`;
}

/** Takes a person, and goes on. */
export function choosePerson({ flow }: ViewContext, person: VisitorDocument | undefined): void {
  if (person === undefined || person.id === null) return;
  flow.chooseVisitor(person.id, person);
  flow.go("preview");
}

/** The option. */
export function optionView(
  person: VisitorDocument,
  at: number,
  context: ViewContext,
): TemplateResult {
  const { visitor, conversation } = context.flow;
  const isActive = visitor.active === at;
  return html`<li
    id=${optionId(at)}
    role="option"
    part="option"
    class=${isActive ? "person active" : "person"}
    aria-selected=${String(isActive)}
    @mousedown=${keepFocus}
    @pointermove=${({ movementX, movementY }: PointerEvent) => {
      // What moves under a pointer at rest is not pointed at.
      if (isActive || (movementX === 0 && movementY === 0)) return;
      visitor.highlight(at, conversation.chosen?.rid ?? "");
    }}
    @click=${() => {
      choosePerson(context, person);
    }}
  >
    ${visitorLines(person, person.id ?? "", context.texts, badges(person, context), count(person, context))}
  </li>`;
}

function badges({ id }: VisitorDocument, { flow, texts }: ViewContext): unknown {
  const isOwner = id === roomOwner(flow.visitor.roomOf(flow.conversation.chosen))?.id;
  const isChosen = id === flow.visitor.chosen?.id;
  return [
    isOwner ? html`<span class="badge">${texts.text("visitor.ownerNow")}</span>` : nothing,
    isChosen ? html`<span class="badge good">${texts.text("visitor.chosen")}</span>` : nothing,
  ];
}

function count({ id }: VisitorDocument, { flow, texts }: ViewContext): unknown {
  const { rid = "" } = flow.conversation.chosen ?? {};
  const known = flow.visitor.count.of({ rid, visitorId: id ?? "" });
  if (known === null) return nothing;
  if (known === "pending") return html`<span>${texts.text("visitor.countPending")}</span>`;
  if (known === "not_known") return html`<span>${texts.text("visitor.countNotKnown")}</span>`;
  return html`<span>${texts.text("visitor.count", { count: known })}</span>`;
}

// The field keeps the focus, so that keys go on working after a look with the mouse.
function keepFocus(event: Event): void {
  event.preventDefault();
}
