// A conversation in a few lines: whatever tells it from others.
import { html, nothing, type TemplateResult } from "lit";

import type { ChosenRoom } from "../flow/conversation-flow.js";
import { textTemplate } from "../text-template.js";
import type { Texts } from "../text/texts.js";
import { type RoomRow, roomRow } from "./room-row-model.js";
import type { ViewContext } from "./view.js";

/** The card of a conversation. `view` null: only its id is known. */
export function roomSummary(
  { rid, view }: ChosenRoom,
  { texts }: Pick<ViewContext, "texts">,
): TemplateResult {
  const row = view === null ? null : roomRow(view, texts.format);
  return html`<div class="room-card">
    ${row === null ? nothing : html`<p><b>${titleTemplate(row, texts)}</b></p>`}
    <dl>
      ${row === null ? nothing : facts(row, texts)} ${fact("id", textTemplate(rid, true), texts)}
    </dl>
    ${
      row?.isLiveChat === false
        ? html`<p class="wrong">${texts.text("conversation.notLiveChat")}</p>`
        : nothing
    }
  </div>`;
}

/** The title, or that there is none. */
export function titleTemplate({ title }: RoomRow, texts: Texts): TemplateResult {
  if (title !== "") return textTemplate(title);
  return html`<i class="muted">${texts.text("conversation.untitled")}</i>`;
}

/** Name and user name of the visitor. */
export function visitorTemplate(row: RoomRow, texts: Texts): unknown {
  const { visitorName: name, visitorUsername: username } = row;
  if (name === "" && username === "") return texts.text("conversation.unknown");
  if (name === "" || username === "") return textTemplate(name + username);
  return html`${textTemplate(name)} <span class="muted">${textTemplate(username)}</span>`;
}

/** Who serves it. */
export function agentTemplate({ agent }: RoomRow, texts: Texts): unknown {
  return agent === "" ? texts.text("conversation.nobody") : textTemplate(agent);
}

/** A text that is isolated, or that it is not known. */
export function knownTemplate(text: string, texts: Texts): unknown {
  return text === "" ? texts.text("conversation.unknown") : textTemplate(text);
}

function facts(row: RoomRow, texts: Texts): TemplateResult[] {
  return [
    fact("visitor", visitorTemplate(row, texts), texts),
    fact("agent", agentTemplate(row, texts), texts),
    fact("state", texts.text(`conversation.state.${row.state}`), texts),
    fact("started", knownTemplate(row.started, texts), texts),
    fact("last", knownTemplate(row.lastMessage, texts), texts),
    fact(
      "messages",
      row.messages === null ? knownTemplate("", texts) : texts.format.number(row.messages),
      texts,
    ),
  ];
}

function fact(
  name: "visitor" | "agent" | "state" | "started" | "last" | "messages" | "id",
  value: unknown,
  texts: Texts,
): TemplateResult {
  return html`<div>
    <dt>${texts.text(`conversation.column.${name}`)}</dt>
    <dd>${value}</dd>
  </div>`;
}
