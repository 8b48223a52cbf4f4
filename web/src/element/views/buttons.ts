// Buttons. One that can do nothing just now says so and keeps the focus, which one that is disabled loses.
import { html, nothing, type TemplateResult } from "lit";

/** How a button differs from the usual one. */
export interface ButtonOptions {
  /** Whether it does anything just now. */
  readonly can?: boolean;
  /** Whether it stands in a line of text. */
  readonly slim?: boolean;
  /** Whether it writes: then the second click of two, and a key that is held down, do nothing. */
  readonly once?: boolean;
  /** Its name, where what it shows is told apart from others only by its place. */
  readonly label?: string;
}

/** A button for something that can be done besides. */
export function button(
  text: unknown,
  act: () => void,
  { can = true, slim = false, once = false, label }: ButtonOptions = {},
): TemplateResult {
  return html`<button
    type="button"
    class=${slim ? "slim" : nothing}
    part="button"
    aria-label=${label ?? nothing}
    aria-disabled=${String(!can)}
    @keydown=${once ? stopRepeating : nothing}
    @click=${(event: Event) => {
      if (can && !(once && isSecond(event))) act();
    }}
  >
    ${text}
  </button>`;
}

/**
 * The button that does what the step is for. It may stand where another one has just been pressed, and
 * somebody who presses twice has seen nothing of it.
 */
export function actButton(text: unknown, act: () => void, can = true): TemplateResult {
  return html`<button
    type="button"
    class="act"
    part="primary-button"
    aria-disabled=${String(!can)}
    @keydown=${stopRepeating}
    @click=${(event: Event) => {
      if (can && !isSecond(event)) act();
    }}
  >
    ${text}
  </button>`;
}

/**
 * To be told of each press of a pointer in the element. Browsers count presses that come fast, but not
 * each of them does where what is pressed has changed in between.
 */
export function notePress({ timeStamp, clientX, clientY }: PointerEvent): void {
  const isNear =
    Math.abs(clientX - last.x) <= kSamePlace && Math.abs(clientY - last.y) <= kSamePlace;
  last = {
    timeStamp,
    x: clientX,
    y: clientY,
    isSecond: isNear && timeStamp - last.timeStamp < kSameAct,
  };
}

// A key counts none.
function isSecond(event: Event): boolean {
  return event instanceof UIEvent && (event.detail > 1 || (event.detail === 1 && last.isSecond));
}

// Other keys that are held, as Tab, lead on.
function stopRepeating(event: KeyboardEvent): void {
  const { repeat, key } = event;
  if (repeat && (key === "Enter" || key === " ")) event.preventDefault();
}

// There is one pointer for all elements of a page.
let last = { timeStamp: -Infinity, x: 0, y: 0, isSecond: false };
// Pixels.
const kSamePlace = 8;
// Milliseconds: as long as most systems wait for the second press.
const kSameAct = 500;
