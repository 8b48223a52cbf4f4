// A verdict in plain words.
import { beforeAll, describe, expect, test } from "vitest";

import { fieldOfCode, outcomeView } from "../../../web/src/element/outcome-model.js";
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
    expect(view).toMatchObject({ code: "timed_out", what, remedy });
    expect(view.facts.map(plain)).toEqual([
      "0 of 10 calls are left for the next 31 seconds.",
      "Wait 31 seconds before the next call.",
    ]);
    expect(texts.text(view.heading)).not.toMatch(/belongs/);
    const unread = { limit: 10, remaining: 0, resetAt: 30_400, waitMs: null };
    const without: Outcome = { ...outcome, rateLimit: unread };
    expect(outcomeView(without, texts).facts).toEqual(["0 of 10 calls are left."]);
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

  test("finds the field in which a refusal can be repaired", () => {
    expect(fieldOfCode("visitor_not_found")).toBe("newVisitorId");
    expect(fieldOfCode("rate_limited")).toBeUndefined();
    expect(fieldOfCode("constructor")).toBeUndefined();
  });
});
