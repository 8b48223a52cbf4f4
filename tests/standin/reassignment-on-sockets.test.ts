// The client carries an update through each kind of fault on a real socket; the stand-in's own record
// says what is true.
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { connect, type Connection, type ConnectOptions } from "../../web/src/index.js";
import type { Fault, FaultKind } from "../../web/src/standin/faults.js";
import type { NodeHost } from "../../web/src/standin/node-host.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { kCustomer, kGuest, kRid } from "./fault-rows.js";
import { useNodeHosts } from "./node-hosts.js";
import { createStandin, kAgentHeaders, kRoomVisitor } from "./standin-fixture.js";

const kUpdate = { rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer };
const kThird = "third-visitor";
const kSession = {
  userId: kAgentHeaders["X-User-Id"] ?? "",
  authToken: kAgentHeaders["X-Auth-Token"] ?? "",
};
// Long enough for an answer over loopback on a busy machine, short enough to be waited for.
const kShortLimit = 2000;

let standin: Standin;
let host: NodeHost;

beforeEach(async () => {
  standin = await createStandin({
    version: "6.4.2",
    seedDocuments: {
      visitors: [{ _id: kThird, username: "guest-99", token: "t-99", ts: "2023-03-30T16:40:38Z" }],
    },
  });
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
  return state.rooms.find(({ _id }) => _id === kRid)?.v?._id;
}

/** What the fault is besides its kind, the outcome, and whose the room is then. */
type Row = readonly [
  fault: Partial<Fault>,
  verdict: string,
  why: string,
  owner: string | undefined,
];

const kRows: Readonly<Record<FaultKind, Row>> = {
  reset_before: [{}, "applied", "answer", kCustomer],
  reset_after: [{}, "applied", "read_back", kCustomer],
  cut: [{ bytes: 40 }, "applied", "read_back", kCustomer],
  stall_before: [{}, "applied", "answer", kCustomer],
  stall_after: [{}, "applied", "read_back", kCustomer],
  server_error_before: [{ status: 502, page: "html" }, "applied", "answer", kCustomer],
  server_error_after: [{ status: 502, page: "html" }, "applied", "read_back", kCustomer],
  rate_limit: [{ milliseconds: 200 }, "applied", "answer", kCustomer],
  login_page: [{}, "applied", "answer", kCustomer],
  slow: [{ milliseconds: 100 }, "applied", "answer", kCustomer],
  wrong_json: [{}, "applied", "read_back", kCustomer],
  duplicate: [{ answer: "second" }, "applied", "read_back", kCustomer],
  late_duplicate: [{}, "applied", "answer", kCustomer],
  redirect: [{ location: "https://login.example.com/" }, "applied", "answer", kCustomer],
  restart: [{}, "applied", "answer", kCustomer],
  upgrade: [{ version: "7.2.0" }, "refused", "endpoint_removed", kGuest],
  moved_before: [{ visitorId: kThird }, "refused", "conflict", kThird],
  moved_between: [{ visitorId: kThird }, "applied", "answer", kCustomer],
  user_vanishes: [{}, "refused", "user_not_found", kGuest],
  room_vanishes_before_access: [{}, "refused", "room_not_found", undefined],
  room_vanishes_after_update: [{}, "unknown", "room_not_found", undefined],
};

describe("an update over a real socket", () => {
  it.each(Object.entries(kRows))("%s", async (name, [fault, verdict, why, ownedBy]) => {
    const kind = name as FaultKind;
    standin.setFaults([{ kind, method: "PUT", path: kRoomVisitor, ...fault }]);
    const chat = await connected(kind.startsWith("stall") ? { timeLimit: kShortLimit } : {});
    const outcome = await chat.updateRoomVisitor(kUpdate);
    expect(outcome.verdict).toBe(verdict);
    expect(outcome.verdict === "applied" ? outcome.proof : outcome.error.code).toBe(why);
    // The late copy comes with the next request, and finds the room moved.
    if (kind === "late_duplicate") await chat.roomInfo({ rid: kRid });
    expect(standin.faultCounts().left).toBe(0);
    expect(owner()).toBe(ownedBy);
    if (why === "conflict") expect(outcome.lastSeen?.visitorId).toBe(kThird);
  });

  it("is taken back", async () => {
    const chat = await connected();
    const outcome = await chat.updateRoomVisitor(kUpdate);
    if (outcome.verdict !== "applied") throw new Error(outcome.verdict);
    expect(owner()).toBe(kCustomer);
    expect(await chat.undo(outcome.receipt)).toMatchObject({ verdict: "applied" });
    expect(owner()).toBe(kGuest);
  });

  it("waits for nobody after a cancel, and looks once", async () => {
    standin.setFaults([{ kind: "stall_after", method: "PUT", path: kRoomVisitor }]);
    const chat = await connected();
    const controller = new AbortController();
    const outcome = await chat.updateRoomVisitor(kUpdate, {
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
    expect(owner()).toBe(kCustomer);
  });
});
