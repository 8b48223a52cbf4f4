// What the demo's address says, and what is made of a wrong one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type DemoState,
  kDefaultState,
  kLanguages,
  kSeeds,
  kThemes,
  kVersions,
  readLink,
  writeLink,
} from "../../../web/demo/demo-link.js";
import { kFaultNames } from "../../../web/demo/fault-plan.js";
import { kSteps } from "../../../web/src/element/flow/place.js";

const kIds = fc.string({ unit: "grapheme", maxLength: 40 });
const kStates: fc.Arbitrary<DemoState> = fc.record({
  seed: fc.constantFrom(...kSeeds),
  version: fc.constantFrom(...kVersions, "3.6", "6.4.2"),
  rooms: fc.nat(1_000_000),
  faults: fc.subarray([...kFaultNames]),
  step: fc.constantFrom(...kSteps),
  rid: kIds,
  newVisitorId: kIds,
  signIn: fc.constantFrom("host" as const, "self" as const),
  lang: fc.constantFrom(...kLanguages),
  theme: fc.constantFrom(...kThemes),
});

describe("the demo's link", () => {
  it("is empty for the story", () => {
    expect(writeLink(kDefaultState)).toBe("");
    expect(readLink("")).toEqual({ state: kDefaultState, notes: [] });
  });

  it("leads back to every state", () => {
    fc.assert(
      fc.property(kStates, (state) => {
        expect(readLink(writeLink(state))).toEqual({ state, notes: [] });
      }),
    );
  });

  it("can be read and typed by people", () => {
    const state: DemoState = { ...kDefaultState, version: "7.2", step: "history", lang: "pt-BR" };
    expect(writeLink(state)).toBe("?version=7.2&step=history&lang=pt-BR");
  });

  it("chooses nothing besides what it names", () => {
    expect(readLink("?rid=abc").state).toMatchObject({ rid: "abc", newVisitorId: "" });
    expect(readLink("?newVisitorId=abc").state).toMatchObject({ rid: "", newVisitorId: "abc" });
    expect(readLink("?rid=").state).toMatchObject({ rid: "", newVisitorId: "" });
  });

  it.each([
    ["seed", "empty"],
    ["version", "six"],
    ["version", "6.4'; --"],
    ["rooms", "1000001"],
    ["rooms", "-1"],
    ["rooms", "1e3"],
    ["step", "confirm"],
    ["rid", "x".repeat(257)],
    ["lang", "fr"],
    ["theme", "blue"],
  ])("with a wrong %s, %s, falls back and says so", (name, found) => {
    const { state, notes } = readLink(`?${new URLSearchParams({ [name]: found }).toString()}`);
    const [note, ...others] = notes;
    expect(others).toEqual([]);
    expect(note).toMatchObject({ name, found });
    expect(note?.expected).not.toBe("");
    const used: unknown = state[name as keyof DemoState];
    expect(note?.used).toBe(used === "" ? "none" : String(used));
  });

  it("keeps the faults that it knows", () => {
    const { state, notes } = readLink("?faults=rate,fire,lose");
    expect(state.faults).toEqual(["lose", "rate"]);
    expect(notes).toMatchObject([{ name: "faults", found: "fire" }]);
  });

  it("ignores what does not concern it", () => {
    expect(readLink("?utm_source=x&authToken=secret")).toEqual({ state: kDefaultState, notes: [] });
  });
});
