// <rv-masked-value>: a secret that is shown only after a deliberate act, and hidden again when it is
// replaced by another one.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";

import { buttons, tokens } from "./styles.js";
import { textTemplate } from "./text-template.js";

/** Properties `secret` and `label` ("Visitor token"). The secret is never put into an attribute. */
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
    revealed: { state: true },
  };

  declare secret: string;
  declare label: string;
  declare private revealed: boolean;

  constructor() {
    super();
    this.secret = "";
    this.label = "secret";
    this.revealed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("secret") && changed.get("secret") !== undefined) this.revealed = false;
  }

  protected override render(): TemplateResult {
    const { revealed, label, secret } = this;
    const length = Array.from(secret).length;
    const mask = html`<span aria-hidden="true">••••••••</span>
      <span class="muted small">hidden, ${length} characters</span>`;
    return html`${revealed ? textTemplate(secret, true) : mask}
      <button class="slim" type="button" aria-pressed=${String(revealed)} @click=${this.#toggle}>
        <span aria-hidden="true">${revealed ? "Hide" : "Reveal"}</span>
        <span class="visually-hidden">Reveal ${label}</span>
      </button>`;
  }

  readonly #toggle = (): void => {
    this.revealed = !this.revealed;
  };
}
