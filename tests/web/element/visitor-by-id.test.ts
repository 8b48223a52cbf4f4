import { beforeEach, describe, expect, test } from "vitest";

import { json } from "../connected.js";
import { until, type VisitorWorld, visitorWorld } from "./visitor-world.js";

const kId = "63d8f20a5be41c7790e6a1f4";
let answer: () => Response | Promise<Response>;
let world: VisitorWorld;

beforeEach(async () => {
  answer = () => json({ visitor: { _id: kId, name: "Amara" }, success: true });
  world = await visitorWorld(() => answer());
});

describe("an id that is at hand", () => {
  test("is read, white space of the copying left out", async () => {
    world.flow.byId.type(` ${kId} `);
    const found = await world.flow.byId.lookUp();
    expect([found?.name, world.flow.byId.typed]).toEqual(["Amara", ` ${kId} `]);
    expect(world.asked()).toEqual([`/api/v1/livechat/visitors.info?visitorId=${kId}`]);
  });

  test.each([
    ["nothing", "  ", "empty"],
    ["a text-direction mark", `${kId}\u202e`, "bidi_control"],
    ["a whole page", "a".repeat(257), "too_long"],
  ])("is not sent if it is %s, and what is wrong is said", async (_, typed, code) => {
    world.flow.byId.type(typed);
    expect(await world.flow.byId.lookUp()).toBeUndefined();
    expect(world.flow.byId.issues.map((issue) => issue.code)).toEqual([code]);
    expect(world.asked()).toEqual([]);
    world.flow.byId.type(kId);
    expect(world.flow.byId.issues).toEqual([]);
  });

  test("of an unusual form is none the worse", () => {
    world.flow.byId.type("crm:4711/ünal ✓");
    expect(world.flow.byId.isUsable()).toBe(true);
  });

  test("can be taken unread where reading is refused", async () => {
    answer = () => json({ success: false, error: "unauthorized" }, 403);
    world.flow.byId.type(kId);
    expect(await world.flow.byId.lookUp()).toBeUndefined();
    expect([world.flow.byId.unread, world.flow.byId.job.problem]).toEqual([kId, null]);
    world.flow.byId.type("other");
    expect(world.flow.byId.unread).toBeNull();
  });

  test("that nobody has is a problem, and not taken", async () => {
    answer = () => json({ success: false, error: "visitor-not-found" }, 400);
    world.flow.byId.type(kId);
    expect(await world.flow.byId.lookUp()).toBeUndefined();
    expect(world.flow.byId.unread).toBeNull();
    expect(world.flow.byId.job.problem?.code).toBe("visitor_not_found");
  });

  test("is not taken any more when another one has been typed meanwhile", async () => {
    let respond: (response: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (respond = resolve));
    world.flow.byId.type(kId);
    const looking = world.flow.byId.lookUp();
    await until(() => world.asked().length === 1);
    world.flow.byId.type("customer-00042");
    respond(json({ visitor: { _id: kId }, success: true }));
    expect(await looking).toBeUndefined();
  });
});

describe("whether people may be looked up", () => {
  test.each(["yes", "no", "not_known"] as const)("is what the server tells: %s", (held) => {
    const permission = { permission: "view-l-room", needed: false, held, roles: [] };
    const capability = { permissions: [permission] } as unknown as typeof world.session.capability;
    world.session.capability = capability;
    expect(world.flow.mayRead).toBe(held);
  });

  test("is not known before anybody has asked", () => {
    world.session.capability = null;
    expect(world.flow.mayRead).toBe("not_known");
  });
});
