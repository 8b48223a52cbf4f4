// <rv-masked-value>: a secret that is shown only after a deliberate act, and hidden again when it is
// replaced by another one.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";

import { buttons, tokens } from "./styles.js";
import { englishTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";
import { textTemplate } from "./text-template.js";

/** Properties `secret`, `label` ("Visitor token") and `texts`. The secret is never put into an attribute. */
export class RvMaskedValue extends LitElement {
  static override styles = [
    tokens,
    buttons,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 0.125rem 0.5rem;
        align-items: center;
        white-space: normal;
      }
    `,
  ];
  static override properties = {
    secret: { attribute: false },
    label: { attribute: false },
    texts: { attribute: false },
    revealed: { state: true },
  };

  declare secret: string;
  declare label: string;
  declare texts: Texts;
  declare private revealed: boolean;

  constructor() {
    super();
    this.secret = "";
    this.label = "";
    this.texts = englishTexts();
    this.revealed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("secret") && changed.get("secret") !== undefined) this.revealed = false;
  }

  protected override render(): TemplateResult {
    const { revealed, label, secret, texts } = this;
    const count = Array.from(secret).length;
    const mask = html`<span aria-hidden="true">••••••••</span>
      <span class="muted small">${texts.text("value.hidden", { count })}</span>`;
    return html`${revealed ? textTemplate(secret, true) : mask}
      <button class="slim" type="button" part="button" @click=${this.#toggle}>
        <span aria-hidden="true">${texts.text(revealed ? "value.hide" : "value.reveal")}</span>
        <span class="visually-hidden"
          >${texts.rich(revealed ? "value.hideNamed" : "value.revealNamed", {
            label: textTemplate(label),
          })}</span
        >
      </button>`;
  }

  readonly #toggle = (): void => {
    this.revealed = !this.revealed;
  };
}
