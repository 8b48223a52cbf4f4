// <rv-field>: a labelled input with what is wrong with its value beside it. Fires `rv-input` when the
// value was edited (read it from `value`; events carry none) and `rv-visited` when the field is left,
// and `rv-enter` for the Enter key.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { FieldNote, FieldState } from "./id-field-model.js";
import { buttons, tokens } from "./styles.js";
import { textTemplate } from "./text-template.js";
import { visibleRuns } from "./visible-text.js";

/** Properties: `label`, `hint`, `value`, `state`, `secret` (typed unseen, with a button to look). */
export class RvField extends LitElement {
  static override styles = [
    tokens,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.1875rem;
      }

      label {
        font-weight: 500;
      }

      .line {
        display: flex;
        gap: 0.375rem;
        align-items: stretch;
      }

      input {
        flex: 1;
        min-inline-size: 0;
        min-block-size: 2.25rem;
        padding: 0.3125rem 0.5rem;
        border: 1px solid var(--_control);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
        font: 0.875rem/1.5 var(--_mono);
      }

      input[aria-invalid="true"] {
        border-color: var(--_bad);
        box-shadow: inset 3px 0 0 var(--_bad);
      }

      .note {
        display: block;
        font-size: var(--_small);
        line-height: 1.4;
      }

      .error {
        color: var(--_bad);
      }

      .warning {
        color: var(--_warn);
      }

      .remedy {
        color: var(--_muted);
      }

      .note b {
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    label: { attribute: false },
    hint: { attribute: false },
    value: { attribute: false },
    state: { attribute: false },
    secret: { attribute: false },
    revealed: { state: true },
  };
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  declare label: string;
  declare hint: string;
  declare value: string;
  declare state: FieldState;
  declare secret: boolean;
  declare private revealed: boolean;

  constructor() {
    super();
    this.label = "";
    this.hint = "";
    this.value = "";
    this.state = { invalid: false, notes: [] };
    this.secret = false;
    this.revealed = false;
  }

  protected override render(): TemplateResult {
    const { label, hint, value, state, secret, revealed } = this;
    return html`<label for="input">${label}</label>
      <div class="line">
        <input
          id="input"
          type=${secret && !revealed ? "password" : "text"}
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${live(value)}
          aria-invalid=${String(state.invalid)}
          aria-describedby="notes"
          @input=${this.#input}
          @keydown=${this.#keydown}
          @blur=${this.#visited}
        />
        ${secret ? this.#revealButton() : nothing}
      </div>
      <div id="notes">
        ${state.notes.map((note) => this.#note(note))} ${secret ? nothing : this.#invisible()}
        ${
          state.notes.length === 0 && hint !== ""
            ? html`<span class="note muted">${hint}</span>`
            : nothing
        }
      </div>`;
  }

  #note({ severity, message, remedy }: FieldNote): TemplateResult {
    return html`<span class=${`note ${severity}`}
      ><b>${severity === "error" ? "Error:" : "Check:"}</b> ${textTemplate(message)}
      <span class="remedy">${remedy}</span></span
    >`;
  }

  // An input shows nothing where an invisible character stands; this line does.
  #invisible(): TemplateResult | typeof nothing {
    if (visibleRuns(this.value).every(({ kind }) => kind === "text")) return nothing;
    return html`<span class="note">Contains ${textTemplate(this.value, true)}</span>`;
  }

  #revealButton(): TemplateResult {
    const { revealed, label } = this;
    return html`<button type="button" aria-pressed=${String(revealed)} @click=${this.#toggle}>
      <span aria-hidden="true">${revealed ? "Hide" : "Reveal"}</span>
      <span class="visually-hidden">Reveal ${label}</span>
    </button>`;
  }

  readonly #toggle = (): void => {
    this.revealed = !this.revealed;
  };

  readonly #input = (event: InputEvent): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.value = event.target.value;
    this.dispatchEvent(new CustomEvent("rv-input", { bubbles: true, composed: true }));
  };

  // The form is in another tree, so the browser does not submit it by itself.
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    this.dispatchEvent(new CustomEvent("rv-enter", { bubbles: true, composed: true }));
  };

  readonly #visited = (): void => {
    this.dispatchEvent(new CustomEvent("rv-visited", { bubbles: true, composed: true }));
  };
}
