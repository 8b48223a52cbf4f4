// The requests that have passed and their answers, newest first. Secrets are masked on the way in, so
// that the log never holds one.
import { maskSecrets } from "../src/client/mask-secrets.js";
import { indentJson } from "../src/element/json-leaves.js";
import type { HeaderList, StandinExchange, StandinRequest } from "../src/standin/exchange.js";
import { maskSecrets as maskTarget } from "../src/standin/mask-secrets.js";
import type { FaultName } from "./fault-plan.js";

/** One side of an exchange, as it is shown. */
export interface LoggedMessage {
  readonly headers: HeaderList;
  readonly body: string;
}

/** One request and its answer. */
export interface LogEntry {
  readonly id: number;
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly ending: StandinExchange["ending"];
  /** Milliseconds. */
  readonly took: number;
  /** The one that struck this request. */
  readonly fault: FaultName | null;
  readonly request: LoggedMessage;
  readonly answer: LoggedMessage;
}

/** What was seen of one exchange. */
export interface Seen {
  readonly request: StandinRequest;
  readonly exchange: StandinExchange;
  readonly took: number;
  /** The one that struck this request. */
  readonly fault: FaultName | null;
}

/** Holds the entries. `redact` hides secrets in a JSON text and throws for any other text. */
export class RequestLog {
  #entries: readonly LogEntry[] = [];
  #next = 1;
  readonly #redact: (text: string) => string;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** Newest first. */
  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  add({ request, exchange, took, fault }: Seen): void {
    const { method, url, headers } = request;
    const { status, ending } = exchange;
    const secrets = headers.filter(([name]) => isSecret(name)).map(([, value]) => value);
    const entry: LogEntry = {
      id: this.#next,
      method,
      target: maskTarget(url),
      status,
      ending,
      took: Math.round(took),
      fault,
      request: this.#message(headers, new TextDecoder().decode(request.body), secrets),
      answer: this.#message(exchange.headers, arrived(exchange), secrets),
    };
    this.#next += 1;
    this.#entries = [entry, ...this.#entries].slice(0, kMostEntries);
  }

  clear(): void {
    this.#entries = [];
  }

  #message(headers: HeaderList, body: string, secrets: readonly string[]): LoggedMessage {
    return {
      headers: headers.map(([name, value]) => [name, isSecret(name) ? kMask : value]),
      body: shortened(maskSecrets(this.#masked(body), secrets)),
    };
  }

  // What is not JSON is a page or an empty body.
  #masked(body: string): string {
    try {
      return indentJson(this.#redact(body));
    } catch {
      return body;
    }
  }
}

/** What the line of an entry says about its answer. */
export function answerText({ status, ending }: Pick<LogEntry, "status" | "ending">): string {
  if (ending === "reset" || status === 0) return "no answer";
  return ending === "complete" ? String(status) : `${String(status)}, cut off`;
}

// Part of a body cannot be searched for secrets, so what broke off is not shown.
function arrived({ body, ending }: StandinExchange): string {
  return ending === "complete" ? body : "";
}

function shortened(text: string): string {
  if (text.length <= kMostLetters) return text;
  return `${text.slice(0, kMostLetters)}\n… (${String(text.length - kMostLetters)} more characters)`;
}

function isSecret(header: string): boolean {
  return kSecretHeader.test(header);
}

const kMostEntries = 100;
// More of one body says no more, and a list of rooms has megabytes.
const kMostLetters = 20_000;
const kMask = "••••••••";
const kSecretHeader = /token|cookie|authorization|2fa/i;
