import { describe, expect, test } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { roomTable } from "../../../web/src/element/views/room-table.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { kSession } from "../golden.js";
import { json } from "../connected.js";
import { conversationWorld, parametersOf, refusal, rooms } from "./conversation-world.js";
import { press } from "./markup.js";
import { until } from "./visitor-world.js";

const kMe = kSession.userId;
const kPause = 600;
const numbered = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `r${from + at}`);

// A list of 60 rooms.
const sixty = (path: string): Response => {
  const offset = Number(parametersOf(path).get("offset"));
  return rooms(numbered(Math.min(25, 60 - offset), offset), { offset, total: 60 });
};

describe("the list", () => {
  test("asks for the newest page, of everybody", async () => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"]));
    await flow.list.search();
    expect(Object.fromEntries(parametersOf(asked[0]))).toEqual({
      sort: '{"ts":-1}',
      count: "25",
      offset: "0",
    });
    expect(flow.list.pages.part?.items.map(({ view }) => view._id)).toEqual(["a"]);
  });

  test("narrows by title, agent and state", async () => {
    const { flow, asked, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: " Äsa ", agent: "u-a", state: "closed" });
    timers.advance(kPause);
    await until(() => flow.list.pages.part !== null);
    const parameters = parametersOf(asked[0]);
    expect(parameters.get("roomName")).toBe("Äsa");
    expect(parameters.getAll("agents[]")).toEqual(["u-a"]);
    expect(parameters.get("open")).toBe("false");
    expect(flow.list.query.title).toBe(" Äsa ");
  });

  test("searches once when the typing pauses", async () => {
    const { flow, asked, timers } = await conversationWorld(() => rooms(["a"]));
    for (const title of ["a", "am", "ama", "amar", "amara"]) {
      flow.list.edit({ title });
      timers.advance(kPause - 1);
    }
    expect(asked).toEqual([]);
    timers.advance(1);
    await until(() => flow.list.pages.part !== null);
    expect(asked).toHaveLength(1);
    expect(parametersOf(asked[0]).get("roomName")).toBe("amara");
  });

  test.each([
    ["a", false],
    ["am", false],
    ["ama", true],
    ["  am  ", false],
    ["", true],
    ["   ", true],
    ["渡辺", true],
    ["渡", false],
  ])("a pause after %j searches: %s", async (title, searches) => {
    const { flow, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title });
    timers.advance(kPause);
    expect(flow.list.pages.job.busy).toBe(searches);
  });

  test("searches for any text on demand", async () => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "a" });
    await flow.list.search();
    expect(asked).toHaveLength(1);
    expect(parametersOf(asked[0]).get("roomName")).toBe("a");
  });

  test("who does not wait for the pause is not made to", async () => {
    const { flow, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "amara" });
    await flow.list.search();
    expect(timers.pending).toBe(0);
  });

  test("a choice beside a short title searches all the same", async () => {
    const { flow, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "a" });
    flow.list.edit({ state: "open" });
    timers.advance(kPause);
    expect(flow.list.pages.job.busy).toBe(true);
  });

  // A title that was too short for a search of its own ended the one that was to come.
  test("a short title beside a choice leaves it to be searched for", async () => {
    const { flow, asked, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ state: "closed" });
    timers.advance(kPause - 1);
    flow.list.edit({ title: "a" });
    timers.advance(1);
    await until(() => flow.list.pages.part !== null);
    expect(Object.fromEntries(parametersOf(asked[0]))).toMatchObject({
      open: "false",
      roomName: "a",
    });
  });

  // "Nothing fits" stood under a title that nobody had searched for.
  test("says of a title that it is too short, until it is searched for", async () => {
    const { flow } = await conversationWorld(sixty);
    const { list } = flow;
    await list.search();
    for (const title of ["", "zz", " zz ", "Ama", "z".repeat(257)]) {
      list.edit({ title });
      const expected = title.length > 256 ? "long" : title.trim() === "zz" ? "short" : null;
      expect([title, list.titleProblem]).toEqual([title, expected]);
    }
    list.edit({ title: "zz" });
    await list.search();
    expect(list.titleProblem).toBeNull();
    list.edit({ title: "z" });
    expect(list.titleProblem).toBe("short");
  });

  test("a title that has become too short is not searched for", async () => {
    const { flow, timers } = await conversationWorld(() => rooms(["a"]));
    flow.list.edit({ title: "amara" });
    flow.list.edit({ title: "am" });
    timers.advance(kPause);
    expect(flow.list.pages.job.busy).toBe(false);
  });

  test("meets agents in what it reads", async () => {
    const { flow } = await conversationWorld(() => rooms(["a", "b"]));
    await flow.list.search();
    expect([...flow.list.agents]).toEqual([
      ["u-a", "agent-a"],
      ["u-b", "agent-b"],
    ]);
  });
});

describe("who may not list the rooms of others", () => {
  test("is asked for only oneself where that is known", async () => {
    const { flow, asked } = await conversationWorld(() => rooms(["a"]), {
      "view-livechat-rooms": "no",
    });
    expect(flow.list.isRestricted).toBe(true);
    await flow.list.search();
    expect(asked.map((path) => parametersOf(path).getAll("agents[]"))).toEqual([[kMe]]);
  });

  test("is found out by one refusal, and told", async () => {
    const { flow, asked } = await conversationWorld((path) =>
      parametersOf(path).has("agents[]") ? rooms(["a"]) : refusal(),
    );
    await flow.list.search();
    expect(flow.list.isRestricted).toBe(true);
    expect(flow.list.pages.part?.items).toHaveLength(1);
    expect(flow.list.pages.job.problem).toBeNull();
    await flow.list.pages.refresh();
    const agents = asked.map((path) => parametersOf(path).getAll("agents[]"));
    expect(agents).toEqual([[], [kMe], [kMe]]);
  });

  test("hears why when not even that is allowed", async () => {
    const { flow, asked } = await conversationWorld(refusal);
    await flow.list.search();
    expect(flow.list.pages.job.problem?.code).toBe("no_read_permission");
    expect(flow.list.isRestricted).toBe(false);
    expect(asked).toHaveLength(2);
  });

  test("is not asked twice for the same", async () => {
    const { flow, asked } = await conversationWorld(refusal);
    flow.list.edit({ agent: kMe });
    await flow.list.search();
    expect(asked).toHaveLength(1);
  });

  test("another failure is none of this", async () => {
    const { flow, asked } = await conversationWorld(() =>
      json({ success: false, error: "error-room-not-found" }, 400),
    );
    await flow.list.search();
    expect(asked).toHaveLength(1);
    expect(flow.list.isRestricted).toBe(false);
  });
});

describe("pages", () => {
  test("are kept: going back asks for nothing", async () => {
    const { flow, asked } = await conversationWorld(sixty);
    const { pages } = flow.list;
    await flow.list.search();
    await pages.goTo(25);
    await pages.goTo(50);
    expect(pages.part).toMatchObject({ offset: 50, total: 60, isLast: true });
    await pages.goTo(25);
    await pages.goTo(0);
    expect(pages.part?.items[0]?.view._id).toBe("r0");
    expect(asked).toHaveLength(3);
  });

  test("are kept for each search", async () => {
    const { flow, asked } = await conversationWorld(sixty);
    await flow.list.search();
    flow.list.edit({ title: "amara" });
    await flow.list.search();
    flow.list.edit({ title: "" });
    await flow.list.search();
    expect(asked).toHaveLength(2);
  });

  test("are read again on demand, and the others with them", async () => {
    const { flow, asked } = await conversationWorld(sixty);
    const { pages } = flow.list;
    await flow.list.search();
    await pages.goTo(25);
    const refreshing = pages.refresh();
    expect(pages.part?.offset).toBe(25);
    await refreshing;
    await pages.goTo(0);
    expect(asked.map((path) => parametersOf(path).get("offset"))).toEqual(["0", "25", "25", "0"]);
  });

  test("stay on show when reading them again fails", async () => {
    let fails = false;
    const { flow } = await conversationWorld((path) => (fails ? refusal() : sixty(path)));
    await flow.list.search();
    fails = true;
    await flow.list.pages.refresh();
    expect(flow.list.pages.job.problem).not.toBeNull();
    expect(flow.list.pages.part?.items).toHaveLength(25);
  });

  // The list looked fresh, and nothing had been asked.
  test("are asked for once more by the button beside that failure", async () => {
    let fails = false;
    const { flow, asked } = await conversationWorld((path) => (fails ? refusal() : sixty(path)));
    const { pages } = flow.list;
    await flow.list.search();
    fails = true;
    await pages.refresh();
    fails = false;
    const before = asked.length;
    const context = {
      texts: englishTexts(),
      flow: { session: { expired: true }, conversation: {} },
    } as unknown as ViewContext;
    press(roomTable(pages, { empty: "" }, context), "Try again");
    await expect.poll(() => pages.job.busy).toBe(false);
    expect([asked.length, pages.job.problem]).toEqual([before + 1, null]);
  });

  test("are read again after a failure", async () => {
    let fails = true;
    const { flow } = await conversationWorld((path) => (fails ? refusal() : sixty(path)));
    const { pages } = flow.list;
    await flow.list.search();
    expect(pages.part).toBeNull();
    fails = false;
    await pages.goTo(pages.offset);
    expect(pages.job.problem).toBeNull();
    expect(pages.part?.items).toHaveLength(25);
  });

  test("the latest page asked for is shown, whatever is answered first", async () => {
    const release: (() => void)[] = [];
    const { flow } = await conversationWorld(async (path) => {
      await new Promise<void>((resolve) => release.push(resolve));
      return sixty(path);
    });
    const { pages } = flow.list;
    const first = flow.list.search();
    await until(() => release.length === 1);
    const second = pages.goTo(25);
    await until(() => release.length === 2);
    for (const go of release) go();
    await Promise.all([first, second]);
    expect(pages.part?.offset).toBe(25);
    void pages.goTo(0);
    expect(pages.part).toBeNull();
  });

  test.each([
    [60, 50],
    [50, 25],
    [51, 50],
    [1, 0],
    [0, 0],
  ])("past the end of %d rooms offers the page from %d on", async (total, last) => {
    const { flow } = await conversationWorld((path) => {
      const offset = Number(parametersOf(path).get("offset"));
      return rooms(offset >= total ? [] : numbered(1), { offset, total });
    });
    const { pages } = flow.list;
    await flow.list.search();
    await pages.goTo(75);
    expect(pages.isPastEnd).toBe(true);
    expect(pages.lastOffset).toBe(last);
    await pages.goTo(pages.lastOffset);
    expect(pages.isPastEnd).toBe(false);
  });

  test("past the end of an unknown number offers the page before", async () => {
    const { flow } = await conversationWorld(() => rooms([], { total: null }));
    await flow.list.search();
    expect(flow.list.pages.isPastEnd).toBe(false);
    await flow.list.pages.goTo(50);
    expect(flow.list.pages.lastOffset).toBe(25);
  });

  test("no more than a thousand rooms are kept", async () => {
    const { flow, asked } = await conversationWorld(sixty);
    const { pages } = flow.list;
    await flow.list.search();
    for (let title = 0; title < 40; title += 1) {
      flow.list.edit({ title: `title ${title}` });
      await flow.list.search();
    }
    const before = asked.length;
    flow.list.edit({ title: "title 39" });
    await flow.list.search();
    expect(asked).toHaveLength(before);
    flow.list.edit({ title: "" });
    await flow.list.search();
    expect(asked).toHaveLength(before + 1);
    expect(pages.part?.items).toHaveLength(25);
  });
});
