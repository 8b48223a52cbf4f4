import { describe, expect, test } from "vitest";

import { json } from "../connected.js";
import { until, visitors, type VisitorWorld, visitorWorld } from "./visitor-world.js";

const kPause = 600;
const kAmara = { _id: "1".repeat(24), name: "Amara Mende", username: "guest-3" };
const kAmaru = { _id: "2".repeat(24), name: "Amaru", visitorEmails: [{ address: "a@b.example" }] };
const kAll = [kAmara, kAmaru];

const searchFor = (term: string): string =>
  `/api/v1/livechat/visitors.search?term=${term}&count=50`;

async function typed(world: VisitorWorld, text: string): Promise<void> {
  world.flow.type(text);
  world.timers.advance(kPause);
  await until(() => !world.flow.search.isSearching);
}

const names = ({ flow }: VisitorWorld): (string | null)[] => flow.listed.map(({ name }) => name);

describe("searching", () => {
  test("waits for a pause, and asks once", async () => {
    const world = await visitorWorld(() => visitors(kAll));
    for (const text of ["a", "am", "ama", "amar"]) {
      world.flow.type(text);
      world.timers.advance(kPause - 1);
    }
    expect(world.asked()).toEqual([]);
    world.timers.advance(1);
    await until(() => !world.flow.search.isSearching);
    expect(world.asked()).toEqual([searchFor("amar")]);
    expect(names(world)).toEqual(["Amara Mende", "Amaru"]);
    expect(world.flow.search.found).toMatchObject({ total: 2, isComplete: true, source: "server" });
  });

  test("asks at once on Enter, and not again for the same", async () => {
    const world = await visitorWorld(() => visitors(kAll));
    world.flow.type("ama");
    world.flow.search.submit();
    world.flow.search.submit();
    await until(() => !world.flow.search.isSearching);
    world.flow.search.submit();
    expect(world.asked()).toEqual([searchFor("ama")]);
    expect(world.timers.pending).toBe(0);
  });

  test("asks again on Enter where nobody was found: somebody may have been registered", async () => {
    const world = await visitorWorld(() => visitors([]));
    await typed(world, "ama");
    world.flow.search.submit();
    await until(() => !world.flow.search.isSearching);
    expect(world.asked()).toHaveLength(2);
  });

  test.each([
    ["too little", "am", "short"],
    ["white space", "  a  ", "short"],
    ["too much", "a".repeat(257), "long"],
  ])("says why %s is not searched for, on Enter only", async (_, text, why) => {
    const world = await visitorWorld(() => visitors(kAll));
    world.flow.type(text);
    world.timers.advance(kPause);
    expect(world.flow.search.refused).toBeNull();
    world.flow.search.submit();
    expect([world.flow.search.refused, world.asked()]).toEqual([why, []]);
    world.flow.type(`${text}!`);
    expect(world.flow.search.refused).toBeNull();
  });

  test("ends what was typed over, and never shows its answer", async () => {
    const answers: ((response: Response) => void)[] = [];
    const world = await visitorWorld(() => new Promise((resolve) => answers.push(resolve)));
    world.flow.type("ama");
    world.flow.search.submit();
    await until(() => answers.length === 1);
    world.flow.type("ben");
    expect(world.flow.search.job.busy).toBe(false);
    world.flow.search.submit();
    await until(() => answers.length === 2);
    answers[0]?.(visitors([kAmara]));
    answers[1]?.(visitors([{ _id: "3".repeat(24), name: "Ben" }]));
    await until(() => !world.flow.search.isSearching);
    expect(names(world)).toEqual(["Ben"]);
  });

  test("white space around it is no other search", async () => {
    const world = await visitorWorld(() => visitors(kAll));
    await typed(world, "ama");
    await typed(world, "ama ");
    expect(world.asked()).toHaveLength(1);
    expect([world.flow.search.typed, names(world).length]).toEqual(["ama ", 2]);
  });

  test("keeps what was typed and found when the server fails, and can try again", async () => {
    let isDown = true;
    const world = await visitorWorld(() =>
      isDown ? json({ success: false, error: "unauthorized" }, 403) : visitors(kAll),
    );
    await typed(world, "ama");
    expect(world.flow.job.problem?.code).toBe("no_read_permission");
    expect(world.flow.search.typed).toBe("ama");
    isDown = false;
    world.flow.search.submit();
    await until(() => !world.flow.search.isSearching);
    expect([world.flow.job.problem, names(world).length]).toEqual([null, 2]);
  });

  test("shows the wait that a full minute asks for, and typing ends it", async () => {
    const headers = { "X-RateLimit-Remaining": "0" };
    const body = { success: false, errorType: "error-too-many-requests" };
    const error = "Error, too many requests. Please slow down. You must wait 30 seconds.";
    const world = await visitorWorld(() => json({ ...body, error }, 429, headers));
    world.flow.type("ama");
    world.flow.search.submit();
    await until(() => world.flow.job.wait !== null);
    expect(world.flow.job.wait?.why).toBe("rate_limit");
    world.flow.type("amar");
    expect([world.flow.job.wait, world.flow.job.busy]).toEqual([null, false]);
    expect(world.flow.search.typed).toBe("amar");
  });
});

describe("what is known", () => {
  test("is not asked for again, until it is old", async () => {
    const world = await visitorWorld(() => visitors(kAll));
    await typed(world, "ama");
    await typed(world, "");
    expect(world.flow.search.found).toBeNull();
    await typed(world, "ama");
    expect(world.asked()).toHaveLength(1);
    world.clock.passed = 120_000;
    await typed(world, "");
    await typed(world, "ama");
    expect(world.asked()).toHaveLength(2);
  });

  test("answers for more letters", async () => {
    const world = await visitorWorld(() => visitors(kAll));
    await typed(world, "AMA");
    world.flow.type("amara");
    expect(names(world)).toEqual(["Amara Mende"]);
    expect(world.flow.search.isSearching).toBe(false);
    expect(world.flow.search.found).toMatchObject({ total: 1, isComplete: true, source: "known" });
    world.flow.type("ama");
    expect([names(world).length, world.asked().length]).toEqual([2, 1]);
  });

  test.each([
    ["nobody of them fits", "amazon"],
    ["it could be an e-mail address", "ama@x"],
  ])("is not enough where %s", async (_, text) => {
    const world = await visitorWorld((path) => visitors(path.includes("term=ama&") ? kAll : []));
    await typed(world, "ama");
    await typed(world, text);
    expect(world.asked()).toEqual([searchFor("ama"), searchFor(text)]);
    expect(world.flow.search.found).toMatchObject({ items: [], source: "server" });
  });

  test("is not enough for a number, which the server finds whole only", async () => {
    const world = await visitorWorld((path) =>
      visitors(path.includes("12345") ? [{ ...kAmara, phone: [{ phoneNumber: "12345" }] }] : []),
    );
    await typed(world, "123");
    await typed(world, "12345");
    expect(names(world)).toEqual(["Amara Mende"]);
  });

  test("is not enough where the answer was a part, whose fitting ones are shown meanwhile", async () => {
    const world = await visitorWorld(() => visitors(kAll, 100_000));
    await typed(world, "ama");
    expect(world.flow.search.found).toMatchObject({ total: 100_000, isComplete: false });
    world.flow.type("amara");
    expect(names(world)).toEqual(["Amara Mende"]);
    expect(world.flow.search.found?.source).toBe("partly");
    expect(world.flow.search.isSearching).toBe(true);
  });

  test("nobody stays nobody with more letters, and Enter asks all the same", async () => {
    const world = await visitorWorld(() => visitors([]));
    await typed(world, "xyz");
    await typed(world, "xyzz");
    expect(world.asked()).toHaveLength(1);
    world.flow.search.submit();
    await until(() => !world.flow.search.isSearching);
    expect(world.asked()).toHaveLength(2);
  });

  test("is forgotten with the session", async () => {
    const world = await visitorWorld(() => visitors(kAll));
    await typed(world, "ama");
    world.flow.reset();
    expect([world.flow.search.typed, world.flow.listed]).toEqual(["", []]);
    await typed(world, "ama");
    expect(world.asked()).toHaveLength(2);
  });
});

describe("an id", () => {
  const id = "63d8f20a5be41c7790e6a1f4";
  const byId = `/api/v1/livechat/visitors.info?visitorId=${id}`;

  test("is looked up", async () => {
    const world = await visitorWorld(() =>
      json({ visitor: { ...kAmara, _id: id }, success: true }),
    );
    await typed(world, id);
    expect([world.asked(), names(world)]).toEqual([[byId], ["Amara Mende"]]);
  });

  test("that nobody has is searched for: it may be in a name", async () => {
    const unknown = json({ success: false, error: "visitor-not-found" }, 400);
    const world = await visitorWorld((path) =>
      path.includes("visitors.info") ? unknown : visitors([{ ...kAmara, name: `x ${id}` }]),
    );
    await typed(world, id);
    expect(world.asked()).toEqual([byId, searchFor(id)]);
    expect(names(world)).toEqual([`x ${id}`]);
  });

  test("answers for nothing but itself", async () => {
    const world = await visitorWorld((path) =>
      path.includes("visitors.info")
        ? json({ visitor: { _id: id, name: `${id}x` }, success: true })
        : visitors([]),
    );
    await typed(world, id);
    await typed(world, `${id}x`);
    expect(world.asked()).toEqual([byId, searchFor(`${id}x`)]);
  });
});

describe("lists of a server that changes or lies", () => {
  test("hold nobody twice and nobody without an id", async () => {
    const world = await visitorWorld(() => visitors([kAmara, { name: "No id" }, kAmaru, kAmara]));
    await typed(world, "ama");
    expect(names(world)).toEqual(["Amara Mende", "Amaru"]);
  });

  test("keep the highlighted person highlighted, wherever they are now", async () => {
    let items = kAll;
    const world = await visitorWorld(() => visitors(items, 9));
    await typed(world, "ama");
    world.flow.highlight(1, "r");
    items = [kAmaru];
    world.flow.type("amaru");
    expect(world.flow.active).toBe(-1);
    await typed(world, "ama");
    world.flow.highlight(1, "r");
    expect(world.flow.active).toBe(1);
    world.clock.passed = 120_000;
    items = [kAmaru, kAmara];
    world.flow.search.reset();
    world.flow.search.type("ama");
    world.flow.search.submit();
    await until(() => !world.flow.search.isSearching);
    expect(world.flow.active).toBe(0);
  });
});
