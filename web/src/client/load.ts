// load() and the synchronous half of the client: judge, build and understand, without any traffic.
//
//   const rv = await load();
//   const { valid, issues } = rv.validate({ rid, oldVisitorId, newVisitorId });
import { type RoomVisitorError, toError } from "../errors.js";
import { forgetModule, loadModule } from "../wasm/loader.js";
import type { RawModule } from "../wasm/raw-module.js";
import type { LoadOptions } from "../wasm/source.js";
import type { Answer, Change, ErrorRow, Profile } from "./answer.js";
import { codeError } from "./code-error.js";
import { Core, type Reply } from "./core.js";
import { type Credentials, type HeadersLike, headerPairs, type HttpRequest } from "./http.js";
import { maskAnswer } from "./mask-secrets.js";
import { requireObject, requireText } from "./require.js";
import type { Validation, VisitorUpdate } from "./update.js";
import { requireWellFormed } from "./well-formed.js";

/** What is known about the request that an answer belongs to. */
export interface AnswerContext {
  /** The update that was sent; with it the answer has an outcome. */
  readonly update?: VisitorUpdate | undefined;
  /** The server's profile, when its version is known. */
  readonly profile?: Profile | undefined;
  /** What must not appear in errors and the server's words, should the server repeat it. */
  readonly secrets?: readonly string[] | undefined;
}

/** The rules of the server's contract as synchronous functions. Made by load(). */
export class RoomVisitor {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Finds everything that is wrong with an update. Takes any value and never throws over it. */
  validate(update: unknown): Validation {
    return this.#core.validate(update);
  }

  /**
   * Builds the request of an update. Throws CallerError: of the first finding (all are in `issues`),
   * `invalid_server_url`, `insecure_server_url`, `missing_credentials` or `invalid_credentials`. Plain
   * http is for loopback hosts only unless `allowInsecure`.
   */
  buildRequest(
    update: unknown,
    server: string,
    credentials: Credentials,
    options: { readonly allowInsecure?: boolean } = {},
  ): HttpRequest {
    requireText(this.#core, server, "/server", "the address of the workspace");
    requireObject(this.#core, credentials, "/credentials", "{ userId, authToken }");
    requireObject(this.#core, options, "/options", "an object or nothing");
    const { userId, authToken } = credentials;
    const target = { server, allowInsecure: options.allowInsecure ?? false };
    return unwrap(this.#core.updateRequest(update, target, { userId, authToken })).request;
  }

  /** The request as a curl command. Secrets are masked unless `reveal`. */
  toCurl(request: HttpRequest, options: { readonly reveal?: boolean } = {}): string {
    requireObject(this.#core, request, "/request", "a request as buildRequest gives it");
    requireObject(this.#core, options, "/options", "an object or nothing");
    return unwrap(this.#core.toCurl(request, options.reveal === true ? "revealed" : "masked")).text;
  }

  /**
   * Understands any answer to an update. `text` is the body; throws `ill_formed_unicode` when it
   * holds half a surrogate pair, which no decoded answer does.
   */
  readResponse(
    status: number,
    headers: HeadersLike,
    text: string,
    context: AnswerContext = {},
  ): Answer {
    requireObject(this.#core, headers, "/headers", "Headers, pairs or an object of texts");
    requireText(this.#core, text, "/body");
    requireObject(this.#core, context, "/context", "an object or nothing");
    requireWellFormed(this.#core, text, "/body");
    const { update, profile, secrets = [] } = context;
    const meta = { status, headers: headerPairs(headers), update, profile };
    return maskAnswer(this.#core.readUpdateAnswer(meta, text), secrets);
  }

  /** Names each path in which two JSON documents differ. Takes exact text or any JSON value. */
  diff(before: unknown, after: unknown): readonly Change[] {
    const texts = [this.#jsonText(before, "/before"), this.#jsonText(after, "/after")] as const;
    return unwrap(this.#core.diff(...texts)).changes;
  }

  /** Hides tokens and other secrets at any depth of a JSON text. Throws `not_json` for other text. */
  redact(text: string): string {
    requireText(this.#core, text, "/text");
    requireWellFormed(this.#core, text, "/text");
    return unwrap(this.#core.redact(text)).text;
  }

  /** Every error code with its sentences. */
  errorTable(): readonly ErrorRow[] {
    return this.#core.errorTable();
  }

  #jsonText(value: unknown, path: string): string {
    const text = typeof value === "string" ? value : writeJson(value);
    if (text === undefined) {
      throw codeError(this.#core, "invalid_input", { path, expected: "JSON text or a JSON value" });
    }
    requireWellFormed(this.#core, text, path);
    return text;
  }
}

/** Loads the compiled core. Rejects with LoaderError; a failed load can be tried again. */
export async function load(options: LoadOptions = {}): Promise<RoomVisitor> {
  return new RoomVisitor(await loadCore(options));
}

/** Loads the core for the other parts of the client: one for each module that was loaded. */
export async function loadCore(options: LoadOptions = {}): Promise<Core> {
  const raw = await loadModule(options);
  const known = kCores.get(raw);
  if (known !== undefined) return known;
  const core = new Core(raw, () => {
    forgetModule(options);
  });
  kCores.set(raw, core);
  return core;
}

/** The value of a reply; throws its error. */
export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply;
  throw replyError(reply);
}

/** The error of a reply. */
export function replyError(reply: Reply<unknown> & { readonly ok: false }): RoomVisitorError {
  return toError(reply.error, reply.issues);
}

function writeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

const kCores = new WeakMap<RawModule, Core>();
