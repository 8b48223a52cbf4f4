import { describe, expect, test } from "vitest";

import type { Room } from "../../../web/src/client/room.js";
import { roomOwner } from "../../../web/src/element/views/visitor-owner.js";
import { goldenRoom, kMove } from "../golden.js";
import { json } from "../connected.js";
import { visitorWorld } from "./visitor-world.js";

const kRid = kMove.rid;
const room = (): Response => json({ room: goldenRoom(), success: true });

describe("the conversation that was chosen", () => {
  test("is read where only its id was given, and once", async () => {
    const { flow, asked } = await visitorWorld(room);
    const chosen = { rid: kRid, view: null };
    expect(flow.roomOf(chosen)).toBeNull();
    await flow.enter(chosen);
    await flow.enter(chosen);
    expect(asked()).toEqual([`/api/v1/rooms.info?roomId=${kRid}`]);
    expect(roomOwner(flow.roomOf(chosen))?.id).toBe(kMove.oldVisitorId);
    expect(flow.roomOf({ rid: "other", view: null })).toBeNull();
    flow.reset();
    expect(flow.roomOf(chosen)).toBeNull();
  });

  test("is not read where it is known", async () => {
    const { flow, asked } = await visitorWorld(room);
    const view: Room = { _id: kRid };
    await flow.enter({ rid: kRid, view });
    await flow.enter(null);
    expect([flow.roomOf({ rid: kRid, view }), asked()]).toEqual([view, []]);
  });

  test("may stay unknown without a complaint", async () => {
    const { flow } = await visitorWorld(() => json({ success: false }, 400));
    await flow.enter({ rid: kRid, view: null });
    expect([flow.roomOf({ rid: kRid, view: null }), flow.job.problem]).toEqual([null, null]);
  });
});

describe("roomOwner", () => {
  test.each([
    ["the name", { _id: "v1", name: "Amara", username: "guest-3" }, "Amara"],
    ["the user name", { _id: "v1", name: " ", username: "guest-3" }, "guest-3"],
    ["the id", { _id: "v1", name: 5 }, "v1"],
  ])("calls the owner by %s", (_, v, name) => {
    expect(roomOwner({ _id: kRid, v } as unknown as Room)).toEqual({ id: "v1", name });
  });

  test.each([undefined, null, "v1", {}, { _id: "" }, { _id: 5 }])("is nobody for %j", (v) => {
    expect(roomOwner({ _id: kRid, v } as unknown as Room)).toBeNull();
    expect(roomOwner(null)).toBeNull();
  });
});
