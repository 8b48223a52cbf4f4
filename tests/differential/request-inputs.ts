// Inputs for the published validators: each as the server reads it, and as it travels in a request.
import { kValues } from "./bodies.js";
import { kLeftOut, kOddNames, kPresent, pickerOf, placesOf, writeJson } from "./schema-words.js";
import type { Instead, Pick, Words } from "./schema-words.js";

export interface Input {
  /** The text that travels: a body, or what follows the question mark. */
  readonly text: string;
  /** What the server's parser makes of it, new at every call: validators change what they see. */
  readonly read: () => unknown;
}

// How often a place gets a value that was chosen without a look at its schema.
const kMisfitShare = 0.05;

/** What inputs are made from. */
export interface InputPlan {
  readonly words: Words;
  /** Names that are tried as members too many: those that other endpoints have. */
  readonly foreignNames: readonly string[];
  /** How many inputs with any number of misfits follow those that have one. */
  readonly mixed: number;
  readonly chance: () => number;
}

/**
 * Every value at every place of a body, every place left out, and every name too many in every
 * object, one at a time; then bodies with several misfits.
 */
export function bodyInputs({ words, foreignNames, mixed, chance }: InputPlan): readonly Input[] {
  const pick = pickerOf(chance);
  const member = (name: string): string => `${JSON.stringify(name)}:${pick(kValues)}`;
  const texts = ["{}", "[]", "[{}]"];
  // The parser refuses a body that is neither object nor list, before any validation.
  for (const place of placesOf(words).filter((path) => path !== "")) {
    const misfits = place.endsWith("/*")
      ? [...foreignNames, ...kOddNames].map(member)
      : [kLeftOut, ...kValues];
    for (const misfit of misfits)
      texts.push(
        writeJson(words, chance, (path) => {
          if (path === place) return misfit;
          return place.startsWith(`${path}/`) ? kPresent : undefined;
        }),
      );
  }
  const mix: Instead = (path) => {
    if (path === "" || chance() >= kMisfitShare) return undefined;
    return path.endsWith("/*") ? member(pick(kOddNames)) : pick([kLeftOut, ...kValues]);
  };
  for (let made = 0; made < mixed; made += 1) texts.push(writeJson(words, chance, mix));
  return texts.map((text) => ({ text, read: () => JSON.parse(text) as unknown }));
}

const kTexts: readonly string[] = [
  ...[
    "",
    " ",
    "a",
    "tcbbSmWSLR5uo5PBW",
    "true",
    "false",
    "null",
    "undefined",
    "[]",
    "{}",
    '{"a":1}',
  ],
  ...["0", "12", "-1", "1.5", " 7 ", "+3", "1e3", "0x10", "0b11", "0o17", "1_000", "1,5", "12px"],
  ...[
    "Infinity",
    "-Infinity",
    "infinity",
    "NaN",
    "1e999",
    ".5",
    "5.",
    ".",
    "-0",
    "--1",
    "\t",
    "\n8",
  ],
  ...["é", "😀", "a&b=c", "100%", "a+b", "[x]", "\u202eabc", "١٢"],
  // White space of Unicode, which numbers may have round them, and what only looks like it.
  ...["\u00a05", "5\u3000", "\ufeff5", "\u2028", "\u200b5", "\u180e5"],
];
const kFittingTexts: Readonly<Record<string, readonly string[]>> = {
  string: ["", "a", "tcbbSmWSLR5uo5PBW", "12", "true", '{"ts":-1}', "é"],
  number: ["0", "5", "25", "2.5", "-1", "1e1", " 7 "],
};
// Not the names that every object inherits: the server's parser leaves those out.
const kOtherNames = ["x", "roomid", "_", "é", "agents ", "$where"];

/** One name of a query with what is given for it. */
interface Parameter {
  readonly text: string;
  readonly value: unknown;
}

type Form = (name: string, pick: Pick) => Parameter;

// Everything a query can carry: a text, a list in several forms, an object.
const kForms = {
  list: (name, pick) => listOf(`${name}[]`, [pick(kTexts)]),
  longList: (name, pick) => listOf(`${name}[]`, [pick(kTexts), pick(kTexts), pick(kTexts)]),
  repeated: (name, pick) => listOf(name, [pick(kTexts), pick(kTexts)]),
  mixed: (name, pick) => {
    const [first, second] = [plain(name, pick(kTexts)), listOf(`${name}[]`, [pick(kTexts)])];
    return { text: `${first.text}&${second.text}`, value: [first.value, second.value].flat() };
  },
  places: (name, pick) => {
    const parts = [plain(`${name}[0]`, pick(kTexts)), plain(`${name}[20]`, pick(kTexts))];
    return {
      text: parts.map(({ text }) => text).join("&"),
      value: parts.map(({ value }) => value),
    };
  },
  object: (name, pick) => objectOf(name, "b", pick(kTexts)),
  // Beyond 20 a number is no place of a list any more.
  farPlace: (name, pick) => objectOf(name, "21", pick(kTexts)),
  bare: (name) => ({ text: encodeURIComponent(name), value: "" }),
  plain: (name, pick) => plain(name, pick(kTexts)),
} satisfies Readonly<Record<string, Form>>;

function plain(name: string, value: string): Parameter {
  return { text: `${encodeURIComponent(name)}=${encodeURIComponent(value)}`, value };
}

function listOf(name: string, value: readonly string[]): Parameter {
  return { text: value.map((item) => plain(name, item).text).join("&"), value };
}

function objectOf(name: string, key: string, text: string): Parameter {
  const member = plain(`${name}[${key}]`, text);
  return { text: member.text, value: { [key]: member.value } };
}

/** As `bodyInputs`, for what a query can carry. */
export function queryInputs({ words, foreignNames, mixed, chance }: InputPlan): readonly Input[] {
  const pick = pickerOf(chance);
  const own = Object.keys(words.properties ?? {});
  const inputs = [queryOf({})];
  for (const name of foreignNames.filter((foreign) => !own.includes(foreign)))
    inputs.push(queryOf({ ...fitting(words, chance), [name]: kForms.plain(name, pick) }));
  for (const name of [...own, ...kOtherNames]) {
    inputs.push(queryOf({ ...fitting(words, chance), [name]: undefined }));
    for (const form of Object.values(kForms))
      inputs.push(queryOf({ ...fitting(words, chance), [name]: form(name, pick) }));
    for (const text of kTexts)
      inputs.push(queryOf({ ...fitting(words, chance), [name]: plain(name, text) }));
  }
  for (let made = 0; made < mixed; made += 1) {
    const parameters: Record<string, Parameter | undefined> = fitting(words, chance);
    for (const name of [...own, pick(kOtherNames)])
      if (chance() < kMisfitShare) parameters[name] = pick(Object.values(kForms))(name, pick);
    inputs.push(queryOf(parameters));
  }
  return inputs;
}

function fitting(words: Words, chance: () => number): Record<string, Parameter> {
  const pick = pickerOf(chance);
  const chosen = Object.entries(words.properties ?? {}).filter(
    ([name]) => words.required?.includes(name) === true || chance() < 0.3,
  );
  return Object.fromEntries(
    chosen.map(([name, { type }]) => {
      const texts = kFittingTexts[type ?? "string"];
      return [name, texts === undefined ? listOf(`${name}[]`, ["a"]) : plain(name, pick(texts))];
    }),
  );
}

function queryOf(parameters: Readonly<Record<string, Parameter | undefined>>): Input {
  const given = Object.entries(parameters).flatMap(([name, own]) =>
    own === undefined ? [] : [[name, own] as const],
  );
  const value = Object.fromEntries(given.map(([name, own]) => [name, own.value]));
  return {
    text: given.map(([, { text }]) => text).join("&"),
    read: () => structuredClone(value),
  };
}
