// <rv-history>: earlier moves, the latest first, with what can be done about each.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { HistoryRow } from "./history-model.js";
import { buttons, tokens } from "./styles.js";
import { textTemplate } from "./text-template.js";

/** What the element shows. */
export interface HistoryView {
  /** Null: nobody has looked yet. */
  readonly rows: readonly HistoryRow[] | null;
  /** What is being done; "" for nothing. */
  readonly busy: string;
  /** Why something could not be done, and what to do; "" for nothing. */
  readonly problem: string;
  /** Why the record will not last; "" if it will. */
  readonly warning: string;
}

/**
 * Property `view`. Events, all of them to be carried out by the host: `rv-check`, `rv-undo` with the
 * entry's id as `detail`, `rv-export` with "csv" or "json", `rv-clear`.
 */
export class RvHistory extends LitElement {
  static override styles = [
    tokens,
    buttons,
    css`
      :host {
        display: grid;
        gap: 0.625rem;
      }

      ul {
        display: grid;
        gap: 0.5rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.25rem;
        padding: 0.5rem 0.625rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }

      .ids {
        overflow-wrap: anywhere;
      }

      .badge {
        font-weight: 600;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      .grow {
        flex: 1;
      }
    `,
  ];
  static override properties = { view: { attribute: false } };

  declare view: HistoryView;

  constructor() {
    super();
    this.view = { rows: null, busy: "", problem: "", warning: "" };
  }

  protected override render(): TemplateResult {
    const { rows, busy, problem, warning } = this.view;
    return html`<div class="bar">
        <button type="button" ?disabled=${busy !== ""} @click=${this.#check}>
          Check earlier moves
        </button>
        ${rows === null || rows.length === 0 ? nothing : this.#tools(busy !== "")}
      </div>
      <p role="status" class="small muted" ?hidden=${busy === ""}>${busy}</p>
      ${problem === "" ? nothing : html`<p class="error" role="alert">${textTemplate(problem)}</p>`}
      ${warning === "" ? nothing : html`<p class="small muted">${textTemplate(warning)}</p>`}
      ${rows === null ? nothing : this.#list(rows, busy !== "")}`;
  }

  #tools(busy: boolean): TemplateResult {
    return html`<button type="button" class="slim" @click=${() => this.#export("csv")}>
        Save as CSV
      </button>
      <button type="button" class="slim" @click=${() => this.#export("json")}>Save as JSON</button>
      <button type="button" class="slim" ?disabled=${busy} @click=${this.#clear}>
        Forget what is settled
      </button>`;
  }

  #list(rows: readonly HistoryRow[], busy: boolean): TemplateResult {
    if (rows.length === 0) return html`<p class="muted">No earlier moves of this user here.</p>`;
    return html`<ul>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => this.#row(row, busy),
      )}
    </ul>`;
  }

  #row(row: HistoryRow, busy: boolean): TemplateResult {
    const undo = html`<button
      type="button"
      class="slim"
      ?disabled=${busy}
      aria-label="Move ${row.rid} back to ${row.from}"
      @click=${() => this.#emit("rv-undo", row.id)}
    >
      Undo
    </button>`;
    return html`<li data-verdict=${row.verdict}>
      <div class="bar">
        <span class="badge">${row.badge}</span>
        <span class="small muted grow">${row.when}</span>
        ${row.canUndo ? undo : nothing}
      </div>
      <div class="ids small">
        Room ${textTemplate(row.rid)}:
        <span class="visually-hidden">from</span> ${textTemplate(row.from)}
        <span aria-hidden="true">→</span> <span class="visually-hidden">to</span>
        ${textTemplate(row.to)}
      </div>
      <div class="small">${textTemplate(row.what)}</div>
    </li>`;
  }

  readonly #check = (): void => {
    this.#emit("rv-check", null);
  };

  readonly #clear = (): void => {
    this.#emit("rv-clear", null);
  };

  #export(format: "csv" | "json"): void {
    this.#emit("rv-export", format);
  }

  #emit(name: string, detail: string | null): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
