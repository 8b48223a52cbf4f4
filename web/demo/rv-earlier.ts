// <rv-earlier>: the page's panel of earlier moves.
import { css, html, LitElement, type TemplateResult } from "lit";

import type { Connection } from "../src/client/connect.js";
import { makeFormatter } from "../src/element/format.js";
import { tokens } from "../src/element/styles.js";
import { HistoryFlow } from "./history-flow.js";
import { saveText } from "./save-text.js";

/** Property `connection` gives the connection that the form describes. */
export class RvEarlier extends LitElement {
  static override styles = [
    tokens,
    css`
      section {
        display: grid;
        gap: 0.625rem;
      }
    `,
  ];
  static override properties = { connection: { attribute: false } };

  declare connection: () => Promise<Connection>;
  readonly #flow = new HistoryFlow(
    () => this.connection(),
    makeFormatter(),
    () => {
      this.requestUpdate();
    },
  );

  /** Lists again, if anybody has looked before. */
  refresh(): Promise<void> {
    return this.#flow.refresh();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="earlier">
      <h2 id="earlier">Earlier moves</h2>
      <p class="small muted">
        Kept in this browser, for the workspace and user of the form. Moves that were interrupted
        are looked at again; nothing is sent but readings.
      </p>
      <rv-history
        .view=${this.#flow.view()}
        @rv-check=${() => this.#flow.check()}
        @rv-undo=${({ detail }: CustomEvent<string>) => this.#flow.undo(detail)}
        @rv-clear=${() => this.#flow.clear()}
        @rv-export=${({ detail }: CustomEvent<string>) => {
          saveText(`earlier-moves.${detail}`, this.#flow.export(detail));
        }}
      ></rv-history>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rv-earlier": RvEarlier;
  }
}
