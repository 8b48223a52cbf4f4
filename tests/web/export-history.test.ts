// Tables and JSON of a history: nothing that spreadsheets would carry out, nothing undocumented.
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import type { HistoryEntry } from "../../web/src/client/history.js";
import { historyToCsv, historyToJson } from "../../web/src/store/export-history.js";
import { endOf, kHostileTexts, openEntry } from "./history-entries.js";

const kHeader = [
  ...["id", "startedAt", "server", "userId", "rid", "oldVisitorId", "newVisitorId", "writes"],
  ...["verdict", "proof", "code", "endedAt", "openUntil", "lastSeenVisitorId", "lastSeenAt"],
  "recovered",
];

/** The rows of a table as another program reads them. */
function readBack(csv: string, delimiter = ","): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter, newline: "\r\n" });
  expect(errors).toEqual([]);
  expect(data.pop()).toEqual([""]);
  return data;
}

const cellOf = (text: string) => readBack(historyToCsv([openEntry(1, { rid: text })]))[1]?.[4];

describe("historyToCsv", () => {
  it("has a header and nothing else for an empty history", () => {
    expect(historyToCsv([])).toBe(`"${kHeader.join('","')}"\r\n`);
  });

  it("has one row of all members for each entry", () => {
    const end = endOf(2, { verdict: "refused", proof: null, code: "conflict", recovered: true });
    const rows = readBack(historyToCsv([openEntry(2, { end }), openEntry(1)]));
    const second = "2026-01-01T00:00:02.000Z";
    const third = "2026-01-01T00:00:03.000Z";
    const [server, userId] = ["https://chat.example.com", "agent-1"];
    expect(rows).toEqual([
      kHeader,
      [
        ...["entry-2", second, server, userId, "room-2", "guest-2", "customer-2", "1"],
        ...["refused", "", "conflict", third, "", "customer-2", third, "true"],
      ],
      [
        ...["entry-1", "2026-01-01T00:00:01.000Z", server, userId, "room-1", "guest-1"],
        ...["customer-1", "1", "open", "", "", "", "", "", "", ""],
      ],
    ]);
  });

  it("says until when a write may still arrive", () => {
    const end = endOf(1, { openUntil: "2026-01-01T00:01:00.000Z", lastSeen: null });
    const [, row] = readBack(historyToCsv([openEntry(1, { end })]));
    expect(row?.slice(12, 15)).toEqual(["2026-01-01T00:01:00.000Z", "", ""]);
  });

  it.each([
    ["=1+1"],
    ["+1"],
    ["-1"],
    ["@SUM(A1)"],
    ["\tx"],
    ["\rx"],
    ["\nx"],
    [" =1+1"],
    ["\u00a0\u3000=1+1"],
    ["\u0000\u0001=1+1"],
    ["\ufeff=1+1"],
    ["\u200b=1+1"],
    ["\u202e=1+1"],
    ["\u2066 \u00ad@x"],
    ["＝1+1"],
    ["＋1"],
    ["－1"],
    ["＠x"],
    ["﹦1"],
    ["\u22121"],
    ["="],
  ])("puts an apostrophe in front of %j", (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  });

  it.each([
    ["a;=1+1", "a;'=1+1"],
    ["a\t=1+1", "a\t'=1+1"],
    ["a\n = 1", "a\n' = 1"],
    ["a\r\n＝1", "a\r\n'＝1"],
    ["\t=1", "'\t'=1"],
    ["=1;-2", "'=1;'-2"],
  ])("makes %j harmless also where cells are separated otherwise", (text, expected) => {
    expect(cellOf(text)).toBe(expected);
  });

  it.each([
    ["a=1"],
    ["1-1"],
    ["me@example.com"],
    ["a; b"],
    ["'quoted"],
    ["a,b"],
    ['say "hello"'],
    ["\u202eabc\u202c"],
    ["#1"],
    ["two\r\nlines"],
    [""],
    [" "],
  ])("leaves %j as it is", (text) => {
    expect(cellOf(text)).toBe(text);
  });

  it("gives every hostile text back, but for apostrophes", () => {
    for (const text of kHostileTexts) {
      expect(cellOf(text)?.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
    }
  });

  it("has no cell that begins as a formula, whatever separates cells for the reader", () => {
    const signs = "=+-@＝＋－＠";
    const parts = Array.from(signs.concat(";,\t\r\n \"'a\u202e\ufeff"));
    const texts = parts.flatMap((a) => parts.flatMap((b) => parts.map((c) => a + b + c)));
    const csv = historyToCsv(texts.map((rid, n) => openEntry(n, { rid })));
    for (const [, , , , cell = ""] of readBack(csv).slice(1)) {
      for (const piece of [cell, ...cell.split(/[;\t\r\n]/)]) {
        const first = piece.replace(/^[\s\u202e\ufeff]+/u, "")[0] ?? "";
        expect(signs.includes(first) && first !== "", JSON.stringify(cell)).toBe(false);
      }
    }
  });

  it("takes no longer than its text is long", () => {
    const long = ["\t", " ", ";", "\u202e"].map((part) => part.repeat(200_000));
    expect(long.map((text) => cellOf(text)?.length)).toEqual([200_001, 200_000, 200_000, 200_000]);
  });

  it("refuses what is not an entry", () => {
    expect(() => historyToCsv([openEntry(1), {} as HistoryEntry])).toThrow("entries[1] is not");
  });
});

describe("historyToJson", () => {
  it("has every member, and reads back as it was", () => {
    const entries = kHostileTexts.map((text, n) => openEntry(n, { rid: text, end: endOf(n) }));
    const json = historyToJson(entries);
    expect(JSON.parse(json)).toEqual(entries);
    expect(json.startsWith('[\n  {\n    "id": "entry-0",\n')).toBe(true);
    expect(json.endsWith("]\n")).toBe(true);
  });

  it("is an empty list for an empty history", () => {
    expect(historyToJson([])).toBe("[]\n");
  });

  it("refuses what is not an entry", () => {
    expect(() => historyToJson([undefined as unknown as HistoryEntry])).toThrow(TypeError);
  });
});

describe.each([
  ["historyToCsv", historyToCsv],
  ["historyToJson", historyToJson],
])("%s", (_name, toText) => {
  it("never shows what an entry carries besides", () => {
    const extra = { token: "secret", toJSON: () => "secret" };
    const lastSeen = { visitorId: "customer-1", at: endOf(1).at, ...extra };
    const entry = { ...openEntry(1), end: { ...endOf(1), lastSeen, ...extra }, ...extra };
    expect(toText([entry])).toBe(toText([openEntry(1, { end: endOf(1) })]));
    expect(toText([entry])).not.toContain("secret");
  });
});
