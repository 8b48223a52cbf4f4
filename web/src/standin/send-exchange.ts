// An exchange on a real socket, its ending included.
import type { ServerResponse } from "node:http";
import type { StandinExchange } from "./exchange.js";

/**
 * Sends what arrives of an answer. "cut" closes the connection after part of the body, "reset" resets it,
 * "stall" leaves it open until the client or the host ends it.
 */
export function sendExchange(
  response: ServerResponse,
  exchange: StandinExchange,
  method: string,
): void {
  const { ending, cutAt } = exchange;
  if (ending === "reset") response.socket?.resetAndDestroy();
  else if (cutAt !== undefined) sendPart(response, exchange, cutAt);
  else if (ending === "complete") {
    response.writeHead(exchange.status, exchange.headers.flat());
    response.end(method === "HEAD" ? undefined : exchange.body);
  }
}

/**
 * What a log says of it: the status that the server wrote, "---" if none, how long it took in whole
 * milliseconds, and, if a fault ended the connection, how: "200 12 ms, cut after 20 of 480 bytes".
 */
export function describeExchange(
  { status, ending, cutAt, body }: StandinExchange,
  milliseconds: number,
): string {
  const line = `${status === 0 ? "---" : status} ${milliseconds} ms`;
  if (ending === "complete") return line;
  if (cutAt !== undefined) {
    const how = ending === "cut" ? "cut" : "stalled";
    return `${line}, ${how} after ${cutAt} of ${Buffer.byteLength(body)} bytes`;
  }
  const what = ending === "reset" ? "connection reset" : "stalled";
  return `${line}, ${what} ${status === 0 ? "before the request was applied" : "instead of the answer"}`;
}

// The length tells the client that something is missing.
function sendPart(response: ServerResponse, exchange: StandinExchange, bytes: number): void {
  const body = Buffer.from(exchange.body, "utf8");
  response.writeHead(exchange.status, [
    ...exchange.headers.flat(),
    ...["Content-Length", String(body.length)],
  ]);
  response.flushHeaders();
  if (bytes > 0) response.write(body.subarray(0, bytes));
  // Sends what was written and closes; a reset could overtake it.
  if (exchange.ending === "cut") response.socket?.destroySoon();
}
