// A verdict in plain words.
import { beforeAll, describe, expect, test } from "vitest";

import {
  outcomeFacts,
  outcomeView,
  spokenOutcome,
} from "../../../web/src/element/outcome-model.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { toError } from "../../../web/src/errors.js";
import { load, type Outcome, type RoomVisitor } from "../../../web/src/index.js";
import { kMove } from "../golden.js";

let rv: RoomVisitor;
beforeAll(async () => {
  rv = await load();
});

const texts = englishTexts();

// Without the marks that keep values apart from the direction of the text around them.
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, "");

describe("outcomeView", () => {
  test("claims no more than the verdict", () => {
    const row = rv.errorTable().find(({ code }) => code === "timed_out");
    const { what = "", remedy = "" } = row ?? {};
    const error = toError({
      code: "timed_out",
      family: "world",
      path: "",
      found: "",
      expected: "",
      message: what,
      remedy,
    });
    const receipt = { ...kMove, server: "s", userId: "u", proof: null, at: "", openUntil: null };
    const outcome: Outcome = {
      verdict: "unknown",
      error,
      receipt: { ...receipt, verdict: "unknown" },
      rateLimit: { limit: 10, remaining: 0, resetAt: 30_400, resetInMs: 30_400, waitMs: 30_400 },
    };
    const view = outcomeView(outcome, texts);
    const said = texts.error(error);
    expect(view).toMatchObject({ code: "timed_out", what: said.message, remedy: said.remedy });
    expect(texts.text(view.heading)).not.toMatch(/belongs/);
    // Calls were made since that answer: what it said is over.
    expect(outcomeFacts(outcome, 0, texts)).toEqual([]);
  });

  test("says what the last answer said of the limit", () => {
    const error = toError({
      code: "not_permitted",
      family: "server",
      path: "",
      found: "",
      expected: "",
      message: "",
      remedy: "",
    });
    const receipt = { ...kMove, server: "s", userId: "u", proof: null, at: "", openUntil: null };
    const outcome: Outcome = {
      verdict: "refused",
      error,
      receipt: { ...receipt, verdict: "refused" },
      rateLimit: { limit: 10, remaining: 0, resetAt: 30_400, resetInMs: 30_400, waitMs: 30_400 },
    };
    const at = Date.parse("2026-11-23T10:00:00Z");
    const time = texts.format.time(Date.parse("2026-11-23T10:00:30.400Z"));
    expect(outcomeFacts(outcome, at, texts).map(plain)).toEqual([
      `0 of 10 calls are left until ${time}.`,
      `The server takes the next call at ${time}.`,
    ]);
    const unread = { limit: 10, remaining: 0, resetAt: 30_400, waitMs: null };
    const without: Outcome = { ...outcome, rateLimit: unread };
    // The header is the server's, and may hold any number.
    const beyond = { limit: 10, remaining: 0, resetAt: 1e300, resetInMs: 1e300, waitMs: 1e300 };
    expect(outcomeFacts({ ...outcome, rateLimit: beyond }, at, texts)).toEqual([
      "0 of 10 calls are left.",
    ]);
    expect(outcomeFacts(without, at, texts)).toEqual(["0 of 10 calls are left."]);
  });

  // The result named the failed reading alone, as if the move itself had been refused.
  test("says first that the answer was lost, then why it could not be looked up", () => {
    const errorOf = (code: string) =>
      toError({
        code,
        family: "server",
        path: "",
        found: "",
        expected: "",
        message: "",
        remedy: "",
      });
    const error = errorOf("room_access_denied");
    const { message: what, remedy } = texts.error(error);
    const receipt = { ...kMove, server: "s", userId: "u", proof: null, at: "", openUntil: null };
    const unread: Outcome = {
      verdict: "unknown",
      error,
      receipt: { ...receipt, verdict: "unknown" },
    };
    const view = outcomeView(unread, texts);
    expect(view).toMatchObject({ lost: texts.text("outcome.lost"), isUnread: true, what });
    expect(view.remedy).toBe(texts.text("outcome.askWhoSees"));
    expect(plain(spokenOutcome(unread, view.heading, texts))).toBe(
      [
        `${texts.text("outcome.heading.unknown")}.`,
        texts.text("outcome.lost"),
        `Why it could not be looked up: ${what}`,
        texts.text("outcome.askWhoSees"),
      ].join(" "),
    );
    const remedyOf = (code: string) =>
      outcomeView({ ...unread, error: errorOf(code) }, texts).remedy;
    expect(remedyOf("unrecognised_error")).toBe(view.remedy);
    expect(remedyOf("timed_out")).toBe(texts.error(errorOf("timed_out")).remedy);
    const seen: Outcome = { ...unread, lastSeen: { visitorId: "a", at: "then" } };
    expect(outcomeView(seen, texts)).toMatchObject({ isUnread: false, what, remedy });
    const refused: Outcome = {
      verdict: "refused",
      error,
      receipt: { ...receipt, verdict: "refused" },
    };
    expect(outcomeView(refused, texts)).toMatchObject({ lost: null, isUnread: false, remedy });
    expect(spokenOutcome(refused, "outcome.heading.refused", texts)).toBe(
      `${texts.text("outcome.heading.refused")}. ${what} ${remedy}`,
    );
  });

  test("shows invisible characters of an id that was seen", () => {
    const error = toError({
      code: "conflict",
      family: "server",
      path: "",
      found: "",
      expected: "",
      message: "m",
      remedy: "r",
    });
    const receipt = { ...kMove, server: "s", userId: "u", proof: null, at: "", openUntil: null };
    const lastSeen = { visitorId: "a\u202eb", at: "then" };
    const view = outcomeView(
      { verdict: "refused", error, receipt: { ...receipt, verdict: "refused" }, lastSeen },
      texts,
    );
    expect(plain(view.seen ?? "")).toBe(
      "When the conversation was last read (then), the id of its visitor was a⟨U+202E⟩b.",
    );
  });
});
