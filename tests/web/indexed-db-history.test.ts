// What only the database does: durability, other pages, changes of the schema, and its failures.
import "fake-indexeddb/auto";

import { forceCloseDatabase } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";

import { openIndexedDbHistory } from "../../web/src/store/indexed-db-history.js";
import {
  type HistorySchema,
  kSchema,
  kStore,
  type SchemaStep,
} from "../../web/src/store/indexed-db-schema.js";
import { endOf, kOwner, openEntry } from "./history-entries.js";
import { newPlace } from "./history-kinds.js";
import { ManualTimers } from "./manual-timers.js";

afterEach(() => {
  vi.restoreAllMocks();
});

/** As a later release might have it: an entry has learnt something, and so have those that are there. */
const kNextSchema: readonly SchemaStep[] = [
  ...kSchema,
  async (_database, upgrade) => {
    const store = upgrade.objectStore(kStore);
    for (const entry of await store.getAll()) void store.put({ ...Object(entry), note: "" });
  },
];

const kFailingSchema: readonly SchemaStep[] = [
  ...kSchema,
  () => {
    throw new Error("a step that fails");
  },
];

/** Puts records into a database that exists, past all checks. */
async function putRaw(name: string, records: readonly unknown[]): Promise<void> {
  const database = await openDB(name);
  const transaction = database.transaction(kStore, "readwrite");
  for (const record of records) await transaction.store.put(record);
  await transaction.done;
  database.close();
}

/** Resolves only if every connection is given up. */
async function deleteAll(name: string): Promise<void> {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
}

describe("IndexedDB history", () => {
  it("asks for strict durability when it keeps an intent, and waits for all of it", async () => {
    const history = await openIndexedDbHistory({ name: newPlace() });
    const begun = vi.spyOn(IDBDatabase.prototype, "transaction");
    const completed = vi.fn();
    begun.mockImplementationOnce(function (this: IDBDatabase, ...args) {
      const transaction = this.transaction(...args);
      transaction.addEventListener("complete", completed);
      return transaction;
    });
    await history.intend(openEntry(1));
    expect(begun.mock.calls[0]).toEqual([[kStore], "readwrite", { durability: "strict" }]);
    expect(completed).toHaveBeenCalledOnce();
  });

  it("closes an entry in one transaction", async () => {
    const history = await openIndexedDbHistory({ name: newPlace(), limit: 0 });
    await history.intend(openEntry(1));
    const begun = vi.spyOn(IDBDatabase.prototype, "transaction");
    await history.close("entry-1", endOf(1));
    expect(begun).toHaveBeenCalledOnce();
    expect(await history.list(kOwner)).toEqual([]);
  });

  it("keeps 1,000 closed entries of an owner unless told otherwise", async () => {
    const name = newPlace();
    const history = await openIndexedDbHistory({ name });
    const closed = Array.from({ length: 1000 }, (_, n) => openEntry(n, { end: endOf(n) }));
    await putRaw(name, [...closed, openEntry(1000)]);
    await history.close("entry-1000", endOf(1000));
    const kept = await history.list(kOwner);
    expect(kept).toHaveLength(1000);
    expect(kept.at(-1)?.id).toBe("entry-1");
  });

  it("skips, counts and never drops records that it cannot read", async () => {
    const name = newPlace();
    const history = await openIndexedDbHistory({ name, limit: 1 });
    await putRaw(name, [
      { ...openEntry(1), writes: "many" },
      openEntry(2),
      { id: "foreign" },
      { ...openEntry(3), end: { verdict: "a later version's" } },
    ]);
    expect(await history.list(kOwner)).toEqual([openEntry(2)]);
    await history.close("entry-1", endOf(1));
    await history.close("entry-2", endOf(2));
    await history.clear(kOwner);
    expect(await history.damaged()).toEqual({
      count: 3,
      places: [
        'record "entry-1": is not an entry',
        'record "entry-3": is not an entry',
        'record "foreign": is not an entry',
      ],
    });
  });

  it("lets another page change the schema at once, and no entry is lost", async () => {
    const name = newPlace();
    const older = await openIndexedDbHistory({ name });
    await older.intend(openEntry(1));
    const newer = await openIndexedDbHistory({ name }, kNextSchema);
    expect(await newer.list(kOwner)).toEqual([openEntry(1)]);
    await newer.close("entry-1", endOf(1));
    expect(await newer.list(kOwner)).toEqual([openEntry(1, { end: endOf(1) })]);
    await expect(older.intend(openEntry(2))).rejects.toMatchObject({ name: "VersionError" });
    await deleteAll(name);
    expect(await older.list(kOwner)).toEqual([]);
  });

  it("opens again after the browser or a deletion has closed it", async () => {
    const name = newPlace();
    const history = await openIndexedDbHistory({ name });
    await history.intend(openEntry(1));
    const begun = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    });
    const listed = history.list(kOwner);
    await expect(listed).rejects.toMatchObject({ name: "InvalidStateError" });
    expect(begun).toHaveBeenCalledTimes(2);
    begun.mockRestore();
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
    await deleteAll(name);
    expect(await history.list(kOwner)).toEqual([]);
  });

  it("opens again when it was told that its connection has ended", async () => {
    const name = newPlace();
    const opened = vi.spyOn(indexedDB, "open");
    const history = await openIndexedDbHistory({ name });
    await history.intend(openEntry(1));
    const connection = opened.mock.results[0]?.value as IDBOpenDBRequest;
    forceCloseDatabase(connection.result as unknown as Parameters<typeof forceCloseDatabase>[0]);
    const begun = vi.spyOn(IDBDatabase.prototype, "transaction");
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
    expect([opened.mock.calls.length, begun.mock.calls.length]).toEqual([2, 1]);
  });

  it("passes on that there is no space, and keeps nothing then", async () => {
    const history = await openIndexedDbHistory({ name: newPlace() });
    const full = new DOMException("no space", "QuotaExceededError");
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw full;
    });
    await expect(history.intend(openEntry(1))).rejects.toBe(full);
    put.mockRestore();
    await history.intend(openEntry(1));
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw full;
    });
    await expect(history.close("entry-1", endOf(1))).rejects.toBe(full);
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
  });

  it("undoes all of a transaction that fails half-way", async () => {
    const history = await openIndexedDbHistory({ name: newPlace(), limit: 0 });
    await history.intend(openEntry(1));
    const failure = new DOMException("lost", "UnknownError");
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw failure;
    });
    await expect(history.close("entry-1", endOf(1))).rejects.toBe(failure);
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
  });

  it("gives up when the database does not open in time, and does not block others later", async () => {
    const name = newPlace();
    const open = openDB<HistorySchema>(name, 1, {
      upgrade: (database, _o, _n, upgrade) => {
        void kSchema[0]?.(database, upgrade);
      },
    });
    // It does not listen when another page wants to change the schema.
    const stubborn = await open;
    await stubborn.put(kStore, openEntry(1));
    const timers = new ManualTimers();
    const opening = openIndexedDbHistory({ name, timers, openLimit: 5000 }, kNextSchema);
    const refused = expect(opening).rejects.toMatchObject({ name: "TimeoutError" });
    timers.advance(4999);
    expect(timers.pending).toBe(1);
    timers.advance(1);
    await refused;
    expect(timers.pending).toBe(0);
    stubborn.close();
    const history = await openIndexedDbHistory({ name, timers }, kNextSchema);
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
    expect(timers.pending).toBe(0);
    await deleteAll(name);
  });

  it("keeps what is there when a change of the schema fails", async () => {
    const name = newPlace();
    const before = await openIndexedDbHistory({ name });
    await before.intend(openEntry(1));
    await expect(openIndexedDbHistory({ name }, kFailingSchema)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(await before.list(kOwner)).toEqual([openEntry(1)]);
  });

  it("refuses a database of something else", async () => {
    const name = newPlace();
    const foreign = await openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore("other"),
    });
    await expect(openIndexedDbHistory({ name })).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(openIndexedDbHistory({ name })).rejects.toThrow(`"${name}" is not a history`);
    foreign.close();
  });
});
