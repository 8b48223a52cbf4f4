// A visitor as a card: whatever tells this person from others.
import { html, nothing, type TemplateResult } from "lit";

import type { VisitorDocument } from "../../client/documents.js";
import { textTemplate } from "../text-template.js";
import type { Texts } from "../text/texts.js";
import type { ViewContext } from "./view.js";
import { idTail, shortened, type VisitorFacts, visitorFacts } from "./visitor-facts.js";

/** The card of a visitor. `document` null: only the id is known. */
export function visitorSummary(
  document: VisitorDocument | null,
  id: string,
  { texts }: Pick<ViewContext, "texts">,
): TemplateResult {
  return html`<div class="person card">${visitorLines(document, id, texts)}</div>`;
}

/** The same as lines without a frame, in elements that may stand in an option; `last` ends them. */
export function visitorLines(
  document: VisitorDocument | null,
  id: string,
  texts: Texts,
  last: unknown = nothing,
): TemplateResult {
  const facts = document === null ? null : visitorFacts(document);
  return html`${facts === null ? texts.text("visitor.onlyId") : factLines(facts, texts)}
    ${
      document?.disabled === true
        ? html`<span class="badge warn">${texts.text("visitor.disabled")}</span>`
        : nothing
    }
    <span class="line small muted">
      <span>${texts.rich("visitor.id", { id: textTemplate(idTail(id), true) })}</span>
      ${last}
    </span>`;
}

function factLines(facts: VisitorFacts, texts: Texts): TemplateResult {
  const { name, username, emails, phones } = facts;
  return html`<span class="line">
      ${
        name === null
          ? html`<i class="muted">${texts.text("visitor.noName")}</i>`
          : html`<b>${shown(name)}</b>`
      }
      ${username === null ? nothing : html`<span class="muted">${shown(username)}</span>`}
    </span>
    ${contactLine(emails, texts)} ${contactLine(phones, texts)}
    <span class="line small muted">${activity(facts, texts)}</span>`;
}

function contactLine(contacts: readonly string[], texts: Texts): unknown {
  if (contacts.length === 0) return nothing;
  const more = contacts.length - kMostContacts;
  return html`<span class="line small">
    ${contacts.slice(0, kMostContacts).map((contact) => html`<span>${shown(contact)}</span>`)}
    ${more > 0 ? html`<span>${texts.text("visitor.more", { count: more })}</span>` : nothing}
  </span>`;
}

function activity({ lastActivity }: VisitorFacts, texts: Texts): unknown {
  const date = lastActivity === null ? undefined : texts.format.date(lastActivity);
  if (lastActivity === null || date === undefined) return texts.text("visitor.noActivity");
  return texts.rich("visitor.lastActivity", {
    date: html`<bdi><time datetime=${lastActivity}>${date}</time></bdi>`,
  });
}

function shown(text: string): TemplateResult {
  return textTemplate(shortened(text, kMostCharacters));
}

// Enough to know somebody by. All of it is in the document, which the last steps show.
const kMostContacts = 3;
const kMostCharacters = 200;
