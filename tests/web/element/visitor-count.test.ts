import { describe, expect, test } from "vitest";

import { json } from "../connected.js";
import { until, visitors, type VisitorWorld, visitorWorld } from "./visitor-world.js";

const kPause = 500;
const kPeople = ["1", "2", "3"].map((digit) => ({ _id: digit.repeat(24), name: `Amara ${digit}` }));
const kRid = "tcbbSmWSLR5uo5PBW";

const countOf = (world: VisitorWorld, at: number, rid = kRid): unknown =>
  world.flow.count.of({ rid, visitorId: kPeople[at]?._id ?? "" });

const counts = (world: VisitorWorld): string[] =>
  world.asked().filter((path) => path.includes("chatHistory"));

async function listing(answer: () => Response | Promise<Response>): Promise<VisitorWorld> {
  const world = await visitorWorld((path) =>
    path.includes("chatHistory") ? answer() : visitors(kPeople),
  );
  world.flow.type("amara");
  world.flow.search.submit();
  await until(() => !world.flow.search.isSearching);
  return world;
}

const history = (total: number): Response =>
  json({ history: [], count: 0, offset: 0, total, success: true });

describe("the number of conversations", () => {
  test("is asked for after a pause, for the highlighted person only, and once", async () => {
    const world = await listing(() => history(7));
    for (const at of [0, 1, 2]) {
      world.flow.highlight(at, kRid);
      world.timers.advance(kPause - 1);
    }
    expect(counts(world)).toEqual([]);
    expect([countOf(world, 1), countOf(world, 2)]).toEqual([null, "pending"]);
    world.timers.advance(1);
    await until(() => countOf(world, 2) === 7);
    world.flow.highlight(0, kRid);
    world.flow.highlight(2, kRid);
    world.timers.advance(kPause);
    expect(counts(world)).toEqual([
      `/api/v1/livechat/visitors.chatHistory/room/${kRid}/visitor/${kPeople[2]?._id ?? ""}?count=1`,
    ]);
    expect(world.flow.active).toBe(2);
  });

  test("is not known where the server does not tell, and it is not asked about the others", async () => {
    const world = await listing(() => json({ success: false, error: "error-not-allowed" }, 400));
    world.flow.highlight(0, kRid);
    world.timers.advance(kPause);
    await until(() => countOf(world, 0) === "not_known");
    world.flow.highlight(1, kRid);
    world.timers.advance(kPause);
    expect([countOf(world, 1), counts(world).length]).toEqual(["not_known", 1]);
    expect(world.flow.job.problem).toBeNull();
  });

  test("is given up where a call would have to wait, and asked for another time", async () => {
    const body = { success: false, errorType: "error-too-many-requests" };
    const error = "Error, too many requests. Please slow down. You must wait 30 seconds.";
    const world = await listing(() => json({ ...body, error }, 429));
    world.flow.highlight(0, kRid);
    world.timers.advance(kPause);
    await until(() => countOf(world, 0) === "not_known");
    expect(counts(world)).toHaveLength(1);
    expect(world.flow.job.wait).toBeNull();
    world.flow.highlight(-1, kRid);
    world.flow.highlight(0, kRid);
    expect(countOf(world, 0)).toBe("pending");
  });

  test("of somebody highlighted again is not taken from the question that was ended", async () => {
    const world = await listing(() => new Promise<Response>(() => undefined));
    world.flow.highlight(0, kRid);
    world.timers.advance(kPause);
    await until(() => counts(world).length === 1);
    world.flow.highlight(1, kRid);
    world.flow.highlight(0, kRid);
    await new Promise((resolve) => setImmediate(resolve));
    expect(countOf(world, 0)).toBe("pending");
    world.timers.advance(kPause);
    await until(() => counts(world).length === 2);
  });

  test("is asked for again after somebody was chosen: a move changes it", async () => {
    let total = 1;
    const world = await listing(() => history(total));
    world.flow.highlight(0, kRid);
    world.timers.advance(kPause);
    await until(() => countOf(world, 0) === 1);
    world.flow.choose(kPeople[0]?._id ?? "");
    total = 2;
    world.flow.highlight(0, kRid);
    world.timers.advance(kPause);
    await until(() => countOf(world, 0) === 2);
    expect(counts(world)).toHaveLength(2);
  });

  test("is nobody's business any more once something else is typed", async () => {
    const world = await listing(() => history(7));
    world.flow.highlight(0, kRid);
    world.flow.type("ben");
    world.timers.advance(kPause);
    expect([world.flow.active, counts(world).length]).toEqual([-1, 0]);
  });
});
