// What the server's own end-to-end tests of the endpoint do, call for call, helpers included
// (docs/wire.md section 11): written afresh, over a real socket, with a plain client.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startNodeHost } from "../../web/src/standin/node-host.js";
import type { NodeHost } from "../../web/src/standin/node-host.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { createStandin } from "./standin-fixture.js";

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: Record<string, unknown>;
}

interface Visitor {
  readonly id: string;
  readonly token: string;
}

/** How a server is started for its tests: without limiter and without second factor. */
const kSettings = { Accounts_TwoFactorAuthentication_Enabled: false };
const kVersions = ["5.2.0", "5.4.0", "6.2.0", "6.4.0", "6.10.0"];
const kCases = kVersions.flatMap((version) => [
  { version, seed: "documentation", admin: "admin" },
  { version, seed: "story", admin: "ottilie" },
]);

let standin: Standin;
let host: NodeHost;
let session: Record<string, string> = {};
let visitors = 0;

async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${host.url}/api/v1/${path}`, {
    method,
    headers: { ...session, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get("content-type");
  const isJson = type === "application/json";
  return {
    status: response.status,
    type,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

/** The helpers insist on both of these. */
function expectSuccess(answer: Answer): void {
  expect(answer).toMatchObject({ status: 200, type: "application/json", body: { success: true } });
}

async function logIn(user: string): Promise<void> {
  session = {};
  const { status, body } = await call("POST", "login", { user, password: `${user}-password` });
  expect(status).toBe(200);
  const data = body["data"] as { userId: string; authToken: string };
  session = { "X-User-Id": data.userId, "X-Auth-Token": data.authToken };
}

async function setPermission(id: string, roles: readonly string[]): Promise<void> {
  expectSuccess(await call("POST", "permissions.update", { permissions: [{ _id: id, roles }] }));
}

/** The administrator becomes an agent who takes chats. */
async function makeAgentAvailable(username: string, version: string): Promise<void> {
  await setPermission("view-livechat-manager", ["admin"]);
  const made = await call("POST", "livechat/users/agent", { username });
  expectSuccess(made);
  expect(made.body["user"]).toMatchObject({ username });
  await setPermission("view-l-room", ["livechat-manager", "livechat-agent", "admin"]);
  expectSuccess(await call("POST", "users.setStatus", { message: "", status: "online" }));
  const status = await call("POST", "livechat/agent.status", { status: "available" });
  if (version >= "5.4") expectSuccess(status);
  else expect(status.status).toBe(405);
}

async function createVisitor(): Promise<Visitor> {
  visitors += 1;
  const token = `sequenceVisitor${String(visitors).padStart(2, "0")}`;
  expect(token).toMatch(/^[0-9A-Za-z]{17}$/);
  const { body: missed } = await call("GET", `livechat/visitor/${token}`);
  expect(missed["visitor"]).toBeUndefined();
  const made = await call("POST", "livechat/visitor", {
    visitor: {
      name: `Visitor ${visitors}`,
      email: `${token}@example.com`,
      token,
      phone: `99${String(visitors).padStart(8, "0")}`,
      customFields: [{ key: "address", value: "A street", overwrite: true }],
    },
  });
  expectSuccess(made);
  return { id: (made.body["visitor"] as { _id: string })._id, token };
}

async function createRoom({ token }: Visitor): Promise<string> {
  const made = await call("GET", `livechat/room?token=${token}`);
  expectSuccess(made);
  return (made.body["room"] as { _id: string })._id;
}

const move = (body?: Record<string, unknown>) => call("PUT", "livechat/room.visitor", body);

describe.each(kCases)("the server's own tests on $version, seed $seed", (given) => {
  beforeEach(async () => {
    const { version, seed } = given;
    standin = await createStandin({
      ...{ version, seed, rateLimiter: false },
      seedDocuments: { settings: kSettings },
    });
    host = await startNodeHost({ standin, delays: "none" });
    await logIn(given.admin);
    expectSuccess(await call("POST", "settings/Livechat_enabled", { value: true }));
    await makeAgentAvailable(given.admin, given.version);
  });
  afterEach(async () => {
    await host.close();
    standin.dispose();
  });

  it("1: fails without a body and without the permission", async () => {
    await setPermission("view-l-room", []);
    expect((await move()).body["success"]).toBe(false);
  });

  describe("with the permission", () => {
    beforeEach(async () => {
      await setPermission("view-l-room", ["admin", "livechat-agent"]);
    });

    it.each([
      { number: 2, body: undefined },
      { number: 3, body: { rid: "GENERAL" } },
      { number: 4, body: { rid: "GENERAL", oldVisitorId: "GENERAL" } },
      { number: 5, body: { rid: "GENERAL", oldVisitorId: "GENERAL", newVisitorId: "GENERAL" } },
    ])("$number: fails with $body", async ({ body }) => {
      expect((await move(body)).body["success"]).toBe(false);
    });

    it("6: fails for a room that is no live chat", async () => {
      const { id } = await createVisitor();
      const answer = await move({ rid: "GENERAL", oldVisitorId: id, newVisitorId: id });
      expect(answer.body["success"]).toBe(false);
    });

    it("7: fails if the room is another visitor's", async () => {
      const owner = await createVisitor();
      const rid = await createRoom(owner);
      const other = await createVisitor();
      const answer = await move({ rid, oldVisitorId: other.id, newVisitorId: owner.id });
      expect(answer.body["success"]).toBe(false);
    });

    it("8: moves the room", async () => {
      const owner = await createVisitor();
      const rid = await createRoom(owner);
      const other = await createVisitor();
      const answer = await move({ rid, oldVisitorId: owner.id, newVisitorId: other.id });
      expectSuccess(answer);
      expect(answer.body["room"]).toMatchObject({ _id: rid, v: { _id: other.id } });
    });
  });
});
