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

const step = css`
  .step.visitor {
    overflow-wrap: anywhere;
  }

  .chosen-line {
    display: flex;
  }

  /* Wide enough for words; what does not fit beside it goes below. */
  .chosen-line > .grow {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }

  .people {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
  }

  /* The same size in every state, so that nothing moves when people are found. */
  .people .box {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    align-items: flex-start;
    block-size: 20rem;
    padding: 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
  }

  .people .box > * {
    flex: none;
    max-inline-size: 100%;
  }

  .people .box > ul {
    flex: 1 1 auto;
    align-self: stretch;
    min-block-size: 10rem;
    margin: -0.75rem;
    max-inline-size: none;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    list-style: none;
  }

  .people li {
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid transparent;
    cursor: pointer;
  }

  .people li + li {
    border-block-start: 1px solid var(--_line);
  }

  .people .summary {
    min-block-size: 1.5em;
  }

  /* Large text in a narrow place: room for the longest of its sentences. */
  @container (inline-size < 18rem) {
    .people .summary {
      min-block-size: 4.5em;
    }
  }

  .people .active {
    border-inline-start-color: var(--_accent);
    background: var(--_raised);
  }

  .people .ghost {
    inline-size: min(100%, 18rem);
    block-size: 3.5rem;
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .badge.good {
    background: var(--_good-ground);
    color: var(--_good);
  }

  .step > details > summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .step > details[open] > * + * {
    margin-block-start: 0.375rem;
  }

  .step.visitor .field .bar input {
    inline-size: auto;
    min-inline-size: min(100%, 12rem);
  }

  @media (forced-colors: active) {
    .people li {
      border-inline-start-color: Canvas;
    }

    .people .active {
      border-inline-start-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** All rules of the step. */
export const visitorStyles = [card, step];
