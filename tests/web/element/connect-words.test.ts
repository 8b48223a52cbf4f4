// What is said while nothing is moved yet.
import { beforeAll, describe, expect, it } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { connectAlert, connectText } from "../../../web/src/element/views/connect-words.js";
import { load, type RoomVisitor } from "../../../web/src/index.js";
import { sessionWorld } from "./session-world.js";

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
      const text = connectText({ code, message: what, remedy, found: "" }, texts);
      expect([code, text.message, text.remedy]).toEqual([
        code,
        what,
        expect.not.stringMatching(/read the room/i),
      ]);
    }
  });

  it("is the usual one elsewhere", () => {
    const given = { code: "totp_invalid", message: "m", remedy: "r", found: "" };
    expect(connectText(given, texts)).toEqual(given);
    const strange = { ...given, code: "constructor" };
    expect(connectText(strange, texts)).toEqual(strange);
  });

  it("is said at once", async () => {
    const { session, configure } = await sessionWorld();
    configure({ options: { fetch: () => Promise.reject(new TypeError("offline")) } });
    session.edit({ user: "a", password: "b" });
    await session.connect();
    expect(session.job.problem?.code).toBe("network_failed");
    expect(connectAlert(session, texts)).toContain(texts.text("connect.checkNetwork"));
  });
});

// Answers to a move only.
const kOfMoves: ReadonlySet<string> = new Set([
  "no_room_in_answer",
  "other_room",
  "still_old_visitor",
  "other_visitor",
]);
