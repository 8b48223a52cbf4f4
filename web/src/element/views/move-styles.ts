// How the steps "preview" and "result" look.
import { css } from "lit";

/** Rules of the two steps. */
export const moveStyles = [
  css`
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
      gap: 0.375rem 0.625rem;
      align-items: center;
    }

    .pair > div {
      display: grid;
      grid-template-rows: auto 1fr;
      gap: 0.25rem;
      align-self: stretch;
    }

    .pair > div > .card {
      min-block-size: 8.125rem;
      align-content: start;
    }

    .halves {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
      gap: 0.75rem 1.25rem;
    }

    .verdict {
      display: grid;
      gap: 0.625rem;
      align-content: start;
    }

    .part {
      display: grid;
      gap: 0.375rem;
      align-content: start;
      min-inline-size: 0;
    }

    .plain {
      display: grid;
      gap: 0.25rem;
      padding: 0;
      list-style: none;
    }

    .plain.changes li {
      padding: 0.25rem 0.625rem;
      border-inline-start: 3px solid var(--_warn);
      background: var(--_mark);
    }

    .skeleton {
      min-block-size: 13.5rem;
      border-radius: var(--_radius);
      background: var(--_line);
      opacity: 0.5;
    }

    @media (forced-colors: active) {
      .skeleton {
        border: 1px dashed GrayText;
      }
    }

    .by-hand {
      display: grid;
      gap: 0.5rem;
      max-inline-size: 32rem;
    }

    button[aria-disabled="true"] {
      cursor: default;
      opacity: 0.55;
    }

    .curl pre {
      padding-block: 0.5rem;
      font: var(--_small) / 1.5 var(--_mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    .curl summary {
      min-block-size: 1.5rem;
      cursor: pointer;
      font-weight: 600;
    }

    @container (max-width: 34rem) {
      .pair {
        grid-template-columns: minmax(0, 1fr);
      }

      .pair > .arrow {
        justify-self: center;
        rotate: 90deg;
      }
    }
  `,
];
