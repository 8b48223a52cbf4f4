// How the step "visitor" and the card of a visitor look.
import { css } from "lit";

/** Rules of the card; every step may show one. */
const card = css`
  .person {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125rem;
  }

  .person.card {
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .person .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    min-inline-size: 0;
  }

  .person .line > * {
    min-inline-size: 0;
  }

  .badge {
    justify-self: start;
    padding-inline: 0.375rem;
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    font-size: var(--_small);
  }

  .badge.warn {
    background: var(--_warn-ground);
    color: var(--_warn);
  }
`;

/** All rules of the step. */
export const visitorStyles = [card];
