// How <room-visitor-admin> looks: the shell, and what the steps share. Steps bring their own rules.
import { css } from "lit";

import { buttons, tokens } from "./styles.js";
import { connectStyles } from "./views/connect-styles.js";
import { conversationStyles } from "./views/conversation-styles.js";
import { historyStyles } from "./views/history-styles.js";
import { moveStyles } from "./views/move-styles.js";
import { visitorStyles } from "./views/visitor-styles.js";

const shell = css`
  :host {
    display: block;
    container-type: inline-size;
    /* Where the place takes its width from what is in it, the contents of a container do not count. */
    contain-intrinsic-inline-size: min(48rem, 100vw - 4rem);
    min-inline-size: 0;
    color-scheme: light dark;
    color: var(--_text);
    font:
      400 0.9375rem/1.5 system-ui,
      sans-serif;
  }

  :host([theme="light"]) {
    color-scheme: light;
  }

  :host([theme="dark"]) {
    color-scheme: dark;
  }

  /* A word that is wider than the place for it breaks, rather than be cut. */
  .shell {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    overflow-wrap: break-word;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .steps li {
    max-inline-size: 100%;
  }

  .steps .history {
    margin-inline-start: auto;
  }

  .steps a,
  .steps button {
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font-size: var(--_small);
    text-decoration: none;
  }

  .steps [aria-current="step"] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .steps [aria-disabled="true"] {
    color: var(--_muted);
    cursor: default;
  }

  /* A border that cannot be seen is drawn there like any other. */
  @media (forced-colors: active) {
    .steps a,
    .steps button {
      border-color: Canvas;
    }

    .steps [aria-disabled="true"] {
      color: GrayText;
      opacity: 1;
    }

    .steps [aria-current="step"] {
      border-color: Highlight;
      text-decoration: underline;
      text-underline-offset: 0.25em;
    }
  }

  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    min-inline-size: 0;
  }

  /* What comes and goes over what keeps its place, so that nothing moves. */
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .stack > * {
    grid-area: 1 / 1;
    align-content: start;
    align-self: start;
    min-inline-size: 0;
  }

  .covered:not(:focus-within) {
    visibility: hidden;
  }

  /* Whoever is in there is not thrown out. */
  .covered:focus-within {
    grid-area: 2 / 1;
  }

  #heading {
    font-size: 1.125rem;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .bar > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .grow {
    flex: 1;
  }

  /* Wide enough for something to be typed; what does not fit beside it goes below. */
  .bar > input.grow {
    flex-basis: 8rem;
  }

  .bar > h3.grow {
    flex-basis: 12rem;
  }

  /* Large text in a narrow place: every letter of width counts. */
  @container (inline-size < 14rem) {
    .shell {
      padding: 0.5rem;
      hyphens: auto;
    }

    .wrap,
    code,
    .code {
      hyphens: manual;
    }
  }
`;

const notices = css`
  .notice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  @container (inline-size < 14rem) {
    .notice {
      padding: 0.375rem 0.5rem;
    }
  }

  .notice.bad {
    border-color: var(--_bad);
    background: var(--_bad-ground);
  }

  .notice.warn {
    border-color: var(--_warn);
    background: var(--_warn-ground);
  }

  .notice.good {
    border-color: var(--_good);
    background: var(--_good-ground);
  }
`;

const forms = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1875rem;
    min-inline-size: 0;
  }

  .field > label {
    font-weight: 500;
  }

  input:not([type="radio"], [type="checkbox"]),
  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.25rem;
    padding: 0.3125rem 0.5rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  /* What a list shows of its choice is cut and cannot wrap. */
  @container (inline-size < 14rem) {
    select {
      padding-inline: 0.125rem;
      font-size: var(--_small);
    }
  }

  input[aria-invalid="true"] {
    border-color: var(--_bad);
    box-shadow: inset 3px 0 0 var(--_bad);
  }

  @media (forced-colors: active) {
    input[aria-invalid="true"] {
      border-inline-start-width: 4px;
    }
  }

  .hint {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .wrong {
    color: var(--_bad);
    font-size: var(--_small);
  }
`;

/** All rules of the element. */
export const adminStyles = [
  tokens,
  buttons,
  shell,
  notices,
  forms,
  connectStyles,
  ...conversationStyles,
  ...visitorStyles,
  ...moveStyles,
  historyStyles,
];
