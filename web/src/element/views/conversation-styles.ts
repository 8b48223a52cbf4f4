// How the step "conversation" and the card of a conversation look.
import { css } from "lit";

/** Rules of the card; every step may show one. */
const card = css`
  .room-card {
    display: grid;
    gap: 0.375rem;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .room-card dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: 0.375rem 1rem;
  }

  .room-card dt {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .room-card.ghosts {
    min-block-size: 8rem;
  }
`;

const finder = css`
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .ways legend {
    padding: 0;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .ways label {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    min-block-size: 2rem;
    cursor: pointer;
  }

  .ways input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .room-filter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
    align-items: start;
  }

  .room-filter .hint {
    grid-column: 1 / -1;
    min-block-size: 6em;
  }

  .pager {
    min-block-size: 2.25rem;
  }

  .pager .grow {
    flex-basis: 7rem;
  }

  [aria-disabled="true"] {
    color: var(--_muted);
    cursor: default;
  }

  .people .pick {
    padding: 0;
    border-inline-start: 0;
  }

  .pick button {
    inline-size: 100%;
    padding: 0.5rem 0.75rem;
    border: 0;
    border-radius: 0;
    background: none;
    font-weight: inherit;
    text-align: start;
  }

  .pick button:focus-visible {
    outline-offset: -2px;
  }

  /* A list cuts its words off rather than wrap them: two beside each other only with room for both. */
  @container (inline-size >= 32rem) {
    .room-filter {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .room-filter > :first-child {
      grid-column: 1 / -1;
    }
  }

  @container (inline-size >= 52rem) {
    .room-filter {
      grid-template-columns: minmax(0, 8fr) minmax(0, 5fr) minmax(0, 5fr);
    }

    .room-filter > :first-child {
      grid-column: auto;
    }
  }

  @container (inline-size >= 40rem) {
    .room-filter .hint {
      min-block-size: 1.5em;
    }
  }
`;

/* Cards first; a table where seven columns have room. Columns have the same width in every row and in
   the rows that stand for what is not there yet, so that nothing moves. */
const rooms = css`
  .waiting {
    display: grid;
    gap: 0.625rem;
  }

  .rooms {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .rooms .head {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .room {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid transparent;
  }

  .rooms > * + .room,
  .ghost-row + .ghost-row {
    border-block-start: 1px solid var(--_line);
  }

  .room:hover,
  .room.chosen {
    background: var(--_raised);
  }

  .room.chosen {
    border-inline-start-color: var(--_accent);
  }

  .room > * {
    min-inline-size: 0;
  }

  .room > :first-child {
    inline-size: 100%;
  }

  /* A block, so that the other columns stand beside the first line of a long title. */
  .room button {
    display: block;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
  }

  .room button:focus-visible {
    outline: none;
  }

  .room button::after {
    content: "";
    position: absolute;
    inset: 0;
  }

  .room button:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .room .label {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .room .label::after {
    content: ":";
  }

  /* One shape, also where its words need two lines. */
  .room .badge {
    display: inline-block;
  }

  .room .queued,
  .room .hold {
    background: var(--_warn-ground);
    color: var(--_warn);
  }

  .room .badge.open {
    background: var(--_good-ground);
    color: var(--_good);
  }

  .ghost-row {
    block-size: 9.5rem;
    background: linear-gradient(var(--_raised), var(--_raised)) 0.75rem center / min(60%, 18rem)
      1rem no-repeat;
  }

  @container (inline-size >= 40rem) {
    .ghost-row {
      block-size: 5.625rem;
    }
  }

  /* Columns of words and numbers are as wide as the longest of them in any language; what people have
     named themselves shares the rest. */
  @container (inline-size >= 54rem) {
    .rooms .head,
    .room {
      position: relative;
      display: grid;
      grid-template-columns:
        minmax(0, 3fr) minmax(0, 2fr) minmax(0, 1.25fr)
        7rem 11.25rem 5.25rem 4rem;
      gap: 0.625rem;
      align-items: baseline;
      inline-size: auto;
      block-size: auto;
      padding: 0.375rem 0.75rem;
      clip-path: none;
      white-space: normal;
    }

    .rooms .head {
      border-inline-start: 3px solid transparent;
      color: var(--_muted);
      font-size: var(--_small);
      overflow-wrap: anywhere;
    }

    .room > :first-child {
      inline-size: auto;
    }

    .room .label {
      display: none;
    }

    .room .last {
      font-size: var(--_small);
    }

    .room .messages,
    .rooms .head .messages {
      text-align: end;
    }

    .ghost-row {
      block-size: 2.25rem;
    }
  }

  @media (forced-colors: active) {
    .room,
    .rooms .head {
      border-inline-start-color: Canvas;
    }

    .room.chosen {
      border-inline-start-color: Highlight;
    }
  }
`;

/** All rules of the step. */
export const conversationStyles = [card, finder, rooms];
