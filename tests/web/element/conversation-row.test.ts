import { describe, expect, test } from "vitest";

import type { RoomPart } from "../../../web/src/element/flow/room-pages.js";
import { makeFormatter } from "../../../web/src/element/format.js";
import { rangeOf, roomRow, uniqueRooms } from "../../../web/src/element/views/room-row-model.js";
import type { Room } from "../../../web/src/index.js";
import { goldenRoom } from "../golden.js";

const format = makeFormatter("en-GB", "UTC");
const row = (room: object) => roomRow(room as Room, format);

function partOf(ids: readonly unknown[], offset = 0): RoomPart {
  const items = ids.map((_id) => ({ text: "", view: { _id } as Room }));
  return { items, offset, total: null, isLast: false };
}

describe("roomRow", () => {
  test("shows the documented room", () => {
    expect(row(goldenRoom())).toEqual({
      rid: "tcbbSmWSLR5uo5PBW",
      tail: "…uo5PBW",
      title: "Mende",
      visitorName: "",
      visitorUsername: "guest-16",
      agent: "rodriq",
      state: "open",
      started: "30 Mar 2023, 16:40:48",
      lastMessage: "30 Mar 2023, 16:58:11",
      lastMinute: "30 Mar 2023, 16:58",
      messages: 5,
      isLiveChat: true,
    });
  });

  test.each([
    ["a room of which only the id is known", { _id: "r" }],
    [
      "no object in any place",
      { _id: "r", v: "x", servedBy: 3, fname: {}, ts: [], lm: 5, msgs: "9" },
    ],
    ["null in every place", { _id: "r", v: null, servedBy: null, fname: null, ts: null, lm: null }],
    ["what looks like nothing", { _id: "r", fname: " \n ", v: { name: "  ", username: "" } }],
  ])("shows nothing for %s", (_, room) => {
    expect(row(room)).toMatchObject({
      rid: "r",
      tail: "r",
      title: "",
      visitorName: "",
      visitorUsername: "",
      agent: "",
      started: "",
      lastMessage: "",
      lastMinute: "",
      messages: null,
    });
  });

  test.each([
    ["open", { open: true, servedBy: { _id: "u" } }],
    ["queued", { open: true }],
    ["queued", { open: true, servedBy: { _id: "u" }, status: "queued" }],
    ["hold", { open: true, onHold: true, servedBy: { _id: "u" } }],
    ["closed", { onHold: true, servedBy: { _id: "u" } }],
    ["closed", { open: false }],
    ["closed", { open: "true" }],
  ])("says %s of %j", (state, room) => {
    expect(row({ _id: "r", ...room }).state).toBe(state);
  });

  test("keeps what is no date, cuts what is endless, and uses the name without a title", () => {
    expect(row({ _id: "r", lm: "yesterday" }).lastMessage).toBe("yesterday");
    expect(row({ _id: "r", fname: "x".repeat(100_000) }).title).toHaveLength(201);
    expect(row({ _id: "r", name: "general" }).title).toBe("general");
  });

  test("an id is never cut, and what is none is empty", () => {
    const rid = "x".repeat(1000);
    expect(row({ _id: rid }).rid).toBe(rid);
    expect(row({ _id: 5 }).rid).toBe("");
  });

  test.each([
    ["l", true],
    [undefined, true],
    ["c", false],
    ["v", false],
  ])("type %s is a live chat: %s", (t, isLiveChat) => {
    expect(row({ _id: "r", t }).isLiveChat).toBe(isLiveChat);
  });
});

describe("a page of rooms", () => {
  test("shows a room that it holds twice once", () => {
    const part = partOf(["a", "b", "a", undefined, undefined]);
    expect(uniqueRooms(part).map(({ view }) => view._id)).toEqual(["a", "b", undefined]);
  });

  test("counts from one", () => {
    expect(rangeOf(partOf(["a"]))).toEqual({ from: 1, to: 1 });
    expect(rangeOf(partOf(["a", "b"], 25))).toEqual({ from: 26, to: 27 });
    expect(rangeOf(partOf([], 25))).toBeNull();
  });
});
