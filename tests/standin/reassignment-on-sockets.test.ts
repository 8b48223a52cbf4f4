// The client carries an update through each kind of fault on a real socket; the stand-in's own record
// says what is true.
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { connect, type Connection, type ConnectOptions } from "../../web/src/index.js";
import type { FaultKind } from "../../web/src/standin/faults.js";
import type { NodeHost } from "../../web/src/standin/node-host.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { kMove, kSession } from "../web/golden.js";
import { useNodeHosts } from "./node-hosts.js";
import { createStandin, kRoomVisitor } from "./standin-fixture.js";
import { kThird, kThirdDocuments, kUpdateRows } from "./update-rows.js";

// Long enough for an answer over loopback on a busy machine, short enough to be waited for.
const kShortLimit = 2000;

let standin: Standin;
let host: NodeHost;

beforeEach(async () => {
  standin = await createStandin({ version: "6.4.2", seedDocuments: kThirdDocuments });
  host = await start({ now: Date.now });
});
afterEach(() => {
  standin.dispose();
});
const start = useNodeHosts(() => standin);

function connected(options: Partial<ConnectOptions> = {}): Promise<Connection> {
  const server = `http://127.0.0.1:${String(host.port)}`;
  // No pause before a repetition is longer than nothing.
  return connect({ server, credentials: () => kSession, random: () => 0, ...options });
}

function owner(): string | undefined {
  const state = JSON.parse(standin.save()) as { rooms: { _id: string; v?: { _id: string } }[] };
  return state.rooms.find(({ _id }) => _id === kMove.rid)?.v?._id;
}

describe("an update over a real socket", () => {
  it.each(Object.entries(kUpdateRows))("%s", async (name, row) => {
    const { fault, verdict, why } = row;
    const kind = name as FaultKind;
    standin.setFaults([{ kind, method: "PUT", path: kRoomVisitor, ...fault }]);
    const chat = await connected(kind.startsWith("stall") ? { timeLimit: kShortLimit } : {});
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome.verdict).toBe(verdict);
    expect(outcome.verdict === "applied" ? outcome.proof : outcome.error.code).toBe(why);
    // The late copy comes with the next request, and finds the room moved.
    if (kind === "late_duplicate") await chat.roomInfo({ rid: kMove.rid });
    expect(standin.faultCounts().left).toBe(0);
    expect(owner()).toBe(row.owner);
    if (why === "conflict") expect(outcome.lastSeen?.visitorId).toBe(kThird);
  });

  it("is taken back", async () => {
    const chat = await connected();
    const outcome = await chat.updateRoomVisitor(kMove);
    if (outcome.verdict !== "applied") throw new Error(outcome.verdict);
    expect(owner()).toBe(kMove.newVisitorId);
    expect(await chat.undo(outcome.receipt)).toMatchObject({ verdict: "applied" });
    expect(owner()).toBe(kMove.oldVisitorId);
  });

  it("waits for nobody after a cancel, and looks once", async () => {
    standin.setFaults([{ kind: "stall_after", method: "PUT", path: kRoomVisitor }]);
    const chat = await connected();
    const controller = new AbortController();
    const outcome = await chat.updateRoomVisitor(kMove, {
      signal: controller.signal,
      onProgress: (now) => {
        if (now.step === "send" && now.kind === "write") poll();
      },
    });
    // Gives up once the server has carried the request out.
    function poll(): void {
      if (standin.faultCounts().left === 0) controller.abort();
      else setTimeout(poll, 5);
    }
    expect(outcome).toMatchObject({ verdict: "applied", proof: "read_back" });
    expect(owner()).toBe(kMove.newVisitorId);
  });
});
