import { beforeAll, describe, expect, test, vi } from "vitest";

import { changeRows } from "../../web/src/element/change-list-model.js";
import { makeFormatter } from "../../web/src/element/format.js";
import { kFieldTexts } from "../../web/src/element/text/en/fields.js";
import { englishTexts } from "../../web/src/element/text/locales.js";
import {
  indentJson,
  jsonLeaves,
  pointerOf,
  segmentsOf,
} from "../../web/src/element/json-leaves.js";
import { fieldOf } from "../../web/src/element/room-fields.js";
import { type RoomRow, roomSections } from "../../web/src/element/room-view-model.js";
import { type IsSecretKey, secretKeys } from "../../web/src/element/secret-keys.js";
import { visibleRuns, visibleText } from "../../web/src/element/visible-text.js";
import { load, type RoomVisitor } from "../../web/src/index.js";
import { goldenRoom, kMove, kVisitorToken, movedRoom } from "./golden.js";

let rv: RoomVisitor;
let isSecretKey: IsSecretKey;
beforeAll(async () => {
  rv = await load();
  isSecretKey = secretKeys((text) => rv.redact(text));
});

const formatter = makeFormatter("en-GB", "UTC");
const texts = englishTexts();

function sectionsOf(room: unknown, before?: unknown) {
  const changes = before === undefined ? [] : rv.diff(before, room);
  const text = typeof room === "string" ? room : JSON.stringify(room);
  return roomSections({ text, changes, isSecretKey, texts });
}

function rowsOf(room: unknown, before?: unknown): Map<string, RoomRow> {
  const rows = sectionsOf(room, before).flatMap((section) => section.rows);
  return new Map(rows.map((row) => [row.path, row]));
}

describe("visibleText", () => {
  test.each([
    ["plain text stays", "Mende אבג 你好", "Mende אבג 你好"],
    ["overrides", "a\u202eb\u202c", "a⟨U+202E⟩b⟨U+202C⟩"],
    ["isolates", "\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"],
    ["controls", "a\0b\x1bc\x7f", "a⟨U+0000⟩b⟨U+001B⟩c⟨U+007F⟩"],
    ["line feeds and tabs stay", "a\n\tb", "a\n\tb"],
    ["zero width", "a\u200bb\ufeffc\u00ad", "a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+00AD⟩"],
    ["no-break space", "a\u00a0b", "a⟨U+00A0⟩b"],
    ["the joiner of an emoji stays", "👩‍💻", "👩‍💻"],
    ["a joiner elsewhere", "a\u200db", "a⟨U+200D⟩b"],
    ["a tag character", "a\u{e0041}", "a⟨U+E0041⟩"],
    ["half a surrogate pair", "a\ud800", "a⟨U+D800⟩"],
    ["a filler", "\u3164", "⟨U+3164⟩"],
  ])("%s", (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test("marks by code", () => {
    expect(visibleRuns("a\u202e")).toEqual([
      { kind: "text", text: "a" },
      { kind: "mark", code: "U+202E" },
    ]);
  });
});

describe("jsonLeaves", () => {
  test("keeps exact texts, order and place", () => {
    const text = '{"b":1.50,"a":[{"x":-0},[]],"2":12345678901234567890,"1":{},"k\\"/~":"\\u0041"}';
    expect(jsonLeaves(text).map(({ segments, source }) => [pointerOf(segments), source])).toEqual([
      ["/b", "1.50"],
      ["/a/0/x", "-0"],
      ["/a/1", "[]"],
      ["/2", "12345678901234567890"],
      ["/1", "{}"],
      ['/k"~1~0', '"\\u0041"'],
    ]);
    expect(segmentsOf('/k"~1~0')).toEqual(['k"/~']);
  });

  test.each(["1", '"x"', "null", "[]", "{}", " [ 1 , 2 ] ", '"a\\\\"', '{"a":"\\\\\\""}'])(
    "agrees with JSON.parse on %s",
    (text) => {
      expect(JSON.parse(indentJson(text))).toEqual(JSON.parse(text));
      const [first] = jsonLeaves(text);
      expect(first?.source).toBeDefined();
    },
  );

  test("indents as JSON.stringify does, but keeps numbers", () => {
    const room = goldenRoom();
    expect(indentJson(JSON.stringify(room))).toBe(JSON.stringify(room, null, 2));
    expect(indentJson('{"a":[1.0,{}]}')).toBe('{\n  "a": [\n    1.0,\n    {}\n  ]\n}');
  });

  test("is not stopped by a string of megabytes", () => {
    const long = JSON.stringify({ msg: '\\"'.repeat(4_000_000) });
    expect(jsonLeaves(long)).toHaveLength(1);
  });
});

describe("makeFormatter", () => {
  test.each([
    [0, "0 seconds"],
    [16.987, "17 seconds"],
    [7.1105, "7.1 seconds"],
    [59.97, "60 seconds"],
    [61, "1 minute, 1 second"],
    [3600, "1 hour"],
    [90_061, "1 day, 1 hour"],
  ])("writes %d seconds", (seconds, text) => {
    expect(formatter.duration(seconds)).toBe(text);
  });

  test("leaves alone what is no date or duration", () => {
    expect(formatter.duration(-1)).toBeUndefined();
    expect(formatter.duration(Number.NaN)).toBeUndefined();
    for (const text of ["", "2023", "2023-13-45T00:00:00Z", "guest-16", "2023-03-30T16:40:48"]) {
      expect(formatter.date(text)).toBeUndefined();
    }
    expect(formatter.date("2023-03-30T16:40:48.026Z")).toBe("30 Mar 2023, 16:40:48");
  });

  test("follows the locale", () => {
    expect(makeFormatter("de", "UTC").duration(61)).toBe("1 Minute, 1 Sekunde");
  });
});

describe("roomSections", () => {
  test("shows every value of the golden room, in sections, tokens hidden", () => {
    const room = goldenRoom();
    const sections = sectionsOf(room);
    expect(sections.map(({ heading }) => heading)).toEqual([
      "Conversation",
      "Visitor",
      "Agent",
      "Queue and metrics",
      "Last message",
    ]);
    const rows = rowsOf(room);
    const leaves = jsonLeaves(JSON.stringify(room));
    expect(rows.size).toBe(leaves.length);
    for (const { segments } of leaves) expect(rows.has(segments.join("."))).toBe(true);
    const shown = JSON.stringify([...rows.values()].filter(({ value }) => value.kind !== "secret"));
    expect(shown).not.toContain(kVisitorToken);
    expect(rows.get("v.token")?.value).toEqual({ kind: "secret", secret: kVisitorToken });
    expect(rows.get("lastMessage.token")?.value.kind).toBe("secret");
    expect(rows.get("metrics.reaction.ft")?.value).toEqual({
      kind: "text",
      text: "17 seconds",
      exact: "16.987 s",
    });
    expect(rows.get("ts")?.value).toMatchObject({ dateTime: "2023-03-30T16:40:48.026Z" });
  });

  test("puts what it does not know into its parent's section or the last one", () => {
    const sections = sectionsOf({ _id: "x", crmData: { a: 1 }, v: { odd: "y" }, "v.fake": 1 });
    const of = (path: string): string | undefined =>
      sections.find(({ rows }) => rows.some((row) => row.path === path))?.name;
    expect(of("crmData.a")).toBe("everything-else");
    expect(of("v.odd")).toBe("visitor");
    expect(of("v.fake")).toBe("everything-else");
  });

  test("marks what changed with the value before", () => {
    const rows = rowsOf(movedRoom(), goldenRoom());
    const changed = [...rows.values()].filter(({ before }) => before !== undefined);
    expect(changed.map(({ path }) => path).sort()).toEqual([
      "_updatedAt",
      "v._id",
      "v.token",
      "v.username",
    ]);
    expect(rows.get("v.username")?.before).toMatchObject({ text: "guest-16" });
    expect(rows.get("v.token")?.before).toEqual({ kind: "secret", secret: kVisitorToken });
  });

  test("says added where a whole object is new", () => {
    const rows = rowsOf({ _id: "x", servedBy: { username: "a" } }, { _id: "x" });
    expect(rows.get("servedBy.username")?.before).toBeNull();
  });

  // Only the leaf's own path was asked, and it has no secret in it once the object is gone.
  test.each([
    ["null", null],
    ["an empty object", {}],
    ["an empty list", []],
    ["text", "gone"],
  ])("hides the token of an object that became %s", (_, after) => {
    const room = { _id: "x", v: after };
    const before = { _id: "x", v: { _id: "y", token: "geheim" } };
    const values = [...rowsOf(room, before).values()].flatMap((row) => [row.value, row.before]);
    const rows = changeRows(rv.diff(before, room), isSecretKey, texts);
    for (const value of [...values, ...rows.flatMap((row) => [row.before, row.after])]) {
      if (value?.kind !== "secret") expect(JSON.stringify([value])).not.toContain("geheim");
    }
    expect(rows.some((row) => row.before?.kind === "secret")).toBe(true);
  });

  test("keeps numbers exact, takes the last of duplicates, hides secrets of any kind", () => {
    const rows = rowsOf('{"_id":"a","n":12345678901234567890,"n2":1,"n2":2,"x":{"token":12}}');
    expect(rows.get("n")?.value).toMatchObject({ exact: "12345678901234567890" });
    expect(rows.get("n2")?.value).toMatchObject({ text: "2" });
    expect(rows.get("x.token")?.value).toEqual({ kind: "secret", secret: "12" });
  });

  test("has a place for every field that has a label", () => {
    const paths = Object.keys(kFieldTexts).filter((key) => key.startsWith("field."));
    expect(paths.length).toBeGreaterThan(80);
    for (const key of paths) expect(fieldOf(key.slice("field.".length))).toBeDefined();
  });

  test("numbers what stands in lists, and shows words for bare values", () => {
    const rows = rowsOf({
      _id: "x",
      tags: ["a", "b"],
      open: true,
      topic: "",
      t: "v",
      closer: null,
    });
    expect(rows.get("tags.1")?.label).toBe("Tags 2");
    const shown = ["open", "topic", "t", "closer"].map((path) => rows.get(path)?.value);
    expect(shown).toMatchObject([
      { text: "Yes" },
      { kind: "note", text: "empty text" },
      { text: "Voice call", exact: "v" },
      { kind: "note", text: "null" },
    ]);
  });

  test("makes rows only of what is shown", () => {
    const asked = vi.spyOn(texts.format, "number");
    const crmData = Array.from({ length: 20_000 }, (_, index) => index);
    sectionsOf({ _id: "x", crmData });
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1000);
    asked.mockRestore();
  });

  test("bounds a huge room and says so", () => {
    const [section] = sectionsOf({ crmData: Array.from({ length: 10_000 }, (_, index) => index) });
    expect(section?.rows.length).toBeLessThanOrEqual(500);
    expect((section?.rows.length ?? 0) + (section?.omitted ?? 0)).toBe(10_000);
  });
});

describe("changeRows", () => {
  test("gives before and after, secrets hidden, in objects too", () => {
    const rows = changeRows(rv.diff(goldenRoom(), movedRoom()), isSecretKey, texts);
    expect(rows.find(({ path }) => path === "v._id")).toMatchObject({
      label: "Visitor id",
      before: { text: kMove.oldVisitorId },
      after: { text: kMove.newVisitorId },
    });
    const added = rv.diff({}, { v: { token: "geheim" } });
    const [row] = changeRows(added, isSecretKey, texts);
    expect([row?.before, row?.after?.kind]).toEqual([null, "secret"]);
  });
});
