// A flow against a stand-in with the story: its own history, timers that move by hand.
import { expect, vi } from "vitest";

import { memoryHistory } from "../../../web/src/store/memory-history.js";
import type { History, HistoryEnd, HistoryEntry } from "../../../web/src/client/history.js";
import { AdminFlow } from "../../../web/src/element/flow/admin-flow.js";
import type { SessionSettings } from "../../../web/src/element/flow/session-settings.js";
import { connect, load, type ConnectOptions } from "../../../web/src/index.js";
import { createStandinFetch } from "../../../web/src/standin/page-host.js";
import type { Standin } from "../../../web/src/standin/standin.js";
import { createStandin } from "../../standin/standin-fixture.js";
import { kSession } from "../golden.js";
import { ManualTimers } from "../manual-timers.js";

export const kServer = "https://chat.example.com";
export const kRid = "tcbbSmWSLR5uo5PBW";
export const kGuest = "6425bb86c29657e5b3ba26b2";
export const kCustomer = "63d8f20a5be41c7790e6a1f4";

/** An entry of the user of these tests. */
export function entry(id: string, members: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id,
    server: kServer,
    userId: kSession.userId,
    startedAt: "2026-11-22T12:00:00.000Z",
    rid: kRid,
    oldVisitorId: kGuest,
    newVisitorId: kCustomer,
    writes: 1,
    end: null,
    ...members,
  };
}

/** Ends it. */
export function end(members: Partial<HistoryEnd> = {}): HistoryEnd {
  return {
    verdict: "applied",
    proof: "answer",
    code: null,
    at: "2026-11-22T12:00:05.000Z",
    openUntil: null,
    lastSeen: null,
    recovered: false,
    ...members,
  };
}

export interface Story {
  readonly flow: AdminFlow;
  readonly standin: Standin;
  readonly history: History;
  readonly timers: ManualTimers;
  /** "GET /api/v1/rooms.info", without query. */
  readonly sent: string[];
  /** Lets answers to requests of this method wait until what it gives is called. */
  readonly hold: (method: "GET" | "PUT") => () => void;
  readonly options: Partial<ConnectOptions>;
}

/** A flow that is not connected yet; its history has these entries. */
export async function story(
  entries: readonly HistoryEntry[] = [],
  change: Partial<ConnectOptions> = {},
  version = "6.4",
): Promise<Story> {
  const standin = await createStandin({ seed: "story", version });
  const history = memoryHistory("It is a test.");
  for (const each of entries) {
    await history.intend({ ...each, end: null });
    if (each.end !== null) await history.close(each.id, each.end);
  }
  const timers = new ManualTimers();
  const sent: string[] = [];
  const gates = new Map<string, Promise<void>>();
  const standinFetch = createStandinFetch(standin, { now: () => kNow });
  const options: Partial<ConnectOptions> = {
    history,
    random: () => 0,
    // Each flow has limits of its own.
    monotonicClock: () => timers.now,
    timers,
    fetch: async (input, init) => {
      sent.push(`${init?.method ?? "GET"} ${new URL(input as string).pathname}`);
      await gates.get(init?.method ?? "GET");
      return standinFetch(input, init);
    },
    ...change,
  };
  const hold: Story["hold"] = (method) => {
    let open = (): void => undefined;
    gates.set(
      method,
      new Promise((resolve) => {
        open = resolve;
      }),
    );
    return () => {
      open();
    };
  };
  const flow = new AdminFlow({
    connect,
    load,
    timers,
    clock: () => kNow,
    changed: () => undefined,
  });
  return { flow, standin, history, timers, sent, hold, options };
}

/** The settings of a host that gives credentials. */
export function settings({ options }: Pick<Story, "options">): SessionSettings {
  return { server: kServer, allowInsecure: false, provider: kProvider, options };
}

/** The same, connected. */
export async function connected(...given: Parameters<typeof story>): Promise<Story> {
  const made = await story(...given);
  made.flow.configure(settings(made));
  await vi.waitFor(() => {
    expect(made.flow.session.capability?.canUpdate).toBe("yes");
    expect(made.flow.history.looking.busy).toBe(false);
  });
  return made;
}

/** Waits until a piece of work has ended. */
export async function idle(job: { readonly busy: boolean }): Promise<void> {
  await vi.waitFor(() => {
    expect(job.busy).toBe(false);
  });
}

/** A move of which the write has been sent and not been answered. */
export async function moving(): Promise<Story & { answer: () => Promise<void> }> {
  const made = await connected([]);
  const { flow, sent, hold } = made;
  flow.goTo({ step: "connect", rid: kRid, newVisitorId: kCustomer });
  await idle(flow.move.job);
  const open = hold("PUT");
  const done = flow.move.move();
  await expect.poll(() => sent.filter((line) => line.startsWith("PUT")).length).toBe(1);
  const answer = async (): Promise<void> => {
    open();
    await done;
  };
  return { ...made, answer };
}

export const kProvider = (): typeof kSession => kSession;
const kNow = Date.UTC(2026, 10, 22, 14);
