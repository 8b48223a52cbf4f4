import { describe, expect, test } from "vitest";

import { connect, type ConnectOptions, load } from "../../web/src/index.js";
import { Core } from "../../web/src/client/core.js";
import { loadModule } from "../../web/src/wasm/loader.js";
import { connected, json } from "./connected.js";
import { goldenRoom, kMove, kSession, readData } from "./golden.js";

const serverBases = (JSON.parse(readData("server-urls.json")) as { text: string; base?: string }[])
  .filter(({ base }) => base !== undefined)
  .map(({ text }) => text);

describe("connect", () => {
  test.each([
    ["no scheme", "chat.example.com", "invalid_server_url"],
    ["plain http", "http://chat.example.com", "insecure_server_url"],
  ])("rejects %s before anything is sent", async (_, server, code) => {
    await expect(connect({ server, credentials: () => kSession })).rejects.toMatchObject({ code });
  });

  // The platform would send these elsewhere than they say, or nowhere at all.
  test.each([
    "https://1.2.3.999",
    "https://0x7f.1",
    "https://[::1::2]",
    "https://x.example/a/%2e%2e/b",
    "https://x.example/a/%2E/b",
  ])("rejects %s, which the platform reads in another way", async (server) => {
    const refused = { code: "invalid_server_url" };
    await expect(connect({ server, credentials: () => kSession })).rejects.toMatchObject(refused);
    const rv = await load();
    expect(() => rv.buildRequest(kMove, server, kSession)).toThrow(
      expect.objectContaining(refused) as Error,
    );
  });

  // Whatever the core lets pass: fetch would go where the platform's parser says.
  test.each(["https://1.2.3.999/api/info", "https://x.example/a/%2e%2e/api/info", "nothing"])(
    "does not take the address %s from the core",
    async (url) => {
      const request = { method: "GET", url, headers: [], body: "" };
      const built = (): string => JSON.stringify({ ok: true, request });
      const raw = { ...(await loadModule()), buildServerInfoRequest: built };
      const core = new Core({ ...raw, errorTable: () => "[]" });
      const reply = core.serverInfoRequest({ server: url, allowInsecure: false });
      expect(reply).toMatchObject({ ok: false, error: { code: "invalid_server_url" } });
    },
  );

  test.each(serverBases)("takes %s as the core writes it", async (server) => {
    const chat = await connect({ server, credentials: () => kSession, allowInsecure: true });
    expect(chat).toBeDefined();
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "60" as never])(
    "rejects the time limit %s, which timers cannot keep",
    async (timeLimit) => {
      const server = "https://x.example";
      const credentials = (): typeof kSession => kSession;
      const refused = { code: "invalid_input", path: "/timeLimit" };
      await expect(connect({ server, credentials, timeLimit })).rejects.toMatchObject(refused);
      const largest = await connect({ server, credentials, timeLimit: 2 ** 31 - 1 });
      expect(largest).toBeDefined();
    },
  );

  test("names credentials that were passed as they are, without showing them", async () => {
    const options = {
      server: "https://x.example",
      credentials: kSession,
    } as unknown as ConnectOptions;
    const error: unknown = await connect(options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "invalid_input", path: "/credentials" });
    expect(JSON.stringify(error)).not.toContain(kSession.authToken);
  });
});

// fetch() does not take undefined for one where types are exact.
test("the provider has a signal to hand on, the call's own if it has one", async () => {
  const signals: unknown[] = [];
  const { chat } = await connected(() => json({ room: goldenRoom(), success: true }), {
    credentials: ({ signal }) => {
      signals.push(signal);
      return kSession;
    },
  });
  const { signal } = new AbortController();
  await chat.roomInfo({ rid: kMove.rid });
  await chat.roomInfo({ rid: kMove.rid }, { signal });
  expect(signals).toEqual([expect.any(AbortSignal), signal]);
  expect(signals[1]).toBe(signal);
});

describe("roomInfo and serverInfo", () => {
  test("read the room and the version", async () => {
    const { chat, calls } = await connected(() => json({ room: goldenRoom(), success: true }));
    const room = await chat.roomInfo({ rid: kMove.rid });
    expect(room.view.fname).toBe("Mende");
    expect(JSON.parse(room.text)).toEqual(goldenRoom());
    expect(calls[0]?.path).toBe(`/api/v1/rooms.info?roomId=${kMove.rid}`);
    expect(await chat.serverInfo()).toEqual({ version: "6.4", profile: "two_permissions" });
  });

  test("reject with what the server said, and when aborted", async () => {
    const { chat } = await connected(() =>
      json({ success: false, error: "not-allowed", errorType: "Not Allowed" }, 400),
    );
    await expect(chat.roomInfo({ rid: kMove.rid })).rejects.toMatchObject({ name: "ServerError" });
    const signal = AbortSignal.abort();
    await expect(chat.roomInfo({ rid: kMove.rid }, { signal })).rejects.toMatchObject({
      code: "cancelled",
    });
    await expect(chat.serverInfo({ signal })).rejects.toMatchObject({ code: "cancelled" });
  });

  test("reject a room of another id", async () => {
    const { chat } = await connected(() =>
      json({ room: { ...goldenRoom(), _id: "x" }, success: true }),
    );
    await expect(chat.roomInfo({ rid: kMove.rid })).rejects.toMatchObject({ code: "other_room" });
  });
});
