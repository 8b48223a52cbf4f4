// The server's own JavaScript client works with the stand-in, on a real socket. It brings types of
// newer versions, which do not have the endpoint, so it is called from JavaScript.
import { createRequire } from "node:module";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { startNodeHost } from "../../web/src/standin/node-host.ts";
import { createStandin } from "../standin/standin-fixture.ts";

// It is a CommonJS package in this folder's own node_modules.
const { RestClient } = createRequire(import.meta.url)("@rocket.chat/api-client");

const kRid = "tcbbSmWSLR5uo5PBW";
const kGuest = "6425bb86c29657e5b3ba26b2";
const kCustomer = "63d8f20a5be41c7790e6a1f4";
const kUpdate = { rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer };

let standin;
let host;
beforeEach(async () => {
  standin = await createStandin({ version: "6.4" });
  host = await startNodeHost({ standin });
});
afterEach(async () => {
  await host.close();
  standin.dispose();
});

async function loggedIn(user, password) {
  const client = new RestClient({ baseUrl: host.url });
  const { status, data } = await client.post("/v1/login", { user, password });
  expect(status).toBe("success");
  client.setCredentials({ "X-User-Id": data.userId, "X-Auth-Token": data.authToken });
  return client;
}

/** The answer with which a call was refused: the client rejects with it. */
async function refusal(call) {
  const answer = await call.then(
    () => expect.unreachable("the call was not refused"),
    (rejected) => rejected,
  );
  return { status: answer.status, body: await answer.json() };
}

describe("the official client", () => {
  it("logs in, reads the room, moves it and reads it again", async () => {
    const client = await loggedIn("rodriq", "rodriq-password");
    const before = await client.get("/v1/rooms.info", { roomId: kRid });
    expect(before.room.v._id).toBe(kGuest);
    const moved = await client.put("/v1/livechat/room.visitor", kUpdate);
    expect(moved.success).toBe(true);
    expect(moved.room.v).toMatchObject({ _id: kCustomer, username: "guest-3" });
    const after = await client.get("/v1/rooms.info", { roomId: kRid });
    expect(after.room).toEqual(moved.room);
    expect(host.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ["POST", "/api/v1/login", 200],
      ["GET", `/api/v1/rooms.info?roomId=${kRid}`, 200],
      ["PUT", "/api/v1/livechat/room.visitor", 200],
      ["GET", `/api/v1/rooms.info?roomId=${kRid}`, 200],
    ]);
  });

  it("reads a visitor and the permissions, and logs out", async () => {
    const client = await loggedIn("rodriq@example.com", "rodriq-password");
    expect(await client.get("/v1/me")).toMatchObject({ username: "rodriq", success: true });
    const { visitor } = await client.get("/v1/livechat/visitors.info", { visitorId: kCustomer });
    expect(visitor.username).toBe("guest-3");
    const { update } = await client.get("/v1/permissions.listAll");
    expect(update.map(({ _id }) => _id)).toContain("change-livechat-room-visitor");
    await client.post("/v1/logout");
    expect((await refusal(client.get("/v1/me"))).status).toBe(401);
  });

  it("is told why a move is refused", async () => {
    const client = await loggedIn("monitor", "monitor-password");
    expect(await refusal(client.put("/v1/livechat/room.visitor", kUpdate))).toEqual({
      status: 400,
      body: { success: false, error: "error-not-authorized" },
    });
    expect(await refusal(client.put("/v1/livechat/room.visitor", { rid: kRid }))).toEqual({
      status: 400,
      body: {
        success: false,
        error: "must have required property 'oldVisitorId' [invalid-params]",
        errorType: "invalid-params",
      },
    });
  });

  it("is refused with a wrong password", async () => {
    const client = new RestClient({ baseUrl: host.url });
    const login = client.post("/v1/login", { user: "rodriq", password: "wrong" });
    expect((await refusal(login)).status).toBe(401);
  });
});
