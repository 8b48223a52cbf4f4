// The field that names the workspace. What is typed is judged where it was typed, by the client's own
// rules and before anything is sent; what is used stands below it.
import { html, render } from "lit";

import { connect, type Connection } from "../src/client/connect.js";
import { textTemplate } from "../src/element/text-template.js";
import { isRoomVisitorError, type RoomVisitorError } from "../src/errors.js";

/** Where the form is, and what shows the workspace. */
export interface AddressFormNeeds {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  /** Beside the field; a live region that the field is described by. */
  readonly note: HTMLElement;
  /** "": none is named; null: that is being found out, and nothing may be typed for any. */
  readonly show: (server: string | null) => void;
}

/** See above. */
export class AddressForm {
  #used = "";
  // What is found out for an earlier wish is of no interest.
  #wishes = 0;
  readonly #needs: AddressFormNeeds;

  constructor(needs: AddressFormNeeds) {
    this.#needs = needs;
    needs.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  /** Begins with this server if it is a workspace, unless somebody names one meanwhile. */
  async begin(server: string): Promise<void> {
    const { field, show } = this.#needs;
    const wish = ++this.#wishes;
    show(null);
    const found = await workspaceAt(server);
    if (wish !== this.#wishes) return;
    // What comes into a field that somebody has just entered gets mixed up with what they type.
    const isFree = field.value === "" && document.activeElement !== field;
    if (found !== "" && isFree) field.value = found;
    this.#use(found);
  }

  async #submit(): Promise<void> {
    const { field, note, show } = this.#needs;
    const wish = ++this.#wishes;
    show(null);
    const judged = await judge(field.value);
    if (wish !== this.#wishes) return;
    if ("server" in judged) {
      field.value = judged.server;
      this.#use(judged.server);
      return;
    }
    field.setAttribute("aria-invalid", "true");
    field.focus();
    render(problemView(judged, this.#used), note);
    show(this.#used);
  }

  #use(server: string): void {
    const { field, note, show } = this.#needs;
    this.#used = server;
    field.setAttribute("aria-invalid", "false");
    render(server === "" ? null : usedView(server), note);
    show(server);
  }
}

/** The server in its usual form, or why it cannot be one. Sends nothing. */
export async function judge(address: string): Promise<Connection | RoomVisitorError> {
  const credentials = (): never => {
    throw new Error("nobody has logged in");
  };
  try {
    return await connect({ server: address, credentials, history: null });
  } catch (error) {
    if (isRoomVisitorError(error)) return error;
    throw error;
  }
}

// "" where none answers: the page may be anywhere, and the origin of a file is none.
async function workspaceAt(address: string): Promise<string> {
  const judged = await judge(address);
  if (!("server" in judged)) return "";
  try {
    await judged.serverInfo({ signal: AbortSignal.timeout(kPatience) });
    return judged.server;
  } catch {
    return "";
  }
}

function usedView(server: string): unknown {
  return html`<p class="said">The widget works with ${textTemplate(server, true)}.</p>`;
}

// What to do about an address is in the message; to allow plain http, which is offered besides, is
// nothing that this page can do.
function problemView({ message, remedy, family }: RoomVisitorError, used: string): unknown {
  const act = family === "caller" ? "" : remedy;
  const still = used === "" ? "" : html`The widget still works with ${textTemplate(used, true)}.`;
  return html`<p class="said bad">${textTemplate(message)} ${act} ${still}</p>`;
}

// Milliseconds after which nobody waits for an answer of the page's own origin.
const kPatience = 5000;
