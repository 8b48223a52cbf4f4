// <rv-wait>: why something waits, until when, and how long that still is.
import { html, LitElement, nothing, type TemplateResult } from "lit";

import { tokens } from "./styles.js";
import { englishTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";

/** Properties: `why`, a sentence without its full stop; `until` in epoch milliseconds; `texts`. */
export class RvWait extends LitElement {
  static override styles = [tokens];
  static override properties = {
    why: { attribute: false },
    until: { attribute: false },
    texts: { attribute: false },
  };

  declare why: string;
  declare until: number;
  declare texts: Texts;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor() {
    super();
    this.why = "";
    this.until = 0;
    this.texts = englishTexts();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      this.requestUpdate();
    }, kTick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { why, until, texts } = this;
    if (why === "") return nothing;
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    const duration = texts.format.duration(left) ?? "";
    // Not a live region: it would speak every second. The step says once that it waits.
    return html`<p>
      ${texts.text("wait.until", { why, time: texts.format.time(until), duration })}
    </p>`;
  }
}

const kTick = 1000;
