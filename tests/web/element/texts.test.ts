import { describe, expect, test } from "vitest";

import { kFault, type Problem, problemOf } from "../../../web/src/element/flow/problem.js";
import type { Message } from "../../../web/src/element/text/catalogue.js";
import { kEnglish } from "../../../web/src/element/text/en/index.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { Texts } from "../../../web/src/element/text/texts.js";
import { problemAlert, problemText } from "../../../web/src/element/views/notices.js";

// A message of our own under a key that exists.
function textsWith(message: Message, locale = "en"): Texts {
  const messages = { ...kEnglish, "shell.back": message };
  return new Texts(locale, { messages, errors: null });
}

// A language that knows one code.
const kSome = new Texts("de", {
  messages: { ...kEnglish, "shell.found": "Fund: {found}." },
  errors: { not_json: ["Kein JSON.", "Adresse prüfen."] },
});

function problem(part: Partial<Problem>): Problem {
  return { code: "not_json", message: "Not JSON.", remedy: "Look.", found: "", ...part };
}

describe("Texts.text", () => {
  const kRooms = {
    zero: "none",
    one: "{count} one",
    two: "two",
    few: "{count} few",
    many: "{count} many",
    other: "{count} other",
  };
  test.each([
    ["en", 0, "0 other"],
    ["en", 1, "1 one"],
    ["en", 10_000, "10,000 other"],
    ["de-AT", 1, "1 one"],
    ["pt-BR", 0, "0 one"],
    ["pt-PT", 0, "0 other"],
    ["pt-BR", 1_000_000, "1.000.000 many"],
    ["ar", 0, "none"],
    ["ar", 2, "two"],
    ["ar", 7, "7 few"],
    ["ar", 11, "11 many"],
    ["ar", 100, "100 other"],
  ])("chooses the plural form: %s, %d", (locale, count, text) => {
    expect(textsWith(kRooms, locale).text("shell.back", { count })).toBe(text);
  });

  test("takes the general form where the language's own is not there", () => {
    expect(textsWith({ other: "{count} o" }, "ar").text("shell.back", { count: 2 })).toBe("2 o");
    expect(textsWith({ one: "1", other: "o" }).text("shell.back", { count: "1" })).toBe("o");
  });

  test("isolates what it is given, and shows what could end the isolation", () => {
    const texts = textsWith("Move to {name}.");
    expect(texts.text("shell.back", { name: "أمارا" })).toBe("Move to \u2068أمارا\u2069.");
    expect(texts.text("shell.back", { name: "a\u2069\u202eb" })).toBe(
      "Move to \u2068a⟨U+2069⟩⟨U+202E⟩b\u2069.",
    );
    expect(texts.text("shell.back", { name: "{name} $& </b>" })).toBe(
      "Move to \u2068{name} $& </b>\u2069.",
    );
  });

  test("leaves a place that nobody fills, even one that every object has", () => {
    expect(textsWith("{name} {constructor}").text("shell.back")).toBe("{name} {constructor}");
  });
});

describe("Texts.rich", () => {
  test("hands templates through in the order of the language", () => {
    const [from, to] = [{ from: "template" }, { to: "template" }];
    expect(textsWith("To {to} from {from}").rich("shell.back", { from, to })).toEqual([
      "To ",
      to,
      " from ",
      from,
      "",
    ]);
    expect(textsWith({ other: "{count} x" }, "de").rich("shell.back", { count: 1e4 })).toEqual([
      "",
      "10.000",
      " x",
    ]);
  });
});

describe("Texts.error", () => {
  test("speaks the reader's language and leaves what was found to be shown apart", () => {
    const { message, found } = kSome.error(problem({ found: "status 502" }));
    expect(message).toBe("Kein JSON.");
    expect(found).toBe("status 502");
  });

  test("in English the core's sentence says what was found", () => {
    const given = problem({ message: "Not JSON. Found: status 502.", found: "status 502" });
    expect(englishTexts().error(given)).toEqual({ ...given, found: "" });
  });

  test.each(["made_up", "constructor", "__proto__"])(
    "keeps the words of a code like %s",
    (code) => {
      const given = problem({ code });
      expect(kSome.error(given)).toEqual(given);
    },
  );
});

describe("a problem said aloud", () => {
  test("has what happened, what was found, what to do", () => {
    const alert = problemAlert({ problem: problem({ found: "a\u202eb" }) }, kSome);
    expect(alert).toBe("Kein JSON. Fund: \u2068a⟨U+202E⟩b\u2069. Adresse prüfen.");
  });

  test("is nothing where there is none", () => {
    expect(problemAlert({ problem: null }, kSome)).toBe("");
  });

  test("says of a fault of ours what to look at", () => {
    const fault = problemText(problemOf(new RangeError("secret")), kSome);
    expect(fault.code).toBe(kFault);
    expect(fault.found).toBe("RangeError");
    expect(fault.remedy).toContain("Earlier moves");
    expect(JSON.stringify(fault)).not.toContain("secret");
  });
});
