import { describe, expect, test } from "vitest";

import type { Room } from "../../../web/src/client/room.js";
import { roomOwner } from "../../../web/src/element/views/room-facts.js";
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

// It was said that its owner is not known, and people were looked for in vain.
describe("a conversation that does not exist", () => {
  const missing = {
    success: false,
    error: "not found [error-room-not-found]",
    errorType: "error-room-not-found",
  };

  test("is told, until another one is chosen", async () => {
    const { flow } = await visitorWorld((path) =>
      path.endsWith(kRid) ? room() : json(missing, 400),
    );
    const chosen = { rid: "doesnotexist12345", view: null };
    await flow.enter(chosen);
    expect(flow.noRoomOf(chosen)?.code).toBe("room_not_found");
    const other = { rid: kRid, view: null };
    expect(flow.noRoomOf(other)).toBeNull();
    expect(flow.noRoomOf({ ...chosen, view: { _id: chosen.rid } })).toBeNull();
    flow.reset();
    expect(flow.noRoomOf(chosen)).toBeNull();
  });

  test("is not what another failure is taken for", async () => {
    const { flow } = await visitorWorld(() => json({ success: false, error: "x" }, 400));
    const chosen = { rid: kRid, view: null };
    await flow.enter(chosen);
    expect(flow.noRoomOf(chosen)).toBeNull();
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
