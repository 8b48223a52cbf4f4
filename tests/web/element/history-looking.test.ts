// Looking again at moves whose end is not known, in the flow, against the stand-in.
import { describe, expect, test, vi } from "vitest";

import { memoryHistory } from "../../../web/src/store/memory-history.js";
import { connected, end, entry, idle, kCustomer, kGuest, kRid } from "./history-world.js";

const kMoved = entry("moved", { end: end() });
const kThere = { oldVisitorId: kGuest, newVisitorId: kCustomer };
const writes = (sent: readonly string[]): number =>
  sent.filter((line) => line.startsWith("PUT")).length;

describe("looking again", () => {
  test("says how many were read and how many are still not known", async () => {
    const unknown = end({ verdict: "unknown", proof: null, code: "connection_lost" });
    const { flow } = await connected([
      entry("a", { end: unknown }),
      entry("b", { end: unknown, rid: "P8hjvQLd5j24cgbQy" }),
    ]);
    flow.go("history");
    await idle(flow.history.job);
    expect(flow.history.unsettled).toHaveLength(2);
    await flow.history.check();
    expect(flow.history.lookedAgain).toEqual({ count: 2, left: 2 });
    expect(flow.history.entries?.every((each) => each.end?.recovered)).toBe(true);
  });

  // It never heard of them.
  test("tells the host of moves that are not on show", async () => {
    const unknown = end({ verdict: "unknown", proof: null, code: "connection_lost" });
    const { flow } = await connected([entry("a", { end: unknown })]);
    const told: unknown[] = [];
    flow.history.onSettled = ({ verdict }, { rid }, undo) => told.push([rid, verdict, undo]);
    await flow.session.chat?.updateRoomVisitor({ rid: kRid, ...kThere });
    flow.go("history");
    await idle(flow.history.job);
    await flow.history.check();
    expect(told).toEqual([[kRid, "applied", false]]);
  });

  test("tells once of what cannot be written down", async () => {
    const history = memoryHistory("test");
    vi.spyOn(history, "close").mockRejectedValue(new DOMException("full", "QuotaExceededError"));
    const { flow } = await connected([], { history });
    const told: string[] = [];
    for (const part of [flow.move, flow.history]) {
      part.onSettled = ({ verdict }) => told.push(verdict);
    }
    flow.goTo({ step: "connect", rid: kRid, newVisitorId: kCustomer });
    await idle(flow.move.job);
    await flow.move.move();
    for (let n = 0; n < 3; n += 1) await flow.history.check();
    expect(flow.history.looking.problem?.code).toBe("history_failed");
    expect(told).toEqual(["applied"]);
  });

  // The record knew it then, and nobody else ever did.
  test("tells what it has found when it is cancelled", async () => {
    const unknown = end({ verdict: "unknown", proof: null, code: "connection_lost" });
    const later = "2026-11-22T13:00:00.000Z";
    const { flow, hold, sent } = await connected([
      entry("first", { end: unknown, startedAt: later }),
      entry("second", { end: unknown, rid: "P8hjvQLd5j24cgbQy" }),
      entry("third", { end: unknown, rid: "aKepjG4FKNtCzyQQh" }),
    ]);
    const told: string[] = [];
    await flow.session.chat?.updateRoomVisitor({ rid: kRid, ...kThere });
    let open = (): void => undefined;
    flow.history.onSettled = (_outcome, { rid }) => {
      told.push(rid);
      open = hold("GET");
    };
    const looking = flow.history.check();
    await expect.poll(() => sent.filter((line) => line.endsWith("rooms.info"))).toHaveLength(2);
    flow.history.looking.cancel();
    open();
    await looking;
    expect(told).toEqual([kRid]);
  });

  test("tells of a move back as one", async () => {
    const unknown = end({ verdict: "unknown", proof: null, code: "connection_lost" });
    const { flow } = await connected([entry("a", { end: unknown })]);
    await flow.session.chat?.updateRoomVisitor({ rid: kRid, ...kThere });
    const told: unknown[] = [];
    flow.history.onSettled = ({ verdict }, _update, undo) => told.push([verdict, undo]);
    flow.history.note({ rid: kRid, ...kThere }, true);
    await flow.history.check();
    expect(told).toEqual([["applied", true]]);
  });

  test("can be cancelled, and lists what was found out before", async () => {
    const unknown = end({ verdict: "unknown", proof: null, code: "connection_lost" });
    const { flow, hold, sent } = await connected([kMoved, entry("u", { end: unknown })]);
    flow.go("history");
    await idle(flow.history.job);
    const open = hold("GET");
    const looking = flow.history.check();
    await expect.poll(() => sent.filter((line) => line.endsWith("rooms.info"))).toHaveLength(1);
    flow.history.looking.cancel();
    open();
    await looking;
    expect(flow.history.lookedAgain).toBeNull();
    expect(flow.history.entries).toHaveLength(2);
    expect(writes(sent)).toBe(0);
  });
});
