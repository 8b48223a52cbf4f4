// The stand-in on real sockets: node:http, bound to this machine only.
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { answerControl, kControlPrefix } from "./control-endpoint.js";
import type { HeaderList, StandinExchange } from "./exchange.js";
import { close, listenOnBoth } from "./listen.js";
import { maskSecrets } from "./mask-secrets.js";
import { readBody } from "./read-body.js";
import { describeExchange, sendExchange } from "./send-exchange.js";
import type { Standin } from "./standin.js";
import { serveStatic } from "./static-files.js";
import type { StaticFolder } from "./static-files.js";

export interface NodeHostOptions {
  readonly standin: Standin;
  /** 0 (default) finds a free port. */
  readonly port?: number;
  /** "real" waits as long as the server would before 401 and 403; default "none". */
  readonly delays?: "real" | "none";
  /** How many milliseconds later every answer of the API comes, on top of all else; default 0. */
  readonly latency?: number;
  /** How to wait for all of these and for slow answers; default the timers of Node. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  /** How long a client may take to send its request; default half a minute and two minutes. */
  readonly limits?: SenderLimits;
  /** Wall time in milliseconds; default Date.now. */
  readonly now?: () => number;
  /** Gets one line for each request, secrets masked; default: nobody does. */
  readonly log?: (line: string) => void;
  /** A folder of files to serve beside the API. */
  readonly serve?: StaticFolder;
}

/** In milliseconds. A client that takes longer gets 408 and loses its connection. */
export interface SenderLimits {
  /** From the first byte to the last of the headers; not more than `request`. */
  readonly headers: number;
  /** From the first byte to the last of the body. */
  readonly request: number;
  /** How often this is looked at. */
  readonly check: number;
}

/** A request that arrived, for tests to look at. */
export interface RecordedRequest {
  readonly method: string;
  /** The request target: path and query. */
  readonly path: string;
  readonly headers: HeaderList;
  readonly body: string;
  /** 0 if the server wrote no answer. */
  readonly status: number;
  readonly ending: StandinExchange["ending"];
}

export interface NodeHost {
  readonly port: number;
  /** "http://localhost:3000" */
  readonly url: string;
  /** The latest requests to the API, oldest first; files are not among them. */
  readonly requests: readonly RecordedRequest[];
  /** Ends all connections; the stand-in itself stays as it is. Calling it again does nothing. */
  close(): Promise<void>;
}

/**
 * Serves a stand-in on 127.0.0.1 and, where the machine has it, on ::1. Rejects with PortInUseError,
 * and with a TypeError if the latency is no time, or if the prefix of `serve` does not begin and end with
 * a slash or hides the API or the control endpoint, which this host has under "/__standin/".
 *
 *     const host = await startNodeHost({ standin, port: 3000 });
 *     await host.close();
 */
export async function startNodeHost(options: NodeHostOptions): Promise<NodeHost> {
  const { latency = 0, serve } = options;
  if (!(latency >= 0 && latency <= kLongestWait)) {
    throw new TypeError(`The latency ${latency} must be milliseconds from 0 to ${kLongestWait}.`);
  }
  if (serve !== undefined && !/^\/(.*\/)?$/.test(serve.prefix)) {
    throw new TypeError(`The prefix "${serve.prefix}" must begin and end with a slash.`);
  }
  if (serve !== undefined && kTaken.some((taken) => overlap(taken, serve.prefix))) {
    throw new TypeError(
      `The prefix "${serve.prefix}" would hide the API or the control endpoint; use one such as "/room-visitor/".`,
    );
  }
  const requests: RecordedRequest[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    handle(options, requests, request, response).catch((error: unknown) => {
      const line = `${request.method ?? ""} ${maskSecrets(request.url ?? "")}`;
      const gone = response.destroyed || (request.destroyed && !request.complete);
      const why = error instanceof Error ? error.message : String(error);
      options.log?.(gone ? `${line} the client left` : `${line} failed: ${why}`);
      response.destroy();
    });
  };
  const limits = options.limits ?? kLimits;
  const settings = {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.check,
  };
  const create = (): Server => createServer(settings, answer);
  const { port, servers } = await listenOnBoth(create, options.port ?? 0);
  return {
    port,
    url: `http://localhost:${port}`,
    requests,
    close: async () => {
      await Promise.all(servers.filter(({ listening }) => listening).map(close));
    },
  };
}

async function handle(
  options: NodeHostOptions,
  requests: RecordedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "";
  const target = request.url ?? "";
  if (target.startsWith(kControlPrefix)) {
    await control(options, request, response);
    return;
  }
  const body = await readBody(request, kMostBytes);
  if (options.serve !== undefined && (method === "GET" || method === "HEAD")) {
    const file = await serveStatic(target, options.serve);
    if (file !== undefined) {
      response.writeHead(file.status, file.headers);
      response.end(method === "HEAD" ? undefined : file.body);
      return;
    }
  }
  const started = performance.now();
  const headers = pairs(request.rawHeaders);
  const now = options.now ?? Date.now;
  const sent = { method, url: target, headers, body };
  const exchange = options.standin.handle(sent, addressOf(request), now());
  const { status, ending } = exchange;
  record(requests, { method, path: target, headers, body: text(body), status, ending });
  const own = options.delays === "real" ? exchange.delayMs : 0;
  const delay = own + exchange.slowMs + (options.latency ?? 0);
  if (delay > 0) await waitFor(delay, response, options.wait ?? kWait);
  sendExchange(response, exchange, method);
  const took = Math.round(performance.now() - started);
  options.log?.(`${method} ${maskSecrets(target)} ${describeExchange(exchange, took)}`);
}

async function control(
  { standin, log }: NodeHostOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url: target = "", headers } = request;
  const answer = await answerControl(standin, {
    method,
    target,
    headers,
    address: addressOf(request),
    port: request.socket.localPort ?? 0,
    body: (most) => readBody(request, most),
  });
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
  log?.(`${method} ${maskSecrets(target)} ${answer.status}`);
}

// Ends early, and rejects, when the client leaves or the host closes.
async function waitFor(
  milliseconds: number,
  response: ServerResponse,
  wait: NonNullable<NodeHostOptions["wait"]>,
): Promise<void> {
  const controller = new AbortController();
  const leave = (): void => {
    controller.abort();
  };
  response.once("close", leave);
  if (response.destroyed) leave();
  try {
    await wait(milliseconds, controller.signal);
  } finally {
    response.off("close", leave);
  }
}

function addressOf(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}

function overlap(taken: string, prefix: string): boolean {
  return taken.startsWith(prefix) || prefix.startsWith(taken);
}

function record(requests: RecordedRequest[], request: RecordedRequest): void {
  requests.push(request);
  if (requests.length > kMostRecords) requests.shift();
}

function text(body: Uint8Array): string {
  return new TextDecoder().decode(body.subarray(0, kMostRecordedBytes));
}

function pairs(raw: readonly string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) headers.push([raw[at] ?? "", raw[at + 1] ?? ""]);
  return headers;
}

const kTaken = ["/api/", kControlPrefix];
const kWait: NonNullable<NodeHostOptions["wait"]> = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal });
// What fits into a timer together with a slow answer and a delay, and nobody waits that long.
const kLongestWait = 24 * 60 * 60 * 1000;
// Shorter than what Node has by itself: nobody on this machine needs that long.
const kLimits: SenderLimits = { headers: 30_000, request: 120_000, check: 5_000 };
// One byte more than the server reads.
const kMostBytes = 50 * 1024 * 1024 + 1;
const kMostRecords = 1000;
const kMostRecordedBytes = 64 * 1024;
