// The requests and answers as they pass, newest first; headers and bodies on demand.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { textTemplate } from "../src/element/text-template.js";
import { kFaultWords } from "./fault-plan.js";
import { answerText, type LogEntry, type LoggedMessage } from "./request-log.js";

/** What the panel shows and does. */
export interface TrafficContext {
  readonly entries: readonly LogEntry[];
  /** The entries whose details are shown. */
  readonly open: ReadonlySet<number>;
  readonly show: (id: number, open: boolean) => void;
  readonly clear: () => void;
}

/** See above. */
export function trafficView(context: TrafficContext): TemplateResult {
  const { entries, clear } = context;
  const empty = html`<p class="hint">Nothing has been asked yet.</p>`;
  return html`<div class="bar">
      <h2 class="grow">Requests and answers</h2>
      <span class="badge">Simulated</span>
      <button
        type="button"
        class="slim"
        aria-disabled=${String(entries.length === 0)}
        @click=${clear}
      >
        Clear
      </button>
    </div>
    <p class="hint">Newest first. Tokens and passwords are hidden.</p>
    ${
      entries.length === 0
        ? empty
        : html`<ol class="traffic" reversed>
            ${repeat(
              entries,
              ({ id }) => id,
              (entry) => html`<li>${entryView(entry, context)}</li>`,
            )}
          </ol>`
    }`;
}

function entryView(entry: LogEntry, { open, show }: TrafficContext): TemplateResult {
  const { id, method, target, took, fault } = entry;
  const good = entry.ending === "complete" && entry.status >= 200 && entry.status < 300;
  return html`<details
    ?open=${open.has(id)}
    @toggle=${(event: Event) => {
      show(id, (event.target as HTMLDetailsElement).open);
    }}
  >
    <summary>
      <span class="line">
        <b>${method}</b> <span class="target">${textTemplate(target, true)}</span>
        <span class=${good ? "good" : "bad"}>${answerText(entry)}</span>
        <span class="hint">${took} ms</span>
      </span>
      ${fault === null ? nothing : html`<span class="struck">${kFaultWords[fault].struck}</span>`}
    </summary>
    ${open.has(id) ? html`${side("Request", entry.request)} ${side("Answer", entry.answer)}` : nothing}
  </details>`;
}

function side(name: string, { headers, body }: LoggedMessage): TemplateResult {
  const lines = headers.map(([header, value]) => `${header}: ${value}`).join("\n");
  return html`<h3>${name}</h3>
    <pre>${textTemplate(lines === "" ? "No headers." : lines)}</pre>
    ${body === "" ? nothing : html`<pre>${textTemplate(body)}</pre>`}`;
}
