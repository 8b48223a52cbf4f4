// The stand-in on real sockets: node:http, bound to this machine only.
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { HeaderList } from "./exchange.js";
import { maskSecrets } from "./mask-secrets.js";
import { PortInUseError } from "./port-in-use-error.js";
import type { Standin } from "./standin.js";
import { serveStatic } from "./static-files.js";
import type { StaticFolder } from "./static-files.js";

export interface NodeHostOptions {
  readonly standin: Standin;
  /** 0 (default) finds a free port. */
  readonly port?: number;
  /** "real" waits as long as the server would before 401 and 403; default "none". */
  readonly delays?: "real" | "none";
  /** How to wait for real delays; default the timers of Node. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  /** Wall time in milliseconds; default Date.now. */
  readonly now?: () => number;
  /** Gets one line for each request, secrets masked; default: nobody does. */
  readonly log?: (line: string) => void;
  /** A folder of files to serve beside the API. */
  readonly serve?: StaticFolder;
}

/** A request that arrived, for tests to look at. */
export interface RecordedRequest {
  readonly method: string;
  /** The request target: path and query. */
  readonly path: string;
  readonly headers: HeaderList;
  readonly body: string;
  readonly status: number;
}

export interface NodeHost {
  readonly port: number;
  /** "http://localhost:3000" */
  readonly url: string;
  /** The latest requests to the API, oldest first; files are not among them. */
  readonly requests: readonly RecordedRequest[];
  /** Ends all connections. The stand-in itself stays as it is. */
  close(): Promise<void>;
}

/**
 * Serves a stand-in on 127.0.0.1 and, where the machine has it, on ::1. Rejects with PortInUseError,
 * and with a TypeError if the prefix of `serve` does not begin and end with a slash or hides the API.
 *
 *     const host = await startNodeHost({ standin, port: 3000 });
 *     await host.close();
 */
export async function startNodeHost(options: NodeHostOptions): Promise<NodeHost> {
  const { serve } = options;
  if (serve !== undefined && !/^\/(.*\/)?$/.test(serve.prefix)) {
    throw new TypeError(`The prefix "${serve.prefix}" must begin and end with a slash.`);
  }
  if (serve !== undefined && (kApi.startsWith(serve.prefix) || serve.prefix.startsWith(kApi))) {
    throw new TypeError(
      `The prefix "${serve.prefix}" would hide the API; use one such as "/room-visitor/".`,
    );
  }
  const requests: RecordedRequest[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    handle(options, requests, request, response).catch((error: unknown) => {
      options.log?.(`failed: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  };
  const { port, servers } = await listenOnBoth(() => createServer(answer), options.port ?? 0);
  return {
    port,
    url: `http://localhost:${port}`,
    requests,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
}

async function listenOnBoth(create: () => Server, wanted: number, tries = 1): Promise<Listening> {
  const first = create();
  const port = await listen(first, wanted, "127.0.0.1");
  const second = create();
  try {
    await listen(second, port, "::1");
    return { port, servers: [first, second] };
  } catch (error) {
    // A machine without IPv6 is fine; another program there would answer in our place.
    if (!(error instanceof PortInUseError)) return { port, servers: [first] };
    await close(first);
    // A port that was found free on one address only is no reason to give up.
    if (wanted !== 0 || tries >= kMostTries) throw error;
    return listenOnBoth(create, wanted, tries + 1);
  }
}

async function handle(
  options: NodeHostOptions,
  requests: RecordedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "";
  const target = request.url ?? "";
  const body = await readBody(request);
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
  const clientIp = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const exchange = options.standin.handle({ method, url: target, headers, body }, clientIp, now());
  record(requests, { method, path: target, headers, body: text(body), status: exchange.status });
  const wait = options.wait ?? sleep;
  if (options.delays === "real" && exchange.delayMs > 0) await wait(exchange.delayMs);
  response.writeHead(exchange.status, exchange.headers.flat());
  response.end(method === "HEAD" ? undefined : exchange.body);
  const took = Math.round(performance.now() - started);
  options.log?.(`${method} ${maskSecrets(target)} ${exchange.status} ${took} ms`);
}

// Bytes beyond what the server would read are thrown away; what is left still shows "too large".
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    const kept = chunk.subarray(0, kMostBytes - size);
    if (kept.length > 0) chunks.push(kept);
    size += kept.length;
  }
  return Buffer.concat(chunks);
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

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortInUseError(port, host, error) : error);
    });
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}

const kApi = "/api/";
// Each finds another port; more failures than that have another reason.
const kMostTries = 10;
// One byte more than the server reads.
const kMostBytes = 50 * 1024 * 1024 + 1;
const kMostRecords = 1000;
const kMostRecordedBytes = 64 * 1024;
