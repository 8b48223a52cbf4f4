import { describe, expect, test } from "vitest";

import { describeUpdate } from "../../web/src/client/describe-update.js";

const described = (value: unknown): unknown => JSON.parse(describeUpdate(value));

const nested: Record<string, unknown> = {};
nested["inner"] = nested;

class Update {
  rid = "abc";
  #hidden = 1;
  get newVisitorId(): string {
    return `never own ${this.#hidden}`;
  }
}

describe("describeUpdate", () => {
  test.each<[string, unknown, string]>([
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["text", "rid", "string"],
    ["a number", 12, "number"],
    ["a boolean", true, "boolean"],
    ["a bigint", 12n, "bigint"],
    ["a symbol", Symbol("rid"), "symbol"],
    ["a function", () => 1, "function"],
    ["an array", ["rid"], "array"],
  ])("tells %s from an object", (_, value, kind) => {
    expect(described(value)).toEqual({ kind });
  });

  test("lists members in their order with kind and text", () => {
    const value = {
      rid: "a",
      oldVisitorId: 12,
      newVisitorId: null,
      x: 10n,
      y: undefined,
      z: [1, 2],
    };
    expect(described(value)).toEqual({
      kind: "object",
      members: [
        ["rid", "string", "a"],
        ["oldVisitorId", "number", "12"],
        ["newVisitorId", "null", "null"],
        ["x", "bigint", "10"],
        ["y", "undefined", "undefined"],
        ["z", "array", "2 elements"],
      ],
    });
  });

  test("calls a cyclic member a cycle", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["rid"] = cyclic;
    expect(described(cyclic)).toEqual({ kind: "object", members: [["rid", "cycle", "cycle"]] });
    expect(described({ rid: nested })).toEqual({
      kind: "object",
      members: [["rid", "cycle", "cycle"]],
    });
  });

  test("survives a getter that throws, and a proxy that throws at everything", () => {
    const getter = {
      get rid(): string {
        throw new Error("no");
      },
    };
    const unreadable = ["rid", "cycle", "a value that cannot be read"];
    expect(described(getter)).toEqual({ kind: "object", members: [unreadable] });
    const refuse = (): never => {
      throw new Error("no");
    };
    const proxy = new Proxy({}, { ownKeys: refuse, get: refuse, getOwnPropertyDescriptor: refuse });
    expect(described(proxy)).toEqual({ kind: "cycle" });
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(described(revoked)).toEqual({ kind: "cycle" });
  });

  test("takes own enumerable members only, as JSON does", () => {
    expect(described(new Update())).toEqual({
      kind: "object",
      members: [["rid", "string", "abc"]],
    });
    expect(described({ [Symbol("rid")]: "x" })).toEqual({ kind: "object", members: [] });
  });

  test("carries lone surrogates as escapes, so that the core can refuse them", () => {
    expect(describeUpdate({ rid: "\ud800x" })).toContain(String.raw`\ud800x`);
  });

  test("keeps the three ids however many unknown members come first", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]));
    const { members } = described({ ...many, rid: "last" }) as { members: string[][] };
    expect(members.length).toBeLessThan(100);
    expect(members.at(-1)).toEqual(["rid", "string", "last"]);
  });

  test("ends on values that are large or deep", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(described({ rid: deep })).toEqual({
      kind: "object",
      members: [["rid", "array", "1 elements"]],
    });
  });
});
