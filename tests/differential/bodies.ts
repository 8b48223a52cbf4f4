// Makes request bodies for the differential test: seeded, so that a failure can be repeated.

/** A small generator of numbers (mulberry32): the same seed gives the same bodies everywhere. */
export function makeChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const kKeys = ["rid", "oldVisitorId", "newVisitorId"] as const;

/** Every kind of JSON value, with those that the server's validator coerces in many forms. */
export const kValues: readonly string[] = [
  '""',
  '" "',
  '"tcbbSmWSLR5uo5PBW"',
  '"6425bb86c29657e5b3ba26b2"',
  '"iNKE8a6k6cjbqWhWd"',
  '"GENERAL"',
  '"null"',
  '"12"',
  '"\\u0000"',
  '"\\ud83d\\ude00"',
  '"\\ud800"',
  '"\\u202eabc"',
  '"é"',
  '"a\\nb"',
  "12",
  "0",
  "-0",
  "1.5",
  "-1",
  "1e21",
  "1e-7",
  "123456789012345680000",
  "1.7976931348623157e308",
  "5e-324",
  "0.1",
  "100",
  "1E2",
  "9007199254740993",
  "true",
  "false",
  "null",
  "[]",
  '["a"]',
  "[1]",
  "{}",
  '{"a":1}',
  '{"toString":1}',
  "[[[[[]]]]]",
];

// Not `payload`: a body with that member is replaced before it is validated (docs/wire.md).
const kOtherKeys: readonly string[] = [
  "newvisitorId",
  "visitorId",
  "roomId",
  "x",
  "",
  "__proto__",
  "constructor",
  "toString",
  "RID",
  "rid ",
  "é",
];

/** One body as JSON text: an object or, rarely, an array. */
export function makeBody(chance: () => number): string {
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(chance() * list.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  if (chance() < 0.02) return pick(["[]", "[1]", '["rid"]', "[{}]", "[[]]"]);
  const members: string[] = [];
  for (const key of kKeys) {
    if (chance() < 0.12) continue;
    // Half of the values are ids, so that many bodies come through and are compared further.
    const value = chance() < 0.5 ? pick(kValues.slice(2, 6)) : pick(kValues);
    members.push(`${JSON.stringify(key)}:${value}`);
    if (chance() < 0.04) members.push(`${JSON.stringify(key)}:${pick(kValues)}`);
  }
  if (chance() < 0.2) members.push(`${JSON.stringify(pick(kOtherKeys))}:${pick(kValues)}`);
  if (chance() < 0.2) members.reverse();
  return chance() < 0.1 ? `{ ${members.join(" ,\n")} }` : `{${members.join(",")}}`;
}
