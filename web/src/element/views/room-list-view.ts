// The way through the list of all conversations.
import { html, nothing, type TemplateResult } from "lit";

import { kSeeAll, type RoomQuery } from "../flow/room-list-flow.js";
import { visibleText } from "../visible-text.js";
import { button } from "./buttons.js";
import { roomTable } from "./room-table.js";
import type { ViewContext } from "./view.js";
import { shortened } from "./visitor-facts.js";

/** See above. */
export function roomListView(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { list } = flow.conversation;
  const isFiltered =
    list.query.title.trim() !== "" || list.query.state !== "all" || list.query.agent !== "";
  const empty = html`<p>${texts.text("conversation.none")}</p>
    ${isFiltered ? html`<p>${texts.text("conversation.noneHint")}</p>` : nothing}`;
  return html`<form
      class="room-filter"
      @submit=${(event: Event) => {
        event.preventDefault();
        void list.search();
      }}
    >
      <div class="field title">
        <label for="conversation-title">${texts.text("conversation.titleLabel")}</label>
        <div class="bar">
          <input
            id="conversation-title"
            class="grow"
            part="input"
            autocomplete="off"
            enterkeyhint="search"
            dir="auto"
            aria-describedby="conversation-title-hint"
            .value=${list.query.title}
            @input=${(event: Event) => {
              list.edit({ title: (event.target as HTMLInputElement).value });
            }}
          />
          <button part="button">${texts.text("conversation.search")}</button>
        </div>
      </div>
      ${agentField(context)} ${stateField(context)} ${hint(context)}
    </form>
    ${roomTable(list.pages, { empty, otherwise: useIdButton(context) }, context)}`;
}

/** Goes to the way that works without any permission to list. */
export function useIdButton({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("conversation.useId"), () => {
    flow.conversation.use("id");
  });
}

function agentField({ flow, texts }: ViewContext): TemplateResult {
  const { list } = flow.conversation;
  const { agent } = list.query;
  const me = flow.session.capability?.user ?? null;
  const own =
    me === null
      ? []
      : [option(me.id, texts.text("conversation.me", { name: plain(me.username) }), agent)];
  return html`<div class="field">
    <label for="conversation-agent">${texts.text("conversation.agentLabel")}</label>
    <select
      id="conversation-agent"
      part="input"
      aria-describedby="conversation-agent-hint"
      @change=${(event: Event) => {
        list.edit({ agent: (event.target as HTMLSelectElement).value });
      }}
    >
      ${list.isRestricted ? own : everybody(own, me?.id, { flow, texts })}
    </select>
  </div>`;
}

function everybody(
  own: readonly TemplateResult[],
  ownId: string | undefined,
  { flow, texts }: Pick<ViewContext, "flow" | "texts">,
): TemplateResult[] {
  const { agents, query } = flow.conversation.list;
  const others = [...agents]
    .filter(([id]) => id !== ownId)
    .sort(([, one], [, other]) => one.localeCompare(other, texts.locale));
  return [
    option("", texts.text("conversation.everybody"), query.agent),
    ...own,
    ...others.map(([id, username]) => option(id, plain(username), query.agent)),
  ];
}

/** That the list does not answer what stands in the field; "" where it does. */
export function titleNote({ flow, texts }: ViewContext): string {
  const { titleProblem } = flow.conversation.list;
  if (titleProblem === null) return "";
  return texts.text(titleProblem === "long" ? "visitor.long" : "conversation.titleShort");
}

// One place for all, so that nothing moves when it is found out which of them is true.
function hint(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const note = titleNote(context);
  if (note !== "") return html`<p id="conversation-title-hint" class="hint">${note}</p>`;
  const permission = html`<code>${kSeeAll}</code>`;
  return html`<p id="conversation-agent-hint" class="hint">
    ${
      flow.conversation.list.isRestricted
        ? texts.rich("conversation.ownOnly", { permission })
        : texts.text("conversation.agentHint")
    }
  </p>`;
}

function stateField({ flow, texts }: ViewContext): TemplateResult {
  const { list } = flow.conversation;
  return html`<div class="field">
    <label for="conversation-state">${texts.text("conversation.stateLabel")}</label>
    <select
      id="conversation-state"
      part="input"
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        list.edit({ state: kStates.find((state) => state === value) ?? "all" });
      }}
    >
      ${kStates.map((state) => option(state, texts.text(`conversation.state.${state}`), list.query.state))}
    </select>
  </div>`;
}

function option(value: string, text: string, chosen: string): TemplateResult {
  return html`<option value=${value} .selected=${value === chosen}>${text}</option>`;
}

// An option holds nothing but text.
function plain(username: string): string {
  return shortened(visibleText(username), kMostCharacters);
}

const kStates: readonly RoomQuery["state"][] = ["all", "open", "closed"];
const kMostCharacters = 60;
