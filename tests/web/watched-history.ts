// A history that tells what was asked of it, and an entry that an earlier page left in it.
import { type History, type HistoryEntry, memoryHistory } from "../../web/src/index.js";
import { kGoldenUpdate, kSession } from "./golden.js";

export const kMove = { ...kGoldenUpdate, newVisitorId: "63d8f20a5be41c7790e6a1f4" };
const kServer = "https://chat.example.com";
const kOwner = { server: kServer, userId: kSession.userId };

/** See above. */
export interface Watched {
  readonly history: History;
  /** What was asked of the store, and what went to the server, in order. */
  readonly order: string[];
}

/** Makes one; `change` takes the place of what it does. */
export function watched(change: Partial<History> = {}): Watched {
  const store = memoryHistory("a test");
  const order: string[] = [];
  const history: History = {
    durability: "durable",
    reason: null,
    intend: async (entry) => {
      order.push(`intend ${String(entry.writes)}`);
      await store.intend(entry);
    },
    close: async (id, end) => {
      order.push(`close ${end.verdict}`);
      await store.close(id, end);
    },
    list: (owner, limit) => store.list(owner, limit),
    clear: (owner) => store.clear(owner),
    damaged: () => store.damaged(),
    ...change,
  };
  return { history, order };
}

/** An open entry of the user of these tests. */
export const entryOf = (change: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: "left-behind",
  ...kOwner,
  ...kMove,
  startedAt: "2026-11-22T13:00:00.000Z",
  writes: 1,
  end: null,
  ...change,
});
