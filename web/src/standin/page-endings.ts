// How answers end in a page: as `fetch` shows a connection that broke or stays silent, and a redirect.
import type { StandinExchange } from "./exchange.js";

/** Statuses that redirect (Fetch standard, "redirect status"). */
export const kRedirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What a browser says, whatever the reason. */
export function failed(): TypeError {
  return new TypeError("Failed to fetch");
}

/** The body as it arrives: whole, or a stream that fails or falls silent after part of it. */
export function arrive(
  exchange: StandinExchange,
  request: Request,
): string | ReadableStream<Uint8Array<ArrayBuffer>> {
  const { body, cutAt, ending } = exchange;
  if (cutAt === undefined) return body;
  const part = new TextEncoder().encode(body).slice(0, cutAt);
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (part.length > 0) controller.enqueue(part);
      if (ending === "cut") return;
      never(request).catch((reason: unknown) => {
        controller.error(reason);
      });
    },
    // Comes when the part has been read: an error beforehand would take it away.
    pull(controller) {
      if (ending === "cut") controller.error(new TypeError("network error"));
    },
    cancel() {
      kWaiting.delete(request);
    },
  });
}

/** What `redirect: "manual"` gives: neither status nor headers nor body are visible. */
export function opaqueRedirect(request: Request): Response {
  const response = Response.error();
  Object.defineProperty(response, "type", { value: "opaqueredirect" });
  Object.defineProperty(response, "url", { value: request.url.replace(/#.*$/, "") });
  return response;
}

/** Waits until the request is aborted, and rejects with its signal's reason. */
export function never(request: Request): Promise<never> {
  const { signal } = request;
  return new Promise((_, reject) => {
    const stop = (): void => {
      kWaiting.delete(request);
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    kWaiting.add(request);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Says that a request was made from another one, whose signal it follows. */
export function keepOrigin(request: Request, origin: unknown): void {
  if (origin instanceof Request) kOrigins.set(request, origin);
}

/** Waits, or rejects with the signal's reason if that ends it. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** What a page sends next. */
export interface Hop {
  readonly request: Request;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The request that follows a redirect. Throws a TypeError where a browser would, and where the redirect
 * leads to another origin: nothing of that is here.
 */
export function nextHop({ request, body }: Hop, exchange: StandinExchange): Hop {
  const place = exchange.headers.find(([name]) => name.toLowerCase() === "location")?.[1] ?? "";
  const target = new URL(place, request.url);
  if (request.redirect !== "follow" || target.origin !== new URL(request.url).origin)
    throw failed();
  const { headers, signal, redirect, credentials } = request;
  const keeps = keepsMethod(request.method, exchange.status);
  const method = keeps ? request.method : "GET";
  const next = new Request(target, { method, headers, signal, redirect, credentials });
  keepOrigin(next, request);
  return { request: next, body: keeps ? body : new Uint8Array() };
}

// Fetch standard, "HTTP-redirect fetch".
function keepsMethod(method: string, status: number): boolean {
  if (status === 303) return method === "GET" || method === "HEAD";
  return method !== "POST" || status > 302;
}

// A request's signal follows the one that it was made with by a weak reference. Nothing else holds what
// waits for an abort only, so that without these the garbage collector could take it, and the abort with
// it; a platform keeps its own pending calls alive.
const kWaiting = new Set<Request>();
const kOrigins = new WeakMap<Request, Request>();
