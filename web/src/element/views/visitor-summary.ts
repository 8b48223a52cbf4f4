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

/** The same without a frame, in elements that may stand in an option, with marks and a last fact. */
export function visitorLines(
  document: VisitorDocument | null,
  id: string,
  texts: Texts,
  marks: unknown = nothing,
  last: unknown = nothing,
): TemplateResult {
  const facts = document === null ? null : visitorFacts(document);
  return html`${
      facts === null
        ? html`<span>${texts.text("visitor.onlyId")}</span>`
        : factLines(facts, texts, marks)
    }
    ${
      document?.disabled === true
        ? html`<span class="badge warn">${texts.text("visitor.disabled")}</span>`
        : nothing
    }
    <span class="line small muted">
      ${facts === null ? nothing : html`<span>${activity(facts, texts)}</span>`}
      <span>${texts.rich("visitor.id", { id: textTemplate(idTail(id), true) })}</span>
      ${last}
    </span>`;
}

function factLines(facts: VisitorFacts, texts: Texts, marks: unknown): TemplateResult {
  const { name, username, emails, phones } = facts;
  const contacts = [...firstOf(emails, texts), ...firstOf(phones, texts)];
  return html`<span class="line">
      ${
        name === null
          ? html`<i class="muted">${texts.text("visitor.noName")}</i>`
          : html`<b>${shown(name)}</b>`
      }
      ${username === null ? nothing : html`<span class="muted">${shown(username)}</span>`} ${marks}
    </span>
    ${contacts.length === 0 ? nothing : html`<span class="line small">${contacts}</span>`}`;
}

function firstOf(contacts: readonly string[], texts: Texts): TemplateResult[] {
  const first = contacts
    .slice(0, kMostContacts)
    .map((contact) => html`<span>${shown(contact)}</span>`);
  const count = contacts.length - first.length;
  return count === 0
    ? first
    : [...first, html`<span>${texts.text("visitor.more", { count })}</span>`];
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
