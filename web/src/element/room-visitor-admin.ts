// <room-visitor-admin>: finds a live chat, shows what moving it to another visitor would change, moves
// it, shows what came of it, and can take it back. Registered by define.ts.
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";

import type { Capability } from "../client/capability.js";
import { load } from "../client/load.js";
import type { ConnectOptions, CredentialsProvider } from "../client/options.js";
import type { Outcome } from "../client/outcome.js";
import type { VisitorUpdate } from "../client/update.js";
import { connect } from "../connect.js";
import {
  addressesOf,
  memberOf,
  membersOf,
  placeOf,
  textOf,
  type WantedPlace,
} from "./embedding.js";
import type { RoomVisitorAdminEvents } from "./events.js";
import { FocusLead } from "./focus-lead.js";
import { AdminFlow } from "./flow/admin-flow.js";
import { isStep, type Place } from "./flow/place.js";
import type { World } from "./flow/world.js";
import { adminStyles } from "./admin-styles.js";
import { nameCharacter } from "./character-name.js";
import { KeptFocus } from "./kept-focus.js";
import { languageOf, watchLanguage } from "./language.js";
import { Spoken } from "./spoken.js";
import { englishTexts, loadTexts } from "./text/locales.js";
import type { Texts } from "./text/texts.js";
import { awayNotice, awayText } from "./views/away-notice.js";
import { notePress } from "./views/buttons.js";
import { expiredAlert, expiredView } from "./views/expired-view.js";
import { kViews } from "./views/index.js";
import { interruptedNotice, interruptedText } from "./views/interrupted-notice.js";
import { stepper } from "./views/stepper.js";
import type { ViewContext } from "./views/view.js";

/**
 * Finds a live chat, shows what moving it to another visitor would change, moves it, shows what came of
 * it, and can take it back. docs/element.md is the manual. What a host sets while a move is under way
 * applies when its verdict is known.
 *
 *   <room-visitor-admin server="https://chat.example.com"></room-visitor-admin>
 *
 * @element room-visitor-admin
 * @fires {CustomEvent<ConnectedDetail>} room-visitor-connected - What workspace and user can do is known.
 * @fires {CustomEvent<Place>} room-visitor-step-changed - Another step, or other ids.
 * @fires {CustomEvent<BeforeMoveDetail>} room-visitor-before-move - About to be sent; cancelable.
 * @fires {CustomEvent<SettledDetail>} room-visitor-moved - The conversation belongs to the new visitor.
 * @fires {CustomEvent<SettledDetail>} room-visitor-not-moved - Refused, not sent, or nobody knows.
 * @slot header - Shown above the steps.
 * @slot footer - Shown below the step.
 * @csspart panel - The whole element.
 * @csspart steps - The list of steps.
 * @csspart heading - The heading of the step.
 * @csspart notice - What is to be known.
 * @csspart problem - A notice of what went wrong.
 * @csspart list - A list: of conversations, people, earlier moves.
 * @csspart option - One entry of a list.
 * @csspart button - A button.
 * @csspart primary-button - The button that does what the step is for.
 * @csspart input - A field.
 * @cssprop --rv-surface - The ground.
 * @cssprop --rv-raised - What stands out from the ground.
 * @cssprop --rv-line - Lines.
 * @cssprop --rv-control - Borders of fields and buttons.
 * @cssprop --rv-text - Text.
 * @cssprop --rv-muted - Text that is less important.
 * @cssprop --rv-accent - The main button and links.
 * @cssprop --rv-on-accent - Text on the main button.
 * @cssprop --rv-good - What went well.
 * @cssprop --rv-good-ground - Its ground.
 * @cssprop --rv-warn - What to know first.
 * @cssprop --rv-warn-ground - Its ground.
 * @cssprop --rv-bad - What went wrong.
 * @cssprop --rv-bad-ground - Its ground.
 * @cssprop --rv-mark - The ground of what has changed.
 */
export class RoomVisitorAdmin extends LitElement {
  static override styles = adminStyles;
  static override properties = {
    server: {},
    rid: {},
    newVisitorId: { attribute: "new-visitor-id" },
    step: {},
    theme: { reflect: true, converter: { fromAttribute: textOf, toAttribute: themeOf } },
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
  readonly #world: World = {
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
  };
  readonly #flow: AdminFlow = new AdminFlow(this.#world);
  readonly #focus = new KeptFocus();
  readonly #lead = new FocusLead();
  readonly #spoken = new Spoken();
  #stopWatching: () => void = () => undefined;
  #hadFocus = false;
  #told: Place = this.place;

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
    const flow = this.#flow;
    flow.onConnected = (capability) => {
      this.#connected(capability);
    };
    for (const each of [flow.move, flow.history]) {
      each.mayMove = (update, undo) => this.#mayMove(update, undo);
      each.onSettled = (outcome, update, undo) => {
        this.#settled(outcome, update, undo);
      };
    }
  }

  /** Where somebody is: the step, and what was chosen. */
  get place(): Place {
    return this.#flow.place;
  }

  /**
   * Goes to a place, or as near to it as can be gone now and on when more is there; during a move, when
   * its verdict is known. Ids that are left out stay; a step that is left out is the
   * first that has something to do.
   */
  show(place: WantedPlace): void {
    this.#flow.goTo({ ...placeOf(place), isNamed: isStep(memberOf(place, "step")) });
  }

  /** Puts the focus on the heading of the step. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.#focusHeading(options);
    else void this.updateComplete.then(() => this.#focusHeading(options));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchLanguage(this, () => void this.#speak());
    void this.#speak();
    this.#focus.restore(this.ownerDocument);
    this.#flow.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    // Later: whoever moves an element takes it out and puts it back.
    this.#world.timers.setTimeout(() => {
      if (!this.isConnected) this.#flow.suspend();
    }, 0);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    if (kSettings.some((name) => changed.has(name))) {
      const { credentials, options } = this;
      const allowInsecure: unknown = this.allowInsecure;
      this.#flow.configure({
        server: textOf(this.server).trim(),
        allowInsecure: Boolean(allowInsecure),
        provider: credentials ?? null,
        options: membersOf(options),
      });
    }
    const wishes = kPlace.filter((name) => changed.has(name));
    if (wishes.length > 0) {
      const { rid, newVisitorId, step } = this;
      this.#flow.wish({ ...placeOf({ rid, newVisitorId, step }), isNamed: isStep(step) }, wishes);
    }
  }

  protected override render(): TemplateResult {
    const context = this.#context();
    const { step } = this.#flow;
    const view = kViews[step];
    const { heading } = view;
    const { texts } = this;
    const notices = `${interruptedText(context)} ${awayText(context)}`.trim();
    const said = this.#spoken.say(view.status(context), notices);
    return html`<div
      class="shell"
      part="panel"
      lang=${texts.language}
      dir=${texts.direction}
      @pointerdown=${notePress}
      @pointermove=${(event: Event) => {
        nameCharacter(event, texts);
      }}
    >
      <slot name="header"></slot>
      ${stepper(context)} ${interruptedNotice(context)}
      <section class=${`step ${step}`} aria-labelledby="heading">
        <h2 id="heading" tabindex="-1" part="heading">
          ${typeof heading === "string" ? texts.text(heading) : heading(context)}
        </h2>
        ${expiredView(context)} ${awayNotice(context)} ${view.render(context)}
      </section>
      <slot name="footer"></slot>
      <p class="visually-hidden" role="status">${said}</p>
      <p class="visually-hidden" role="alert">${expiredAlert(context)} ${view.alert(context)}</p>
    </div>`;
  }

  protected override firstUpdated(): void {
    if (this.shadowRoot !== null) this.#focus.follow(this.shadowRoot);
  }

  protected override updated(): void {
    const { move, history } = this.#flow;
    this.#lead.follow(this.renderRoot as ShadowRoot, {
      hadFocus: this.#hadFocus,
      isNewStep: this.place.step !== this.#told.step,
      ends: [move.settled?.outcome, history.takenBack?.outcome],
    });
    this.#tellPlace();
  }

  #context(): ViewContext {
    const { texts, hrefFor } = this;
    return {
      flow: this.#flow,
      texts,
      hrefFor: addressesOf(hrefFor),
      root: this.renderRoot as ShadowRoot,
      redraw: () => {
        this.requestUpdate();
      },
    };
  }

  #focusHeading(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>("#heading")?.focus(options);
  }

  // Once for what changed together, when it can be seen.
  #tellPlace(): void {
    const { place } = this;
    const told = this.#told;
    if (kPlace.every((name) => place[name] === told[name])) return;
    this.#told = place;
    this.#emit("room-visitor-step-changed", { ...place });
  }

  async #speak(): Promise<void> {
    const tag = languageOf(this) || navigator.language;
    const texts = await loadTexts(tag);
    // Another language may have been wished for since.
    if (tag === (languageOf(this) || navigator.language)) this.texts = texts;
  }

  #connected({ version, canUpdate }: Capability): void {
    const { chat, server } = this.#flow.session;
    const detail = { server: chat?.server ?? server, version, canUpdate };
    this.#emit("room-visitor-connected", detail);
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

function themeOf(value: unknown): string | null {
  return value === "light" || value === "dark" ? value : null;
}

const kSettings = ["server", "allowInsecure", "credentials", "options"] as const;
const kPlace = ["rid", "newVisitorId", "step"] as const;

declare global {
  interface HTMLElementTagNameMap {
    "room-visitor-admin": RoomVisitorAdmin;
  }
}
