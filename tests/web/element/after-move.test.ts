// What is shown of a conversation after it was moved.
import { describe, expect, test } from "vitest";

import type { AdminFlow } from "../../../web/src/element/flow/admin-flow.js";
import { json } from "../connected.js";
import { kCustomer, kGuest, kRid, look, type MoveWorld, moveWorld } from "./move-world.js";

const listedOwner = ({ conversation }: AdminFlow): string | undefined =>
  conversation.list.pages.part?.items.find(({ view }) => view._id === kRid)?.view.v?._id;
const shownOwner = ({ conversation, visitor }: AdminFlow): string | undefined =>
  visitor.roomOf(conversation.chosen)?.v?._id;

// The conversation is chosen from the list, and was looked up by its id, too.
async function chosen(): Promise<MoveWorld> {
  const world = await moveWorld();
  const { flow, until } = world;
  await until(() => flow.conversation.list.pages.part !== null);
  expect(listedOwner(flow)).toBe(kGuest);
  flow.conversation.byId.edit(kRid);
  await flow.conversation.byId.lookUp();
  const room = flow.conversation.list.pages.part?.items.find(({ view }) => view._id === kRid);
  flow.chooseRoom(kRid, room);
  await look(world, kRid, kCustomer);
  return world;
}

describe("after a move", () => {
  // The list, the card and the step of the visitor went on to name the old owner.
  test("nothing names the old owner any more", async () => {
    const { flow, until } = await chosen();
    await flow.move.move();
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
    expect(shownOwner(flow)).toBe(kCustomer);
    expect(flow.conversation.byId.found?.document.view.v?._id).toBe(kCustomer);
    flow.go("conversation");
    flow.conversation.change();
    await until(() => flow.conversation.list.pages.part !== null);
    expect(listedOwner(flow)).toBe(kCustomer);
  });

  test("whoever has gone to the list meanwhile sees it read again", async () => {
    const { flow, until } = await chosen();
    const moving = flow.move.move();
    flow.go("conversation");
    flow.conversation.change();
    await moving;
    await until(() => flow.conversation.list.pages.part !== null);
    expect(flow.step).toBe("conversation");
    expect(listedOwner(flow)).toBe(kCustomer);
  });

  test("what nobody could read is read by the step that shows it", async () => {
    const world = await chosen();
    const { flow, until } = world;
    world.instead = (path) =>
      path.includes("room.visitor") || path.includes("rooms.info")
        ? json({ success: false, error: "error-not-allowed" }, 403)
        : undefined;
    await flow.move.move();
    expect(flow.move.settled?.outcome.verdict).toBe("unknown");
    expect(shownOwner(flow)).toBeUndefined();
    expect(flow.conversation.byId.found).toBeNull();
    world.instead = () => undefined;
    flow.go("visitor");
    await until(() => shownOwner(flow) !== undefined);
    expect(shownOwner(flow)).toBe(kGuest);
  });

  test("the same holds for a move that was taken back in the list of moves", async () => {
    const { flow, until } = await chosen();
    await flow.move.move();
    flow.go("history");
    await until(() => (flow.history.entries ?? []).length > 0);
    await flow.history.takeBack(flow.history.entries?.[0]?.id ?? "");
    expect(flow.history.takenBack?.outcome?.verdict).toBe("applied");
    expect(shownOwner(flow)).toBe(kGuest);
  });

  test("a plain refusal leaves what was read", async () => {
    const world = await chosen();
    const { flow } = world;
    const { part } = flow.conversation.list.pages;
    world.instead = (path) =>
      path.includes("room.visitor")
        ? json({ success: false, error: "visitor-not-found" }, 400)
        : undefined;
    await flow.move.move();
    expect(flow.move.settled?.outcome.verdict).toBe("refused");
    expect(flow.conversation.list.pages.part).toBe(part);
  });
});
