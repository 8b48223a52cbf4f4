// How the first step looks, and the form to log in again.
import { css } from "lit";

/** See above. */
export const connectStyles = css`
  .sign-in {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .sign-in .field {
    max-inline-size: 28rem;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choice legend {
    padding: 0;
    font-weight: 500;
  }

  .choice label {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    min-block-size: 1.75rem;
  }

  .choice input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .secret {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .secret > input {
    flex: 1 1 8rem;
  }

  .checklist {
    margin: 0;
    padding-inline-start: 1.375rem;
  }

  .checklist li + li {
    margin-block-start: 0.25rem;
  }

  .checklist a {
    color: inherit;
  }

  .looking {
    min-block-size: 13.5rem;
  }

  .report {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125rem 1rem;
  }

  .report dt {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .report dd {
    margin-block-end: 0.625rem;
    min-inline-size: 0;
  }

  @container (min-inline-size: 36rem) {
    .report {
      grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
      align-items: baseline;
    }
  }

  .permissions {
    display: grid;
    gap: 0.5rem;
    padding: 0;
    list-style: none;
  }

  .held {
    font-weight: 600;
  }

  .held.yes {
    color: var(--_good);
  }

  .held.no {
    color: var(--_bad);
  }

  .held.not_known {
    color: var(--_warn);
  }
`;
