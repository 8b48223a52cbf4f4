// What is said while nothing is moved yet.
import { beforeAll, describe, expect, it, vi } from "vitest";

import type { CredentialsProvider } from "../../../web/src/client/options.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { signInProblem } from "../../../web/src/element/views/connect-model.js";
import { kConnectView } from "../../../web/src/element/views/connect-view.js";
import { connectAlert, connectText } from "../../../web/src/element/views/connect-words.js";
import { readText } from "../../../web/src/element/views/notices.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { load, type RoomVisitor } from "../../../web/src/index.js";
import { markupOf } from "./markup.js";
import { kRodriq, sessionWorld } from "./session-world.js";

const texts = englishTexts();
let rv: RoomVisitor;
beforeAll(async () => {
  rv = await load();
});

describe("the remedy of a problem of connecting", () => {
  // Whoever was offline here was told to read the room.
  it("is something that can be done here, whatever fails", () => {
    const ofAnswers = rv
      .errorTable()
      .filter(({ family, code }) => family === "world" && !kOfMoves.has(code));
    expect(ofAnswers.length).toBeGreaterThan(10);
    for (const { code, what, remedy } of ofAnswers) {
      const text = connectText({ code, message: what, remedy, found: "" }, texts, false);
      expect([code, text.message, text.remedy]).toEqual([
        code,
        what,
        expect.not.stringMatching(/read the room|open the conversation/i),
      ]);
    }
  });

  it("is the usual one elsewhere", () => {
    const given = { code: "totp_invalid", message: "m", remedy: "r", found: "" };
    expect(connectText(given, texts, false)).toEqual(given);
    const strange = { ...given, code: "constructor" };
    expect(connectText(strange, texts, false)).toEqual(strange);
  });

  // Every other step asked to enter what there is no field for.
  it("is the page's where the page gives nothing that can be used", () => {
    const problem = { code: "missing_credentials", message: "m", remedy: "r", found: "" };
    expect(readText(problem, texts).remedy).toBe(texts.text("connect.pageRemedy"));
    expect(connectText(problem, texts, true).remedy).toBe(texts.text("connect.pageRemedy"));
    expect(connectText(problem, texts, false).remedy).not.toBe(texts.text("connect.pageRemedy"));
  });

  it("is said at once", async () => {
    const { session, configure } = await sessionWorld();
    configure({ options: { fetch: () => Promise.reject(new TypeError("offline")) } });
    session.edit({ user: "a", password: "b" });
    await session.connect();
    expect(session.job.problem?.code).toBe("network_failed");
    expect(connectAlert(session, texts)).toContain(texts.text("shell.checkNetwork"));
  });
});

describe("a pasted token that the server refuses", () => {
  // Only the report below the form said so, and only politely.
  it("is said at once, and beside its field", async () => {
    vi.stubGlobal("navigator", { onLine: true });
    const { session, configure } = await sessionWorld();
    configure();
    session.edit({ way: "token", userId: kRodriq.userId, authToken: "gone" });
    await session.connect();
    const problem = signInProblem(session);
    expect(problem?.code).toBe("not_logged_in");
    const said = problem === null ? "" : texts.error(problem).message;
    expect(connectAlert(session, texts)).toContain(said);
    const context = { flow: { session, canGo: () => false }, texts } as unknown as ViewContext;
    const markup = markupOf(kConnectView.render(context)).replace(/\s+/g, " ");
    const [note = ""] = /id=connect-authToken-note>.*?<\/div>/.exec(markup) ?? [];
    expect(note).toContain(said);
    expect(markup).toMatch(/id=connect-authToken [^>]*aria-invalid=true/);
    // Once is enough.
    expect(markup.split(said)).toHaveLength(2);
    session.edit({ authToken: kRodriq.authToken });
    await session.connect();
    expect(signInProblem(session)).toBeNull();
    expect(connectAlert(session, texts)).toBe("");
    vi.unstubAllGlobals();
  });
});

describe("what the host gives", () => {
  const kJargon = /invalid|number|type|input|Found/i;

  // It was told as the library tells it to whoever calls it.
  it.each<[string, unknown]>([
    ["numbers", () => ({ userId: 1, authToken: 2 })],
    ["a number for the token", () => ({ userId: "a", authToken: 2 })],
    ["a user without a token", () => ({ userId: "a" })],
    ["a token without a user", () => ({ authToken: "a" })],
    ["a line end", () => ({ userId: "a\nb", authToken: "c" })],
    ["no function", { userId: "a", authToken: "b" }],
  ])("is told in plain words if it is %s", async (_name, provider) => {
    const { session, configure } = await sessionWorld();
    configure({ provider: provider as CredentialsProvider });
    await session.connect();
    const alert = connectAlert(session, texts);
    expect(alert).toBe(
      `${texts.text("connect.pageGaveUnusable")} ${texts.text("connect.pageRemedy")}`,
    );
    expect(alert).not.toMatch(kJargon);
  });

  // Only the polite region said anything, and nothing of this.
  it.each<[string, unknown, "connect.pageGaveNone" | "connect.pageGaveWrong"]>([
    ["throws", () => Promise.reject(new Error("no")), "connect.pageGaveNone"],
    ["gives nothing", () => undefined, "connect.pageGaveNone"],
    ["gives a refused token", () => ({ ...kRodriq, authToken: "gone" }), "connect.pageGaveWrong"],
  ])("is said at once if it %s", async (_name, provider, key) => {
    const { session, configure } = await sessionWorld();
    configure({ provider: provider as CredentialsProvider });
    await session.connect();
    expect(connectAlert(session, texts)).toBe(
      `${texts.text(key)} ${texts.text("connect.pageRemedy")}`,
    );
    configure({ provider: () => kRodriq });
    await session.checkAgain();
    expect(connectAlert(session, texts)).toBe("");
  });

  it("is not what another option is blamed for", async () => {
    const { session, configure, options } = await sessionWorld();
    configure({ provider: () => kRodriq, options: { ...options, timeLimit: -1 } });
    await session.connect();
    expect(session.job.problem?.code).toBe("invalid_input");
    expect(connectAlert(session, texts)).not.toContain(texts.text("connect.pageGaveUnusable"));
  });
});

// Answers to a move only.
const kOfMoves: ReadonlySet<string> = new Set([
  "no_room_in_answer",
  "other_room",
  "still_old_visitor",
  "other_visitor",
]);
