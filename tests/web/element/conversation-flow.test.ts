import { describe, expect, test } from "vitest";

import type { VisitorDocument } from "../../../web/src/client/documents.js";
import type { Visitor } from "../../../web/src/index.js";
import { json } from "../connected.js";
import { goldenRoom } from "../golden.js";
import { conversationWorld, refusal, rooms } from "./conversation-world.js";
import { until } from "./visitor-world.js";

const kRid = "tcbbSmWSLR5uo5PBW";
const found = (): Response => json({ room: goldenRoom(), success: true });

function visitor(id: string, lastChat: unknown = { _id: kRid }): VisitorDocument {
  const view = { _id: id, lastChat } as Visitor;
  return { id, username: "guest-3", name: "Amara Mende", disabled: false, text: "", view };
}

describe("the step", () => {
  test("begins with the list, and reads it once", async () => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"]));
    flow.enter();
    flow.enter();
    await until(() => flow.list.pages.part !== null);
    flow.enter();
    flow.use("id");
    flow.use("list");
    expect(flow.way).toBe("list");
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["view-l-room is missing", { "view-l-room": "no" }, "id", false, false],
    ["nothing is known", {}, "list", true, true],
    ["view-l-room is there", { "view-l-room": "yes" }, "list", true, true],
    [
      "all rooms may be seen",
      { "view-l-room": "no", "view-livechat-rooms": "yes" },
      "list",
      true,
      false,
    ],
  ] as const)("where %s, begins as it can", async (_, held, way, mayList, mayVisitor) => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"]), held);
    flow.enter();
    expect(flow.way).toBe(way);
    expect(flow.mayUse("list")).toBe(mayList);
    expect(flow.mayUse("visitor")).toBe(mayVisitor);
    expect(flow.mayUse("id")).toBe(true);
    flow.use("list");
    await until(() => !flow.list.pages.job.busy);
    expect(asked).toHaveLength(mayList ? 1 : 0);
  });

  test("reads nothing while a conversation is chosen, until it is to be changed", async () => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"]));
    flow.choose(kRid);
    flow.enter();
    expect(asked).toEqual([]);
    expect(flow.isChanging).toBe(false);
    flow.change();
    expect(flow.isChanging).toBe(true);
    await until(() => flow.list.pages.part !== null);
    flow.choose("another");
    expect(flow).toMatchObject({ isChanging: false, chosen: { rid: "another", view: null } });
  });

  test("searches no more for what was typed before the choice", async () => {
    const { flow, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "amara" });
    flow.choose(kRid);
    expect(timers.pending).toBe(0);
  });

  test("each way keeps what was typed", async () => {
    const { flow } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "amara" });
    flow.ofVisitor.search.type("am");
    flow.byId.edit("abc");
    flow.use("id");
    flow.use("visitor");
    flow.use("list");
    expect(flow.list.query.title).toBe("amara");
    expect(flow.ofVisitor.search.typed).toBe("am");
    expect(flow.byId.text).toBe("abc");
  });

  test("another connection forgets what was read, not what was typed or chosen", async () => {
    const { flow, session, asked } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "amara" });
    flow.enter();
    await until(() => flow.list.pages.part !== null);
    flow.choose(kRid);
    await session.checkAgain();
    flow.change();
    await until(() => flow.list.pages.part !== null);
    expect(asked.at(-1)).toContain("roomName=amara");
    expect(asked).toHaveLength(2);
    expect(flow.chosen?.rid).toBe(kRid);
  });

  test("reset forgets everything", async () => {
    const { flow, timers } = await conversationWorld(() => rooms(["a"]));
    await flow.list.search();
    flow.list.edit({ title: "amara", state: "open" });
    flow.ofVisitor.search.type("amara");
    flow.byId.edit("abc");
    flow.choose(kRid);
    flow.use("id");
    flow.reset();
    expect(flow).toMatchObject({ chosen: null, way: "list" });
    expect(flow.list.query).toEqual({ title: "", agent: "", state: "all" });
    expect(flow.list.agents.size).toBe(0);
    expect(flow.list.pages.part).toBeNull();
    expect([flow.ofVisitor.search.typed, flow.byId.text]).toEqual(["", ""]);
    expect(timers.pending).toBe(0);
  });
});

describe("by visitor", () => {
  test("lists through the last conversation, and keeps the pages", async () => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"], { list: "history" }));
    const { ofVisitor } = flow;
    flow.use("visitor");
    ofVisitor.pick(visitor("v1"));
    expect(flow.job).toBe(ofVisitor.pages.job);
    await until(() => ofVisitor.pages.part !== null);
    expect(asked).toEqual(["v1?count=25&offset=0"]);
    ofVisitor.leave();
    expect(flow.job).toBe(ofVisitor.search.job);
    ofVisitor.pick(visitor("v1"));
    expect(ofVisitor.pages.part?.items).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["none", null],
    ["no id", {}],
    ["an empty id", { _id: "" }],
    ["no text", { _id: 5 }],
  ])("asks for nothing where the last conversation is %s", async (_, lastChat) => {
    const { flow, asked } = await conversationWorld(refusal);
    flow.ofVisitor.pick(visitor("v1", lastChat));
    expect(flow.ofVisitor.pages.job.busy).toBe(false);
    expect(flow.ofVisitor.person?.id).toBe("v1");
    expect(asked).toEqual([]);
  });

  test("says that it is refused", async () => {
    const { flow } = await conversationWorld(() =>
      json({ success: false, error: "error-not-allowed" }, 400),
    );
    const { pages } = flow.ofVisitor;
    flow.ofVisitor.pick(visitor("v1"));
    await until(() => !pages.job.busy);
    expect(pages.job.problem?.code).toBe("room_access_denied");
  });
});

describe("by id", () => {
  test("reads the room of an address", async () => {
    const { flow, asked } = await conversationWorld(found);
    flow.byId.edit(`https://chat.example.com/live/${kRid}`);
    expect(flow.byId).toMatchObject({ rid: kRid, issues: [] });
    await flow.byId.lookUp();
    expect(flow.byId.found?.rid).toBe(kRid);
    expect(flow.byId.found?.document.view.fname).toBe("Mende");
    expect(asked).toEqual([`rooms.info?roomId=${kRid}`]);
  });

  test.each([
    ["", "empty"],
    ["a\u202eb", "bidi_control"],
    ["a\tb", "control_character"],
    ["x".repeat(257), "too_long"],
  ])("does not ask for %j: %s", async (text, code) => {
    const { flow } = await conversationWorld(() => {
      throw new Error("asked");
    });
    flow.byId.edit(text);
    expect(flow.byId.issues.map((issue) => issue.code)).toContain(code);
    expect(flow.byId.rid).toBeNull();
    await flow.byId.lookUp();
    expect(flow.byId).toMatchObject({ wasTried: true, found: null });
    expect(flow.byId.job.problem).toBeNull();
  });

  test("an unusual id is only warned of", async () => {
    const { flow } = await conversationWorld(found);
    flow.byId.edit("order-2023-0042");
    expect(flow.byId.issues.map(({ code }) => code)).toEqual(["unusual_id"]);
    expect(flow.byId.rid).toBe("order-2023-0042");
  });

  test("an address without a chat is not asked for", async () => {
    const { flow } = await conversationWorld(found);
    flow.byId.edit("https://chat.example.com/home");
    await flow.byId.lookUp();
    expect(flow.byId).toMatchObject({ rid: null, issues: [], found: null });
  });

  test("an id that may not be read stays at hand", async () => {
    const { flow } = await conversationWorld(() =>
      json({ success: false, error: "not-allowed", errorType: "Not Allowed" }, 400),
    );
    flow.byId.edit(kRid);
    await flow.byId.lookUp();
    expect(flow.byId.job.problem?.code).toBe("room_access_denied");
    expect(flow.byId.rid).toBe(kRid);
  });

  test("what was found is gone when the text changes", async () => {
    const { flow } = await conversationWorld(found);
    flow.byId.edit(kRid);
    await flow.byId.lookUp();
    flow.byId.edit(`${kRid}x`);
    expect(flow.byId).toMatchObject({ found: null, wasTried: false });
  });

  test("an answer for an older text is not shown", async () => {
    let release = (): void => undefined;
    const { flow } = await conversationWorld(async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return found();
    });
    flow.byId.edit(kRid);
    const looking = flow.byId.lookUp();
    flow.byId.edit("another");
    release();
    await looking;
    expect(flow.byId).toMatchObject({ text: "another", found: null });
  });
});
