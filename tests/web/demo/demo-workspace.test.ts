// The demo's workspace with the real client and the real stand-in: what each fault comes to.
import { describe, expect, it } from "vitest";

import { kStoryMove } from "../../../web/demo/demo-link.js";
import { DemoWorkspace, kServer } from "../../../web/demo/demo-workspace.js";
import { type FaultName, FaultPlan } from "../../../web/demo/fault-plan.js";
import { RequestLog } from "../../../web/demo/request-log.js";
import { connect, type Connection, load, memoryHistory } from "../../../web/src/index.js";
import { loadStandinModule } from "../../../web/src/standin/load-module.js";
import { kNow } from "../../standin/standin-fixture.js";
import { ManualTimers } from "../manual-timers.js";

const kUpdate = { ...kStoryMove, oldVisitorId: "6425bb86c29657e5b3ba26b2" };
const kGuest7 = "iNKE8a6k6cjbqWhWd";
const kWrite = "/api/v1/livechat/room.visitor";
const rv = await load();
const module = await loadStandinModule();

interface World {
  readonly chat: Connection;
  readonly workspace: DemoWorkspace;
  readonly log: RequestLog;
  readonly plan: FaultPlan;
  readonly struck: readonly FaultName[];
  /** Resolves when the page has been asked for another login. */
  readonly wanted: Promise<void>;
}

async function world(armed: readonly FaultName[], version = "6.4"): Promise<World> {
  const log = new RequestLog((text) => rv.redact(text));
  const plan = new FaultPlan(armed);
  const struck: FaultName[] = [];
  let tell = (): void => undefined;
  const wanted = new Promise<void>((resolve) => {
    tell = resolve;
  });
  // Time passes only where somebody waits for it.
  const timers = new SkippingTimers();
  const workspace: DemoWorkspace = await DemoWorkspace.create({
    module,
    workspace: { seed: "story", version },
    plan,
    log,
    clock: () => timers.now,
    now: () => kNow + timers.now,
    pause: () => Promise.resolve(),
    onStruck: (name) => struck.push(name),
    changed: () => {
      if (workspace.session.wanted) tell();
    },
  });
  const chat = await connect({
    server: kServer,
    credentials: workspace.session.provide,
    fetch: workspace.fetch,
    history: memoryHistory("a test"),
    timers,
    clock: () => kNow + timers.now,
    monotonicClock: () => timers.now,
    random: () => 0,
    pageOrigin: kServer,
  });
  return { chat, workspace, log, plan, struck, wanted };
}

/** Timers that jump to whatever the client waits for, but not to the time limits of its requests. */
class SkippingTimers extends ManualTimers {
  override setTimeout(callback: () => void, milliseconds: number): number {
    if (milliseconds < kTimeLimit) {
      queueMicrotask(() => {
        this.advance(milliseconds);
      });
    }
    return super.setTimeout(callback, milliseconds);
  }
}
const kTimeLimit = 30_000;
const writes = ({ log }: World) => log.entries.filter(({ target }) => target === kWrite);

describe("a fault of the demo", () => {
  it("is none until one is armed", async () => {
    const at = await world([]);
    expect(await at.chat.updateRoomVisitor(kUpdate)).toMatchObject({ proof: "answer" });
    expect(at.struck).toEqual([]);
    expect(writes(at)).toMatchObject([{ status: 200, fault: null, took: 60 }]);
  });

  it("loses the answer of a move that was made", async () => {
    const at = await world(["lose"]);
    expect(await at.chat.updateRoomVisitor(kUpdate)).toMatchObject({
      verdict: "applied",
      proof: "read_back",
    });
    expect(at.struck).toEqual(["lose"]);
    expect(writes(at)).toMatchObject([{ ending: "reset", fault: "lose" }]);
    expect(at.plan.armed).toEqual([]);
  });

  it("lets another agent be first, and shows whose it is", async () => {
    const at = await world(["conflict"]);
    at.workspace.aim(kUpdate);
    const outcome = await at.chat.updateRoomVisitor(kUpdate);
    expect(outcome).toMatchObject({
      verdict: "refused",
      error: { code: "conflict" },
      lastSeen: { visitorId: kGuest7 },
    });
    expect(at.struck).toEqual(["conflict"]);
  });

  it("lets somebody else be first once more, from where it is now", async () => {
    const at = await world(["conflict"]);
    at.workspace.aim(kUpdate);
    await at.chat.updateRoomVisitor(kUpdate);
    at.plan.toggle("conflict");
    const again = { ...kUpdate, oldVisitorId: kGuest7 };
    at.workspace.aim(again);
    const outcome = await at.chat.updateRoomVisitor(again);
    expect(outcome).toMatchObject({ verdict: "refused", error: { code: "conflict" } });
    expect(at.plan.count("conflict")).toBe(2);
  });

  it("asks for patience, and is then through", async () => {
    const at = await world(["rate"]);
    const outcome = await at.chat.updateRoomVisitor(kUpdate);
    expect(outcome).toMatchObject({ verdict: "applied" });
    expect(writes(at).map(({ status }) => status)).toEqual([200, 429]);
    expect(at.struck).toEqual(["rate"]);
  });

  it("ends the session; the same move goes on after a login", async () => {
    const at = await world(["session"]);
    const moving = at.chat.updateRoomVisitor(kUpdate);
    await at.wanted;
    expect(writes(at)).toMatchObject([{ status: 401, fault: "session" }]);
    expect(at.workspace.logIn()).toBe("");
    expect(await moving).toMatchObject({ verdict: "applied" });
    expect(at.struck).toEqual(["session"]);
    expect(JSON.stringify(at.log.entries)).not.toMatch(/rodriq-password|8kZl86/);
  });

  it("can be taken back before it happens", async () => {
    const at = await world(["lose"]);
    at.plan.toggle("lose");
    at.workspace.arm();
    expect(await at.chat.updateRoomVisitor(kUpdate)).toMatchObject({ proof: "answer" });
  });

  it("waits for its turn where several are armed", async () => {
    const at = await world(["lose", "rate", "session"]);
    const moving = at.chat.updateRoomVisitor(kUpdate);
    await at.wanted;
    at.workspace.logIn();
    expect(await moving).toMatchObject({ verdict: "applied", proof: "read_back" });
    expect(at.struck).toEqual(["session", "rate", "lose"]);
  });
});

it("refuses a version that no server has, by its name", async () => {
  await expect(world([], "9.9")).rejects.toMatchObject({ path: "/version", found: "9.9" });
});
