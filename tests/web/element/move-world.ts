// The whole flow against a stand-in: one conversation and one person chosen, ready to be looked at.
import { connect } from "../../../web/src/client/connect.js";
import { load } from "../../../web/src/client/load.js";
import type { ConnectOptions } from "../../../web/src/client/options.js";
import type { Outcome } from "../../../web/src/client/outcome.js";
import type { Timers } from "../../../web/src/client/send.js";
import { AdminFlow } from "../../../web/src/element/flow/admin-flow.js";
import { createStandinFetch } from "../../../web/src/standin/page-host.js";
import type { Standin, WorkspaceOptions } from "../../../web/src/standin/standin.js";
import { memoryHistory } from "../../../web/src/store/memory-history.js";
import { createStandin, kAgentHeaders, kNow } from "../../standin/standin-fixture.js";

export const kRid = "tcbbSmWSLR5uo5PBW";
export const kGuest = "6425bb86c29657e5b3ba26b2";
export const kCustomer = "63d8f20a5be41c7790e6a1f4";
export const kJo = "iNKE8a6k6cjbqWhWd";
export const kClosedRid = "q7WnZ4kYtB9sRmE3c";

const kServer = "https://chat.example.com";

/** Gives an answer in the place of the stand-in's, or nothing. */
export type Instead = (
  path: string,
  init: RequestInit,
) => Response | undefined | Promise<Response | undefined>;

/** A flow and what was seen of it. */
export interface MoveWorld {
  readonly flow: AdminFlow;
  readonly standin: Standin;
  /** The bodies of the updates that were sent. */
  readonly writes: string[];
  /** "applied", or "undo applied". */
  readonly told: string[];
  /** Asks the stand-in. */
  readonly pass: (path: string, init: RequestInit) => Promise<Response>;
  /** May be set later. */
  instead: Instead;
  /** Resolves as soon as something holds, looking after each change. */
  readonly until: (holds: () => boolean) => Promise<void>;
}

/** Connects as the agent of the documented conversation. */
export async function moveWorld(
  workspace: WorkspaceOptions = { version: "6.4.2", rateLimiter: false },
  options: Partial<ConnectOptions> = {},
  timers: Timers = { setTimeout: () => 0, clearTimeout: () => undefined },
): Promise<MoveWorld> {
  const standin = await createStandin(workspace);
  const fetchFrom = createStandinFetch(standin, { now: () => kNow });
  const writes: string[] = [];
  const told: string[] = [];
  const watchers = new Set<() => void>();
  const flow = new AdminFlow({
    connect,
    load,
    timers,
    clock: () => kNow,
    changed: () => {
      for (const watcher of watchers) watcher();
    },
  });
  flow.move.onSettled = ({ verdict }: Outcome, _update, undo) => {
    told.push(undo ? `undo ${verdict}` : verdict);
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const watcher = (): void => {
        if (!holds()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });
  const pass: MoveWorld["pass"] = (path, init) => fetchFrom(kServer + path, init);
  const world: MoveWorld = { flow, standin, writes, told, until, pass, instead: () => undefined };
  const fetch: ConnectOptions["fetch"] = async (input, init = {}) => {
    const { pathname, search } = new URL(input as string);
    if (pathname.endsWith("/room.visitor")) writes.push(init.body as string);
    return (await world.instead(pathname + search, init)) ?? fetchFrom(input, init);
  };
  flow.configure({
    server: kServer,
    allowInsecure: false,
    provider: () => ({
      userId: kAgentHeaders["X-User-Id"] ?? "",
      authToken: kAgentHeaders["X-Auth-Token"] ?? "",
    }),
    options: {
      fetch,
      random: () => 0,
      // Each workspace has limits of its own.
      monotonicClock: () => performance.now(),
      history: memoryHistory("a test"),
      ...options,
    },
  });
  // It connects by itself: there is nothing to type.
  await until(() => flow.step === "conversation");
  return world;
}

/** The same, with the preview of the documented move on show. */
export async function previewed(...given: Parameters<typeof moveWorld>): Promise<MoveWorld> {
  const world = await moveWorld(...given);
  await look(world, kRid, kCustomer);
  return world;
}

/** Chooses and waits for the preview. */
export async function look({ flow, until }: MoveWorld, rid: string, id: string): Promise<void> {
  flow.goTo({ step: "preview", rid, newVisitorId: id });
  await until(() => !flow.move.job.busy);
}

/** Whose the room is, as the server knows. */
export async function ownerOf({ flow }: MoveWorld, rid = kRid): Promise<string | undefined> {
  const room = await flow.session.chat?.roomInfo({ rid });
  return room?.view.v?._id;
}

/** A promise to be resolved from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
