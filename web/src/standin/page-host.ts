// The stand-in behind a function like `fetch`: the host for pages, workers and tests.
import { corsProblem, preflightFor, preflightProblem, visibleHeaders } from "./browser-rules.js";
import type { HeaderList, StandinExchange } from "./exchange.js";
import {
  arrive,
  failed,
  keepOrigin,
  kRedirects,
  never,
  nextHop,
  opaqueRedirect,
  pause,
} from "./page-endings.js";
import type { Hop } from "./page-endings.js";
import type { Standin } from "./standin.js";

export interface StandinFetchOptions {
  /**
   * Act as a browser does towards another origin: ask first where it would, refuse with a TypeError
   * what it would refuse, and hide what it would hide. Default false.
   */
  readonly crossOrigin?: boolean;
  /** The origin that a cross-origin page has; default the page's own, else "http://page.example". */
  readonly origin?: string;
  /** Wall time in milliseconds; default Date.now. */
  readonly now?: () => number;
  /**
   * How to wait for the delays of the server and for slow answers; default: not at all for the first,
   * by the platform's timers for the second.
   */
  readonly delay?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly clientIp?: string;
}

/**
 * A function to be used in place of `fetch`. The host in the address is not looked at.
 *
 *     const chat = await connect({ server, credentials, fetch: createStandinFetch(standin) });
 *
 * Rejects with the signal's reason when aborted, and with a TypeError where a browser would: a lost
 * connection and a redirect that is not to be followed or leads to another origin, which is not here.
 */
export function createStandinFetch(
  standin: Standin,
  options: StandinFetchOptions = {},
): typeof globalThis.fetch {
  const host = new PageHost(standin, options);
  return async (input, init) => {
    const request = new Request(input, init);
    keepOrigin(request, input);
    return host.fetch(request);
  };
}

class PageHost {
  readonly #standin: Standin;
  readonly #options: StandinFetchOptions;

  constructor(standin: Standin, options: StandinFetchOptions) {
    this.#standin = standin;
    this.#options = options;
  }

  async fetch(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const body = new Uint8Array(await request.arrayBuffer());
    return this.#follow({ request, body }, kMostRedirects);
  }

  async #follow(hop: Hop, left: number): Promise<Response> {
    const { request, body } = hop;
    const headers: [string, string][] = [...request.headers];
    if (this.#options.crossOrigin === true) {
      await this.#preflight(request);
      headers.push(["origin", this.#origin]);
    }
    const exchange = await this.#send(request, request.method, headers, body);
    const isCross = this.#options.crossOrigin === true;
    if (isCross && corsProblem(exchange.headers, this.#origin, request.credentials) !== undefined)
      throw failed();
    if (kRedirects.has(exchange.status)) {
      if (request.redirect === "manual") return opaqueRedirect(request);
      if (left === 0) throw failed();
      return this.#follow(nextHop(hop, exchange), left - 1);
    }
    return responseTo(
      request,
      exchange,
      isCross ? visibleHeaders(exchange.headers) : exchange.headers,
    );
  }

  async #preflight(request: Request): Promise<void> {
    const headers = preflightFor(request.method, [...request.headers.keys()], request.headers);
    if (headers === undefined) return;
    const asked: HeaderList = [...headers, ["origin", this.#origin]];
    const answer = await this.#send(request, "OPTIONS", asked, new Uint8Array());
    const problem = preflightProblem(answer, headers, this.#origin, request.credentials);
    if (problem !== undefined) throw failed();
  }

  async #send(
    request: Request,
    method: string,
    headers: HeaderList,
    body: Uint8Array,
  ): Promise<StandinExchange> {
    const { pathname, search } = new URL(request.url);
    const now = this.#options.now ?? Date.now;
    const exchange = this.#standin.handle(
      { method, url: pathname + search, headers, body },
      this.#options.clientIp ?? "127.0.0.1",
      now(),
    );
    const { delay } = this.#options;
    if (delay !== undefined) await delay(exchange.delayMs + exchange.slowMs, request.signal);
    else if (exchange.slowMs > 0) await pause(exchange.slowMs, request.signal);
    request.signal.throwIfAborted();
    if (exchange.ending === "reset") throw failed();
    if (exchange.ending === "stall" && exchange.cutAt === undefined) await never(request);
    return exchange;
  }

  get #origin(): string {
    const own = (globalThis as { location?: { origin?: string } }).location?.origin;
    return this.#options.origin ?? own ?? "http://page.example";
  }
}

function responseTo(request: Request, exchange: StandinExchange, headers: HeaderList): Response {
  const { status } = exchange;
  const body = kBodyless.has(status) ? null : arrive(exchange, request);
  const response = new Response(body, { status });
  // A text body brings a type of its own, which is the server's to say.
  response.headers.delete("content-type");
  for (const [name, value] of headers) response.headers.append(name, value);
  Object.defineProperty(response, "url", { value: request.url.replace(/#.*$/, "") });
  return response;
}

const kBodyless: ReadonlySet<number> = new Set([204, 205, 304]);
// Fetch standard, "HTTP-redirect fetch".
const kMostRedirects = 20;
