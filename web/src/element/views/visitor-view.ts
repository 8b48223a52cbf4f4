// The step "visitor": whose the conversation is now, a field to find people by, those who were found,
// and a way for an id that is at hand.
import { html, nothing, type TemplateResult } from "lit";

import type { Room } from "../../client/room.js";
import { peopleIn } from "../flow/move.js";
import type { Problem } from "../flow/problem.js";
import { textTemplate } from "../text-template.js";
import type { Texts } from "../text/texts.js";
import { button } from "./buttons.js";
import { nameTemplate, stepButton } from "./move-parts.js";
import { problemAlert, problemView, waitStatus } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";
import { byIdAlert, byIdStatus, byIdView } from "./visitor-by-id-view.js";
import { shortened } from "./visitor-facts.js";
import { countStatus, foundStatus, searchView } from "./visitor-search-view.js";
import { roomOwner, roomTitle } from "./room-facts.js";

/** See above. */
export const kVisitorView: StepView = {
  heading: "visitor.heading",
  render: (context) => {
    const problem = noRoom(context);
    // Nobody is to be looked for then.
    if (problem !== null) {
      return html`${problemView(problem, context, stepButton("conversation", context))}`;
    }
    return html`${conversation(context)} ${chosenPerson(context)}
    ${context.flow.visitor.mayRead === "no" ? "" : searchView(context)} ${byIdView(context)}`;
  },
  status: (context) => {
    const { flow } = context;
    return (
      waitStatus(flow.visitor.job, context) ||
      byIdStatus(context) ||
      countStatus(context) ||
      foundStatus(context)
    );
  },
  alert: (context) => {
    const { search } = context.flow.visitor;
    const { texts } = context;
    const problem = noRoom(context);
    if (problem !== null) return problemAlert({ problem }, texts);
    if (search.refused !== null) return texts.text(`visitor.${search.refused}`);
    return problemAlert(search.job, texts) || byIdAlert(context);
  },
};

function noRoom({ flow }: ViewContext): Problem | null {
  return flow.visitor.noRoomOf(flow.conversation.chosen);
}

function conversation({ flow, texts }: ViewContext): TemplateResult {
  const { chosen } = flow.conversation;
  const view = flow.visitor.roomOf(chosen);
  const ownerText = flow.visitor.isReadingRoom ? texts.text("shell.loading") : owner(view, texts);
  return html`<div class="bar person card chosen-line">
    <div class="grow">
      <p>
        ${texts.rich("visitor.conversation", { title: textTemplate(roomTitle(view, chosen?.rid ?? "")) })}
      </p>
      <p class="small muted">${ownerText}</p>
    </div>
    ${button(
      texts.text("visitor.change"),
      () => {
        flow.findAnother();
      },
      { slim: true },
    )}
  </div>`;
}

// Somebody has been here before, or a link has named the person, of whom only a preview knows the name.
function chosenPerson({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  const { chosen } = flow.visitor;
  const owner = roomOwner(flow.visitor.roomOf(flow.conversation.chosen));
  // After the move there is nothing left to go on with.
  if (chosen === null || chosen.id === owner?.id) return nothing;
  const { preview } = flow.move;
  const person = preview === null ? chosen : peopleIn(preview, chosen).to;
  const id = shortened(person.id, kMostCharacters);
  const name = person.document === null ? textTemplate(id, true) : nameTemplate(person);
  return html`<div class="bar person card chosen-line">
    <p class="grow">${texts.rich("visitor.chosenNow", { name })}</p>
    ${button(
      texts.text("visitor.goOn"),
      () => {
        flow.go("preview");
      },
      { slim: true },
    )}
  </div>`;
}

function owner(view: Room | null, texts: Texts): unknown {
  const known = roomOwner(view);
  if (known === null) return texts.text("visitor.ownerNotKnown");
  return texts.rich("visitor.owner", { name: textTemplate(known.name) });
}

const kMostCharacters = 200;
