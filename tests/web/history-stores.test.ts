// What every store does, and what those that can be shared and opened again do besides.
import { describe, expect, it } from "vitest";

import type { HistoryEntry } from "../../web/src/client/history.js";
import { endOf, kHostileTexts, kOwner, openEntry } from "./history-entries.js";
import { kMemory, kShared, newPlace } from "./history-kinds.js";

const ids = (entries: readonly HistoryEntry[]) => entries.map(({ id }) => id);

describe.each([kMemory, ...kShared])("$name history", ({ durability, open }) => {
  it("says how long it keeps entries", async () => {
    const history = await open(newPlace());
    expect(history.durability).toBe(durability);
    expect(history.reason).toBe(durability === "memory" ? "it is a test" : null);
  });

  it("is empty at first", async () => {
    const history = await open(newPlace());
    expect(await history.list(kOwner)).toEqual([]);
    expect(await history.clear(kOwner)).toBe(0);
    expect(await history.damaged()).toEqual({ count: 0, places: [] });
  });

  it("keeps an open entry, then its end", async () => {
    const history = await open(newPlace());
    await history.intend(openEntry(1));
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
    await history.close("entry-1", endOf(1));
    expect(await history.list(kOwner)).toEqual([openEntry(1, { end: endOf(1) })]);
  });

  it("keeps one entry for several writes", async () => {
    const history = await open(newPlace());
    await history.intend(openEntry(1));
    await history.intend(openEntry(1, { writes: 2 }));
    expect(await history.list(kOwner)).toEqual([openEntry(1, { writes: 2 })]);
  });

  it("lists the latest first, by id what began at once, and no more than asked for", async () => {
    const history = await open(newPlace());
    for (const n of [2, 3, 1]) await history.intend(openEntry(n));
    await history.intend(openEntry(2, { id: "entry-2b" }));
    const latest = ["entry-3", "entry-2b", "entry-2", "entry-1"];
    expect(ids(await history.list(kOwner))).toEqual(latest);
    expect(ids(await history.list(kOwner, 2))).toEqual(latest.slice(0, 2));
    expect(await history.list(kOwner, 0)).toEqual([]);
    expect(ids(await history.list(kOwner, 9))).toEqual(latest);
  });

  it("keeps owners apart", async () => {
    const history = await open(newPlace());
    const others = [
      { ...kOwner, userId: "agent-10" },
      { ...kOwner, userId: "agent-" },
      { server: "https://chat.example.co", userId: "m\u0000agent-1" },
    ];
    await history.intend(openEntry(0));
    for (const [n, owner] of others.entries()) await history.intend(openEntry(n + 1, owner));
    expect(ids(await history.list(kOwner))).toEqual(["entry-0"]);
    for (const [n, owner] of others.entries()) {
      expect(ids(await history.list(owner))).toEqual([`entry-${n + 1}`]);
    }
  });

  it("lets a recovered end replace only what is open or unknown", async () => {
    const history = await open(newPlace());
    const unknown = endOf(1, { recovered: true, verdict: "unknown", proof: null });
    const seen = endOf(1, { recovered: true, proof: "read_back" });
    await history.intend(openEntry(1));
    await history.close("entry-1", unknown);
    expect((await history.list(kOwner))[0]?.end).toEqual(unknown);
    await history.close("entry-1", seen);
    await history.close("entry-1", unknown);
    expect((await history.list(kOwner))[0]?.end).toEqual(seen);
    await history.close("entry-1", endOf(1));
    await history.close("entry-1", seen);
    expect((await history.list(kOwner))[0]?.end).toEqual(endOf(1));
  });

  it("opens an entry again for one more write", async () => {
    const history = await open(newPlace());
    await history.intend(openEntry(1));
    await history.close("entry-1", endOf(1, { recovered: true }));
    await history.intend(openEntry(1, { writes: 2 }));
    expect(await history.list(kOwner)).toEqual([openEntry(1, { writes: 2 })]);
  });

  it("lets gone entries be gone", async () => {
    const history = await open(newPlace());
    await history.close("entry-1", endOf(1));
    await history.intend(openEntry(2));
    await history.close("entry-2", endOf(2, { recovered: true }));
    await history.clear(kOwner);
    await history.close("entry-2", endOf(2));
    expect(await history.list(kOwner)).toEqual([]);
  });

  it("forgets closed entries of one owner when told so, never open ones", async () => {
    const history = await open(newPlace());
    const other = { ...kOwner, userId: "agent-2" };
    for (const n of [1, 2, 3]) await history.intend(openEntry(n));
    await history.intend(openEntry(4, other));
    for (const n of [1, 3, 4]) await history.close(`entry-${n}`, endOf(n));
    expect(await history.clear(kOwner)).toBe(2);
    expect(ids(await history.list(kOwner))).toEqual(["entry-2"]);
    expect(ids(await history.list(other))).toEqual(["entry-4"]);
    expect(await history.clear(kOwner)).toBe(0);
  });

  it("drops the oldest closed entries beyond the limit, never open ones", async () => {
    const history = await open(newPlace(), 2);
    const other = { ...kOwner, userId: "agent-2" };
    await history.intend(openEntry(9, other));
    await history.close("entry-9", endOf(9));
    for (const n of [1, 5, 3, 4, 2]) await history.intend(openEntry(n));
    for (const n of [5, 1, 4]) await history.close(`entry-${n}`, endOf(n));
    expect(ids(await history.list(kOwner))).toEqual(["entry-5", "entry-4", "entry-3", "entry-2"]);
    await history.close("entry-2", endOf(2));
    expect(ids(await history.list(kOwner))).toEqual(["entry-5", "entry-4", "entry-3"]);
    expect(ids(await history.list(other))).toEqual(["entry-9"]);
  });

  it("keeps no closed entries with a limit of 0", async () => {
    const history = await open(newPlace(), 0);
    for (const n of [1, 2]) await history.intend(openEntry(n));
    await history.close("entry-1", endOf(1));
    expect(ids(await history.list(kOwner))).toEqual(["entry-2"]);
  });

  it.each([-1, 0.5, Number.NaN, Infinity])("refuses %s as a limit", async (limit) => {
    await expect(async () => open(newPlace(), limit)).rejects.toThrow(RangeError);
    const history = await open(newPlace());
    await expect(history.list(kOwner, limit)).rejects.toThrow(RangeError);
  });

  it("never keeps what is not a member of an entry", async () => {
    const history = await open(newPlace());
    const token = { token: "secret", authToken: "secret" };
    const lastSeen = { visitorId: "customer-1", at: endOf(1).at, ...token };
    const [entry, end] = [
      { ...openEntry(1), ...token },
      { ...endOf(1), lastSeen, ...token },
    ];
    await history.intend(entry);
    await history.close("entry-1", end);
    expect(await history.list(kOwner)).toEqual([openEntry(1, { end: endOf(1) })]);
  });

  it("carries calls out in the order in which they were made", async () => {
    const history = await open(newPlace());
    const rounds = Array.from({ length: 30 }, async (_, n) => {
      const calls = [
        history.intend(openEntry(n)),
        history.close(`entry-${n}`, endOf(n)),
        history.clear(kOwner),
      ] as const;
      const [, , cleared] = await Promise.all(calls);
      return cleared;
    });
    expect(await Promise.all(rounds)).toEqual(rounds.map(() => 1));
  });

  it("keeps hostile texts as they are", async () => {
    const history = await open(newPlace());
    for (const [n, text] of kHostileTexts.entries()) {
      const owner = { server: text, userId: text };
      const entry = openEntry(n, { ...owner, rid: text, oldVisitorId: text, newVisitorId: text });
      const id = text === "" ? "empty" : text;
      const end = endOf(n, { code: text, lastSeen: { visitorId: text, at: entry.startedAt } });
      await history.intend({ ...entry, id });
      await history.close(id, end);
      expect(await history.list(owner)).toEqual([{ ...entry, id, end }]);
    }
    expect(await history.damaged()).toEqual({ count: 0, places: [] });
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a list", []],
    ["no id", { ...openEntry(1), id: "" }],
    ["an id that is a number", { ...openEntry(1), id: 1 }],
    ["a local time", openEntry(1, { startedAt: "2026-01-01T00:00:00.000" })],
    ["no such time", openEntry(1, { startedAt: "2026-13-01T00:00:00.000Z" })],
    ["no write", openEntry(1, { writes: 0 })],
    ["half a write", openEntry(1, { writes: 1.5 })],
    ["a room that is an object", { ...openEntry(1), rid: { token: "secret" } }],
    ["no end", { ...openEntry(1), end: undefined }],
    ["an end already", openEntry(1, { end: endOf(1) })],
  ])("refuses %s as an entry", async (_name, value) => {
    const history = await open(newPlace());
    await expect(history.intend(value as HistoryEntry)).rejects.toThrow(TypeError);
    expect(await history.list(kOwner)).toEqual([]);
  });

  it.each<[string, object]>([
    ["another verdict", { verdict: "moved" }],
    ["another proof", { proof: "hearsay" }],
    ["a code that is a number", { code: 1 }],
    ["no time", { at: null }],
    ["a time that is a number", { openUntil: 1 }],
    ["a visitor without a time", { lastSeen: { visitorId: "x" } }],
    ["no word on recovery", { recovered: undefined }],
  ])("refuses an end with %s", async (_name, members) => {
    const history = await open(newPlace());
    await history.intend(openEntry(1));
    const end = { ...endOf(1), ...members };
    await expect(history.close("entry-1", end)).rejects.toThrow(TypeError);
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
  });

  it("gives entries that cannot be changed behind its back", async () => {
    const history = await open(newPlace());
    const entry = { ...openEntry(1) };
    await history.intend(entry);
    entry.rid = "another";
    const [listed] = await history.list(kOwner);
    expect(listed?.rid).toBe("room-1");
    expect(Object.isFrozen(listed)).toBe(true);
  });
});

describe.each(kShared)("$name history shared and opened again", ({ open }) => {
  it("gives back what was kept before", async () => {
    const place = newPlace();
    const before = await open(place);
    await before.intend(openEntry(1));
    await before.intend(openEntry(2));
    await before.close("entry-1", endOf(1));
    const after = await open(place);
    expect(await after.list(kOwner)).toEqual([openEntry(2), openEntry(1, { end: endOf(1) })]);
  });

  it("shows two users of one place the same", async () => {
    const place = newPlace();
    const [one, two] = [await open(place), await open(place)];
    await Promise.all([1, 2, 3, 4].map((n) => (n % 2 === 0 ? one : two).intend(openEntry(n))));
    await one.close("entry-1", endOf(1, { recovered: true, verdict: "unknown", proof: null }));
    await two.close("entry-1", endOf(1));
    expect(await one.list(kOwner)).toEqual(await two.list(kOwner));
    expect((await one.list(kOwner)).at(-1)).toEqual(openEntry(1, { end: endOf(1) }));
    expect(await two.clear(kOwner)).toBe(1);
    await one.intend(openEntry(5));
    expect(ids(await two.list(kOwner))).toEqual(["entry-5", "entry-4", "entry-3", "entry-2"]);
  });

  it("drops what a smaller limit leaves no room for", async () => {
    const place = newPlace();
    const before = await open(place);
    for (const n of [1, 2, 3]) {
      await before.intend(openEntry(n));
      await before.close(`entry-${n}`, endOf(n));
    }
    const after = await open(place, 1);
    await after.intend(openEntry(4));
    await after.close("entry-4", endOf(4));
    expect(ids(await after.list(kOwner))).toEqual(["entry-4"]);
  });
});
