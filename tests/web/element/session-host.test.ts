// A session whose credentials the host gives, or does not; and what the host says besides.
import { describe, expect, it } from "vitest";

import type { CredentialsProvider } from "../../../web/src/client/options.js";
import { kAdmin, kRodriq, logIn, sessionWorld, until } from "./session-world.js";

const kThrowing = {
  authToken: kRodriq.authToken,
  get userId(): string {
    throw new Error("on purpose");
  },
};

describe("the host's provider", () => {
  it("needs nobody", async () => {
    const { session, configure, sent } = await sessionWorld();
    expect(session.needsNobody).toBe(false);
    configure({ provider: () => kRodriq });
    expect(session.needsNobody).toBe(true);
    expect(await session.connect()).toBe(true);
    expect(session.openedBy).toBeNull();
    const before = sent.length;
    await session.logOut();
    expect(sent).toHaveLength(before);
    expect(session.ready).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ["throws", () => Promise.reject(new Error("no")), "missing_credentials"],
    ["gives nothing", () => undefined, "missing_credentials"],
    ["gives what throws when it is read", () => kThrowing, "missing_credentials"],
    ["gives empty texts", () => ({ userId: "", authToken: "" }), "missing_credentials"],
    ["gives a refused token", () => ({ ...kRodriq, authToken: "gone" }), "not_logged_in"],
  ])("that %s ends in a finding and can be repaired", async (_name, provider, code) => {
    const { session, configure } = await sessionWorld();
    configure({ provider: provider as CredentialsProvider });
    expect(await session.connect()).toBe(false);
    expect(session.capability?.findings.map((finding) => finding.code)).toContain(code);
    expect(session).toMatchObject({ ready: false, expired: false });
    configure({ provider: () => kRodriq });
    await session.checkAgain();
    expect(session.ready).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ["is no function", kRodriq, "invalid_input"],
    ["gives numbers", () => ({ userId: 1, authToken: 2 }), "invalid_input"],
    ["gives a line end", () => ({ userId: "a\nb", authToken: "c" }), "invalid_credentials"],
  ])("that %s ends in a problem", async (_name, provider, code) => {
    const { session, configure } = await sessionWorld();
    configure({ provider: provider as CredentialsProvider });
    expect(await session.connect()).toBe(false);
    expect(session.job.problem?.code).toBe(code);
    configure({ provider: () => kRodriq });
    expect(await session.connect()).toBe(true);
  });

  it("that never answers can be cancelled, or replaced", async () => {
    const { session, configure } = await sessionWorld();
    configure({ provider: () => new Promise(() => undefined) });
    const first = session.connect();
    await until(() => session.isAskingHost);
    session.cancel();
    expect(await first).toBe(false);
    expect(session).toMatchObject({ isAskingHost: false, chat: null });
    const second = session.connect();
    await until(() => session.isAskingHost);
    configure({ provider: () => kRodriq });
    expect(await second).toBe(true);
  });

  it("that was replaced is not listened to any more, nor is one whose call was cancelled", async () => {
    const { session, configure, newJob } = await sessionWorld();
    const late: ((given: typeof kAdmin) => void)[] = [];
    const slow = () => new Promise<typeof kAdmin>((resolve) => late.push(resolve));
    configure({ provider: slow });
    const connecting = session.connect();
    await until(() => late.length === 1);
    configure({ provider: async () => (await slow(), kRodriq) });
    await until(() => late.length === 2);
    late[0]?.(kAdmin);
    late[1]?.(kAdmin);
    expect(await connecting).toBe(true);
    expect(session.capability?.user?.username).toBe("rodriq");
    const job = newJob();
    const asking = session.ask(job, (chat, options) => chat.me(options));
    await until(() => session.isAskingHost);
    job.cancel();
    expect(await asking).toBeUndefined();
    expect(session.isAskingHost).toBe(false);
  });

  it("may be another function for the same thing, but not for another user", async () => {
    const { session, configure, options, ended } = await sessionWorld();
    configure({ provider: () => kRodriq });
    await session.connect();
    const { chat } = session;
    configure({ provider: () => ({ ...kRodriq }), options: { ...options } });
    await until(() => !session.isAskingHost);
    expect(session.chat).toBe(chat);
    expect(ended()).toBe(0);
    configure({ provider: () => kAdmin });
    await until(() => session.isOtherUser);
    expect(session).toMatchObject({ chat: null, capability: null });
    expect(ended()).toBe(1);
    expect(await session.connect()).toBe(true);
    expect(session.capability?.user?.username).toBe("admin");
    expect(session.isOtherUser).toBe(false);
  });

  it("is told when nobody waits any more for whom it would log in", async () => {
    const { session, configure } = await sessionWorld();
    configure({ provider: () => kRodriq });
    await session.connect();
    const signals: AbortSignal[] = [];
    configure({
      provider: ({ signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    await until(() => signals.length === 1);
    expect(signals[0]?.aborted).toBe(false);
    session.disconnect();
    expect(signals[0]?.aborted).toBe(true);
  });

  it("that changes its user sends nothing in the other's name", async () => {
    const { session, configure, sent, newJob } = await sessionWorld();
    let given = kRodriq;
    configure({ provider: () => given });
    await session.connect();
    given = kAdmin;
    const before = sent.length;
    expect(await session.ask(newJob(), (chat, options) => chat.me(options))).toBeUndefined();
    expect(sent).toHaveLength(before);
    expect(session.isOtherUser).toBe(true);
  });

  it("is asked again when the session has ended", async () => {
    const { session, configure, endSessions, newJob } = await sessionWorld();
    let asked = 0;
    configure({
      provider: () => {
        asked += 1;
        return kRodriq;
      },
    });
    await session.connect();
    endSessions();
    const job = newJob();
    const before = asked;
    await session.ask(job, (chat, options) => chat.me(options));
    expect(job.problem?.code).toBe("not_logged_in");
    expect(asked).toBe(before + 2);
    expect(session.expired).toBe(true);
  });

  it("is told when nobody waits for its answer any more, and the session stays ended", async () => {
    const { session, configure, endSessions, newJob } = await sessionWorld();
    let isEnded = false;
    const told: string[] = [];
    configure({
      provider: ({ signal }) => {
        if (!isEnded) return kRodriq;
        signal.addEventListener("abort", () => told.push("nobody waits"));
        return new Promise(() => undefined);
      },
    });
    await session.connect();
    endSessions();
    const job = newJob();
    const answer = session.ask(job, (chat, options) => {
      isEnded = true;
      return chat.me(options);
    });
    await until(() => session.isAskingHost);
    session.giveUp();
    expect(told).toEqual(["nobody waits"]);
    await answer;
    expect(job.problem?.code).toBe("not_logged_in");
    isEnded = false;
    const other = newJob();
    await session.ask(other, (chat, options) => chat.me(options));
    expect(session.expired).toBe(true);
    session.giveUp();
    expect(session).toMatchObject({ expired: true, isWaitedFor: false });
  });

  it("ends no session that never began when it is given up", async () => {
    const { session, configure } = await sessionWorld();
    let asked = 0;
    configure({
      provider: () => {
        asked += 1;
        return asked === 1 ? { ...kRodriq, authToken: "gone" } : new Promise(() => undefined);
      },
    });
    const connecting = session.connect();
    await until(() => asked === 2);
    session.giveUp();
    await connecting;
    expect(session).toMatchObject({ expired: false, ready: false });
    expect(session.capability?.findings.map(({ code }) => code)).toContain("not_logged_in");
  });
});

describe("what the host says", () => {
  it.each([
    ["another server", { server: "https://other.example.com" }],
    ["another rule for http", { allowInsecure: true }],
    ["another option", { options: { timeLimit: 5 } }],
    ["a provider where there was none", { provider: () => kRodriq }],
  ])("%s ends the session", async (_name, change) => {
    const { session, configure, ended } = await sessionWorld();
    configure();
    await logIn(session, "rodriq");
    configure();
    expect(ended()).toBe(0);
    configure(change);
    expect(ended()).toBe(1);
    expect(session).toMatchObject({ chat: null, capability: null, openedBy: null });
  });

  it("may be nothing where something is wanted", async () => {
    const { session } = await sessionWorld();
    const nothing = { server: null, allowInsecure: null, provider: undefined, options: null };
    session.configure(nothing as never);
    expect(await session.connect()).toBe(false);
    expect(session.job.problem?.code).toBe("invalid_server_url");
    session.configure({ ...nothing, server: 5 } as never);
    expect(await session.connect()).toBe(false);
    expect(session.job.problem?.code).toBe("invalid_input");
  });
});
