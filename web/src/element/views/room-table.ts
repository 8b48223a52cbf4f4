// A page of conversations with the way to the others: a table where there is room for one, cards where
// there is not. Roles are written out because browsers drop those of tables that are laid out otherwise.
import { html, nothing, type TemplateResult } from "lit";

import type { RoomDocument } from "../../client/room-document.js";
import { kPageLength, type RoomPages, type RoomPart } from "../flow/room-pages.js";
import { textTemplate } from "../text-template.js";
import type { Texts } from "../text/texts.js";
import { button } from "./buttons.js";
import { isWaiting, problemView, waitView } from "./notices.js";
import { rangeOf, type RoomRow, roomRow, uniqueRooms } from "./room-row-model.js";
import { agentTemplate, knownTemplate, titleTemplate, visitorTemplate } from "./room-summary.js";
import type { ViewContext } from "./view.js";

/** What differs from list to list. */
export interface RoomTable {
  /** Shown where the list is empty. */
  readonly empty: unknown;
  /** What else can be done when it cannot be read. */
  readonly otherwise?: unknown;
}

/** The page of a list that is shown, or why there is none. */
export function roomTable(
  pages: RoomPages,
  table: RoomTable,
  context: ViewContext,
): TemplateResult {
  const { texts } = context;
  const { part, job } = pages;
  const again = button(texts.text("shell.tryAgain"), () => void pages.refresh());
  return html`${pager(pages, texts)}
    ${problemView(job.problem, context, html`${again} ${table.otherwise ?? nothing}`)}
    <div class="stack">
      <div class=${isWaiting(job, context) ? "covered" : ""}>
        ${part === null ? unread(pages, texts) : page(part, pages, table, context)}
      </div>
      ${waiting(pages, context)}
    </div>`;
}

/** What a list shows, to be said politely. */
export function roomsStatus({ part, job }: RoomPages, texts: Texts): string {
  if (job.busy) return texts.text("conversation.reading");
  if (part === null) return "";
  return rangeText(part, texts) || texts.text("conversation.none");
}

function pager(pages: RoomPages, texts: Texts): TemplateResult {
  const { part, job, offset } = pages;
  const hasNext = part?.isLast === false && part.items.length > 0;
  return html`<div class="bar pager">
    <span class="grow">${part === null ? nothing : rangeText(part, texts)}</span>
    ${button(texts.text("conversation.previous"), () => void pages.goTo(offset - kPageLength), { can: offset > 0 })}
    ${button(texts.text("conversation.next"), () => void pages.goTo(offset + kPageLength), { can: hasNext })}
    ${button(texts.text("conversation.refresh"), () => void pages.refresh(), { can: !job.busy })}
  </div>`;
}

function rangeText(part: RoomPart, texts: Texts): string {
  const range = rangeOf(part);
  if (range === null) return "";
  const { total } = part;
  if (total === null) return texts.text("conversation.rangeOpen", range);
  return texts.text("conversation.range", { ...range, total });
}

function waiting({ job }: RoomPages, context: ViewContext): TemplateResult | typeof nothing {
  if (!isWaiting(job, context)) return nothing;
  const { texts } = context;
  return html`<div class="waiting">
    ${waitView(job, context)}
    <div class="bar">
      ${button(texts.text("shell.cancel"), () => {
        job.cancel();
      })}
    </div>
  </div>`;
}

function unread({ job }: RoomPages, texts: Texts): TemplateResult | typeof nothing {
  if (job.problem !== null) return nothing;
  if (!job.busy) return html`<p class="muted">${texts.text("conversation.notRead")}</p>`;
  return html`<div class="rooms ghosts" aria-hidden="true">
    ${Array.from({ length: kPageLength }, () => html`<div class="ghost-row"></div>`)}
  </div>`;
}

function page(
  part: RoomPart,
  pages: RoomPages,
  { empty }: RoomTable,
  context: ViewContext,
): TemplateResult {
  const { texts } = context;
  if (pages.isPastEnd) {
    return html`<div class="notice" part="notice">
      <p>${texts.text("conversation.pastEnd")}</p>
      <div class="bar">
        ${button(texts.text("conversation.toLast"), () => void pages.goTo(pages.lastOffset))}
      </div>
    </div>`;
  }
  if (part.items.length === 0) return html`<div class="notice" part="notice">${empty}</div>`;
  return html`<div
    class="rooms"
    role="table"
    part="list"
    aria-label=${texts.text("conversation.list")}
    aria-busy=${String(pages.job.busy)}
  >
    <div role="row" class="head">
      ${kColumns.map((name) => html`<span role="columnheader" class=${name}>${texts.text(`conversation.column.${name}`)}</span>`)}
    </div>
    ${uniqueRooms(part).map((room, at) => rowView(room, at, context))}
  </div>`;
}

function rowView(room: RoomDocument, at: number, { flow, texts }: ViewContext): TemplateResult {
  const row = roomRow(room.view, texts.format);
  const isChosen = flow.conversation.chosen?.rid === row.rid;
  return html`<div role="row" part="option" class=${isChosen ? "room chosen" : "room"}>
    <span role="rowheader">
      <button
        type="button"
        aria-current=${String(isChosen)}
        aria-describedby=${`conversation-visitor-${at} conversation-last-${at}`}
        @click=${() => {
          flow.chooseRoom(row.rid, room);
          flow.go("visitor");
        }}
      >
        ${titleTemplate(row, texts)}
      </button>
    </span>
    ${cells(row, texts).map(
      ([name, value]) =>
        html`<span role="cell" class=${name} id=${`conversation-${name}-${at}`}
          ><span class="label" aria-hidden="true"
            >${texts.text(`conversation.column.${name}`)}</span
          >
          ${value}</span
        >`,
    )}
  </div>`;
}

function cells(
  row: RoomRow,
  texts: Texts,
): [Exclude<(typeof kColumns)[number], "title">, unknown][] {
  const { state, messages } = row;
  return [
    ["visitor", visitorTemplate(row, texts)],
    ["agent", agentTemplate(row, texts)],
    [
      "state",
      html`<span class=${`badge ${state}`}>${texts.text(`conversation.state.${state}`)}</span>`,
    ],
    ["last", knownTemplate(row.lastMinute, texts)],
    ["messages", messages === null ? "–" : texts.format.number(messages)],
    ["id", textTemplate(row.tail, true)],
  ];
}

const kColumns = ["title", "visitor", "agent", "state", "last", "messages", "id"] as const;
