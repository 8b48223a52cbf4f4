import { describe, expect, test } from "vitest";

import { kFault, type Problem, problemOf } from "../../../web/src/element/flow/problem.js";
import { kArabic } from "../../../web/src/element/text/ar/index.js";
import type { Catalogue, Message } from "../../../web/src/element/text/catalogue.js";
import { kGerman } from "../../../web/src/element/text/de/index.js";
import { kEnglish } from "../../../web/src/element/text/en/index.js";
import {
  catalogueFor,
  type CatalogueLoaders,
  englishTexts,
  loadTexts,
} from "../../../web/src/element/text/locales.js";
import { kBrazilian } from "../../../web/src/element/text/pt-br/index.js";
import { Texts } from "../../../web/src/element/text/texts.js";
import { visibleText } from "../../../web/src/element/visible-text.js";
import { problemAlert, problemText } from "../../../web/src/element/views/notices.js";

// A message of our own under a key that exists.
function textsWith(message: Message, locale = "en"): Texts {
  const messages = { ...kEnglish, "shell.cancel": message };
  return new Texts(locale, { language: locale, direction: "ltr", messages, errors: {} });
}

function problem(part: Partial<Problem>): Problem {
  return { code: "not_json", message: "Not JSON.", remedy: "Look.", found: "", ...part };
}

describe("catalogueFor", () => {
  test.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["de", "de"],
    ["de-AT", "de"],
    ["de_DE", "de"],
    [" DE ", "de"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["PT-br", "pt-BR"],
    ["ar", "ar"],
    ["ar-EG-u-nu-latn", "ar"],
    ["arn", "en"],
    ["fr", "en"],
    ["", "en"],
    ["German", "en"],
    ["*", "en"],
    ["x-none", "en"],
    ["de-", "en"],
  ])("%j gets %s", (tag, name) => {
    expect(catalogueFor(tag)).toBe(name);
  });
});

describe("loadTexts", () => {
  test.each([
    ["de", "Abbrechen", "ltr", "1.234,5"],
    ["pt", "Cancelar", "ltr", "1.234,5"],
    ["ar-EG", "إلغاء", "rtl", "١٬٢٣٤٫٥"],
    ["ar-EG-u-nu-latn", "إلغاء", "rtl", "1,234.5"],
    ["en-IN", "Cancel", "ltr", "1,234.5"],
    ["fr", "Cancel", "ltr", "1,234.5"],
  ])("%s: words, direction and numbers", async (tag, cancel, direction, number) => {
    const texts = await loadTexts(tag);
    expect(texts.text("shell.cancel")).toBe(cancel);
    expect(texts.direction).toBe(direction);
    expect(texts.format.number(1234.5)).toBe(number);
  });

  test("keeps the reader's own tag for dates, and says what language the words are in", async () => {
    const { locale, language } = await loadTexts("pt-PT");
    expect({ locale, language }).toEqual({ locale: "pt-PT", language: "pt-BR" });
    const french = await loadTexts("fr");
    expect([french.locale, french.language]).toEqual(["en", "en"]);
  });

  // A mark of direction in an Arabic date was shown beside it as ⟨U+200F⟩.
  test.each(["en", "en-GB", "de", "de-AT", "pt-BR", "pt-PT", "ar", "ar-EG", "ar-MA", "ar-SA"])(
    "%s: nothing invisible in what is formatted",
    async (tag) => {
      const { format } = await loadTexts(tag);
      const formatted = [
        format.date("2023-03-30T16:58:12Z"),
        format.minute("2023-03-30T16:58:12Z"),
        format.time(0),
        format.number(12_345.5),
        format.duration(3725),
        format.duration(0.5),
      ];
      expect(formatted.filter((text) => text === undefined || /\p{Cf}/u.test(text))).toEqual([]);
    },
  );

  test("two languages are there at once", async () => {
    const [german, arabic] = await Promise.all([loadTexts("de"), loadTexts("ar")]);
    expect([german.text("shell.cancel"), arabic.text("shell.cancel")]).toEqual([
      "Abbrechen",
      "إلغاء",
    ]);
  });

  test.each([
    ["rejects", () => Promise.reject(new TypeError("Failed to fetch"))],
    [
      "throws",
      () => {
        throw new TypeError("no import here");
      },
    ],
  ])("is English while a catalogue %s, and loads it again the next time", async (_, fail) => {
    const german: (() => Promise<Catalogue>)[] = [fail, () => Promise.resolve(kGerman)];
    const loaders: CatalogueLoaders = {
      en: () => Promise.reject(new Error("not asked for")),
      de: () => (german.shift() ?? fail)(),
      "pt-BR": () => Promise.resolve(kBrazilian),
      ar: () => Promise.resolve(kArabic),
    };
    const failed = await loadTexts("de-AT", loaders);
    expect([failed.text("shell.cancel"), failed.locale, failed.language]).toEqual([
      "Cancel",
      "en",
      "en",
    ]);
    expect((await loadTexts("de-AT", loaders)).text("shell.cancel")).toBe("Abbrechen");
  });
});

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
    expect(textsWith(kRooms, locale).text("shell.cancel", { count })).toBe(text);
  });

  test("takes the general form where the language's own is not there", () => {
    expect(textsWith({ other: "{count} o" }, "ar").text("shell.cancel", { count: 2 })).toBe("2 o");
    expect(textsWith({ one: "1", other: "o" }).text("shell.cancel", { count: "1" })).toBe("o");
  });

  test("isolates what it is given, and shows what could end the isolation", () => {
    const texts = textsWith("Move to {name}.");
    expect(texts.text("shell.cancel", { name: "أمارا" })).toBe("Move to \u2068أمارا\u2069.");
    expect(texts.text("shell.cancel", { name: "a\u2069\u202eb" })).toBe(
      "Move to \u2068a⟨U+2069⟩⟨U+202E⟩b\u2069.",
    );
    expect(texts.text("shell.cancel", { name: "{name} $& </b>" })).toBe(
      "Move to \u2068{name} $& </b>\u2069.",
    );
  });

  test("leaves a place that nobody fills, even one that every object has", () => {
    expect(textsWith("{name} {constructor}").text("shell.cancel")).toBe("{name} {constructor}");
  });
});

describe("Texts.rich", () => {
  test("hands templates through in the order of the language", () => {
    const [from, to] = [{ from: "template" }, { to: "template" }];
    expect(textsWith("To {to} from {from}").rich("shell.cancel", { from, to })).toEqual([
      "To ",
      to,
      " from ",
      from,
      "",
    ]);
    expect(textsWith({ other: "{count} x" }, "de").rich("shell.cancel", { count: 1e4 })).toEqual([
      "",
      "10.000",
      " x",
    ]);
  });
});

describe("Texts.error", () => {
  test("speaks the reader's language", async () => {
    const texts = await loadTexts("de");
    const what = "Die Antwort ist nicht lesbar (kein JSON).";
    expect(texts.error(problem({})).message).toBe(what);
    expect(texts.error(problem({ found: "status 502" })).message).toBe(
      `${what} Technische Angabe: status 502.`,
    );
  });

  // It was isolated by characters that the page then showed as marks.
  test("gives text that can be shown as the server's", () => {
    const { message } = new Texts("ar", kArabic).error(problem({ found: "a\u202eb\u2069" }));
    expect(message).toContain(": a⟨U+202E⟩b⟨U+2069⟩.");
    expect(visibleText(message)).toBe(message);
  });

  test("in English the core's sentence says what was found", () => {
    const given = problem({ message: "Not JSON. Found: status 502.", found: "status 502" });
    expect(englishTexts().error(given)).toEqual(given);
  });

  test.each(["made_up", "constructor", "__proto__"])(
    "keeps the words of a code like %s",
    (code) => {
      const given = problem({ code });
      expect(new Texts("de", kGerman).error(given)).toEqual(given);
    },
  );
});

describe("a problem said aloud", () => {
  const kGermanTexts = new Texts("de", kGerman);

  test("has what happened, what was found, what to do", () => {
    const alert = problemAlert({ problem: problem({ found: "a\u202eb" }) }, kGermanTexts);
    expect(alert).toBe(
      "Die Antwort ist nicht lesbar (kein JSON). Technische Angabe: a⟨U+202E⟩b. " +
        "Prüfen Sie die Adresse des Servers; geantwortet hat vielleicht ein anderer Server.",
    );
  });

  test("is nothing where there is none", () => {
    expect(problemAlert({ problem: null }, kGermanTexts)).toBe("");
  });

  test("says of a failed reading to try again, and after a move to look at the room", () => {
    const lost = problem({ code: "network_failed" });
    expect(problemAlert({ problem: lost }, kGermanTexts)).toContain("versuchen Sie es dann");
    expect(problemText(lost, kGermanTexts).remedy).toMatch(/Unterhaltung|Raum/);
  });

  test("says of a fault of ours what to look at", () => {
    const fault = problemText(problemOf(new RangeError("secret")), kGermanTexts);
    expect(fault.code).toBe(kFault);
    expect(fault.message).toContain("Technische Angabe: RangeError.");
    expect(fault.remedy).toContain("Frühere Verschiebungen");
    expect(JSON.stringify(fault)).not.toContain("secret");
  });
});
