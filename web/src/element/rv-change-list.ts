// <rv-change-list>: what changed, one line per field: before → after.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { ChangeRow } from "./change-list-model.js";
import type { ShownValue } from "./shown-value.js";
import { tokens } from "./styles.js";
import { englishTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";
import { pathTemplate, textTemplate } from "./text-template.js";
import { arrowTemplate, valueTemplate } from "./value-template.js";

/** Properties `rows`: see changeRows(); `texts`. */
export class RvChangeList extends LitElement {
  static override styles = [
    tokens,
    css`
      ul {
        display: grid;
        gap: 0.375rem;
        padding: 0;
        list-style: none;
      }

      li {
        padding: 0.375rem 0.625rem;
        border-inline-start: 3px solid var(--_warn);
        border-start-end-radius: var(--_radius);
        border-end-end-radius: var(--_radius);
        background: var(--_mark);
      }

      .name {
        font-weight: 500;
      }

      .before {
        color: var(--_muted);
      }
    `,
  ];
  static override properties = { rows: { attribute: false }, texts: { attribute: false } };

  declare rows: readonly ChangeRow[];
  declare texts: Texts;

  constructor() {
    super();
    this.rows = [];
    this.texts = englishTexts();
  }

  protected override render(): TemplateResult {
    if (this.rows.length === 0) {
      return html`<p class="muted">${this.texts.text("change.none")}</p>`;
    }
    return html`<ul>
      ${repeat(
        this.rows,
        ({ pointer }) => pointer,
        (row) => this.#row(row),
      )}
    </ul>`;
  }

  #row({ label, path, before, after }: ChangeRow): TemplateResult {
    const { texts } = this;
    const nothingThere = html`<span class="muted">${texts.text("value.nothing")}</span>`;
    const shown = (value: ShownValue | null): TemplateResult =>
      value === null ? nothingThere : valueTemplate(value, label, texts);
    const name =
      label === path ? nothing : html`<span class="small muted">${pathTemplate(path)}</span>`;
    return html`<li>
      <div><span class="name">${textTemplate(label)}</span> ${name}</div>
      <div>
        <span class="before">${shown(before)}</span> ${arrowTemplate(texts)}
        <span>${shown(after)}</span>
      </div>
    </li>`;
  }
}
