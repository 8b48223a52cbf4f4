// The page's one job from load to result, without a DOM: fill in, send, show, read again.
import {
  isCallerError,
  isLoaderError,
  isRoomVisitorError,
  type RoomVisitorError,
} from "../src/errors.js";
import type { Connection } from "../src/client/connect.js";
import { connect } from "../src/connect.js";
import { type Credentials, type HttpRequest, parsedUrl } from "../src/client/http.js";
import { load, type RoomVisitor } from "../src/client/load.js";
import type { ConnectOptions } from "../src/client/options.js";
import type { Progress } from "../src/client/effects.js";
import type { Outcome } from "../src/client/outcome.js";
import type { RoomDocument } from "../src/client/room-document.js";
import { makeFormatter } from "../src/element/format.js";
import { type FormField, fieldOfCode } from "../src/element/outcome-model.js";
import type { Access, SentUpdate } from "./access.js";
import { failureOf, policyFailure, policyRefusal } from "./failure.js";
import {
  type FormInput,
  type FormView,
  formView,
  kExample,
  kFormFields,
  updateOf,
} from "./form-model.js";
import { ownerNote } from "./owner-note.js";
import { progressText } from "./progress-text.js";
import type { PageState, ShownRoom } from "./page-state.js";

/** What the page's world provides; everything but the server has a default. */
export type FlowOptions = Pick<
  ConnectOptions,
  "server" | "fetch" | "clock" | "monotonicClock" | "random" | "timers" | "wasm" | "pageOrigin"
>;

/** Holds the state; calls `changed` after each change of it. */
export class PageFlow {
  state: PageState;
  #rv: RoomVisitor | null = null;
  #connection: { key: string; value: Promise<Connection> } | null = null;
  #running: AbortController | null = null;
  #sent: SentUpdate | null = null;
  readonly #blocked = new Set<string>();
  readonly #formatter = makeFormatter();
  readonly #options: FlowOptions;
  readonly #changed: () => void;

  constructor(options: FlowOptions, changed: () => void) {
    this.#options = options;
    this.#changed = changed;
    const empty = { userId: "", authToken: "", rid: "", oldVisitorId: "", newVisitorId: "" };
    const values = { ...empty, server: options.server };
    this.state = {
      phase: "loading",
      form: { values, allowInsecure: false, visited: new Set(), refusals: {} },
      loadError: null,
      failure: null,
      progress: "",
      outcome: null,
      room: null,
      notes: [],
    };
  }

  /** The client, once it is loaded. */
  get rv(): RoomVisitor | null {
    return this.#rv;
  }

  /** The form as judged now; null while there is no core. */
  view(): FormView | null {
    return this.#ask((rv) => formView(rv, this.state.form), null);
  }

  /** The request as curl, secrets masked; "" while there is no core. */
  curl(request: HttpRequest): string {
    return this.#ask((rv) => rv.toCurl(request), "");
  }

  /** Hides secrets in JSON text; gives nothing at all while there is no core. One function for good. */
  readonly redact = (text: string): string => this.#ask((rv) => rv.redact(text), "");

  /** Loads the core; can be called again after a failure. The form and the outcome stay. */
  async load(): Promise<void> {
    this.#set({ phase: "loading", loadError: null, failure: null });
    try {
      this.#rv = await load(this.#options.wasm);
      this.#set({ phase: this.state.outcome === null ? "editing" : "done" });
    } catch (error) {
      this.#set({ phase: "load-failed", loadError: failureOf(error) });
    }
  }

  /** The connection that the form describes. */
  connection(): Promise<Connection> {
    const { values, allowInsecure } = this.state.form;
    const { server, userId, authToken } = values;
    return this.#connect({ server, allowInsecure, session: { userId, authToken } });
  }

  edit(field: FormField, value: string): void {
    const { form } = this.state;
    const kept = Object.entries(form.refusals).filter(([name]) => name !== field);
    const refusals = Object.fromEntries(kept) as FormInput["refusals"];
    this.#form({ values: { ...form.values, [field]: value }, refusals });
  }

  visit(field: FormField): void {
    this.#form({ visited: new Set([...this.state.form.visited, field]) });
  }

  allowInsecure(allowed: boolean): void {
    this.#form({ allowInsecure: allowed });
  }

  fillExample(): void {
    const { server } = this.state.form.values;
    const values = { ...kExample, server: server === "" ? this.#options.server : server };
    this.#form({ values, visited: new Set(kFormFields), refusals: {} });
  }

  /** To be told when the page's own policy has stopped a call, as `blockedURI` names its target. */
  blocked(uri: string): void {
    const origin = originOf(uri);
    this.#blocked.add(origin);
    if (originOf(this.state.form.values.server) === origin) this.#form(policyRefusal(origin));
    // While an update is running, it looks here itself before it sends.
    if (this.#running !== null || this.#sent === null) return;
    if (originOf(this.#sent.server) === origin) this.#set({ failure: policyFailure(origin) });
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** Sends the update, or gives the first field that prevents it. */
  async send(): Promise<FormField | null> {
    const view = this.view();
    if (view === null || this.#running !== null) return null;
    this.#form({ visited: new Set(kFormFields), refusals: {} });
    const [first] = view.wrong;
    if (first !== undefined) return first;
    this.#running = new AbortController();
    const { signal } = this.#running;
    await this.#guarded(() => this.#sendWith(signal));
    return null;
  }

  /** Reads the room once more, after an outcome that does not tell. */
  async readAgain(): Promise<void> {
    const sent = this.#sent;
    if (sent === null || this.#running !== null) return;
    this.#running = new AbortController();
    const { signal } = this.#running;
    await this.#guarded(() => this.#readWith(sent, signal));
  }

  async #readWith(sent: SentUpdate, signal: AbortSignal): Promise<void> {
    this.#set({ phase: "reading", failure: null, progress: "Reading the room…" });
    const before = this.state.room?.document ?? null;
    const read = await this.#read(sent, signal);
    if (isRoomVisitorError(read)) {
      const note = `The room could not be read. ${read.message} ${read.remedy}`;
      this.#set({ phase: "done", progress: "", notes: [note] });
      return;
    }
    const room = this.#shown(read, "The room as it is now", before);
    this.#set({ phase: "done", progress: "", room, notes: [ownerNote(read, sent.update)] });
  }

  async #sendWith(signal: AbortSignal): Promise<void> {
    const { values, allowInsecure } = this.state.form;
    const { server, userId, authToken } = values;
    const sent = {
      update: updateOf(values),
      server,
      allowInsecure,
      session: { userId, authToken },
    };
    this.#sent = sent;
    this.#set({
      phase: "sending",
      failure: null,
      outcome: null,
      room: null,
      notes: [],
      progress: "Reading the room…",
    });
    const before = await this.#read(sent, signal);
    // The browser reports what its policy stopped some time after the call has failed.
    if (isRoomVisitorError(before) && before.code === "cors_suspected") await reported();
    if (this.#blocked.has(originOf(server))) {
      this.#refuseServer(originOf(server));
      return;
    }
    const connection = await this.#connect(sent);
    this.#set({ progress: kAsking });
    const onProgress = (now: Progress): void => {
      const progress = progressText(now, (seconds) => this.#formatter.duration(seconds));
      if (progress !== null) this.#set({ progress });
    };
    const outcome = await connection.updateRoomVisitor(sent.update, { signal, onProgress });
    this.#finish(outcome, before);
  }

  #finish(outcome: Outcome, before: RoomDocument | RoomVisitorError): void {
    const known = isRoomVisitorError(before) ? null : before;
    const notes = isRoomVisitorError(before)
      ? [
          `The room could not be read before sending, so changes cannot be marked. ${before.message}`,
        ]
      : [];
    // First of all, so that nothing that fails below can take it away.
    this.#set({ phase: "done", progress: "", outcome, notes });
    const after = outcome.room ?? null;
    const read = outcome.verdict !== "applied" || outcome.proof !== "answer";
    const origin = read ? "The room as it was last read" : "The room as the server answered";
    const room =
      after !== null
        ? this.#shown(after, origin, known)
        : known !== null
          ? this.#shown(known, "The room before the request", null)
          : null;
    this.#set({ room });
    this.#refuse(outcome);
  }

  // Whatever fails in here is shown, and the page can be used again.
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fail(error);
    } finally {
      this.#running = null;
    }
  }

  #ask<T>(question: (rv: RoomVisitor) => T, otherwise: T): T {
    if (this.#rv === null) return otherwise;
    try {
      return question(this.#rv);
    } catch (error) {
      if (isCallerError(error)) return otherwise;
      // Asked while drawing, and what is drawn must not change then; asking again would fail again.
      this.#rv = null;
      queueMicrotask(() => {
        this.#stop(error);
      });
      return otherwise;
    }
  }

  // A core that stopped is of no use any more, nor are the connections that were made with it.
  #stop(error: unknown): void {
    this.#rv = null;
    this.#connection = null;
    this.#set({ phase: "load-failed", progress: "", loadError: failureOf(error) });
  }

  /** Shows an error that is no outcome. */
  fail(error: unknown): void {
    if (isLoaderError(error)) {
      this.#stop(error);
      return;
    }
    this.#connection = null;
    const phase = this.state.outcome === null ? "editing" : "done";
    this.#set({ phase, progress: "", failure: failureOf(error) });
  }

  // The browser would stop the update as it stopped the reading before it.
  #refuseServer(origin: string): void {
    this.#set({ phase: "editing", progress: "", failure: policyFailure(origin) });
    this.#form(policyRefusal(origin));
  }

  // Puts a refusal beside the field in which it can be repaired, too.
  #refuse(outcome: Outcome): void {
    if (outcome.verdict === "applied" || outcome.verdict === "unknown") return;
    const { code, message, remedy } = outcome.error;
    const field = fieldOfCode(code);
    if (field !== undefined)
      this.#form({ refusals: { [field]: { severity: "error", message, remedy } } });
  }

  #shown(document: RoomDocument, origin: string, before: RoomDocument | null): ShownRoom {
    if (before === null || this.#rv === null) {
      return { document, origin, changes: [], compared: false };
    }
    const changes = this.#rv.diff(before.text, document.text);
    return { document, origin, changes, compared: true };
  }

  async #read(sent: SentUpdate, signal: AbortSignal): Promise<RoomDocument | RoomVisitorError> {
    try {
      const { rid } = sent.update;
      return await (await this.#connect(sent)).roomInfo({ rid }, { signal });
    } catch (error) {
      if (isRoomVisitorError(error) && !isLoaderError(error)) return error;
      throw error;
    }
  }

  // One connection per address and user, so that the server is asked for its version once and no
  // credentials reach a server for which they were not typed.
  #connect({ server, allowInsecure, session }: Access): Promise<Connection> {
    const key = JSON.stringify([server, allowInsecure, session.userId, session.authToken]);
    if (this.#connection?.key !== key) {
      const credentials = (): Credentials => session;
      const value = connect({ ...this.#options, server, credentials, allowInsecure });
      const connection = { key, value };
      this.#connection = connection;
      value.catch(() => {
        if (this.#connection === connection) this.#connection = null;
      });
    }
    return this.#connection.value;
  }

  #form(change: Partial<FormInput>): void {
    this.#set({ form: { ...this.state.form, ...change } });
  }

  #set(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    this.#changed();
  }
}

function reported(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, kReportTime));
}

function originOf(address: string): string {
  return parsedUrl(address.trim())?.origin ?? "";
}

// Milliseconds; a browser that takes longer has its report shown beside the outcome.
const kReportTime = 50;
const kAsking = "Asking the server for its version…";
