// What an element that is taken out of the page still sends: nothing, until it is put back.
import { describe, expect, test } from "vitest";

import type { AdminFlow } from "../../../web/src/element/flow/admin-flow.js";
import { ManualTimers } from "../manual-timers.js";
import { kCustomer, kRid, type MoveWorld, moveWorld } from "./move-world.js";

const kLongEnough = 10_000;

interface Removed extends MoveWorld {
  readonly timers: ManualTimers;
  /** The paths that were asked for since. */
  readonly asked: string[];
}

async function world(): Promise<Removed> {
  const timers = new ManualTimers();
  const made = await moveWorld({ version: "6.4.2", rateLimiter: false, seed: "story" }, {}, timers);
  await made.until(() => !made.flow.conversation.job.busy && !made.flow.history.looking.busy);
  const asked: string[] = [];
  made.instead = (path) => {
    asked.push(path);
    return undefined;
  };
  return Object.assign(made, { timers, asked });
}

describe("while somebody types", () => {
  const kTyped: readonly (readonly [
    string,
    (flow: AdminFlow) => void,
    (flow: AdminFlow) => unknown,
  ])[] = [
    [
      "a person",
      (flow) => {
        flow.visitor.type("mende");
      },
      ({ visitor }) => visitor.search.found,
    ],
    [
      "the person whose conversations are looked for",
      (flow) => {
        flow.conversation.use("visitor");
        flow.conversation.ofVisitor.search.type("mende");
      },
      ({ conversation }) => conversation.ofVisitor.search.found,
    ],
    [
      "a title",
      (flow) => {
        flow.conversation.list.edit({ title: "mende" });
      },
      ({ conversation }) =>
        conversation.list.pages.job.busy ? null : conversation.list.pages.part,
    ],
  ];

  // The pause after the last key went on, and its call was sent from nowhere.
  test.each(kTyped)("%s, removal stops the call; being put back makes it", async (...given) => {
    const [, type, found] = given;
    const { flow, timers, asked, until } = await world();
    type(flow);
    expect(timers.pending).toBe(1);
    flow.suspend();
    // Whoever takes it out, puts it back and takes it out again at once, is heard of twice.
    flow.suspend();
    // No timer is left that could send anything.
    expect(timers.pending).toBe(0);
    flow.resume();
    expect(asked).toEqual([]);
    timers.advance(kLongEnough);
    await until(() => asked.length > 0 && found(flow) !== null);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("mende");
  });

  test("nobody's conversations are counted any more", async () => {
    const { flow, timers, asked } = await world();
    flow.visitor.count.want({ rid: kRid, visitorId: kCustomer });
    expect(timers.pending).toBe(1);
    flow.suspend();
    expect([timers.pending, asked]).toEqual([0, []]);
  });
});

describe("what comes up while it is out of the page", () => {
  // Its calls went out, and hosts were asked for credentials.
  test("what the host sets is read when it is put back", async () => {
    const { flow, asked, until } = await world();
    flow.suspend();
    flow.goTo({ step: "preview", rid: kRid, newVisitorId: kCustomer });
    flow.go("history");
    flow.go("preview");
    await flow.session.checkAgain();
    expect([flow.step, asked]).toEqual(["preview", []]);
    flow.resume();
    await until(() => flow.move.preview !== null);
    expect(asked.length).toBeGreaterThan(0);
  });

  test("a verdict leads to no reading of what is not seen", async () => {
    const { flow, asked, until } = await world();
    flow.goTo({ step: "preview", rid: kRid, newVisitorId: kCustomer });
    await until(() => flow.move.preview !== null);
    const moving = flow.move.move();
    flow.findAnother();
    await until(() => !flow.conversation.job.busy);
    flow.suspend();
    asked.length = 0;
    await moving;
    expect(flow.conversation.job.busy).toBe(false);
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
    expect(asked.filter((path) => path.includes("livechat/rooms"))).toEqual([]);
    flow.resume();
    await until(() => asked.some((path) => path.includes("livechat/rooms")));
  });
});
