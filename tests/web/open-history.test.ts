// Where the database cannot be opened, the history is in memory and says why.
import { IDBFactory } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { HistoryReason } from "../../web/src/client/history.js";
import { openHistory } from "../../web/src/store/open-history.js";
import { endOf, kOwner, openEntry } from "./history-entries.js";
import { newPlace } from "./history-kinds.js";
import { ManualTimers } from "./manual-timers.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function failing(name: string): IDBFactory {
  const factory = new IDBFactory();
  vi.spyOn(factory, "open").mockImplementation(() => {
    throw new DOMException("no", name);
  });
  return factory;
}

const kOnly = "The history is kept only until this page or program ends, because ";

describe("openHistory", () => {
  it("opens the database where there is one", async () => {
    const name = newPlace();
    const history = await openHistory({ name });
    expect([history.durability, history.reason]).toEqual(["durable", null]);
    await history.intend(openEntry(1));
    expect(await (await openHistory({ name })).list(kOwner)).toEqual([openEntry(1)]);
  });

  it.each<[string, () => unknown, string, HistoryReason | null]>([
    ["no database", () => undefined, "there is no database here", "no_database"],
    ["a database that is null", () => null, "there is no database here", "no_database"],
    [
      "blocked storage",
      () => failing("SecurityError"),
      "the browser does not let this page keep data",
      "forbidden",
    ],
    [
      "a private window",
      () => failing("InvalidStateError"),
      "the browser keeps no data for this window; it may be a private one",
      "no_storage",
    ],
    [
      "a full disk",
      () => failing("QuotaExceededError"),
      "there is no space left for data of this page",
      "full",
    ],
    [
      "a later schema",
      () => failing("VersionError"),
      "a newer version of this page has changed the database; reloading may help",
      "newer_version",
    ],
    [
      "a fault nobody knows",
      () => failing("UnknownError"),
      "the database cannot be opened (UnknownError: no)",
      null,
    ],
  ])("keeps entries in memory with %s", async (_name, database, why, code) => {
    vi.stubGlobal("indexedDB", database());
    const history = await openHistory({ limit: 1 });
    expect([history.durability, history.reason]).toEqual(["memory", `${kOnly}${why}.`]);
    expect(history.reasonCode).toBe(code);
    for (const n of [1, 2]) {
      await history.intend(openEntry(n));
      await history.close(`entry-${n}`, endOf(n));
    }
    expect(await history.list(kOwner)).toEqual([openEntry(2, { end: endOf(2) })]);
  });

  // Looking at the connection again took all of them away.
  it("keeps entries in memory for all who open it", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const owner = { ...kOwner, userId: "of this test" };
    const entry = { ...openEntry(1), ...owner };
    await (await openHistory()).intend(entry);
    expect(await (await openHistory({ limit: 3 })).list(owner)).toEqual([entry]);
    expect(await (await openHistory({ name: "another" })).list(owner)).toEqual([]);
  });

  it("keeps entries in memory where even asking for the database is forbidden", async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
    Object.defineProperty(globalThis, "indexedDB", {
      configurable: true,
      get: () => {
        throw new DOMException("sandboxed", "SecurityError");
      },
    });
    try {
      const { reason } = await openHistory();
      expect(reason).toBe(`${kOnly}the browser does not let this page keep data.`);
    } finally {
      Object.defineProperty(globalThis, "indexedDB", before ?? {});
    }
  });

  it("does not wait for ever for a database that never answers", async () => {
    const factory = new IDBFactory();
    let asked: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      asked = resolve;
    });
    vi.spyOn(factory, "open").mockImplementation(() => {
      asked();
      return new (globalThis.IDBOpenDBRequest as unknown as new () => never)();
    });
    vi.stubGlobal("indexedDB", factory);
    const timers = new ManualTimers();
    const opening = openHistory({ timers });
    await opened;
    // The timer is set in the same turn as the request.
    await Promise.resolve();
    timers.advance(5_000);
    const history = await opening;
    expect(history.durability).toBe("memory");
    expect(history.reason).toContain("does not answer; closing other tabs");
    expect(history.reasonCode).toBe("not_answering");
  });

  it("refuses a limit that is no number of entries", async () => {
    await expect(openHistory({ limit: -1 })).rejects.toThrow(RangeError);
  });
});
