// <rv-page>: the connection, three ids, the request, and the room that comes back. Draws PageFlow's
// state; decides nothing but where the focus goes.
import { html, LitElement, nothing, type TemplateResult } from "lit";

import type { Change } from "../src/client/answer.js";
import { type ChangeRow, changeRows } from "../src/element/change-list-model.js";
import { type FormField, outcomeView } from "../src/element/outcome-model.js";
import { secretKeys } from "../src/element/secret-keys.js";
import { buttons, tokens } from "../src/element/styles.js";
import { englishTexts } from "../src/element/text/locales.js";
import { textTemplate } from "../src/element/text-template.js";
import type { FormView } from "./form-model.js";
import { PageFlow } from "./page-flow.js";
import { pageStyles } from "./page-styles.js";

/** The page as one element. */
export class RvPage extends LitElement {
  static override styles = [tokens, buttons, pageStyles];
  static override properties = { copied: { state: true } };

  declare private copied: string;
  readonly #texts = englishTexts();
  #rows: { readonly changes: readonly Change[]; readonly rows: readonly ChangeRow[] } | null = null;
  readonly #flow = new PageFlow({ server: location.origin }, () => {
    this.requestUpdate();
  });

  readonly #connection = () => this.#flow.connection();

  constructor() {
    super();
    this.copied = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("securitypolicyviolation", this.#onViolation);
    this.#load();
  }

  override disconnectedCallback(): void {
    document.removeEventListener("securitypolicyviolation", this.#onViolation);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { phase, progress } = this.#flow.state;
    const view = this.#flow.view();
    return html`<header>
        <h1>Move a conversation to another visitor</h1>
        <p class="muted">
          Sends one <code>room.visitor</code> update to a Rocket.Chat workspace and shows the room
          that comes back.
        </p>
      </header>
      <main class="layout">
        <div class="card form-card">${view === null ? this.#loading() : this.#form(view)}</div>
        <div class="side">
          ${view === null ? nothing : this.#request(view)}
          ${phase === "editing" ? this.#steps() : nothing}
          ${phase === "sending" || phase === "reading" ? this.#busy() : nothing} ${this.#failure()}
          ${this.#result()} ${view === null ? nothing : this.#earlier(phase)}
        </div>
      </main>
      <div class="visually-hidden" role="status">${progress}${this.copied}</div>
      <div class="visually-hidden" role="alert">${this.#alert()}</div>`;
  }

  #loading(): TemplateResult {
    const { loadError } = this.#flow.state;
    if (loadError === null) return html`<p class="busy">Loading…</p>`;
    const stopped = loadError.code === "wasm_stopped";
    return html`<h2>${stopped ? "The page stopped working" : "The page could not be started"}</h2>
      <p class="error">${loadError.message}</p>
      <p>${loadError.remedy}</p>
      <button type="button" class="act" @click=${this.#load}>Load again</button>`;
  }

  #form(view: FormView): TemplateResult {
    const { form, phase } = this.#flow.state;
    const busy = phase === "sending" || phase === "reading";
    return html`<form novalidate @submit=${this.#submit} @rv-enter=${this.#submit} ?inert=${busy}>
      <button type="button" @click=${this.#fillExample}>Fill in the documentation's example</button>
      <section class="group" aria-labelledby="connection">
        <h2 id="connection">Connection</h2>
        ${this.#field("server", view)}
        ${view.insecure ? this.#insecure(form.allowInsecure) : nothing}
        ${this.#field("userId", view)} ${this.#field("authToken", view)}
      </section>
      <section class="group" aria-labelledby="move">
        <h2 id="move">What to move</h2>
        ${this.#field("rid", view)} ${this.#field("oldVisitorId", view)}
        ${this.#field("newVisitorId", view)}
      </section>
      <button class="act" type="submit">Move the conversation</button>
      <p class="small muted">
        Messages keep their authors, and the room its title; only the room's visitor changes.
      </p>
    </form>`;
  }

  #field(name: FormField, view: FormView): TemplateResult {
    const { label, hint } = kTexts[name];
    const value = this.#flow.state.form.values[name];
    return html`<rv-field
      id=${name}
      .label=${label}
      .hint=${hint}
      .value=${value}
      .state=${view.fields[name]}
      .secret=${name === "authToken"}
      @rv-input=${(event: Event) => {
        this.#edit(name, event);
      }}
      @rv-visited=${() => {
        this.#flow.visit(name);
      }}
    ></rv-field>`;
  }

  #insecure(allowed: boolean): TemplateResult {
    return html`<label class="check"
      ><input type="checkbox" .checked=${allowed} @change=${this.#allowInsecure} /> Send the
      credentials to this server without encryption</label
    >`;
  }

  #request(view: FormView): TemplateResult {
    const curl = view.request === null ? "" : this.#flow.curl(view.request);
    return html`<section class="card" aria-labelledby="request">
      <div class="bar">
        <h2 id="request">Request</h2>
        ${
          curl === ""
            ? nothing
            : html`<span class="grow small muted" aria-hidden="true">${this.copied}</span>
                <button type="button" class="slim" @click=${this.#copy}>Copy</button>`
        }
      </div>
      ${
        curl === ""
          ? html`<p class="muted">It appears here when every field of the form is right.</p>`
          : html`<pre tabindex="0" aria-label="Request as curl" dir="ltr">
${textTemplate(curl)}</pre>`
      }
    </section>`;
  }

  #failure(): TemplateResult | typeof nothing {
    const { failure } = this.#flow.state;
    if (failure === null) return nothing;
    return html`<section class="card" aria-labelledby="failure">
      <h2 id="failure">The page could not go on</h2>
      <p class="error">${textTemplate(failure.message)}</p>
      <p>${failure.remedy}</p>
    </section>`;
  }

  #steps(): TemplateResult {
    return html`<section class="card" aria-labelledby="steps">
      <h2 id="steps">What happens when you send</h2>
      <ol>
        <li>The room is read, so that changes can be marked.</li>
        <li>
          The update is sent. Whenever the answer leaves a doubt, the room is read; only while it
          still belongs to the old visitor is the update sent again, a few times at most.
        </li>
        <li>
          The room that comes back is shown, every field of it. What stays unknown is called so.
        </li>
      </ol>
    </section>`;
  }

  #busy(): TemplateResult {
    return html`<section class="card bar">
      <p class="busy grow">${this.#flow.state.progress}</p>
      <button
        type="button"
        @click=${() => {
          this.#flow.cancel();
        }}
      >
        Cancel
      </button>
    </section>`;
  }

  #result(): TemplateResult | typeof nothing {
    const { outcome, phase, notes } = this.#flow.state;
    if (outcome === null) return nothing;
    const view = outcomeView(outcome, this.#texts);
    const again = html`<button
      type="button"
      @click=${() => {
        this.#run(this.#readAgain());
      }}
    >
      Read the room again
    </button>`;
    return html`<section class="card" aria-label="Result">
      <rv-outcome .view=${view}></rv-outcome>
      ${notes.map((note) => html`<p class="note" tabindex="-1">${textTemplate(note)}</p>`)}
      ${outcome.verdict === "unknown" && phase === "done" ? html`<div>${again}</div>` : nothing}
      ${this.#room()}
    </section>`;
  }

  #earlier(phase: string): TemplateResult {
    const busy = phase === "sending" || phase === "reading";
    return html`<rv-earlier
      class="card"
      .connection=${this.#connection}
      ?inert=${busy}
    ></rv-earlier>`;
  }

  #room(): TemplateResult | typeof nothing {
    const { room } = this.#flow.state;
    if (room === null || this.#flow.rv === null) return nothing;
    const { redact } = this.#flow;
    const { changes, document, origin } = room;
    const list = html`<h2>What changed</h2>
      <rv-change-list .rows=${this.#rowsOf(changes)}></rv-change-list>`;
    return html`${room.compared ? list : nothing}
      <h2>${origin}</h2>
      <rv-room-view
        .text=${document.text}
        .changes=${changes}
        .redact=${redact}
        .texts=${this.#texts}
      ></rv-room-view>`;
  }

  // The same list for the same changes, so that nothing is drawn anew at a keystroke.
  #rowsOf(changes: readonly Change[]): readonly ChangeRow[] {
    if (this.#rows?.changes !== changes) {
      const rows = changeRows(changes, secretKeys(this.#flow.redact), this.#texts);
      this.#rows = { changes, rows };
    }
    return this.#rows.rows;
  }

  #alert(): string {
    const { outcome, phase, loadError, failure } = this.#flow.state;
    if (loadError !== null) return `${loadError.message} ${loadError.remedy}`;
    if (failure !== null) return `${failure.message} ${failure.remedy}`;
    if (phase !== "done" || outcome === null || outcome.verdict === "applied") return "";
    return `${outcome.error.message} ${outcome.error.remedy}`;
  }

  readonly #onViolation = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective === "connect-src") this.#flow.blocked(event.blockedURI);
  };

  readonly #load = (): void => {
    this.#run(this.#flow.load());
  };

  #edit(name: FormField, event: Event): void {
    const { currentTarget } = event;
    if (currentTarget instanceof HTMLElement && "value" in currentTarget) {
      this.#flow.edit(name, String(currentTarget.value));
    }
    this.copied = "";
  }

  readonly #fillExample = (): void => {
    this.#flow.fillExample();
  };

  readonly #allowInsecure = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) {
      this.#flow.allowInsecure(event.currentTarget.checked);
    }
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#run(this.#send());
  };

  // The flow shows its own failures; what is left are faults in focusing, to be shown all the same.
  #run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#flow.fail(error);
    });
  }

  async #send(): Promise<void> {
    const wrong = await this.#flow.send();
    await this.renderRoot.querySelector("rv-earlier")?.refresh();
    await this.updateComplete;
    if (wrong !== null) this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
    else await this.#focusResult();
  }

  async #focusResult(): Promise<void> {
    const result = this.renderRoot.querySelector("rv-outcome");
    await result?.updateComplete;
    result?.focusHeading();
  }

  async #readAgain(): Promise<void> {
    await this.#flow.readAgain();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".note")?.focus();
  }

  readonly #copy = async (): Promise<void> => {
    const request = this.#flow.view()?.request ?? null;
    if (request === null) return;
    try {
      await navigator.clipboard.writeText(this.#flow.curl(request));
      this.copied = "Copied, secrets masked.";
    } catch {
      this.copied = "The browser does not allow copying here; select the text.";
    }
  };
}

const kTexts: Readonly<Record<FormField, { readonly label: string; readonly hint: string }>> = {
  server: { label: "Server address", hint: "The workspace, for example https://chat.example.com" },
  userId: { label: "User id", hint: "Sent as X-User-Id" },
  authToken: { label: "Auth token", hint: "Sent as X-Auth-Token; kept in memory only" },
  rid: { label: "Room id", hint: "rid, the _id of the room" },
  oldVisitorId: { label: "Current visitor id", hint: "oldVisitorId, whom the room belongs to now" },
  newVisitorId: { label: "New visitor id", hint: "newVisitorId, who shall have the room" },
};
