// A session that the server ends while it is in use.
import { describe, expect, it } from "vitest";

import { HistoryFlow } from "../../../web/src/element/flow/history-flow.js";
import { MoveFlow } from "../../../web/src/element/flow/move-flow.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kConnectView } from "../../../web/src/element/views/connect-view.js";
import { expiredView } from "../../../web/src/element/views/expired-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { memoryHistory } from "../../../web/src/store/memory-history.js";
import { markupOf } from "./markup.js";
import { kRodriq, logIn, paths, sessionWorld, until } from "./session-world.js";

describe("a session that ends", () => {
  const expired = async () => {
    const world = await sessionWorld();
    const { session, configure, endSessions, newJob } = world;
    configure();
    await logIn(session, "rodriq");
    endSessions();
    const job = newJob();
    const answer = session.ask(job, (chat, options) => chat.me(options));
    await until(() => session.expired);
    return { ...world, job, answer };
  };

  it("lets the calls go on after somebody has logged in, on the same connection", async () => {
    const { session, answer, job, ended } = await expired();
    const { chat } = session;
    expect(session.signIn.form).toMatchObject({ user: "rodriq", password: "" });
    session.edit({ password: "wrong" });
    await session.signInAgain();
    expect(session.signInJob.problem?.code).toBe("wrong_credentials");
    expect(job.busy).toBe(true);
    session.edit({ password: "rodriq-password" });
    await session.signInAgain();
    expect(await answer).toMatchObject({ username: "rodriq" });
    expect(session).toMatchObject({ expired: false, ready: true });
    expect(session.chat).toBe(chat);
    expect(ended()).toBe(0);
    expect(session.signIn.form.password).toBe("");
  });

  it("tries a pasted token out before the calls get it", async () => {
    const { session, answer, job } = await expired();
    session.edit({ way: "token", userId: kRodriq.userId, authToken: "wrong" });
    await session.signInAgain();
    expect(session.signInJob.problem?.code).toBe("not_logged_in");
    expect(job.busy).toBe(true);
    expect(session.signIn.form.authToken).toBe("wrong");
    session.edit({ way: "password", password: "rodriq-password" });
    await session.signInAgain();
    expect(await answer).toMatchObject({ username: "rodriq" });
  });

  it("begins anew for anybody else, whose name is under none of the calls", async () => {
    const { session, answer, job, sent, ended } = await expired();
    const before = sent.length;
    session.edit({ user: "admin", password: "admin-password" });
    await session.signInAgain();
    expect(await answer).toBeUndefined();
    expect(job.problem?.code).toBe("not_logged_in");
    expect(ended()).toBe(1);
    expect(session.capability?.user?.username).toBe("admin");
    expect(session).toMatchObject({ ready: true, expired: false, openedBy: "password" });
    expect(paths(sent.slice(before))).toEqual(["login", "/api/info", "me", "permissions.listAll"]);
  });

  it("can be given up; the next call asks again", async () => {
    const { session, answer, job, newJob } = await expired();
    session.giveUp();
    expect(await answer).toBeUndefined();
    expect(job.problem?.code).toBe("not_logged_in");
    // The server still does not take what there is.
    expect(session).toMatchObject({ expired: true, isWaitedFor: false, ready: true });
    const next = newJob();
    const again = session.ask(next, (chat, options) => chat.me(options));
    await until(() => session.isWaitedFor);
    session.edit({ password: "rodriq-password" });
    await session.signInAgain();
    expect(await again).toMatchObject({ username: "rodriq" });
    expect(session.expired).toBe(false);
  });

  it("is good again after the login, also if it was looked at while it was not", async () => {
    const { session, answer } = await expired();
    session.giveUp();
    await answer;
    const looking = session.checkAgain();
    await until(() => session.isWaitedFor);
    session.giveUp();
    await looking;
    expect(session).toMatchObject({ ready: false, capability: { user: null } });
    // It asked to log in again as nobody.
    const context = { flow: { session }, texts: englishTexts() } as unknown as ViewContext;
    expect(markupOf(expiredView(context))).toContain("rodriq");
    session.edit({ password: "rodriq-password" });
    await session.signInAgain();
    expect(session).toMatchObject({ ready: true, capability: { user: { username: "rodriq" } } });
  });

  // The list had failed already, and it was still said that it would go on.
  it("keeps nothing waiting that has ended meanwhile", async () => {
    const { session, endSessions, configure, newJob } = await sessionWorld();
    configure();
    await logIn(session, "rodriq");
    endSessions();
    const job = newJob();
    const asked = session.ask(job, async (chat, options) => {
      void chat.me(options).catch(() => undefined);
      await until(() => session.isWaitedFor);
    });
    await asked;
    expect([job.busy, session.isWaitedFor]).toEqual([false, false]);
  });

  it("is not said to be good at the first step", async () => {
    const { session } = await expired();
    const context = { flow: { session }, texts: englishTexts() } as unknown as ViewContext;
    expect(kConnectView.status(context)).toBe("");
  });

  it("can be left after it was given up", async () => {
    const { session } = await expired();
    session.giveUp();
    await session.logOut();
    expect(session).toMatchObject({ chat: null, expired: false, logOutProblem: null });
  });

  it("is not ended by a late refusal of what was replaced", async () => {
    const { session, configure, options, newJob } = await sessionWorld();
    const held: ((answer: Response) => void)[] = [];
    const { fetch = globalThis.fetch } = options;
    const refused = () => Response.json({ status: "error" }, { status: 401 });
    let mode: "pass" | "hold" | "refuse" = "pass";
    configure({
      options: {
        ...options,
        fetch: (input, init) => {
          const now = new Headers(init?.headers).has("X-Auth-Token") ? mode : "pass";
          if (now === "pass") return fetch(input, init);
          if (now === "refuse") return Promise.resolve(refused());
          return new Promise((resolve) => {
            held.push(resolve);
          });
        },
      },
    });
    await logIn(session, "rodriq");
    mode = "hold";
    const late = session.ask(newJob(), (chat, given) => chat.me(given));
    await until(() => held.length > 0);
    mode = "refuse";
    const query = { rid: "tcbbSmWSLR5uo5PBW" };
    const first = session.ask(newJob(), (chat, given) => chat.roomInfo(query, given));
    await until(() => session.expired);
    mode = "pass";
    session.edit({ password: "rodriq-password" });
    await session.signInAgain();
    expect(await first).toBeDefined();
    for (const answer of held) answer(refused());
    expect(await late).toMatchObject({ username: "rodriq" });
    expect(session.expired).toBe(false);
  });

  it("ends all that waits when it is disconnected", async () => {
    const { session, answer, ended } = await expired();
    session.disconnect();
    expect(await answer).toBeUndefined();
    expect(session).toMatchObject({ expired: false, chat: null });
    expect(ended()).toBe(1);
  });

  // A move has a signal of its own to be cancelled by; its refusals were not heard by it.
  it("lets a move, and moving back from the list, go on after the login", async () => {
    const { world, session, configure, options, endSessions } = await sessionWorld();
    configure({ options: { ...options, history: memoryHistory("It is a test.") } });
    await logIn(session, "rodriq");
    const move = new MoveFlow(world, session);
    await move.look("tcbbSmWSLR5uo5PBW", { id: "63d8f20a5be41c7790e6a1f4", document: null });
    const history = new HistoryFlow(world, session);
    const verdicts: string[] = [];
    for (const flow of [move, history]) flow.onSettled = ({ verdict }) => verdicts.push(verdict);
    for (const act of [
      () => move.move(),
      async () => {
        await history.list();
        await history.takeBack(history.entries?.[0]?.id ?? "none");
      },
    ]) {
      endSessions();
      const done = act();
      await until(() => session.expired);
      session.edit({ password: "rodriq-password" });
      await session.signInAgain();
      await done;
    }
    expect(verdicts).toEqual(["applied", "applied"]);
  });
});
