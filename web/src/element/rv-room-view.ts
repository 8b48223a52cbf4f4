// <rv-room-view>: a room in sections that a person can read, with every field of the document, what
// changed marked on the field, and the raw document on demand. All text is set as text.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Change } from "../client/answer.js";
import { indentJson } from "./json-leaves.js";
import { type RoomRow, type RoomSection, roomSections } from "./room-view-model.js";
import { type Redact, secretKeys } from "./secret-keys.js";
import { buttons, tokens } from "./styles.js";
import type { TextKey } from "./text/catalogue.js";
import { englishTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";
import { pathTemplate, textTemplate } from "./text-template.js";
import { arrowTemplate, valueTemplate } from "./value-template.js";

/**
 * Properties: `text`, the room's exact JSON; `changes`, the client's diff; `redact`, the client's
 * function (without it nothing is shown); `texts` in the reader's language.
 */
export class RvRoomView extends LitElement {
  static override styles = [
    tokens,
    buttons,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }

      .sections {
        columns: 23rem;
        column-gap: 0.75rem;
      }

      section {
        break-inside: avoid;
        margin-block-end: 0.75rem;
      }

      section,
      details {
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
      }

      h3,
      summary {
        padding: 0.5rem 0.75rem;
        background: var(--_raised);
        border-radius: var(--_radius);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(8.5rem, 2fr) 3fr;
      }

      .row {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        gap: 0.75rem;
        padding: 0.3125rem 0.75rem;
        border-block-start: 1px solid var(--_line);
      }

      .row.changed {
        background: var(--_mark);
        border-inline-start: 3px solid var(--_warn);
        padding-inline-start: calc(0.75rem - 3px);
      }

      dt .path {
        display: block;
        font-size: 0.75rem;
        line-height: 1.3;
      }

      dd .exact {
        display: inline-block;
        font-size: 0.75rem;
        overflow-wrap: anywhere;
      }

      .text {
        white-space: pre-line;
      }

      .change {
        display: block;
        font-size: var(--_small);
      }

      .change .exact {
        display: none;
      }

      summary {
        min-block-size: 1.5rem;
        cursor: pointer;
        font-weight: 600;
      }

      .raw {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
      }

      pre {
        max-block-size: 30rem;
        overflow: auto;
        font: var(--_small) / 1.5 var(--_mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .raw button {
        justify-self: start;
      }

      @container (max-width: 24rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }

        .row {
          gap: 0;
        }
      }
    `,
  ];
  static override properties = {
    text: { attribute: false },
    changes: { attribute: false },
    redact: { attribute: false },
    texts: { attribute: false },
    rawOpen: { state: true },
    rawRevealed: { state: true },
  };

  declare text: string;
  declare changes: readonly Change[];
  declare redact: Redact | null;
  declare texts: Texts;
  declare private rawOpen: boolean;
  declare private rawRevealed: boolean;
  #sections: readonly RoomSection[] = [];

  constructor() {
    super();
    this.text = "";
    this.changes = [];
    this.redact = null;
    this.texts = englishTexts();
    this.rawOpen = false;
    this.rawRevealed = false;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.rawRevealed = false;
    const { text, redact, changes, texts } = this;
    if (!kInputs.some((name) => changed.has(name))) return;
    // Once per document: a large room takes longer than a page may stop for a keystroke.
    this.#sections =
      text === "" || redact === null
        ? []
        : roomSections({ text, changes, isSecretKey: secretKeys(redact), texts });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { text, redact } = this;
    if (text === "" || redact === null) return nothing;
    return html`<div class="sections">
        ${this.#sections.map((section) => this.#section(section))}
      </div>
      <details ?open=${this.rawOpen} @toggle=${this.#toggleRaw}>
        <summary>${this.texts.text("room.raw")}</summary>
        ${this.rawOpen ? this.#raw(redact) : nothing}
      </details>`;
  }

  #section({ name, heading, rows, omitted }: RoomSection): TemplateResult {
    const more = html`<p class="row muted">
      ${this.texts.text("room.omitted", { count: omitted })}
    </p>`;
    return html`<section aria-labelledby=${`section-${name}`}>
      <h3 id=${`section-${name}`}>${heading}</h3>
      <dl>
        ${repeat(
          rows,
          ({ pointer }) => pointer,
          (row) => this.#row(row),
        )}
      </dl>
      ${omitted > 0 ? more : nothing}
    </section>`;
  }

  #row(row: RoomRow): TemplateResult {
    const { label, path, value, before } = row;
    const name =
      label === path ? nothing : html`<span class="path muted">${pathTemplate(path)}</span>`;
    return html`<div class=${before === undefined ? "row" : "row changed"} data-path=${path}>
      <dt>${textTemplate(label)}${name}</dt>
      <dd>
        <span class="text">${valueTemplate(value, label, this.texts)}</span>${this.#change(row)}
      </dd>
    </div>`;
  }

  #change({ before, value, label }: RoomRow): TemplateResult | typeof nothing {
    const { texts } = this;
    const word = (key: TextKey): TemplateResult =>
      html`<span class="change">${texts.text(key)}</span>`;
    if (before === undefined) return nothing;
    if (before === null) return word("change.added");
    // Both secrets are beside each other in the list of changes; once more would only add noise.
    if (value.kind === "secret") return word("change.changed");
    return html`<span class="change"
      >${texts.text("change.changedFrom")} ${valueTemplate(before, label, texts)}
      ${arrowTemplate(texts)} ${valueTemplate(value, label, texts)}</span
    >`;
  }

  #raw(redact: Redact): TemplateResult {
    const { rawRevealed, text } = this;
    return html`<div class="raw">
      <button type="button" class="slim" part="button" @click=${this.#reveal}>
        ${this.texts.text(rawRevealed ? "room.hideSecrets" : "room.revealSecrets")}
      </button>
      <pre tabindex="0" dir="ltr">
${textTemplate(indentJson(rawRevealed ? text : redact(text)))}</pre>
    </div>`;
  }

  readonly #toggleRaw = (event: Event): void => {
    if (event.currentTarget instanceof HTMLDetailsElement) this.rawOpen = event.currentTarget.open;
  };

  readonly #reveal = (): void => {
    this.rawRevealed = !this.rawRevealed;
  };
}

const kInputs = ["text", "changes", "redact", "texts"] as const;
