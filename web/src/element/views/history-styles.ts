// How the step "history" looks.
import { css } from "lit";

/** Rules of the step. */
export const historyStyles = css`
  .moves {
    display: grid;
    gap: 0.5rem;
    padding: 0;
    list-style: none;
  }

  .move {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem 1rem;
    align-items: start;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .move.waiting {
    min-block-size: 5.75rem;
    background: var(--_raised);
  }

  .move > .notice {
    grid-column: 1 / -1;
  }

  .facts {
    display: grid;
    gap: 0.125rem;
    overflow-wrap: anywhere;
  }

  .badge.applied {
    color: var(--_good);
  }

  .badge.refused {
    color: var(--_bad);
  }

  .badge.not_sent,
  .badge.unknown,
  .badge.open {
    color: var(--_warn);
  }

  .day {
    font-size: var(--_small);
  }

  @container (min-inline-size: 56rem) {
    .move {
      grid-template-columns: 13rem minmax(0, 1fr) auto;
    }

    .move > .bar:first-child {
      display: grid;
      gap: 0.125rem;
    }
  }
`;
