// Looking at a move, making it, and taking it back, against the stand-in.
import { describe, expect, test } from "vitest";

import { kNow } from "../../standin/standin-fixture.js";
import { canUndo } from "../../../web/src/element/flow/move.js";
import { nextActs, strangerSeen } from "../../../web/src/element/views/result-model.js";
import { findingsOf, wantsOldVisitor } from "../../../web/src/element/views/preview-model.js";
import {
  gate,
  kCustomer,
  kGuest,
  kJo,
  kRid,
  look,
  moveWorld,
  ownerOf,
  previewed,
} from "./move-world.js";

const kUpdate = { rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer };
const isRead = (path: string): boolean => path.includes("/rooms.info");
const isWrite = (path: string): boolean => path.endsWith("/room.visitor");
const refusal = (error: string): Response =>
  Response.json({ success: false, error }, { status: 400 });

const aborted = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener("abort", () => {
      reject(new DOMException("aborted", "AbortError"));
    });
  });

describe("a move", () => {
  test("is looked at, made, and shown with what changed", async () => {
    const world = await previewed();
    const { flow, told, writes } = world;
    expect(flow.step).toBe("preview");
    expect(flow.move.offered).toMatchObject({
      update: kUpdate,
      from: { document: { username: "guest-16" } },
      to: { document: { name: "Amara Mende" } },
    });
    await flow.move.move();
    expect(flow.step).toBe("result");
    expect(flow.move.settled).toMatchObject({
      undo: false,
      outcome: { verdict: "applied" },
      at: kNow,
    });
    expect(flow.move.settled?.changes?.map(({ path }) => path)).toContain("/v/_id");
    expect(told).toEqual(["applied"]);
    expect(writes.map((body) => JSON.parse(body) as unknown)).toEqual([kUpdate]);
    // It shows the conversation as it was.
    expect(flow.move.offered).toBeNull();
    expect(await ownerOf(world)).toBe(kCustomer);
  });

  test("is sent once, however often it is asked for", async () => {
    const { flow, writes } = await previewed();
    let asked = 0;
    flow.move.mayMove = () => (asked += 1) > 0;
    await Promise.all([flow.move.move(), flow.move.move(), flow.move.move()]);
    expect([writes.length, asked]).toEqual([1, 1]);
  });

  test("is not sent when the host says no, and may be looked at again", async () => {
    const world = await previewed();
    const { flow, writes, told, until } = world;
    flow.move.mayMove = (update, undo) => {
      expect([update, undo]).toEqual([kUpdate, false]);
      return false;
    };
    await flow.move.move();
    expect([writes, told, flow.move.vetoed, flow.step]).toEqual([[], [], true, "preview"]);
    void flow.move.lookAgain();
    expect(flow.move.vetoed).toBe(false);
    await until(() => !flow.move.job.busy);
    expect(flow.move.offered?.update).toEqual(kUpdate);
  });

  test("is never that of an older choice", async () => {
    const world = await moveWorld();
    const { flow, until } = world;
    const first = gate();
    world.instead = async (path) => {
      if (path.includes(kCustomer)) await first.opened;
      return undefined;
    };
    flow.goTo({ step: "preview", rid: kRid, newVisitorId: kCustomer });
    expect(flow.move.job.busy).toBe(true);
    flow.goTo({ step: "preview", rid: kRid, newVisitorId: kJo });
    expect(flow.move.offered).toBeNull();
    first.open();
    await until(() => flow.move.preview !== null && !flow.move.job.busy);
    expect(flow.move.offered?.update.newVisitorId).toBe(kJo);
  });

  test("is taken back, and once more", async () => {
    const world = await previewed();
    const { flow, told } = world;
    await flow.move.move();
    const asked: unknown[] = [];
    flow.move.mayMove = (update, undo) => asked.push([update.newVisitorId, undo]) > 0;
    await flow.move.undo();
    expect(await ownerOf(world)).toBe(kGuest);
    expect(flow.move.settled).toMatchObject({
      undo: true,
      to: { id: kGuest, document: { username: "guest-16" } },
      outcome: { verdict: "applied" },
    });
    expect(flow.move.settled?.changes?.length).toBeGreaterThan(0);
    await flow.move.undo();
    expect(await ownerOf(world)).toBe(kCustomer);
    expect(asked).toEqual([
      [kGuest, true],
      [kCustomer, true],
    ]);
    expect(told).toEqual(["applied", "undo applied", "undo applied"]);
  });

  test("to whom it belongs already is not offered to be taken back", async () => {
    const world = await moveWorld();
    const { flow, writes } = world;
    await look(world, kRid, kGuest);
    expect(findingsOf(flow.move.preview?.issues ?? [])[0]?.issue.code).toBe("same_visitor");
    await flow.move.move();
    expect(flow.move.settled?.outcome).toMatchObject({ verdict: "applied" });
    await flow.move.undo();
    expect(writes).toHaveLength(1);
  });
});

describe("a move under way", () => {
  test("goes on when something else is chosen, and nobody is taken away from there", async () => {
    const world = await previewed();
    const { flow, told } = world;
    const answer = gate();
    world.instead = async (path) => {
      if (isWrite(path)) await answer.opened;
      return undefined;
    };
    const moving = flow.move.move();
    expect(flow.move.underWay?.update).toEqual(kUpdate);
    flow.chooseRoom("another-room");
    flow.go("conversation");
    answer.open();
    await moving;
    expect(told).toEqual(["applied"]);
    expect(flow.step).toBe("conversation");
    expect(flow.move.settled?.update).toEqual(kUpdate);
    expect(flow.canGo("result")).toBe(true);
    expect(await ownerOf(world)).toBe(kCustomer);
  });

  test("goes on after a sign-out, and is not shown to the next user", async () => {
    const world = await previewed();
    const { flow, told } = world;
    const sent = gate();
    const answer = gate();
    world.instead = async (path) => {
      if (!isWrite(path)) return undefined;
      sent.open();
      await answer.opened;
      return undefined;
    };
    const moving = flow.move.move();
    await sent.opened;
    flow.session.disconnect();
    answer.open();
    await moving;
    expect(told).toEqual(["applied"]);
    expect(flow.move.settled).toBeNull();
  });

  test("gets its verdict when it is cancelled", async () => {
    const world = await previewed();
    const { flow } = world;
    const sent = gate();
    world.instead = async (path, init) => {
      if (!isWrite(path)) return undefined;
      await world.pass(path, init);
      sent.open();
      // Carried out, and the answer never comes.
      return aborted(init.signal);
    };
    const moving = flow.move.move();
    await sent.opened;
    expect(flow.move.sending.doing).toBe("write");
    flow.move.cancel();
    expect(flow.move.cancelled).toBe(true);
    await moving;
    expect(flow.move.settled?.outcome).toMatchObject({ verdict: "applied", proof: "read_back" });
    expect([flow.move.cancelled, flow.move.underWay]).toEqual([false, null]);
  });
});

describe("a conversation that cannot be read", () => {
  test("takes the old visitor typed by hand, and keeps what was typed", async () => {
    const world = await moveWorld();
    const { flow, until } = world;
    world.instead = (path) => (isRead(path) ? refusal("error-not-allowed") : undefined);
    await look(world, kRid, kCustomer);
    const { move } = flow;
    expect(move.offered).toBeNull();
    expect(move.preview !== null && wantsOldVisitor(move.preview)).toBe(true);
    move.typeOldVisitor(` ${kGuest} `);
    void move.lookAgain();
    await until(() => !move.job.busy);
    expect(move.offered?.update).toEqual(kUpdate);
    expect(move.oldVisitorId).toBe(` ${kGuest} `);
    // What stands in the field is what is sent, or nothing is.
    move.typeOldVisitor(kJo);
    expect(move.offered).toBeNull();
    move.typeOldVisitor(kGuest);
    await move.move();
    expect(move.settled?.outcome.verdict).toBe("applied");
    expect(move.settled?.changes).toBeNull();
    flow.chooseVisitor(kJo);
    flow.go("preview");
    expect(move.oldVisitorId).toBe("");
  });
});

describe("after a verdict that is none of success", () => {
  test("of a conflict, one starts from the present owner", async () => {
    const world = await previewed();
    const { flow, standin, until } = world;
    standin.setFaults([{ kind: "moved_before", rid: kRid, method: "PUT", visitorId: kJo }]);
    await flow.move.move();
    const { settled } = flow.move;
    expect(settled?.outcome.error?.code).toBe("conflict");
    if (settled === null) throw new Error("no verdict");
    expect(strangerSeen(settled)).toMatchObject({ id: kJo, document: { username: "guest-7" } });
    expect(nextActs(settled, true)).toEqual([{ kind: "start_over" }]);
    flow.startOver();
    expect(flow.step).toBe("preview");
    await until(() => !flow.move.job.busy);
    expect(flow.move.offered?.update).toEqual({ ...kUpdate, oldVisitorId: kJo });
  });

  test("of nobody knowing, one reads again by the record, and can take it back", async () => {
    const world = await previewed();
    const { flow, standin, told } = world;
    standin.setFaults([{ kind: "reset_after", method: "PUT" }]);
    world.instead = (path) => (isRead(path) ? refusal("error-not-allowed") : undefined);
    await flow.move.move();
    const { settled } = flow.move;
    expect(settled?.outcome.verdict).toBe("unknown");
    if (settled === null) throw new Error("no verdict");
    expect(nextActs(settled, true)[0]).toEqual({ kind: "check_again" });
    await flow.move.undo();
    expect(world.writes).toHaveLength(1);
    await flow.move.checkAgain();
    expect(told).toEqual(["unknown"]);
    world.instead = () => undefined;
    await flow.move.checkAgain();
    expect(flow.move.settled?.outcome).toMatchObject({ verdict: "applied", proof: "read_back" });
    expect(told).toEqual(["unknown", "applied"]);
    expect(flow.move.settled !== null && canUndo(flow.move.settled)).toBe(true);
  });

  // The reading of the room was taken for one of the preview: none followed, and the result came back.
  test("of nobody knowing, one starts over while the room is read again", async () => {
    const world = await previewed();
    const { flow, standin, until } = world;
    standin.setFaults([{ kind: "reset_before", method: "PUT" }]);
    world.instead = (path) => (isRead(path) ? refusal("error-not-allowed") : undefined);
    await flow.move.move();
    expect(flow.move.settled?.outcome.verdict).toBe("unknown");
    const answer = gate();
    world.instead = async (path) => {
      if (isRead(path)) await answer.opened;
      return undefined;
    };
    const checking = flow.move.checkAgain();
    flow.startOver();
    answer.open();
    await checking;
    await until(() => !flow.move.job.busy);
    expect(flow.step).toBe("preview");
    expect(flow.move.offered?.update).toEqual(kUpdate);
  });

  test("without a record, the reading is shown and claims nothing", async () => {
    const world = await previewed(undefined, { history: null });
    const { flow, standin } = world;
    standin.setFaults([{ kind: "reset_after", method: "PUT" }]);
    world.instead = (path) => (isRead(path) ? refusal("error-not-allowed") : undefined);
    await flow.move.move();
    world.instead = () => undefined;
    await flow.move.checkAgain();
    expect(flow.move.settled).toMatchObject({
      outcome: { verdict: "unknown" },
      seen: { view: { v: { _id: kCustomer } } },
    });
  });

  test("of a server that was upgraded, one checks the connection", async () => {
    const { flow, standin } = await previewed();
    standin.setFaults([{ kind: "upgrade", version: "7.2.0" }]);
    await flow.move.move();
    const { settled } = flow.move;
    expect(settled?.outcome.error?.code).toBe("endpoint_removed");
    expect(settled && nextActs(settled, true)).toEqual([{ kind: "repair", step: "connect" }]);
    expect(flow.step).toBe("result");
  });
});
