// <room-visitor-admin>: finds a live chat, shows what moving it to another visitor would change, moves
// it, shows what came of it, and can take it back. Registered by define.ts.
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";

import { load } from "../client/load.js";
import type { ConnectOptions, CredentialsProvider } from "../client/options.js";
import type { Outcome } from "../client/outcome.js";
import type { VisitorUpdate } from "../client/update.js";
import { connect } from "../connect.js";
import type { RoomVisitorAdminEvents } from "./events.js";
import { AdminFlow } from "./flow/admin-flow.js";
import { isStep, type Place } from "./flow/place.js";
import { adminStyles } from "./admin-styles.js";
import { englishTexts, loadTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";
import { expiredAlert, expiredView } from "./views/expired-view.js";
import { kViews } from "./views/index.js";
import { stepper } from "./views/stepper.js";
import type { ViewContext } from "./views/view.js";

/** See above. */
export class RoomVisitorAdmin extends LitElement {
  static override styles = adminStyles;
  static override properties = {
    server: {},
    rid: {},
    newVisitorId: { attribute: "new-visitor-id" },
    step: {},
    theme: { reflect: true },
    allowInsecure: { type: Boolean, attribute: "allow-insecure" },
    credentials: { attribute: false },
    options: { attribute: false },
    hrefFor: { attribute: false },
    texts: { state: true },
  };

  /** Address of the workspace; empty: a person types it. */
  declare server: string;
  /** The conversation; empty: a person finds it. */
  declare rid: string;
  /** Whom it shall belong to; empty: a person picks. */
  declare newVisitorId: string;
  /** The step to begin with, or to go to as soon as it can be gone to. */
  declare step: string;
  /** "light", "dark", or anything else for the reader's own. */
  declare theme: string;
  /** Allows plain http to hosts other than loopback. */
  declare allowInsecure: boolean;
  /** Gives the credentials; null: a person logs in. */
  declare credentials: CredentialsProvider | null;
  /** Further options of connect(): fetch, history, clocks, where the module is. */
  declare options: Partial<ConnectOptions>;
  /** The address of each place, for hosts that have one; then steps are links. */
  declare hrefFor: ((place: Place) => string) | null;
  declare private texts: Texts;
  readonly #flow: AdminFlow;
  #hadFocus = false;

  constructor() {
    super();
    this.server = "";
    this.rid = "";
    this.newVisitorId = "";
    this.step = "";
    this.theme = "";
    this.allowInsecure = false;
    this.credentials = null;
    this.options = {};
    this.hrefFor = null;
    this.texts = englishTexts();
    this.#flow = new AdminFlow({
      connect,
      load,
      timers: {
        setTimeout: (callback, milliseconds) => globalThis.setTimeout(callback, milliseconds),
        clearTimeout: (timer) => {
          globalThis.clearTimeout(timer as number);
        },
      },
      clock: Date.now,
      changed: () => {
        this.requestUpdate();
      },
    });
    this.#flow.onStep = (place) => {
      this.#emit("room-visitor-step-changed", place);
    };
    this.#flow.session.onChecked = ({ version, canUpdate }) => {
      const server = this.#flow.session.address;
      this.#emit("room-visitor-connected", { server, version, canUpdate });
    };
    this.#flow.move.mayMove = (update, undo) => this.#mayMove(update, undo);
    this.#flow.move.onSettled = (outcome, update, undo) => {
      this.#settled(outcome, update, undo);
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#speak();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    if (kSettings.some((name) => changed.has(name))) {
      const { server, allowInsecure, credentials: provider, options } = this;
      this.#flow.configure({ server, allowInsecure, provider, options });
      const { session } = this.#flow;
      // With a provider there is nothing to type: the first step does itself.
      if (session.needsNobody && session.chat === null) void this.#flow.connect();
    }
    if (["rid", "newVisitorId", "step"].some((name) => changed.has(name))) {
      const { rid, newVisitorId, step } = this;
      this.#flow.goTo({ step: isStep(step) ? step : "connect", rid, newVisitorId });
    }
  }

  protected override render(): TemplateResult {
    const context = this.#context();
    const { step } = this.#flow;
    const view = kViews[step];
    const { heading } = view;
    const { texts } = this;
    return html`<div class="shell" part="panel" lang=${texts.language} dir=${texts.direction}>
      <slot name="header"></slot>
      ${stepper(context)}
      <section class=${`step ${step}`} aria-labelledby="heading">
        <h2 id="heading" tabindex="-1" part="heading">
          ${typeof heading === "string" ? texts.text(heading) : heading(context)}
        </h2>
        ${expiredView(context)} ${view.render(context)}
      </section>
      <slot name="footer"></slot>
      <p class="visually-hidden" role="status">${view.status(context)}</p>
      <p class="visually-hidden" role="alert">${expiredAlert(context)} ${view.alert(context)}</p>
    </div>`;
  }

  protected override updated(): void {
    // What had the focus may be gone: a step that was left, a button that has done its work.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.#focusHeading();
  }

  #context(): ViewContext {
    const { texts, hrefFor } = this;
    return {
      flow: this.#flow,
      texts,
      hrefFor,
      root: this.renderRoot as ShadowRoot,
      redraw: () => {
        this.requestUpdate();
      },
    };
  }

  #focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>("#heading")?.focus();
  }

  async #speak(): Promise<void> {
    const tag = this.closest<HTMLElement>("[lang]")?.lang ?? navigator.language;
    if (tag !== this.texts.locale) this.texts = await loadTexts(tag);
  }

  #mayMove(update: VisitorUpdate, undo: boolean): boolean {
    return this.#emit("room-visitor-before-move", { ...update, undo }, true);
  }

  #settled(outcome: Outcome, update: VisitorUpdate, undo: boolean): void {
    const { verdict } = outcome;
    const detail = {
      ...update,
      undo,
      verdict,
      code: outcome.error?.code ?? null,
      receipt: outcome.receipt ?? null,
    };
    this.#emit(verdict === "applied" ? "room-visitor-moved" : "room-visitor-not-moved", detail);
  }

  #emit<Name extends keyof RoomVisitorAdminEvents>(
    name: Name,
    detail: RoomVisitorAdminEvents[Name]["detail"],
    cancelable = false,
  ): boolean {
    const init = { detail, cancelable, bubbles: true, composed: true };
    return this.dispatchEvent(new CustomEvent(name, init));
  }
}

const kSettings = ["server", "allowInsecure", "credentials", "options"] as const;
