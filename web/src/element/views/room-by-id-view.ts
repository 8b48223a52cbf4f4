// The way by the id of a conversation, or by the address under which an agent sees it.
import { html, nothing, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { actButton, button } from "./buttons.js";
import { problemView, waitView } from "./notices.js";
import { roomRow } from "./room-row-model.js";
import { roomSummary } from "./room-summary.js";
import type { ViewContext } from "./view.js";

/** See above. */
export function roomByIdView(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { byId } = flow.conversation;
  const { job, found } = byId;
  return html`${form(context)} ${waitView(job, context)}
  ${problemView(job.problem, context, afterProblem(context))}
  ${
    job.busy && job.wait === null
      ? html`<div class="room-card ghosts" aria-hidden="true"></div>`
      : nothing
  }
  ${
    found === null
      ? nothing
      : html`${roomSummary({ rid: found.rid, view: found.document.view }, context)}
          <div class="bar">
            ${actButton(texts.text("conversation.choose"), () => {
              flow.chooseRoom(found.rid, found.document);
              flow.go("visitor");
            })}
          </div>`
  }`;
}

/** What was found, to be said politely. */
export function roomByIdStatus({ flow, texts }: ViewContext): string {
  const { job, found } = flow.conversation.byId;
  if (job.busy) return texts.text("conversation.lookingUp");
  if (found === null) return "";
  const { title } = roomRow(found.document.view, texts.format);
  return texts.text("conversation.found", { title: title || texts.text("conversation.untitled") });
}

/** What is wrong with the text, to be said once somebody tried to use it. */
export function roomByIdAlert({ flow, texts }: ViewContext): string {
  const { byId } = flow.conversation;
  if (!byId.wasTried) return "";
  if (byId.pasted.rid === null) {
    return `${texts.text("conversation.noId")} ${texts.text("conversation.noIdRemedy")}`;
  }
  const [first] = byId.issues.filter(({ severity }) => severity === "error");
  if (first === undefined) return "";
  const { message, remedy } = texts.error(first);
  return `${message} ${remedy}`;
}

function form(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { byId } = flow.conversation;
  const { rid } = byId.pasted;
  // Nothing is called wrong before anything was typed.
  const issues = rid === "" && !byId.wasTried ? [] : byId.issues;
  const isWrong = rid === null || issues.some(({ severity }) => severity === "error");
  return html`<form
    class="field"
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!byId.job.busy) void byId.lookUp();
    }}
  >
    <label for="conversation-id">${texts.text("conversation.idLabel")}</label>
    <div class="bar">
      <input
        id="conversation-id"
        class="grow code"
        part="input"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        dir="auto"
        aria-invalid=${String(isWrong)}
        aria-describedby="conversation-id-notes"
        .value=${byId.text}
        @input=${(event: Event) => {
          byId.edit((event.target as HTMLInputElement).value);
        }}
      />
      <button part="button" aria-disabled=${String(byId.job.busy)}>
        ${texts.text("conversation.lookUp")}
      </button>
    </div>
    <div id="conversation-id-notes">
      <p class="hint">
        ${texts.rich("conversation.idHint", { id: html`<code>${kExample}</code>` })}
      </p>
      ${pastedNotes(context)}
      ${issues.map((issue) => {
        const { message, remedy } = texts.error(issue);
        return html`<p class=${issue.severity === "error" ? "wrong" : "hint"}>
          ${textTemplate(`${message} ${remedy}`)}
        </p>`;
      })}
    </div>
  </form>`;
}

function pastedNotes({ flow, texts }: ViewContext): unknown {
  const { byId } = flow.conversation;
  const { rid, otherHost } = byId.pasted;
  if (rid === null) {
    const text = `${texts.text("conversation.noId")} ${texts.text("conversation.noIdRemedy")}`;
    return html`<p class="wrong">${text}</p>`;
  }
  const server = flow.session.chat?.server ?? flow.session.server;
  const values = { host: textTemplate(otherHost, true), server: textTemplate(server, true) };
  return html`${
    rid === byId.text.trim() || rid === ""
      ? nothing
      : html`<p class="hint">
          ${texts.rich("conversation.idRead", { id: textTemplate(rid, true) })}
        </p>`
  }
  ${
    otherHost === ""
      ? nothing
      : html`<div class="notice warn" part="notice">
          <p>${texts.rich("conversation.otherServer", values)}</p>
        </div>`
  }`;
}

function afterProblem({ flow, texts }: ViewContext): TemplateResult {
  const { byId } = flow.conversation;
  const { rid, job } = byId;
  const again = button(texts.text("shell.tryAgain"), () => void byId.lookUp());
  // What the server does not know, it moves even less.
  const mayUse = rid !== null && job.problem?.code !== "room_not_found";
  const anyway = button(texts.text("conversation.useAnyway"), () => {
    if (rid === null) return;
    flow.chooseRoom(rid);
    flow.go("visitor");
  });
  return html`${again} ${mayUse ? anyway : nothing}`;
}

// Of the form that servers make.
const kExample = "tcbbSmWSLR5uo5PBW";
