// The compiled core with types: one method per function of the module, conversion only.
import type { ErrorData, Issue } from "../errors.js";
import { loaderError } from "../wasm/loader-error.js";
import type { RawModule } from "../wasm/raw-module.js";
import type { Answer, Change, ErrorRow, FailureKind, Judgement, Profile } from "./answer.js";
import { describeUpdate } from "./describe-update.js";
import type { Credentials, Header, HttpRequest } from "./http.js";
import type { Validation, VisitorUpdate } from "./update.js";

/** A value, or the error that prevented it. */
export type Reply<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: ErrorData; readonly issues?: readonly Issue[] };

/** Where a request goes. */
export interface Target {
  readonly server: string;
  readonly allowInsecure: boolean;
}

/** What is known about an answer besides its body. */
export interface AnswerMeta {
  readonly status: number;
  readonly headers: readonly Header[];
}

/** The typed core. Every method is synchronous and free of side effects. */
export class Core {
  readonly #raw: RawModule;
  readonly #onStop: () => void;

  /** `onStop` is called when the module has stopped working and must not be used again. */
  constructor(raw: RawModule, onStop: () => void = () => undefined) {
    this.#raw = raw;
    this.#onStop = onStop;
  }

  validate(update: unknown): Validation {
    return this.#call((raw) => raw.validateUpdate(describeUpdate(update)));
  }

  updateRequest(
    update: unknown,
    target: Target,
    credentials: Credentials,
  ): Reply<{ readonly request: HttpRequest }> {
    const input = { ...target, ...credentials };
    // The description is JSON already; embedding it avoids describing it twice.
    const text = `{"update":${describeUpdate(update)},${JSON.stringify(input).slice(1)}`;
    return this.#call((raw) => raw.buildUpdateRequest(text));
  }

  roomInfoRequest(
    roomId: string,
    target: Target,
    credentials: Credentials,
  ): Reply<{ readonly request: HttpRequest }> {
    const input = JSON.stringify({ roomId, ...target, ...credentials });
    return this.#call((raw) => raw.buildRoomInfoRequest(input));
  }

  serverInfoRequest(target: Target): Reply<{ readonly request: HttpRequest }> {
    return this.#call((raw) => raw.buildServerInfoRequest(JSON.stringify(target)));
  }

  toCurl(request: HttpRequest, secrets: "masked" | "revealed"): Reply<{ readonly text: string }> {
    return this.#call((raw) => raw.toCurl(JSON.stringify({ request, secrets })));
  }

  readUpdateAnswer(
    meta: AnswerMeta & {
      readonly update?: VisitorUpdate | undefined;
      readonly profile?: Profile | undefined;
    },
    body: string,
  ): Answer {
    return this.#call((raw) => raw.readUpdateAnswer(JSON.stringify(meta), body));
  }

  readFailure(kind: FailureKind, sent: boolean): Judgement {
    const input = JSON.stringify({ kind, sent });
    return this.#call<{ outcome: Judgement }>((raw) => raw.readFailure(input)).outcome;
  }

  readRoomInfo(
    meta: AnswerMeta & { readonly roomId: string },
    body: string,
  ): Reply<{ readonly roomText: string }> {
    return this.#call((raw) => raw.readRoomInfoAnswer(JSON.stringify(meta), body));
  }

  readServerInfo(
    meta: AnswerMeta,
    body: string,
  ): Reply<{ readonly version: string; readonly profile: Profile }> {
    return this.#call((raw) => raw.readServerInfoAnswer(JSON.stringify(meta), body));
  }

  /** The error that makes an update pointless on servers of this profile, or null. */
  checkProfile(profile: Profile): ErrorData | null {
    return this.#call<{ error: ErrorData | null }>((raw) => raw.checkProfile(profile)).error;
  }

  diff(before: string, after: string): readonly Change[] {
    return this.#call((raw) => raw.diffDocuments(before, after));
  }

  redact(text: string): string {
    return this.#run((raw) => raw.redact(text));
  }

  errorTable(): readonly ErrorRow[] {
    return this.#call((raw) => raw.errorTable());
  }

  #call<T>(run: (raw: RawModule) => string): T {
    return JSON.parse(this.#run(run)) as T;
  }

  // The core throws nothing; what comes through here is a trap, after which its memory is not to be
  // trusted.
  #run(run: (raw: RawModule) => string): string {
    try {
      return run(this.#raw);
    } catch (cause) {
      this.#onStop();
      throw loaderError("wasm_stopped", "", cause);
    }
  }
}
