// The page's layout. One column when narrow; from 60rem on the form stands beside the result.
import { css } from "lit";

/** Styles of <rv-page>; the tokens come from the parts. */
export const pageStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-block-size: 100vh;
  }

  header,
  .layout {
    max-inline-size: 96rem;
    margin-inline: auto;
    padding-inline: clamp(0.75rem, 2.5cqi, 2rem);
  }

  header {
    padding-block: 1.25rem 0.25rem;
  }

  h1 {
    font-size: 1.375rem;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }

  .layout {
    display: grid;
    gap: 1rem;
    padding-block: 0.75rem 2rem;
    align-items: start;
  }

  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    min-inline-size: 0;
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    background: var(--_surface);
    min-inline-size: 0;
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
  }

  form[inert] {
    opacity: 0.6;
  }

  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .group + .group {
    padding-block-start: 0.875rem;
    border-block-start: 1px solid var(--_line);
  }

  ol {
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.5rem;
  }

  .check input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    accent-color: var(--_accent);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .bar > :is(h2, .grow) {
    flex: 1;
  }

  .error {
    color: var(--_bad);
  }

  pre {
    padding: 0.625rem 0.75rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    font: var(--_small) / 1.5 var(--_mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .busy {
    display: flex;
    gap: 0.625rem;
    align-items: center;
  }

  .busy::before {
    content: "";
    inline-size: 1rem;
    block-size: 1rem;
    border: 2px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .busy::before {
      animation: none;
    }
  }

  @container (min-width: 60rem) {
    .layout {
      grid-template-columns: minmax(20rem, 24rem) minmax(0, 1fr);
    }
  }
`;
