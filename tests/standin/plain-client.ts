// A plain client on node:http that tells what it saw of an answer, however that ended.
import { request as httpRequest } from "node:http";
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from "node:http";

/** A "cut" answer had a status and ended too early, a "lost" one ended before that. */
export interface Sight {
  readonly ending: "complete" | "cut" | "lost";
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly error: string;
}

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request on its way: `body` is what has arrived so far, `done` is how it ended. */
export interface Sending {
  readonly request: ClientRequest;
  readonly done: Promise<Sight>;
  /** When so many bytes of the body are here. */
  arrived(bytes: number): Promise<void>;
}

export function send(port: number, { method = "GET", path, headers = {}, body }: Sent): Sending {
  const parts: Buffer[] = [];
  const waiting: { bytes: number; resolve: () => void }[] = [];
  const size = (): number => Buffer.concat(parts).length;
  // A connection of its own for each: none is broken by the fault of another.
  const request = httpRequest({ port, host: "127.0.0.1", method, path, headers, agent: false });
  const done = new Promise<Sight>((resolve) => {
    let answer: IncomingMessage | undefined;
    const end = (ending: Sight["ending"], error = ""): void => {
      const { statusCode: status = 0, headers: seen = {} } = answer ?? {};
      resolve({ ending, status, headers: seen, body: Buffer.concat(parts), error });
    };
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (answer === undefined) end("lost", error.code ?? error.message);
    });
    request.on("response", (response) => {
      answer = response;
      response.on("data", (part: Buffer) => {
        parts.push(part);
        for (const each of waiting) if (size() >= each.bytes) each.resolve();
      });
      response.on("end", () => {
        end("complete");
      });
      response.on("error", (error: NodeJS.ErrnoException) => {
        end("cut", error.code ?? error.message);
      });
    });
  });
  request.end(body);
  const arrived = (bytes: number): Promise<void> =>
    new Promise((resolve) => {
      if (size() >= bytes) resolve();
      else waiting.push({ bytes, resolve });
    });
  return { request, done, arrived };
}

/** Sends a request and waits for its end. */
export function see(port: number, sent: Sent): Promise<Sight> {
  return send(port, sent).done;
}
