// What a host wishes, and what becomes of it when only some of it changes.
import { describe, expect, test, vi } from "vitest";

import {
  connected,
  kCustomer,
  kRid,
  moving,
  settings,
  story,
  type Story,
} from "./history-world.js";

const kPlace = { step: "connect", rid: "", newVisitorId: "" } as const;
const kOther = "P8hjvQLd5j24cgbQy";

// A change of one wished all of them again, over what a person had chosen since.
describe("what a host wishes", () => {
  const wishes = { ...kPlace, rid: kRid, newVisitorId: kCustomer };
  const every = ["rid", "newVisitorId", "step"] as const;

  async function chosenByHand(): Promise<Story> {
    const made = await connected([]);
    made.flow.wish(wishes, every);
    made.flow.chooseRoom(kOther);
    made.flow.chooseVisitor("somebody");
    made.flow.go("conversation");
    return made;
  }

  test("of a step leaves what was chosen", async () => {
    const { flow } = await chosenByHand();
    flow.wish({ ...wishes, step: "visitor" }, ["step"]);
    expect(flow.place).toEqual({ step: "visitor", rid: kOther, newVisitorId: "somebody" });
  });

  test("of a person goes with the conversation that is chosen, whatever step was wished before", async () => {
    const { flow } = await chosenByHand();
    flow.wish({ ...wishes, newVisitorId: "another", step: "history" }, ["newVisitorId"]);
    expect(flow.place).toEqual({ step: "preview", rid: kOther, newVisitorId: "another" });
  });

  test("of a conversation begins anew with all of it", async () => {
    const { flow } = await chosenByHand();
    flow.wish({ ...wishes, rid: "third", step: "visitor" }, ["rid"]);
    expect(flow.place).toEqual({ step: "visitor", rid: "third", newVisitorId: kCustomer });
  });

  test.each(every)("no longer, its %s taken away, leaves everything", async (name) => {
    const { flow, sent } = await chosenByHand();
    const { place } = flow;
    const before = sent.length;
    flow.wish({ ...wishes, [name]: kPlace[name] }, [name]);
    expect([flow.place, sent.length]).toEqual([place, before]);
  });

  test("may come one after the other before there is a session, and after another one", async () => {
    const made = await story();
    const { flow } = made;
    flow.wish(kPlace, every);
    flow.wish({ ...kPlace, step: "history" }, ["step"]);
    flow.wish({ ...wishes, step: "history" }, ["rid"]);
    flow.wish({ ...wishes, newVisitorId: "another", step: "history" }, ["newVisitorId"]);
    const place = { step: "history", rid: kRid, newVisitorId: "another" };
    flow.configure(settings(made));
    await vi.waitFor(() => {
      expect(flow.place).toEqual(place);
    });
    flow.chooseRoom(kOther);
    flow.go("connect");
    flow.configure({ ...settings(made), options: { ...made.options, timeLimit: 5 } });
    await vi.waitFor(() => {
      expect(flow.place).toEqual(place);
    });
  });

  test("during a move is all applied after it", async () => {
    const { flow, timers, answer } = await moving();
    flow.wish({ ...kPlace, rid: kOther, newVisitorId: kCustomer }, ["rid"]);
    flow.wish({ ...kPlace, rid: kOther, newVisitorId: "another" }, ["newVisitorId"]);
    flow.wish({ step: "visitor", rid: kOther, newVisitorId: "another" }, ["step"]);
    await answer();
    timers.advance(0);
    expect(flow.place).toEqual({ step: "visitor", rid: kOther, newVisitorId: "another" });
  });
});
