// Buttons. One that can do nothing just now says so and keeps the focus, which one that is disabled loses.
import { html, nothing, type TemplateResult } from "lit";

/** How a button differs from the usual one. */
export interface ButtonOptions {
  /** Whether it does anything just now. */
  readonly can?: boolean;
  /** Whether it stands in a line of text. */
  readonly slim?: boolean;
  /** Its name, where what it shows is told apart from others only by its place. */
  readonly label?: string;
}

/** A button for something that can be done besides. */
export function button(
  text: unknown,
  act: () => void,
  { can = true, slim = false, label }: ButtonOptions = {},
): TemplateResult {
  return html`<button
    type="button"
    class=${slim ? "slim" : nothing}
    part="button"
    aria-label=${label ?? nothing}
    aria-disabled=${String(!can)}
    @click=${() => {
      if (can) act();
    }}
  >
    ${text}
  </button>`;
}

/** The button that does what the step is for. */
export function actButton(text: unknown, act: () => void, can = true): TemplateResult {
  return html`<button
    type="button"
    class="act"
    part="primary-button"
    aria-disabled=${String(!can)}
    @click=${() => {
      if (can) act();
    }}
  >
    ${text}
  </button>`;
}
