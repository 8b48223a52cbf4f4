// The client's calls against the stand-in, behind fetch: one version of each class.
import { afterEach, describe, expect, it } from "vitest";

import {
  connect,
  type Connection,
  type ConnectOptions,
  type Credentials,
} from "../../web/src/index.js";
import { memoryHistory } from "../../web/src/store/memory-history.js";
import { createStandinFetch } from "../../web/src/standin/page-host.js";
import type { Standin, WorkspaceOptions } from "../../web/src/standin/standin.js";
import { kCustomer, kGuest, kRid } from "./fault-rows.js";
import { createStandin, kAgentHeaders, kNow } from "./standin-fixture.js";

const kServer = "https://chat.example.com";
const kAgent: Credentials = {
  userId: kAgentHeaders["X-User-Id"] ?? "",
  authToken: kAgentHeaders["X-Auth-Token"] ?? "",
};
const kAdmin: Credentials = {
  userId: "aDmnT4kWq8RzYx2Gs",
  authToken: "admin-Token-of-the-documentation-seed-00001",
};
const kMonitor: Credentials = {
  userId: "mNtrC5xJd6QfZa8Ke",
  authToken: "monitor-Token-of-the-documentation-seed-001",
};

const standins: Standin[] = [];
afterEach(() => {
  for (const standin of standins.splice(0)) standin.dispose();
});

interface Chat {
  readonly chat: Connection;
  readonly sent: string[];
  readonly standin: Standin;
}

async function chatWith(
  workspace: WorkspaceOptions,
  credentials: Credentials,
  options: Partial<ConnectOptions> & { crossOrigin?: boolean } = {},
): Promise<Chat> {
  const standin = await createStandin(workspace);
  standins.push(standin);
  const { crossOrigin = false, ...others } = options;
  const origin = crossOrigin ? "https://admin.example.com" : undefined;
  const fetchFrom = createStandinFetch(standin, {
    now: () => kNow,
    ...(origin === undefined ? {} : { crossOrigin, origin }),
  });
  const sent: string[] = [];
  const chat = await connect({
    server: kServer,
    credentials: () => credentials,
    random: () => 0,
    // Each workspace has limits of its own.
    monotonicClock: () => performance.now(),
    history: memoryHistory("a test"),
    pageOrigin: origin,
    fetch: (input, init) => {
      sent.push(`${init?.method ?? "GET"} ${new URL(input as string).pathname}`);
      return fetchFrom(input, init);
    },
    ...others,
  });
  return { chat, sent, standin };
}

const codes = (issues: readonly { readonly code: string }[]): string[] =>
  issues.map(({ code }) => code);

describe("check", () => {
  it.each([
    ["3.5.0", "absent", ["endpoint_absent"]],
    ["5.1.0", "broken", ["endpoint_broken"]],
    ["7.2.0", "removed", ["endpoint_removed"]],
    ["8.6.0", "removed", ["endpoint_removed"]],
  ])("says that %s cannot do it", async (version, profile, findings) => {
    const { chat, sent } = await chatWith({ version }, kAgent);
    const found = await chat.check();
    expect(found).toMatchObject({ reachable: "yes", profile, canUpdate: "no", permissions: [] });
    expect(found.user?.username).toBe("rodriq");
    expect(codes(found.findings)).toEqual(findings);
    expect(found.removedSince).toBe(profile === "removed" ? "7.0" : null);
    expect(found.replacements.length > 0).toBe(profile === "removed");
    expect(sent).toEqual(["GET /api/info", "GET /api/v1/me"]);
  });

  it.each([
    ["5.2.0", "two_permissions", true],
    ["6.4.2", "two_permissions", true],
    ["6.5.0", "one_permission", false],
    ["6.10.0", "one_permission", false],
  ])("says that %s can do it, and who may", async (version, profile, needsView) => {
    const { chat, sent } = await chatWith({ version }, kAdmin);
    const found = await chat.check();
    expect(found).toMatchObject({ reachable: "yes", profile, canUpdate: "yes", findings: [] });
    expect(found.rateLimiting).toBe("bypassed");
    expect(found.permissions.map(({ permission, needed }) => [permission, needed])).toEqual([
      ["change-livechat-room-visitor", true],
      ["view-l-room", needsView],
      ["view-livechat-rooms", false],
      ["api-bypass-rate-limit", false],
    ]);
    await chat.check();
    expect(sent).toHaveLength(3);
  });

  it("names the roles that would help", async () => {
    const { chat } = await chatWith({ version: "6.4.2" }, kMonitor);
    const found = await chat.check();
    expect(found.canUpdate).toBe("no");
    const [first] = found.findings;
    expect(first).toMatchObject({ code: "no_change_permission", severity: "error" });
    expect(first?.expected).toContain("livechat-manager");
  });

  it("says what is missing without credentials, and sends none", async () => {
    const credentials = (): never => {
      throw new Error("nobody is logged in");
    };
    const { chat, sent } = await chatWith({ version: "6.4.2" }, kAgent, { credentials });
    expect(codes((await chat.check()).findings)).toEqual(["missing_credentials"]);
    expect(sent).toEqual(["GET /api/info"]);
  });

  it("tells CORS that is off from a server that is away", async () => {
    const off = await chatWith({ version: "6.4.2" }, kAgent, { crossOrigin: true });
    const found = await off.chat.check();
    expect(found).toMatchObject({ reachable: "yes", cors: "off_suspected" });
    expect(codes(found.findings)).toEqual(["cors_suspected"]);
    const on = { version: "6.4.2", crossOrigin: true };
    const fine = await (await chatWith(on, kAgent, { crossOrigin: true })).chat.check();
    expect(fine.cors).toBe("fine");

    const away = await chatWith({}, kAgent, {
      pageOrigin: "https://admin.example.com",
      fetch: () => Promise.reject(new TypeError("no route to host")),
    });
    expect(await away.chat.check()).toMatchObject({ reachable: "no", canUpdate: "not_known" });
  });

  it("is done again after an answer that contradicts it", async () => {
    const { chat, sent, standin } = await chatWith({ version: "6.4.2" }, kAgent);
    await chat.check();
    standin.setFaults([{ kind: "upgrade", version: "7.2.0" }]);
    const update = { rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer };
    expect(await chat.updateRoomVisitor(update)).toMatchObject({
      error: { code: "endpoint_removed" },
    });
    const before = sent.length;
    expect((await chat.check()).profile).toBe("removed");
    expect(sent.length).toBeGreaterThan(before);
  });

  it("rejects when it is cancelled, and starts again", async () => {
    const { chat } = await chatWith({ version: "6.4.2" }, kAgent);
    const signal = AbortSignal.abort();
    await expect(chat.check({ signal })).rejects.toMatchObject({ code: "cancelled" });
    expect((await chat.check()).reachable).toBe("yes");
  });
});

describe("preview, update and undo", () => {
  it.each(["5.2.0", "6.4.2", "6.10.0"])("carry a move there and back on %s", async (version) => {
    const { chat, sent } = await chatWith({ version }, kAgent);
    const preview = await chat.preview({ rid: kRid, newVisitorId: kCustomer });
    expect(preview.update).toEqual({ rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer });
    expect(preview.changes.map(({ code }) => code)).toContain("owner");
    expect(preview.stays.map(({ code }) => code)).toContain("title");
    expect(preview.room?.view.v?._id).toBe(kGuest);
    expect(preview.newVisitor?.id).toBe(kCustomer);
    expect(sent.every((request) => request.startsWith("GET "))).toBe(true);
    if (preview.update === null) throw new Error("no update");

    const moved = await chat.updateRoomVisitor(preview.update);
    expect(moved).toMatchObject({ verdict: "applied", proof: "answer" });
    if (moved.verdict !== "applied") throw new Error(moved.verdict);
    const back = await chat.undo(moved.receipt);
    expect(back).toMatchObject({ verdict: "applied", room: { view: { v: { _id: kGuest } } } });
    const history = await chat.history();
    expect(history.map(({ newVisitorId }) => newVisitorId)).toEqual([kGuest, kCustomer]);
  });

  it("shows what may not be read as not checked", async () => {
    const { chat } = await chatWith({ version: "6.10.0" }, kMonitor);
    const preview = await chat.preview({ rid: "unknown-room", newVisitorId: kCustomer });
    expect(preview.update).toBeNull();
    expect([...codes(preview.issues), ...preview.notChecked.map(({ call }) => call)]).not.toEqual(
      [],
    );
  });
});

describe("the other calls", () => {
  it("log in, also with a second factor, and out", async () => {
    const seedDocuments = {
      users: [
        {
          _id: "tWfCt9kLm2PqXv7Bn",
          username: "tess",
          name: "Tess",
          roles: ["user"],
          emails: [{ address: "tess@example.com", verified: true }],
          login: { password: "p", tokens: [], twoFactor: { method: "totp", codes: ["123456"] } },
        },
      ],
    };
    const { chat } = await chatWith({ version: "6.4.2", seedDocuments }, kAgent);
    const first = await chat.logIn({ user: "rodriq", password: "rodriq-password" });
    expect(first).toMatchObject({ status: "logged_in", credentials: { userId: kAgent.userId } });
    await expect(chat.logIn({ user: "rodriq", password: "geheim" })).rejects.toMatchObject({
      code: "wrong_credentials",
    });
    await expect(chat.logIn({ user: "", password: "geheim" })).rejects.toMatchObject({
      code: "missing_login",
    });
    const asked = await chat.logIn({ user: "tess", password: "p" });
    expect(asked).toMatchObject({ status: "second_factor", secondFactor: { method: "totp" } });
    const wrong = await chat.logIn({ user: "tess", password: "p", code: "000000" });
    expect(wrong).toMatchObject({ status: "second_factor", error: { code: "totp_invalid" } });
    const right = await chat.logIn({ user: "tess", password: "p", code: "123456" });
    expect(right).toMatchObject({
      status: "logged_in",
      credentials: { userId: "tWfCt9kLm2PqXv7Bn" },
    });
    await chat.logOut();
    await expect(chat.me()).rejects.toMatchObject({ code: "not_logged_in" });
  });

  it("read people, rooms and lists", async () => {
    const { chat } = await chatWith({ version: "6.4.2", seed: "documentation" }, kAdmin);
    expect(await chat.serverInfo()).toEqual({ version: "6.4", profile: "two_permissions" });
    expect(await chat.me()).toMatchObject({ id: kAdmin.userId, username: "admin" });
    expect((await chat.roomInfo({ rid: kRid })).view.v?._id).toBe(kGuest);
    const visitor = await chat.visitorInfo({ visitorId: kGuest });
    expect(visitor).toMatchObject({ id: kGuest, username: "guest-16", disabled: false });
    expect(visitor.view.token).toBe("••••••••");
    const rooms = await chat.rooms({ open: true, sort: [["ts", "descending"]], count: 5 });
    expect(rooms.items.map(({ view }) => view._id)).toContain(kRid);
    const people = await chat.searchVisitors({ term: "", count: 2 });
    expect(people.items).toHaveLength(2);
    expect(people).toMatchObject({ offset: 0, isLast: false });
    const chats = await chat.chatHistory({ rid: kRid, visitorId: kGuest });
    expect(chats.items.map(({ view }) => view._id)).toContain(kRid);
    await expect(chat.visitorInfo({ visitorId: "nobody" })).rejects.toMatchObject({
      code: "visitor_not_found",
    });
    await expect(chat.rooms({ count: -1 })).rejects.toMatchObject({ path: "/count" });
    await expect(chat.rooms({ createdAt: { start: new Date(Number.NaN) } })).rejects.toMatchObject({
      path: "/createdAt/start",
    });
  });

  it("wait for the limiter and say so", async () => {
    const { chat } = await chatWith({ version: "6.4.2" }, kAgent);
    for (let call = 0; call < 10; call += 1) await chat.me();
    const stop = new AbortController();
    const waits: number[] = [];
    await expect(
      chat.me({
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.step !== "wait" || progress.why !== "rate_limit") return;
          waits.push(progress.forMs);
          stop.abort();
        },
      }),
    ).rejects.toMatchObject({ code: "cancelled" });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(50_000);
  });

  it("ask the provider again when the session has ended, naming the server", async () => {
    const given: string[] = [];
    const { chat } = await chatWith({ version: "6.4.2" }, kAgent, {
      credentials: ({ server }) => {
        given.push(server);
        return given.length === 1 ? { userId: kAgent.userId, authToken: "gone" } : kAgent;
      },
    });
    expect(await chat.me()).toMatchObject({ username: "rodriq" });
    expect(given).toEqual([kServer, kServer]);
  });

  it("never show the password or a token in an error", async () => {
    const { chat } = await chatWith({}, kAgent, {
      fetch: (_input, init) => {
        const { user, password } = JSON.parse(init?.body as string) as Record<string, string>;
        const error = `no ${String(user)} with ${String(password)}`;
        return Promise.resolve(Response.json({ success: false, error }, { status: 400 }));
      },
    });
    const refused: unknown = await chat
      .logIn({ user: "rodriq", password: "sehr-geheim" })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "unrecognised_error" });
    expect(JSON.stringify(refused) + String(refused)).not.toContain("sehr-geheim");
    expect(String(refused)).toContain("rodriq");
  });
});
