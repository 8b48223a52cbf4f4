import { beforeAll, describe, expect, test } from "vitest";

import { kArabic } from "../../../web/src/element/text/ar/index.js";
import type { Catalogue } from "../../../web/src/element/text/catalogue.js";
import { kGerman } from "../../../web/src/element/text/de/index.js";
import { kErrors } from "../../../web/src/element/text/en/errors.js";
import { kEnglish } from "../../../web/src/element/text/en/index.js";
import { kLocales } from "../../../web/src/element/text/locales.js";
import { kBrazilian } from "../../../web/src/element/text/pt-br/index.js";
import { load } from "../../../web/src/index.js";
import { kLoaderErrorTable } from "../../../web/src/wasm/loader-error.js";
import { catalogueFaults, type CheckedTexts, type LanguageRules } from "./catalogue-faults.js";

const kLatin = /\p{Script=Latin}/u;
// Words that are the same in English.
const kSameInGerman = [
  "conversation.agentLabel",
  "conversation.column.agent",
  "connect.authToken",
  "connect.code",
  "section.agent",
  "field.v.name",
  "field.v.status",
  "field.lastMessage.msg",
  "field.lastMessage.urls",
];
const kSameInBrazilian = [
  "connect.authToken",
  "connect.workspace",
  "field.v.status",
  "field.lastMessage.urls",
];
// What is no word.
const kSameEverywhere = ["conversation.rangeOpen", "connect.userName", "value.null"];

function same(...keys: readonly string[]): ReadonlySet<string> {
  return new Set([...keys, ...kSameEverywhere]);
}

const kTranslations: readonly (readonly [Catalogue, LanguageRules])[] = [
  [kGerman, { language: "de", script: kLatin, same: same(...kSameInGerman) }],
  [kBrazilian, { language: "pt-BR", script: kLatin, same: same(...kSameInBrazilian) }],
  [kArabic, { language: "ar", script: /\p{Script=Arabic}/u, same: same() }],
];

// The English texts with the core's and the loader's own sentences.
let english: CheckedTexts;
beforeAll(async () => {
  const rows = [
    ...(await load()).errorTable(),
    ...Object.entries(kLoaderErrorTable).map(([code, texts]) => ({ code, ...texts })),
  ];
  english = {
    messages: kEnglish,
    errors: Object.fromEntries(rows.map(({ code, what, remedy }) => [code, [what, remedy]])),
  };
});

describe("every catalogue", () => {
  test("is looked at", () => {
    const languages = kTranslations.map(([{ language }]) => language);
    expect(["en", ...languages]).toEqual(kLocales);
    expect(kTranslations.map(([, rules]) => rules.language)).toEqual(languages);
  });

  test.each(kTranslations.map(([catalogue, rules]) => [rules.language, catalogue, rules] as const))(
    "is complete and in its own language: %s",
    (_, { messages, errors }, rules) => {
      expect(catalogueFaults({ messages, errors }, english, rules)).toEqual([]);
    },
  );

  test("has a use for each exception", () => {
    for (const [{ messages }, { language, same }] of kTranslations) {
      const needed = Object.entries(messages).filter(
        ([key, text]) => JSON.stringify(text) === JSON.stringify(english.messages[key]),
      );
      expect([language, needed.map(([key]) => key).sort()]).toEqual([language, [...same].sort()]);
    }
  });

  test("is written in the direction of its language", () => {
    expect(kTranslations.map(([{ direction }]) => direction)).toEqual(["ltr", "ltr", "rtl"]);
  });
});

describe("the English catalogue", () => {
  test("has its plural forms and no markup", () => {
    const rules = { language: "en", script: kLatin, same: new Set(Object.keys(kEnglish)) };
    const texts = { messages: kEnglish, errors: {} };
    expect(catalogueFaults(texts, texts, rules)).toEqual([]);
  });

  test("says with its own words what the core's say, and not of rooms and users", () => {
    const same = new Set([...Object.keys(kEnglish), ...Object.keys(english.errors)]);
    const rules = { language: "en", script: kLatin, same };
    const errors = { ...english.errors, ...kErrors };
    expect(catalogueFaults({ messages: kEnglish, errors }, english, rules)).toEqual([]);
    for (const [code, texts] of Object.entries(kErrors)) {
      expect(english.errors).toHaveProperty(code);
      const said = texts.join(" ").replaceAll(/view-l\S*|change-l\S*/g, "");
      expect([code, said]).toEqual([code, expect.not.stringMatching(/room|\buser\b|member/i)]);
    }
  });
});

describe("what is looked for in a catalogue", () => {
  const kRules = { language: "pt-BR", script: kLatin, same: new Set<string>() };
  const kSource: CheckedTexts = {
    messages: {
      back: "Back",
      rooms: { one: "{count} room of {name}", other: "{count} rooms of {name}" },
    },
    errors: { gone: ["It is gone.", "Ask for view-l-room, from 5.2 on."] },
  };
  const kRight: CheckedTexts = {
    messages: {
      back: "Voltar",
      rooms: {
        one: "uma sala de {name}",
        many: "{count} de salas de {name}",
        other: "{count} salas de {name}",
      },
    },
    errors: { gone: ["Sumiu.", "A partir de 5.2, peça view-l-room."] },
  };

  test("nothing, in one that is right", () => {
    expect(catalogueFaults(kRight, kSource, kRules)).toEqual([]);
  });

  const kWrong: readonly (readonly [string, CheckedTexts["messages"]])[] = [
    ["message rooms is missing", { back: "Voltar" }],
    ["message other is too many", { ...kRight.messages, other: "Outro" }],
    ["back (text) is the same as in English", { ...kRight.messages, back: "Back" }],
    ["back (text) holds markup or half a place", { ...kRight.messages, back: "<b>Voltar" }],
    ["back (text) holds markup or half a place", { ...kRight.messages, back: "Voltar {x" }],
    ["back (text) has {x}, which nobody fills", { ...kRight.messages, back: "Voltar {x}" }],
    ["back (text) has a space too many", { ...kRight.messages, back: "Voltar " }],
    ["back (text) holds an invisible character", { ...kRight.messages, back: "Vol\u200ftar" }],
    ["back (text) begins in another script", { ...kRight.messages, back: "رجوع" }],
    ['back (text) ends otherwise than "Back"', { ...kRight.messages, back: "Voltar." }],
    ["rooms has no plural forms", { ...kRight.messages, rooms: "{count} salas de {name}" }],
    [
      "plural of rooms: many is missing",
      {
        ...kRight.messages,
        rooms: { one: "uma sala de {name}", other: "{count} salas de {name}" },
      },
    ],
    [
      "rooms (other) lacks {count}",
      { ...kRight.messages, rooms: { one: "{name}", many: "{count} {name}", other: "de {name}" } },
    ],
  ];
  test.each(kWrong)("%s", (fault, messages) => {
    expect(catalogueFaults({ ...kRight, messages }, kSource, kRules)).toContain(fault);
  });

  test.each([
    ["error gone is missing", {}],
    ["error gone is the same as in English", { gone: ["It is gone.", "5.2 view-l-room."] }],
    ['error gone lacks "view-l-room"', { gone: ["Sumiu.", "Peça, a partir de 5.2."] }],
    ['error gone lacks "5.2"', { gone: ["Sumiu.", "Peça view-l-room."] }],
  ] as const)("%s", (fault, errors) => {
    expect(catalogueFaults({ ...kRight, errors }, kSource, kRules)).toContain(fault);
  });
});
