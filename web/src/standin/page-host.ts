// The stand-in behind a function like `fetch`: the host for pages, workers and tests.
import { corsProblem, preflightFor, preflightProblem, visibleHeaders } from "./browser-rules.js";
import type { HeaderList, StandinExchange } from "./exchange.js";
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
  /** How to wait for the delays of the server; default: not at all. */
  readonly delay?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly clientIp?: string;
}

/**
 * A function to be used in place of `fetch`. The host in the address is not looked at.
 *
 *     const chat = await connect({ server, credentials, fetch: createStandinFetch(standin) });
 *
 * Rejects with the signal's reason when aborted, and with a TypeError where a browser would.
 */
export function createStandinFetch(
  standin: Standin,
  options: StandinFetchOptions = {},
): typeof globalThis.fetch {
  const host = new PageHost(standin, options);
  return async (input, init) => host.fetch(new Request(input, init));
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
    const headers: [string, string][] = [...request.headers];
    if (this.#options.crossOrigin === true) {
      await this.#preflight(request);
      headers.push(["origin", this.#origin]);
    }
    const exchange = await this.#send(request, request.method, headers, body);
    if (this.#options.crossOrigin !== true) return responseTo(request, exchange, exchange.headers);
    if (corsProblem(exchange.headers, this.#origin, request.credentials) !== undefined)
      throw failed();
    return responseTo(request, exchange, visibleHeaders(exchange.headers));
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
    await this.#options.delay?.(exchange.delayMs, request.signal);
    request.signal.throwIfAborted();
    return exchange;
  }

  get #origin(): string {
    const own = (globalThis as { location?: { origin?: string } }).location?.origin;
    return this.#options.origin ?? own ?? "http://page.example";
  }
}

function responseTo(request: Request, exchange: StandinExchange, headers: HeaderList): Response {
  const { status } = exchange;
  const response = new Response(kBodyless.has(status) ? null : exchange.body, { status });
  // A text body brings a type of its own, which is the server's to say.
  response.headers.delete("content-type");
  for (const [name, value] of headers) response.headers.append(name, value);
  Object.defineProperty(response, "url", { value: request.url.replace(/#.*$/, "") });
  return response;
}

/** What a browser says, whatever the reason. */
function failed(): TypeError {
  return new TypeError("Failed to fetch");
}

const kBodyless: ReadonlySet<number> = new Set([204, 205, 304]);
