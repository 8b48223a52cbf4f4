// Every kind of fault as a plain client on a real socket sees it, and the counter that says the same.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FaultKind } from "../../web/src/standin/faults.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { kCustomer, kGuest, kMove, kRid, kRows } from "./fault-rows.js";
import { see, send } from "./plain-client.js";
import type { Sent } from "./plain-client.js";
import { useNodeHosts } from "./node-hosts.js";
import { createStandin, kNow, kRoomVisitor } from "./standin-fixture.js";

const kNothing = new Uint8Array();
const kInfo: Sent = { path: "/api/info" };
const kRead: Sent = {
  path: `/api/v1/rooms.info?roomId=${kRid}`,
  headers: {
    "x-user-id": "aDmnT4kWq8RzYx2Gs",
    "x-auth-token": "admin-Token-of-the-documentation-seed-00001",
  },
};

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({ version: "6.4.2" });
});
afterEach(() => {
  standin.dispose();
});

const start = useNodeHosts(() => standin);

/** The counters as the control endpoint tells them, those that are not zero. */
async function counted(port: number): Promise<Record<string, number>> {
  const { body } = await see(port, { path: "/__standin/counts" });
  const { happened } = JSON.parse(body.toString()) as { happened: Record<string, number> };
  return Object.fromEntries(Object.entries(happened).filter(([, count]) => count > 0));
}

async function owner(port: number): Promise<string> {
  standin.setFaults([]);
  const { status, body } = await see(port, kRead);
  if (status !== 200) return "(gone)";
  return (JSON.parse(body.toString()) as { room: { v: { _id: string } } }).room.v._id;
}

describe("on a real socket", () => {
  it.each(Object.entries(kRows))("%s is seen once and counted once", async (name, row) => {
    const kind = name as FaultKind;
    const { port } = await start();
    standin.setFaults([{ kind, path: kRoomVisitor, ...row.fault }]);
    row.sees(await see(port, kMove));
    // The late copy comes with the next request.
    if (kind === "late_duplicate") expect(await counted(port)).toEqual({});
    const next = await see(port, kInfo);
    expect(next).toMatchObject({ ending: "complete", status: 200 });
    expect(await counted(port)).toEqual({ [kind]: 1 });
    expect(standin.faultCounts().left).toBe(0);
    expect(await owner(port)).toBe(row.owner);
  });

  it.each([
    ["stall_before", kGuest],
    ["stall_after", kCustomer],
  ] as const)("%s never begins an answer", async (kind, whose) => {
    const host = await start();
    standin.setFaults([{ kind, path: kRoomVisitor }]);
    const stalled = send(host.port, kMove);
    let ended = false;
    void stalled.done.then(() => (ended = true));
    await vi.waitFor(() => {
      expect(host.requests).toMatchObject([{ path: kRoomVisitor, ending: "stall" }]);
    });
    expect((await see(host.port, kInfo)).status).toBe(200);
    expect(await counted(host.port)).toEqual({ [kind]: 1 });
    expect(ended).toBe(false);
    stalled.request.destroy();
    expect((await stalled.done).ending).toBe("lost");
    expect(await owner(host.port)).toBe(whose);
  });

  it("stall_after falls silent in the middle of the body, until the host closes", async () => {
    const host = await start();
    standin.setFaults([{ kind: "stall_after", path: kRoomVisitor, bytes: 12 }]);
    const stalled = send(host.port, kMove);
    await stalled.arrived(12);
    expect(await counted(host.port)).toEqual({ stall_after: 1 });
    await host.close();
    const sight = await stalled.done;
    expect(sight).toMatchObject({ ending: "cut", status: 200 });
    expect(sight.body.length).toBe(12);
    expect(Number(sight.headers["content-length"])).toBeGreaterThan(12);
  });

  it.each(["real", "none"] as const)("slow is real whatever the delays: %s", async (delays) => {
    const waits: number[] = [];
    let go = (): void => undefined;
    const wait = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return new Promise((resolve) => (go = resolve));
    };
    const host = await start({ delays, wait });
    standin.setFaults([{ kind: "slow", path: "/api/info", milliseconds: 4321 }]);
    const slow = send(host.port, kInfo);
    let ended = false;
    void slow.done.then(() => (ended = true));
    await vi.waitFor(() => {
      expect(waits).toEqual([4321]);
    });
    expect((await see(host.port, { path: "/elsewhere" })).status).toBe(200);
    expect(ended).toBe(false);
    go();
    expect(await slow.done).toMatchObject({ ending: "complete", status: 200 });
    expect(await counted(host.port)).toEqual({ slow: 1 });
  });

  it("slow takes its time by the machine's own timers", async () => {
    const { port } = await start();
    standin.setFaults([{ kind: "slow", milliseconds: 40 }]);
    const started = performance.now();
    expect((await see(port, kInfo)).status).toBe(200);
    // Timers may be a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
  });

  it("a slow answer ends when the client leaves or the host closes", async () => {
    const lines: string[] = [];
    const host = await start({ log: (line) => lines.push(line) });
    standin.setFaults([{ kind: "slow", path: "/api/info", milliseconds: 86_400_000, times: 2 }]);
    const leaving = send(host.port, kInfo);
    const staying = send(host.port, kInfo);
    await vi.waitFor(() => {
      expect(standin.faultCounts().left).toBe(0);
    });
    leaving.request.destroy();
    expect((await leaving.done).ending).toBe("lost");
    await host.close();
    expect((await staying.done).ending).toBe("lost");
    await vi.waitFor(() => {
      expect(lines).toEqual(Array(2).fill("GET /api/info the client left"));
    });
  });

  it("a cut in the middle of a character keeps to its bytes", async () => {
    standin.dispose();
    standin = await createStandin({
      seedDocuments: { users: [{ _id: "u", roles: [], name: "ÄÖÜ", login: { tokens: ["t"] } }] },
    });
    const { port } = await start();
    const me: Sent = { path: "/api/v1/me", headers: { "x-user-id": "u", "x-auth-token": "t" } };
    const whole = (await see(port, me)).body;
    const bytes = whole.indexOf("Ä") + 1;
    standin.setFaults([{ kind: "cut", bytes }]);
    const { body, headers } = await see(port, me);
    expect(body).toEqual(whole.subarray(0, bytes));
    expect(headers["content-length"]).toBe(String(whole.length));
  });

  it("a cut before the first byte leaves the status and the headers", async () => {
    const { port } = await start();
    standin.setFaults([{ kind: "cut", bytes: 0 }]);
    const sight = await see(port, kInfo);
    expect(sight).toMatchObject({ ending: "cut", status: 200 });
    expect(sight.body.length).toBe(0);
    expect(sight.headers["content-type"]).toBe("application/json");
  });

  it("logs how answers ended", async () => {
    const lines: string[] = [];
    const { port } = await start({ log: (line) => lines.push(line) });
    standin.setFaults([
      { kind: "reset_after" },
      { kind: "cut", bytes: 3, nth: 2 },
      { kind: "redirect", location: "https://a.example", nth: 3 },
      { kind: "reset_before", nth: 4 },
      { kind: "stall_before", nth: 5 },
      { kind: "stall_after", nth: 6 },
      { kind: "stall_after", bytes: 4, nth: 7 },
    ]);
    for (let i = 0; i < 4; ++i) await see(port, kInfo);
    for (let i = 5; i < 8; ++i) {
      const stalled = send(port, kInfo);
      await vi.waitFor(() => {
        expect(lines).toHaveLength(i);
      });
      stalled.request.destroy();
    }
    const size = Buffer.byteLength(
      standin.handle({ method: "GET", url: "/api/info", headers: [], body: kNothing }, "", kNow)
        .body,
    );
    expect(lines.map((line) => line.replace(/ \d+ ms/, " N ms"))).toEqual([
      "GET /api/info 200 N ms, connection reset instead of the answer",
      `GET /api/info 200 N ms, cut after 3 of ${size} bytes`,
      "GET /api/info 302 N ms",
      "GET /api/info --- N ms, connection reset before the request was applied",
      "GET /api/info --- N ms, stalled before the request was applied",
      "GET /api/info 200 N ms, stalled instead of the answer",
      `GET /api/info 200 N ms, stalled after 4 of ${size} bytes`,
    ]);
  });

  it("counts in a long mixed script what the client saw", async () => {
    const { port } = await start();
    standin.setFaults([
      { kind: "reset_before", nth: 3, times: 4 },
      { kind: "login_page", nth: 5, times: 3 },
      { kind: "cut", bytes: 9, nth: 2, times: 5 },
      { kind: "server_error_after", status: 504, page: "html", nth: 9, times: 0 },
      { kind: "redirect", location: "https://a.example", nth: 12, times: 2 },
    ]);
    const seen: Record<string, number> = {};
    const note = (what: string): void => {
      seen[what] = (seen[what] ?? 0) + 1;
    };
    for (let i = 0; i < 25; ++i) {
      const sight = await see(port, kInfo);
      if (sight.ending === "lost") note("reset_before");
      else if (sight.ending === "cut") note("cut");
      // A cut answer may be one that was replaced, too.
      if (sight.status === 504) note("server_error_after");
      else if (sight.status === 302) note("redirect");
      else if (sight.headers["content-type"]?.startsWith("text/html")) note("login_page");
    }
    expect(seen).toEqual(await counted(port));
    expect(Object.keys(seen)).toHaveLength(5);
    expect(standin.faultCounts().left).toBe(0);
  });
});
