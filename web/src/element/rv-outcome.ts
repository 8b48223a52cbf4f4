// <rv-outcome>: a verdict in plain words, what happened and what to do.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";

import type { OutcomeView } from "./outcome-model.js";
import { tokens } from "./styles.js";
import { englishTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";
import { textTemplate } from "./text-template.js";

/** Properties `view`: see outcomeView(); `texts`. focusHeading() moves the focus to the verdict. */
export class RvOutcome extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }

      .box {
        display: grid;
        gap: 0.375rem;
        padding: 0.75rem 0.875rem;
        border: 1px solid var(--_tone);
        border-inline-start-width: 4px;
        border-radius: var(--_radius);
        background: var(--_ground);
      }

      .applied {
        --_tone: var(--_good);
        --_ground: var(--_good-ground);
      }

      .refused {
        --_tone: var(--_bad);
        --_ground: var(--_bad-ground);
      }

      .not_sent,
      .unknown {
        --_tone: var(--_warn);
        --_ground: var(--_warn-ground);
      }

      .badge {
        color: var(--_tone);
        font-size: var(--_small);
        font-weight: 700;
      }

      h2 {
        font-size: 1.125rem;
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.125rem 0.75rem;
      }

      dt {
        font-weight: 600;
      }
    `,
  ];
  static override properties = { view: { attribute: false }, texts: { attribute: false } };

  declare view: OutcomeView | null;
  declare texts: Texts;

  constructor() {
    super();
    this.view = null;
    this.texts = englishTexts();
  }

  focusHeading(): void {
    this.renderRoot.querySelector("h2")?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, texts } = this;
    if (view === null) return nothing;
    const { verdict, badge, heading, what, remedy, serverText, code, seen, facts } = view;
    return html`<div class=${`box ${verdict}`}>
      <span class="badge">${texts.text(badge)}</span>
      <h2 tabindex="-1">${texts.text(heading)}</h2>
      <p>${textTemplate(what)}</p>
      ${remedy === "" ? nothing : html`<p><b>${texts.text("shell.whatToDo")}</b> ${remedy}</p>`}
      ${
        serverText === null
          ? nothing
          : html`<p class="small">
              ${texts.rich("outcome.serverText", { text: html`<q>${textTemplate(serverText)}</q>` })}
            </p>`
      }
      ${seen === null ? nothing : html`<p class="small">${seen}</p>`}
      ${facts.map((fact) => html`<p class="small">${fact}</p>`)}
      ${
        code === null
          ? nothing
          : html`<p class="small muted">
              ${texts.rich("shell.code", { code: html`<code>${code}</code>` })}
            </p>`
      }
    </div>`;
  }
}
