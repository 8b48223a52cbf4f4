// What previews and results say and offer, without a browser.
import { beforeAll, describe, expect, test } from "vitest";

import { load, type RoomVisitor } from "../../../web/src/client/load.js";
import type { Outcome } from "../../../web/src/client/outcome.js";
import type { Preview } from "../../../web/src/client/preview.js";
import { roomDocument } from "../../../web/src/client/room-document.js";
import type { Settled } from "../../../web/src/element/flow/move-flow.js";
import { peopleIn } from "../../../web/src/element/flow/move.js";
import { outcomeView } from "../../../web/src/element/outcome-model.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import {
  findingsOf,
  hasNobody,
  noteText,
  noteValue,
  repairStep,
  staysOf,
  shownIssues,
  typedErrors,
  wantsOldVisitor,
} from "../../../web/src/element/views/preview-model.js";
import {
  changedHeading,
  curlOf,
  nextActs,
  resultHeading,
  seenKey,
  shownRoom,
} from "../../../web/src/element/views/result-model.js";
import { type Issue, toError } from "../../../web/src/errors.js";
import { goldenRoom, kMove, kSession, movedRoom } from "../golden.js";
import { previewed } from "./move-world.js";

const texts = englishTexts();
const issueOf = (change: Partial<Issue>): Issue => ({
  code: "room_closed",
  severity: "warning",
  path: "/rid",
  found: "",
  expected: "",
  message: "m",
  remedy: "r",
  ...change,
});
const kPreview: Preview = {
  update: null,
  changes: [],
  stays: [],
  issues: [],
  notChecked: [],
  room: null,
  newVisitor: null,
  oldVisitor: null,
};
const roomOf = (room: object) => roomDocument(JSON.stringify(room));

describe("findings", () => {
  test("are errors first, each code once, with what else was found", () => {
    const rooms = ["a", "b", "c", "d", "e", "f"].map((found) =>
      issueOf({ code: "other_open_room", path: "/newVisitorId", found }),
    );
    const wrong = issueOf({ code: "surrounding_space", severity: "error" });
    const findings = findingsOf([issueOf({}), ...rooms, wrong]);
    expect(
      findings.map(({ issue, others, more, step }) => [issue.code, others, more, step]),
    ).toEqual([
      ["surrounding_space", [], 0, "conversation"],
      ["room_closed", [], 0, null],
      ["other_open_room", ["b", "c", "d"], 2, null],
    ]);
  });

  test.each([
    ["visitor_not_found", "visitor"],
    ["voice_room", "conversation"],
    ["endpoint_removed", "connect"],
    ["no_permission", "connect"],
    ["not_logged_in", "connect"],
    ["visitor_mismatch", "preview"],
    ["rate_limited", null],
    ["constructor", null],
  ])("of %s are repaired in the step %s", (code, step) => {
    expect(repairStep(code)).toBe(step);
  });
});

describe("a preview", () => {
  test("has words of ours for every note of the core, and the core's for one that is new", async () => {
    const { flow } = await previewed();
    const { changes = [], stays = [] } = flow.move.preview ?? {};
    expect(changes.length + stays.length).toBe(16);
    for (const note of [...changes, ...stays]) {
      expect(noteText(note, texts)).toBe(texts.text(`move.note.${note.code}` as "move.note.owner"));
      expect(noteText(note, texts)).not.toBe(note.what);
    }
    const fresh = { code: "fresh", path: "", what: "In its words.", before: null, after: null };
    expect(noteText(fresh, texts)).toBe("In its words.");
  });

  test("shows dates as dates, ids as code, and no token", () => {
    const note = (path: string) => ({ code: "x", path, what: "", before: null, after: null });
    const date = noteValue("2023-03-30T16:58:11.899Z", note("/_updatedAt"), texts);
    expect(date).toMatchObject({ isCode: false });
    expect(date?.text).toMatch(/2023/);
    expect(noteValue("abc", note("/v/_id"), texts)).toEqual({ text: "abc", isCode: true });
    expect(noteValue("••••••••", note("/v/token"), texts)).toBeNull();
  });

  test("leaves out what this conversation does not have, and nothing while it is not read", () => {
    const stays = ["/departmentId", ""].map((path) => {
      return { code: "department", path, what: "", before: null, after: null };
    });
    expect(staysOf({ ...kPreview, stays })).toHaveLength(2);
    const room = roomOf(goldenRoom());
    expect(staysOf({ ...kPreview, stays, room })).toHaveLength(1);
  });

  test("wants the old visitor typed only where reading did not tell and nothing else is wrong", () => {
    const wrong = (path: string): Preview => ({
      ...kPreview,
      issues: [issueOf({ severity: "error", path })],
    });
    expect(wantsOldVisitor(kPreview)).toBe(true);
    expect(wantsOldVisitor(wrong("/oldVisitorId"))).toBe(true);
    expect(wantsOldVisitor(wrong("/newVisitorId"))).toBe(false);
    expect(wantsOldVisitor({ ...kPreview, room: roomOf({ _id: "x" }) })).toBe(false);
    const none = { ...kPreview, issues: [issueOf({ code: "room_not_found" })] };
    expect(wantsOldVisitor(none)).toBe(false);
  });

  // The first thing said of a conversation that could not be read was that a member is missing.
  test("does not complain of an id that nobody has typed yet", () => {
    const missing = issueOf({ code: "missing", severity: "error", path: "/oldVisitorId" });
    const unusual = issueOf({ code: "unusual_id" });
    const preview = { ...kPreview, issues: [missing, unusual] };
    expect(shownIssues(preview)).toEqual([unusual]);
    expect(typedErrors(preview)).toEqual([]);
    const wrong = issueOf({ code: "unclean_text", severity: "error", path: "/oldVisitorId" });
    expect(typedErrors({ ...kPreview, issues: [wrong] })).toEqual([wrong]);
    expect(hasNobody(preview)).toBe(false);
    // A room that was read and has nobody cannot be moved: said in their place, not as an id amiss.
    const orphan = { ...preview, room: roomOf({ _id: "x" }) };
    expect(hasNobody(orphan)).toBe(true);
    expect(shownIssues(orphan)).toEqual([unusual]);
  });

  // The server leaves the name of an earlier visitor in the room.
  test("does not take the name in the room for the present visitor's", () => {
    const room = roomOf({ _id: "x", v: { _id: "old", name: "Earlier", username: "guest-1" } });
    const { from } = peopleIn({ ...kPreview, room }, { id: "new", document: null });
    expect(from).toMatchObject({ id: "old", document: { username: "guest-1", name: null } });
  });
});

describe("a result", () => {
  let rv: RoomVisitor;
  beforeAll(async () => {
    rv = await load();
  });
  const receipt = { ...kMove, server: "s", userId: "u", proof: null, at: "", openUntil: null };
  const settledOf = (outcome: Outcome, change: Partial<Settled> = {}): Settled => ({
    update: kMove,
    undo: false,
    from: { id: kMove.oldVisitorId, document: null },
    to: { id: kMove.newVisitorId, document: null },
    before: null,
    isFinal: false,
    outcome,
    at: 0,
    changes: null,
    seen: null,
    ...change,
  });
  const failed = (verdict: "refused" | "unknown", code: string, visitorId?: string): Outcome => ({
    verdict,
    error: toError({ ...issueOf({ code }), family: "server" }),
    receipt: { ...receipt, verdict },
    ...(visitorId === undefined ? {} : { lastSeen: { visitorId, at: "" } }),
  });

  test.each([
    ["refused", "visitor_not_found", undefined, [{ kind: "repair", step: "visitor" }]],
    ["refused", "rate_limited", undefined, [{ kind: "repair", step: "preview" }]],
    ["refused", "conflict", "third", [{ kind: "start_over" }]],
    ["refused", "visitor_mismatch", kMove.oldVisitorId, [{ kind: "repair", step: "preview" }]],
    [
      "unknown",
      "timed_out",
      undefined,
      [{ kind: "check_again" }, { kind: "repair", step: "preview" }],
    ],
    ["unknown", "conflict", "third", [{ kind: "check_again" }, { kind: "start_over" }]],
  ] as const)("%s by %s, last seen at %s, offers what helps", (verdict, code, owner, acts) => {
    expect(nextActs(settledOf(failed(verdict, code, owner)), true)).toEqual(acts);
  });

  test("leads back to the move when somebody has logged in since", () => {
    const ended = settledOf(failed("refused", "not_logged_in"));
    expect(nextActs(ended, false)).toEqual([{ kind: "repair", step: "connect" }]);
    expect(nextActs(ended, true)).toEqual([{ kind: "repair", step: "preview" }]);
  });

  // The server had only asked for patience when somebody cancelled.
  test("says of a cancelled move that it was cancelled, and sends nobody to look", () => {
    const outcome = failed("refused", "cancelled");
    expect(resultHeading(settledOf(outcome))).toBe("move.wasCancelled");
    expect(outcomeView(outcome, englishTexts()).remedy).toBe("");
    expect(outcomeView(failed("unknown", "cancelled"), englishTexts()).remedy).not.toBe("");
  });

  // "Nothing was changed" stood above the list of what somebody else had changed.
  test("does not say that nothing changed where somebody else has moved the conversation", () => {
    const headings = [
      failed("refused", "conflict", "third"),
      failed("refused", "visitor_not_found"),
      failed("refused", "visitor_mismatch", kMove.oldVisitorId),
      failed("unknown", "conflict", "third"),
    ].map((outcome) => resultHeading(settledOf(outcome)));
    expect(headings).toEqual([
      "move.movedMeanwhile",
      "outcome.heading.refused",
      "outcome.heading.refused",
      "outcome.heading.unknown",
    ]);
  });

  test("says whose the changes are that a refused move did not make", () => {
    const changes = rv.diff(JSON.stringify(goldenRoom()), JSON.stringify(movedRoom()));
    const refused = { outcome: failed("refused", "conflict", "third") };
    expect(changedHeading(refused, { changes })).toBe("move.changedMeanwhile");
    expect(changedHeading(refused, { changes: [] })).toBe("move.changed");
    const unknown = { outcome: failed("unknown", "conflict", "third") };
    expect(changedHeading(unknown, { changes })).toBe("move.changed");
  });

  test("names the owner of a later reading by its part in the move", () => {
    const unknown = failed("unknown", "timed_out");
    const seenBy = (owner: string) =>
      seenKey(settledOf(unknown, { seen: roomOf({ _id: "x", v: { _id: owner } }) }));
    expect([kMove.newVisitorId, kMove.oldVisitorId, "third"].map(seenBy)).toEqual([
      "New",
      "Old",
      "Other",
    ]);
    expect(seenKey(settledOf(unknown))).toBeNull();
  });

  test("shows the latest room there is, and says which it is", () => {
    const before = roomOf(goldenRoom());
    const room = roomOf(movedRoom());
    const applied = {
      verdict: "applied",
      proof: "answer",
      receipt: { ...receipt, verdict: "applied" },
      room,
    } as const;
    const readBack: Outcome = { ...applied, proof: "read_back" as const };
    const changes = rv.diff(before.text, room.text);
    const heading = (settled: Settled) => shownRoom(settled)?.heading;
    expect(heading(settledOf(applied, { before, changes }))).toBe("move.roomAnswered");
    expect(heading(settledOf(readBack))).toBe("move.roomRead");
    expect(heading(settledOf(failed("refused", "conflict"), { before }))).toBe("move.roomBefore");
    expect(shownRoom(settledOf(failed("refused", "conflict")))).toBeNull();
    expect(shownRoom(settledOf(applied, { before, changes }))?.compared).toBe(true);
    expect(shownRoom(settledOf(applied))?.compared).toBe(false);
  });

  test("gives the request as curl without a token, and none where it cannot be written", () => {
    const session = { server: "https://chat.example.com", allowInsecure: false, userId: "u" };
    const curl = curlOf(rv, settledOf(failed("refused", "conflict")), session);
    expect(curl).toContain(kMove.newVisitorId);
    expect(curl).toContain("X-User-Id: u");
    expect(curl).not.toContain(kSession.authToken);
    expect(curl).not.toContain("hidden");
    const nowhere = { ...session, server: "" };
    expect(curlOf(rv, settledOf(failed("refused", "conflict")), nowhere)).toBe("");
  });
});
