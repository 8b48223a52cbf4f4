// The words of the published schemas, read from the compiled validators, and JSON made of them.
import { kValues } from "./bodies.js";

/** A JSON schema, as far as the server's schemas of these endpoints go. */
export interface Words {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Words>>;
  readonly required?: readonly string[];
  readonly items?: Words;
  readonly anyOf?: readonly Words[];
  readonly enum?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Words>>;
}

/** Where a value stands in a body: the names and places on the way there, "/" between them. */
export type Path = string;

/**
 * What is written at a place instead of what fits there; undefined: what fits. At "…/*" it is a whole
 * member, name and value, that the object gets beside its own.
 */
export type Instead = (path: Path) => string | undefined;

export type Pick = <T>(list: readonly T[]) => T;

export function pickerOf(chance: () => number): Pick {
  return (list) => {
    const item = list[Math.floor(chance() * list.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
}

/** Stands for a member that is left out. */
export const kLeftOut = "left out";
/** Stands for a member that fits and is there, even if it need not be. */
export const kPresent = "present";

// What fits each type, coerced or as it is.
const kFitting: Readonly<Record<string, readonly string[]>> = {
  string: [
    '"tcbbSmWSLR5uo5PBW"',
    '"6425bb86c29657e5b3ba26b2"',
    '""',
    '" a b "',
    '"é"',
    '"t"',
    "12",
  ],
  number: ["0", "5", "-1", "2.5", '"7"', "true", "null"],
  boolean: ["true", "false", '"true"', '"false"', "0", "1", "null"],
};
/** Not `payload`: a body with that member is replaced before it is validated (docs/wire.md). */
export const kOddNames = [
  "x",
  "",
  "__proto__",
  "constructor",
  "toString",
  "RID",
  "_ID",
  "é",
  "a\nb",
];

/** A JSON text that fits, but where `instead` has another. */
export function writeJson(
  words: Words,
  chance: () => number,
  instead: Instead,
  path: Path = "",
): string {
  const pick = pickerOf(chance);
  const other = instead(path);
  if (other !== undefined && other !== kPresent) return other;
  if (words.anyOf !== undefined) return writeJson(pick(words.anyOf), chance, instead, path);
  if (words.enum !== undefined) return JSON.stringify(pick(words.enum));
  if (words.type === "object") return writeObject(words, chance, instead, path);
  if (words.type !== "array") return pick(kFitting[words.type ?? ""] ?? kValues);
  const items = Array.from({ length: Math.floor(chance() * 4) + 1 }, (_, at) =>
    writeJson(words.items ?? {}, chance, instead, `${path}/${at}`),
  );
  return `[${items.filter((item) => item !== kLeftOut).join(",")}]`;
}

function writeObject(words: Words, chance: () => number, instead: Instead, path: Path): string {
  const pick = pickerOf(chance);
  const members: string[] = [];
  const add = (name: string, inner: Words): void => {
    const text = writeJson(inner, chance, instead, `${path}/${name}`);
    if (text !== kLeftOut) members.push(`${JSON.stringify(name)}:${text}`);
  };
  for (const [name, inner] of Object.entries(words.properties ?? {})) {
    const isWanted = words.required?.includes(name) === true || chance() < 0.6;
    if (isWanted || instead(`${path}/${name}`) !== undefined) add(name, inner);
  }
  for (const inner of openMembers(words)) {
    add("name", inner);
    add(pick(kOddNames), inner);
  }
  const extra = instead(`${path}/*`);
  if (extra !== undefined) members.push(extra);
  if (chance() < 0.1) members.reverse();
  return `{${members.join(",")}}`;
}

/** What the members are that an object may have beside those that its schema names. */
function openMembers({ properties, patternProperties }: Words): readonly Words[] {
  if (patternProperties !== undefined) return Object.values(patternProperties);
  return properties === undefined ? [{}] : [];
}

/** The names of all members that a schema knows, at whatever depth. */
export function namesIn(words: Words): readonly string[] {
  const names = Object.entries(words.properties ?? {}).flatMap(([name, own]) => [
    name,
    ...namesIn(own),
  ]);
  return words.items === undefined ? names : [...names, ...namesIn(words.items)];
}

/** Every place that a schema names, its first items and members standing for all of them. */
export function placesOf(words: Words, path: Path = ""): readonly Path[] {
  const members = Object.entries(words.properties ?? {});
  const inner = members.flatMap(([name, own]) => placesOf(own, `${path}/${name}`));
  if (words.items !== undefined) inner.push(...placesOf(words.items, `${path}/0`));
  if (words.patternProperties !== undefined) inner.push(`${path}/name`);
  return words.type === "object" ? [path, ...inner, `${path}/*`] : [path, ...inner];
}
