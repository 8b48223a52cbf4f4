// The first step's flow: connecting, logging in and out. Before a real stand-in.
import { describe, expect, it } from "vitest";

import { load } from "../../../web/src/index.js";
import { kRodriq, kServer, logIn, paths, sessionWorld } from "./session-world.js";

describe("logging in", () => {
  it("finds out what can be done, and keeps no password", async () => {
    const { session, configure } = await sessionWorld();
    configure();
    expect(await logIn(session, "rodriq")).toBe(true);
    expect(session.capability).toMatchObject({ user: { username: "rodriq" }, canUpdate: "yes" });
    expect(session).toMatchObject({ openedBy: "password", ready: true, address: kServer });
    expect(session.signIn.form).toMatchObject({ user: "rodriq", password: "" });
  });

  it("keeps what was typed when it is wrong, or is missing", async () => {
    const { session, configure } = await sessionWorld();
    configure();
    expect(await logIn(session, "rodriq", "wrong")).toBe(false);
    expect(session.job.problem?.code).toBe("wrong_credentials");
    expect(session.signIn.form).toMatchObject({ user: "rodriq", password: "wrong" });
    expect(session.chat).toBeNull();
    expect(await logIn(session, "rodriq", "")).toBe(false);
    expect(session.job.problem?.code).toBe("missing_login");
    session.edit({ way: "token", userId: " ", authToken: "x" });
    expect(await session.connect()).toBe(false);
    expect(session.job.problem?.code).toBe("missing_credentials");
  });

  it("asks for a second factor, again after a wrong code, and can go back", async () => {
    const { session, sent, configure } = await sessionWorld();
    configure();
    expect(await logIn(session, "amelie")).toBe(false);
    expect(session.signIn.secondFactor).toMatchObject({ method: "email", codeSent: true });
    expect(session.job.problem).toBeNull();
    const before = sent.length;
    await session.connect();
    expect(session.job.problem?.code).toBe("totp_required");
    expect(paths(sent.slice(before))).not.toContain("login");
    session.edit({ code: "000000" });
    await session.connect();
    expect(session.job.problem?.code).toBe("totp_invalid");
    expect(session.signIn.form).toMatchObject({ code: "000000", password: "amelie-password" });
    session.backToLogin();
    expect(session.signIn).toMatchObject({
      secondFactor: null,
      form: { user: "amelie", password: "amelie-password", code: "" },
    });
    expect(session.job.problem).toBeNull();
    await session.connect();
    session.edit({ code: " 271828 " });
    await session.connect();
    expect(session.capability?.user?.username).toBe("amelie");
    expect(session.signIn).toMatchObject({ secondFactor: null, form: { password: "", code: "" } });
  });

  it("takes a pasted token, and forgets a wrong one but not what was typed", async () => {
    const { session, configure } = await sessionWorld();
    configure();
    session.edit({ way: "token", userId: ` ${kRodriq.userId} `, authToken: "wrong" });
    expect(await session.connect()).toBe(false);
    expect(session).toMatchObject({ chat: null, expired: false, openedBy: null, ready: false });
    expect(session.capability?.findings.map(({ code }) => code)).toContain("not_logged_in");
    expect(session.signIn.form.authToken).toBe("wrong");
    session.edit({ authToken: `${kRodriq.authToken}\n` });
    expect(await session.connect()).toBe(true);
    expect(session.openedBy).toBe("token");
    expect(session.signIn.form.authToken).toBe("");
  });

  it.each([
    ["chat.example.com", "invalid_server_url"],
    ["http://chat.example.com", "insecure_server_url"],
    ["", "invalid_server_url"],
    ["javascript:alert(1)", "invalid_server_url"],
  ])("refuses the address %j in the client's words", async (server, code) => {
    const { session, sent, configure } = await sessionWorld();
    configure({ server: "" });
    session.edit({ server });
    await logIn(session, "rodriq");
    expect(session.job.problem?.code).toBe(code);
    expect(session.address).toBe("");
    expect(session.signIn.form).toMatchObject({ server, password: "rodriq-password" });
    expect(sent).toEqual([]);
  });

  it("logs in once however often the form is sent", async () => {
    const { session, sent, configure, options } = await sessionWorld();
    const { fetch = globalThis.fetch } = options;
    const repeated: Promise<boolean>[] = [];
    const impatient: typeof fetch = (input, init) => {
      repeated.push(session.connect());
      return fetch(input, init);
    };
    configure({ options: { ...options, fetch: impatient } });
    expect(await logIn(session, "rodriq")).toBe(true);
    expect(await Promise.all(repeated)).toEqual([false, false, false, false]);
    expect(paths(sent)).toEqual(["login", "/api/info", "me", "permissions.listAll"]);
  });

  it("does not finish at the server that was typed before", async () => {
    const { session, configure } = await sessionWorld();
    configure({ server: "" });
    session.edit({ server: kServer });
    const connecting = logIn(session, "rodriq");
    session.edit({ server: "https://other.example.com" });
    expect(await connecting).toBe(false);
    expect(session).toMatchObject({ chat: null, capability: null, address: "" });
    expect(session.job.busy).toBe(false);
    expect(session.signIn.form).toMatchObject({ user: "rodriq", password: "rodriq-password" });
  });

  it("is over after a cancel at any change of it", async () => {
    let at = 1;
    for (; at < 50; at += 1) {
      let changes = 0;
      const stop: { now: () => void } = { now: () => undefined };
      const changed = (): void => {
        changes += 1;
        if (changes === at) queueMicrotask(stop.now);
      };
      const { session, configure } = await sessionWorld({}, { changed });
      configure();
      session.edit({ user: "rodriq", password: "rodriq-password" });
      changes = 0;
      const seen = { cancelled: false };
      stop.now = () => {
        if (session.ready) return;
        seen.cancelled = true;
        session.cancel();
      };
      await session.connect();
      if (!seen.cancelled) break;
      await new Promise((resolve) => setImmediate(resolve));
      expect(session, `at change ${String(at)}`).toMatchObject({
        chat: null,
        capability: null,
        expired: false,
        openedBy: null,
      });
    }
    expect(at).toBeGreaterThan(5);
    expect(at).toBeLessThan(50);
  });

  it("recognises CORS that is switched off", async () => {
    const { session, configure } = await sessionWorld({ crossOrigin: false });
    configure();
    session.edit({ way: "token", ...kRodriq });
    await session.connect();
    expect(session.capability).toMatchObject({ cors: "off_suspected", user: null });
    expect(session).toMatchObject({ chat: null, ready: false, address: kServer });
    session.edit({ way: "password" });
    await logIn(session, "rodriq");
    expect(session.job.problem?.code).toBe("cors_suspected");
  });

  it("tries to load the module again", async () => {
    let failures = 1;
    const { session, configure } = await sessionWorld(
      {},
      {
        load: (options) => {
          failures -= 1;
          return failures < 0 ? load(options) : load({ wasmBinary: new Uint8Array([60, 33]) });
        },
      },
    );
    configure();
    expect(await logIn(session, "rodriq")).toBe(false);
    expect(session.job.problem?.code).toMatch(/^wasm_/);
    expect(await session.connect()).toBe(true);
  });
});

describe("logging out", () => {
  // It went on without the server, and nobody was told that the session may live there.
  it("can be cancelled, and nobody is logged out then", async () => {
    const { session, configure } = await sessionWorld();
    configure();
    await logIn(session, "rodriq");
    const leaving = session.logOut();
    expect(session.job.busy).toBe(true);
    session.cancel();
    await leaving;
    expect(session).toMatchObject({ ready: true, openedBy: "password", logOutProblem: null });
  });

  // Whoever came to the page next found the session of the last one.
  it("goes through where the element is taken out of the page meanwhile", async () => {
    const { session, configure } = await sessionWorld();
    configure();
    await logIn(session, "rodriq");
    const leaving = session.logOut();
    session.job.cancel();
    await leaving;
    expect(session).toMatchObject({ chat: null, openedBy: null });
  });

  it("ends the session at the server that it has opened, and only that", async () => {
    const { session, configure, sent, ended } = await sessionWorld();
    configure();
    await logIn(session, "rodriq");
    await session.logOut();
    expect(paths(sent)).toContain("logout");
    expect(session).toMatchObject({ chat: null, logOutProblem: null, openedBy: null });
    expect(ended()).toBe(1);
    session.edit({ way: "token", ...kRodriq });
    await session.connect();
    await session.logOut();
    expect(paths(sent).filter((path) => path === "logout")).toHaveLength(1);
    expect(session.chat).toBeNull();
  });

  it("forgets the session also when the server cannot be told, and says so", async () => {
    const { session, configure, options } = await sessionWorld();
    const { fetch = globalThis.fetch } = options;
    configure({
      options: {
        ...options,
        fetch: (input, init) =>
          (input as string).endsWith("/logout")
            ? Promise.reject(new TypeError("Failed to fetch"))
            : fetch(input, init),
      },
    });
    await logIn(session, "rodriq");
    await session.logOut();
    expect(session.chat).toBeNull();
    expect(session.logOutProblem?.code).toMatch(/network_failed|cors_suspected/);
    await logIn(session, "rodriq");
    expect(session.logOutProblem).toBeNull();
  });

  it("says nothing of a session that had ended already", async () => {
    const { session, configure, endSessions } = await sessionWorld();
    configure();
    await logIn(session, "rodriq");
    endSessions();
    await session.logOut();
    expect(session).toMatchObject({ chat: null, logOutProblem: null });
  });
});
