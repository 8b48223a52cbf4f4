// What is shown of earlier moves.
import { describe, expect, test } from "vitest";

import type { HistoryEntry, HistoryReason } from "../../../web/src/client/history.js";
import { liveEntries } from "../../../web/src/client/record.js";
import { englishTexts, loadTexts } from "../../../web/src/element/text/locales.js";
import {
  historyPage,
  keepingReason,
  kPageSize,
} from "../../../web/src/element/views/history-model.js";
import { end, entry, kCustomer, kGuest } from "./history-world.js";

const texts = englishTexts();
const rowsOf = (entries: readonly HistoryEntry[]) =>
  historyPage(entries, 0, texts).days.flatMap(({ rows }) => rows);
const rowOf = (each: HistoryEntry) => rowsOf([each])[0];
const many = (count: number, members: Partial<HistoryEntry> = {}): HistoryEntry[] =>
  Array.from({ length: count }, (_, n) =>
    entry(`e${n}`, { rid: `room-${n}`, end: end(), ...members }),
  );

describe("what is known of a move", () => {
  test.each([
    ["an answer", { proof: "answer" }, "history.what.answer"],
    ["a reading", { proof: "read_back" }, "history.what.readBack"],
    ["a later look", { proof: "read_back", recovered: true }, "history.what.recovered"],
    ["it was so", { proof: "wanted_state" }, "history.what.wanted"],
    ["not sent", { verdict: "not_sent", proof: null }, "history.what.notSent"],
    ["refused", { verdict: "refused", code: "room_archived" }, "history.what.refusedCode"],
    ["nothing read", { verdict: "unknown", code: "connection_lost" }, "history.what.unknown"],
    [
      "the old visitor seen",
      { verdict: "unknown", lastSeen: { visitorId: kGuest, at: "2026-11-22T12:00:00.000Z" } },
      "history.what.seenOld",
    ],
    [
      "somebody else seen",
      { verdict: "unknown", lastSeen: { visitorId: "x", at: "2026-11-22T12:00:00.000Z" } },
      "history.what.seenOther",
    ],
  ] as const)("%s", (_, members, key) => {
    expect(rowOf(entry("a", { end: end(members) }))?.what.key).toBe(key);
  });

  test("an open one is interrupted, unless it is under way on this page", () => {
    expect(rowOf(entry("open"))).toMatchObject({
      state: "open",
      what: { key: "history.what.open" },
    });
    liveEntries.add("open");
    expect(rowOf(entry("open"))).toMatchObject({ state: "underWay" });
    liveEntries.delete("open");
  });

  test("a refusal is told in the table's words where it has them", () => {
    const refused = entry("a", { end: end({ verdict: "refused", code: "user_not_found" }) });
    const row = {
      code: "user_not_found",
      family: "server",
      what: "It is gone.",
      remedy: "",
    } as const;
    const page = historyPage([refused], 0, texts, [row]);
    expect(page.days[0]?.rows[0]?.what).toEqual({
      key: "history.what.refused",
      values: { reason: "It is gone." },
    });
  });

  test("a time that is none is shown as it is", () => {
    expect(rowOf(entry("a", { startedAt: "yesterday", end: end() }))?.when).toBe("yesterday");
  });
});

describe("why the record is not kept for longer", () => {
  const kState = { durability: "memory", reason: "In its words.", damaged: null } as const;

  // It was English in every language.
  test("is in the reader's language where the store gives a code", async () => {
    const state = { ...kState, reasonCode: "full" } as const;
    expect(keepingReason(state, texts)).toBe("There is no space left for data of this page.");
    expect(keepingReason(state, await loadTexts("de"))).toBe(
      "Für Daten dieser Seite ist kein Platz mehr.",
    );
  });

  test.each([null, "of-the-host", "constructor"])("is in the store's words with %s", (code) => {
    const reasonCode = code as HistoryReason | null;
    expect(keepingReason({ ...kState, reasonCode }, texts)).toBe("In its words.");
    expect(keepingReason({ ...kState, reason: null, reasonCode }, texts)).toBeNull();
  });
});

describe("moving back", () => {
  const sameRoom = (verdict: "applied" | "refused" | "not_sent" | "unknown"): HistoryEntry[] => [
    entry("later", { end: end({ verdict }) }),
    entry("older", { end: end() }),
  ];

  test.each([
    ["applied", false],
    ["unknown", false],
    ["refused", true],
    ["not_sent", true],
  ] as const)("of a move with a later one that is %s", (verdict, canUndo) => {
    const older = rowsOf(sameRoom(verdict))[1];
    expect(older).toMatchObject({ id: "older", canUndo, isOutdated: !canUndo });
  });

  test("of a move with a later one that is open", () => {
    expect(rowsOf([entry("later"), entry("older", { end: end() })])[1]?.canUndo).toBe(false);
  });

  test("only of what was moved, and to another visitor", () => {
    const can = (members: Partial<HistoryEntry>): boolean | undefined =>
      rowOf(entry("a", members))?.canUndo;
    expect(can({ end: end() })).toBe(true);
    expect(can({ end: end({ verdict: "unknown" }) })).toBe(false);
    expect(can({ end: end({ verdict: "refused" }) })).toBe(false);
    expect(can({})).toBe(false);
    expect(can({ oldVisitorId: kCustomer, end: end() })).toBe(false);
  });
});

describe("pages", () => {
  test("of fifty, in the order of the record", () => {
    const page = historyPage(many(kPageSize + 1), 1, texts);
    expect(page).toMatchObject({ from: 51, to: 51, count: 51, page: 1, pages: 2 });
    expect(page.days[0]?.rows.map(({ id }) => id)).toEqual(["e50"]);
  });

  test("exactly one page has no second", () => {
    expect(historyPage(many(kPageSize), 0, texts).pages).toBe(1);
  });

  test("nothing at all", () => {
    expect(historyPage([], 0, texts)).toMatchObject({ from: 0, to: 0, count: 0, pages: 1 });
  });

  test("one that is gone, since the list became shorter, is the last", () => {
    expect(historyPage(many(3), 7, texts)).toMatchObject({ page: 0, from: 1, to: 3 });
  });
});

describe("days", () => {
  test("are named only where there are many moves", () => {
    expect(historyPage(many(10), 0, texts).days).toMatchObject([{ day: null }]);
    const two = [
      ...many(6, { startedAt: "2026-11-22T12:00:00.000Z" }),
      ...many(5, { startedAt: "2026-11-20T12:00:00.000Z" }),
    ];
    const { days } = historyPage(two, 0, texts);
    expect(days.map(({ rows }) => rows.length)).toEqual([6, 5]);
    expect(days[0]?.day).toContain("November 22, 2026");
  });
});
