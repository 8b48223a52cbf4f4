// What hosts set, made safe; and what is said aloud.
import { describe, expect, test } from "vitest";

import type { ConnectOptions } from "../../../web/src/client/options.js";
import {
  addressesOf,
  membersOf,
  placeOf,
  stepOf,
  textOf,
} from "../../../web/src/element/embedding.js";
import { isSameSettings } from "../../../web/src/element/flow/same-settings.js";
import { Spoken } from "../../../web/src/element/spoken.js";
import { kProvider } from "./history-world.js";

const kHostile = {
  toString() {
    throw new Error("on purpose");
  },
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("a text", () => {
  test.each([
    ["a string", "a", "a"],
    ["nothing", undefined, ""],
    ["null", null, ""],
    ["a number", 7, "7"],
    ["zero", 0, "0"],
    ["an address", new URL("https://chat.example.com/x"), "https://chat.example.com/x"],
    ["a symbol", Symbol("x"), "Symbol(x)"],
    ["an object without a prototype", Object.create(null), ""],
    ["an object that throws", kHostile, ""],
    ["an object whose text is a number", { toString: () => 7 }, "7"],
  ])("of %s", (_, value, text) => {
    expect(textOf(value)).toBe(text);
  });
});

test("a step that is none names no other", () => {
  expect(["history", "History", "", 7, null, kHostile].map(stepOf)).toEqual([
    "history",
    ...Array.from({ length: 5 }, () => "connect"),
  ]);
});

test("a place of whatever is given", () => {
  const none = { step: "connect", rid: "", newVisitorId: "" };
  expect(placeOf({ step: "visitor", rid: " a\n" })).toEqual({ ...none, step: "visitor", rid: "a" });
  const throwing = {
    rid: "a",
    get step(): never {
      throw new Error("on purpose");
    },
  };
  expect(placeOf(throwing)).toEqual({ ...none, rid: "a" });
  for (const value of [null, undefined, 7, "visitor", [], kHostile, revoked()]) {
    expect(placeOf(value)).toEqual(none);
  }
});

test("members of what has none", () => {
  const members = { fetch };
  expect(membersOf(members)).toEqual(members);
  const noKeys = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("on purpose");
      },
    },
  );
  for (const value of [null, undefined, 7, "abc", revoked(), noKeys]) {
    expect(membersOf(value as never)).toEqual({});
  }
  expect(membersOf({ timeLimit: 1, ...members })).toEqual({ timeLimit: 1, fetch });
});

test("members that throw are left out, and the copy runs nothing of the host's", () => {
  let readings = 0;
  const members = membersOf<ConnectOptions>({
    get history(): null {
      throw new Error("on purpose");
    },
    get timeLimit() {
      readings += 1;
      return readings;
    },
  });
  expect([members.timeLimit, members.timeLimit, members.history]).toEqual([1, 1, undefined]);
});

describe("addresses of a host", () => {
  const place = { step: "visitor", rid: "a", newVisitorId: "" } as const;

  test("are its own", () => {
    expect(addressesOf(({ step, rid }: typeof place) => `#${step}/${rid}`)?.(place)).toBe(
      "#visitor/a",
    );
  });

  test("are none where it gives none", () => {
    expect(addressesOf(() => null)?.(place)).toBe("");
    expect(addressesOf(() => kHostile.toString())?.(place)).toBe("");
    expect(addressesOf(() => revoked())?.(place)).toBe("");
    expect([null, undefined, "#x", {}].map(addressesOf)).toEqual([null, null, null, null]);
  });

  // It was "[object Promise]", and the host's page was told of a rejection that nobody handles.
  test("are none of a function that is async, whether it fails or not", () => {
    expect(addressesOf(() => Promise.resolve("#x"))?.(place)).toBe("");
    expect(addressesOf(() => Promise.reject(new Error("on purpose")))?.(place)).toBe("");
  });
});

describe("settings are the same", () => {
  const base = { server: "s", allowInsecure: false, provider: kProvider, options: { fetch } };

  test.each([
    ["in another object", { ...base, options: { ...base.options } }, true],
    ["not with another server", { ...base, server: "t" }, false],
    ["not with another provider", { ...base, provider: () => kProvider() }, false],
    ["not with one option more", { ...base, options: { fetch, timeLimit: 1 } }, false],
    ["not with another option in the place of one", { ...base, options: { timeLimit: 1 } }, false],
    ["not with another value", { ...base, options: { fetch: () => fetch("") } }, false],
  ])("%s", (_, other, same) => {
    expect(isSameSettings(base, other)).toBe(same);
  });
});

describe("what is said aloud", () => {
  test("is the step's word, with a notice beside the first", () => {
    const spoken = new Spoken();
    const said = [
      spoken.say("", ""),
      spoken.say("", "2 moves"),
      spoken.say("", "2 moves"),
      spoken.say("Searching", "2 moves"),
      spoken.say("", "2 moves"),
    ];
    expect(said).toEqual(["", "2 moves", "2 moves", "Searching", ""]);
  });

  test("is both while both are true for the first time", () => {
    const spoken = new Spoken();
    spoken.say("25 found", "");
    expect(spoken.say("25 found", "1 move")).toBe("25 found 1 move");
    expect(spoken.say("26 found", "1 move")).toBe("26 found");
  });

  test("is said again if there are more", () => {
    const spoken = new Spoken();
    spoken.say("", "1 move");
    spoken.say("x", "1 move");
    expect(spoken.say("x", "2 moves")).toBe("x 2 moves");
  });
});
