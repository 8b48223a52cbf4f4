// A connection with an injected fetch, timers and clock, and what went through them.
import { connect, type ConnectOptions, type Connection } from "../../web/src/index.js";
import { goldenRoom, kSession, movedRoom } from "./golden.js";
import { ManualTimers } from "./manual-timers.js";

/** Answers one request. */
export type Handler = (path: string, init: RequestInit) => Response | Promise<Response>;

/** A request as it was handed to fetch. */
export interface Recorded {
  readonly path: string;
  readonly init: RequestInit;
}

/** An answer in JSON. */
export const json = (
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });

/** The connection's time. */
export const kNow = Date.UTC(2026, 10, 22, 14);

/** A connection to a server of version 6.4 that answers writes with `write`, and reads if not told. */
export async function connected(
  write: Handler,
  change: Partial<ConnectOptions> & { version?: string | Handler; read?: Handler } = {},
): Promise<{ chat: Connection; calls: Recorded[]; timers: ManualTimers }> {
  const { version = "6.4", read = write, ...options } = change;
  const calls: Recorded[] = [];
  const timers = new ManualTimers();
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(input as string);
    const path = pathname + search;
    calls.push({ path, init });
    if (pathname.endsWith("/rooms.info")) return read(path, init);
    if (pathname !== "/api/info") return write(path, init);
    return typeof version === "string" ? json({ version, success: true }) : version(path, init);
  };
  const chat = await connect({
    server: "https://chat.example.com",
    credentials: () => kSession,
    fetch,
    timers,
    clock: () => kNow,
    monotonicClock: () => timers.now,
    // No pause is longer than nothing.
    random: () => 0,
    ...options,
  });
  return { chat, calls, timers };
}

/** Answers with the room at the new visitor. */
export const success: Handler = () => json({ room: movedRoom(), success: true });
/** Answers with the room still at the old visitor. */
export const unmoved: Handler = () => json({ room: goldenRoom(), success: true });
/** The updates among the requests. */
export const writes = (calls: Recorded[]): Recorded[] =>
  calls.filter(({ path }) => path.endsWith("room.visitor"));
