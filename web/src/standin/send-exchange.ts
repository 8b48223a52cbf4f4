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

/** What a log says of it: "200", "200 cut after 20 bytes", "reset". */
export function describeExchange({ status, ending, cutAt }: StandinExchange): string {
  if (ending === "complete") return String(status);
  return cutAt === undefined ? ending : `${status} ${ending} after ${cutAt} bytes`;
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
