// The step "conversation": the chosen one, or three ways to find one.
import { html, nothing, type TemplateResult } from "lit";

import { type ChosenRoom, kWays, type Way } from "../flow/conversation-flow.js";
import { kSeeRooms, rolesWith } from "../flow/permission.js";
import { actButton, button } from "./buttons.js";
import { problemAlert, waitStatus } from "./notices.js";
import { roomByIdAlert, roomByIdStatus, roomByIdView } from "./room-by-id-view.js";
import { roomListView, titleNote, useIdButton } from "./room-list-view.js";
import { roomsOfVisitorStatus, roomsOfVisitorView } from "./rooms-of-visitor-view.js";
import { roomSummary } from "./room-summary.js";
import { roomsStatus } from "./room-table.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kConversationView: StepView = {
  heading: "conversation.heading",
  render,
  status,
  alert: (context) => {
    const { flow, texts } = context;
    if (chosenIn(context) !== null) return "";
    const said = problemAlert(flow.conversation.job, texts);
    return flow.conversation.way === "id" ? said || roomByIdAlert(context) : said;
  },
};

function render(context: ViewContext): TemplateResult {
  const chosen = chosenIn(context);
  if (chosen !== null) return chosenView(chosen, context);
  const { way } = context.flow.conversation;
  const may = context.flow.conversation.mayUse(way);
  return html`${ways(context)} ${may ? notice(context) : notAllowed(context)}
  ${may ? kViews[way](context) : nothing}`;
}

function status(context: ViewContext): string {
  const { flow, texts } = context;
  const { conversation } = flow;
  const { way } = conversation;
  if (chosenIn(context) !== null || !conversation.mayUse(way)) return "";
  const waits = waitStatus(conversation.job, context);
  if (waits !== "") return waits;
  if (way === "visitor") return roomsOfVisitorStatus(context);
  if (way === "id") return roomByIdStatus(context);
  return titleNote(context) || roomsStatus(conversation.list.pages, texts);
}

// Null: one is to be found.
function chosenIn({ flow }: ViewContext): ChosenRoom | null {
  return flow.conversation.isChanging ? null : flow.conversation.chosen;
}

function chosenView(chosen: ChosenRoom, context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  return html`<h3>${texts.text("conversation.chosen")}</h3>
    ${roomSummary({ ...chosen, view: flow.visitor.roomOf(chosen) }, context)}
    <div class="bar">
      ${actButton(texts.text("conversation.goOn"), () => {
        flow.go("visitor");
      })}
      ${button(texts.text("conversation.change"), () => {
        flow.conversation.change();
      })}
    </div>`;
}

function ways({ flow, texts }: ViewContext): TemplateResult {
  const { conversation } = flow;
  return html`<fieldset class="ways">
    <legend>${texts.text("conversation.ways")}</legend>
    ${kWays.map(
      (way) =>
        html`<label
          ><input
            type="radio"
            name="conversation-way"
            .checked=${conversation.way === way}
            @change=${() => {
              conversation.use(way);
            }}
          />${texts.text(`conversation.way.${way}`)}</label
        >`,
    )}
  </fieldset>`;
}

// Who begins with an id because nothing can be listed is told why.
function notice(context: ViewContext): TemplateResult | typeof nothing {
  const { conversation } = context.flow;
  if (conversation.way !== "id" || conversation.mayUse("list")) return nothing;
  return notAllowed(context);
}

function notAllowed(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const roles = rolesWith(flow.session.capability, kSeeRooms);
  const permission = html`<code>${kSeeRooms}</code>`;
  const listed = new Intl.ListFormat(texts.locale, { type: "disjunction" }).format(roles);
  return html`<div class="notice warn" part="notice">
    <p>${texts.rich("conversation.notAllowed", { permission })}</p>
    ${
      roles.length === 0
        ? nothing
        : html`<p>${texts.text("conversation.notAllowedRoles", { roles: listed })}</p>`
    }
    <p>${texts.text("conversation.idInstead")}</p>
    ${flow.conversation.way === "id" ? nothing : html`<div class="bar">${useIdButton(context)}</div>`}
  </div>`;
}

const kViews: Readonly<Record<Way, (context: ViewContext) => TemplateResult>> = {
  list: roomListView,
  visitor: roomsOfVisitorView,
  id: roomByIdView,
};
