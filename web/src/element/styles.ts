// What all parts share: colours, one typographic scale, focus. Applications override the --rv-*
// properties. Colours follow the reader's scheme; in forced colours the system's win.
import { css } from "lit";

/** The tokens; every part includes them. Colour and font of text come from around it: the host's, if it has some. */
export const tokens = css`
  :host {
    --_surface: var(--rv-surface, light-dark(#ffffff, #1b1f24));
    --_raised: var(--rv-raised, light-dark(#f6f7f9, #23282f));
    --_line: var(--rv-line, light-dark(#d5dae1, #3a424d));
    --_control: var(--rv-control, light-dark(#7b8694, #7d8896));
    --_text: var(--rv-text, light-dark(#1a2129, #e7ebf0));
    --_muted: var(--rv-muted, light-dark(#55606d, #a5b0bd));
    --_accent: var(--rv-accent, light-dark(#0b5cad, #7cb8f5));
    --_on-accent: var(--rv-on-accent, light-dark(#ffffff, #08233f));
    --_good: var(--rv-good, light-dark(#136c3a, #6fd39b));
    --_good-ground: var(--rv-good-ground, light-dark(#e8f5ed, #16301f));
    --_warn: var(--rv-warn, light-dark(#7a4d00, #f0c062));
    --_warn-ground: var(--rv-warn-ground, light-dark(#fdf3de, #362a10));
    --_bad: var(--rv-bad, light-dark(#ab1f28, #ff9c9c));
    --_bad-ground: var(--rv-bad-ground, light-dark(#fdebec, #3d1a1d));
    --_mark: var(--rv-mark, light-dark(#fff6cf, #3c3514));
    --_radius: 0.375rem;
    --_mono:
      ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "Liberation Mono", monospace;
    --_small: 0.8125rem;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  pre {
    margin: 0;
  }

  h2,
  h3 {
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.35;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  code,
  .code {
    font-family: var(--_mono);
    font-size: 0.875em;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: var(--_small);
  }

  .wrap {
    overflow-wrap: anywhere;
  }

  .arrow {
    display: inline-block;
    padding-inline: 0.25rem;
  }

  .arrow:dir(rtl) {
    transform: scaleX(-1);
  }

  .hidden-char {
    font-family: var(--_mono);
    font-size: 0.75em;
    padding-inline: 0.25em;
    border: 1px solid currentColor;
    border-radius: 0.25em;
    color: var(--_bad);
  }

  /* On a ground of its own colour it would not be seen. */
  button .hidden-char {
    color: inherit;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons: one for the act, quiet ones for the rest. */
export const buttons = css`
  button {
    min-block-size: 2.25rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }

  button:hover {
    background: var(--_raised);
  }

  button.act {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.act:hover {
    filter: brightness(1.08);
  }

  button.slim {
    min-block-size: 1.5rem;
    padding: 0 0.5rem;
    font-size: var(--_small);
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  @media (forced-colors: active) {
    button.act {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
