// A port of this machine, and of this machine only.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PortInUseError } from "./port-in-use-error.js";

export interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
}

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1, on the same port; 0 finds a free one.
 * Rejects with PortInUseError.
 */
export async function listenOnBoth(
  create: () => Server,
  wanted: number,
  tries = 1,
): Promise<Listening> {
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

/** Ends all connections and stops listening. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}

// Each finds another port; more failures than that have another reason.
const kMostTries = 10;
