// The compiled core with types: one method per function of the module, conversion only.
import { type ErrorData, type Issue, toError } from "../errors.js";
import { loaderError } from "../wasm/loader-error.js";
import type { RawModule } from "../wasm/raw-module.js";
import type { Answer, Change, ErrorRow, Profile } from "./answer.js";
import { codeError } from "./code-error.js";
import { describeUpdate } from "./describe-update.js";
import { type Credentials, type Header, type HttpRequest, parsedUrl } from "./http.js";
import type { Validation, VisitorUpdate } from "./update.js";

/** A value, or the error that prevented it. */
export type Reply<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: ErrorData; readonly issues?: readonly Issue[] };

/** A built request, or what prevents it. */
export type RequestReply = Reply<{ readonly request: HttpRequest }>;

/** What the server says about itself. */
export interface ServerInfo {
  /** "6.4" or "6.4.2", as the server reports it. */
  readonly version: string;
  readonly profile: Profile;
}

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
    return this.#checked((raw) => raw.validateUpdate(describeUpdate(update))) as Validation;
  }

  updateRequest(update: unknown, target: Target, credentials: Credentials): RequestReply {
    const input = { ...target, ...credentials };
    // The description is JSON already; embedding it avoids describing it twice.
    const text = `{"update":${describeUpdate(update)},${JSON.stringify(input).slice(1)}`;
    return this.#agreed(this.#call((raw) => raw.buildUpdateRequest(text)) as RequestReply);
  }

  serverInfoRequest(target: Target): RequestReply {
    const input = JSON.stringify(target);
    return this.#agreed(this.#call((raw) => raw.buildServerInfoRequest(input)) as RequestReply);
  }

  toCurl(request: HttpRequest, secrets: "masked" | "revealed"): Reply<{ readonly text: string }> {
    return this.#call((raw) => raw.toCurl(JSON.stringify({ request, secrets }))) as Reply<{
      readonly text: string;
    }>;
  }

  readUpdateAnswer(
    meta: AnswerMeta & {
      readonly update?: VisitorUpdate | undefined;
      readonly profile?: Profile | undefined;
    },
    body: string,
  ): Answer {
    return this.#checked((raw) => raw.readUpdateAnswer(JSON.stringify(meta), body)) as Answer;
  }

  diff(before: string, after: string): Reply<{ readonly changes: readonly Change[] }> {
    return this.#call((raw) => raw.diffDocuments(before, after)) as Reply<{
      readonly changes: readonly Change[];
    }>;
  }

  redact(text: string): Reply<{ readonly text: string }> {
    return this.#call((raw) => raw.redact(text)) as Reply<{ readonly text: string }>;
  }

  /** `setup` as json_tasks.h describes it, without the update. */
  startReassignment(update: unknown, setup: object): Reply<{ readonly id: number }> {
    const text = `{"update":${describeUpdate(update)},${JSON.stringify(setup).slice(1)}`;
    return this.#call((raw) => raw.startReassignment(text)) as Reply<{ readonly id: number }>;
  }

  /** `question` as json_tasks.h describes it. */
  startQuestion(question: object): Reply<{ readonly id: number }> {
    const text = JSON.stringify(question);
    return this.#call((raw) => raw.startQuestion(text)) as Reply<{ readonly id: number }>;
  }

  nextStep<Step>(call: {
    readonly id: number;
    readonly now: number;
    readonly chance: number;
  }): Reply<Step> {
    return this.#call((raw) => raw.nextStep(JSON.stringify(call))) as Reply<Step>;
  }

  reportEvent(event: object, body: string): Reply<unknown> {
    return this.#call((raw) => raw.reportEvent(JSON.stringify(event), body)) as Reply<unknown>;
  }

  errorTable(): readonly ErrorRow[] {
    return this.#call((raw) => raw.errorTable()) as readonly ErrorRow[];
  }

  // fetch reads the address once more with the platform's parser: where that sees another address
  // than the one that was judged, the credentials could go to another host.
  #agreed(reply: RequestReply): RequestReply {
    if (!reply.ok) return reply;
    const { href, origin } = parsedUrl(reply.request.url) ?? {};
    if (href !== undefined && sameButIpv6(href, reply.request.url)) return reply;
    const error = codeError(this, "invalid_server_url", {
      found: origin === undefined ? "no address to this platform" : `read as ${origin} and a path`,
      expected: "an address in its usual form",
    });
    return { ok: false, error };
  }

  // Some functions answer with an error in place of their usual form when an argument is wrong.
  #checked(run: (raw: RawModule) => string): object {
    const reply = this.#call(run) as { readonly error?: ErrorData };
    if (reply.error !== undefined) throw toError(reply.error);
    return reply;
  }

  // The core throws nothing and writes valid JSON; what comes through here is a trap, after which its
  // memory is not to be trusted.
  #call(run: (raw: RawModule) => string): unknown {
    try {
      return JSON.parse(run(this.#raw)) as unknown;
    } catch (cause) {
      this.#onStop();
      throw loaderError("wasm_stopped", "", cause);
    }
  }
}

// An IPv6 address has many spellings and one meaning; the core has checked its grammar.
function sameButIpv6(a: string, b: string): boolean {
  return a.replace(kIpv6, "[]") === b.replace(kIpv6, "[]");
}

const kIpv6 = /(?<=^https?:\/\/)\[[^\]]*\]/;
