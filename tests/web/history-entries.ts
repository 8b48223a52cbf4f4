// Entries for the tests of the stores.
import type { HistoryEnd, HistoryEntry, HistoryOwner } from "../../web/src/client/history.js";

export const kOwner: HistoryOwner = { server: "https://chat.example.com", userId: "agent-1" };

/** The n-th entry, begun n seconds after the first. */
export function openEntry(n: number, members: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: `entry-${n}`,
    startedAt: instant(n),
    ...kOwner,
    rid: `room-${n}`,
    oldVisitorId: `guest-${n}`,
    newVisitorId: `customer-${n}`,
    writes: 1,
    end: null,
    ...members,
  };
}

export function endOf(n: number, members: Partial<HistoryEnd> = {}): HistoryEnd {
  return {
    verdict: "applied",
    proof: "answer",
    code: null,
    at: instant(n + 1),
    openUntil: null,
    lastSeen: { visitorId: `customer-${n}`, at: instant(n + 1) },
    recovered: false,
    ...members,
  };
}

export function instant(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
}

/** Texts that have broken stores, files and tables before. */
export const kHostileTexts = [
  "",
  " ",
  "\n",
  '\r\n{"entry":{}}\n',
  "\u0000\u0001\u001f\u007f",
  "\u2028\u2029",
  "\u202eright to left\u202c",
  "\ud800 half a pair",
  "🦆 \u{1f469}\u200d\u{1f680}",
  "e\u0301 is not \u00e9",
  "__proto__",
  "constructor",
  '"quotes", commas; \\back\\slashes\\',
  "<script>alert(1)</script>",
  '=HYPERLINK("http://example.com")',
  "x".repeat(100_000),
];
