// The step over a workspace of 10,000 live chats: who sees what, and rooms of every kind.
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ConversationFlow } from "../../../web/src/element/flow/conversation-flow.js";
import { SessionFlow } from "../../../web/src/element/flow/session-flow.js";
import { makeFormatter } from "../../../web/src/element/format.js";
import { roomRow } from "../../../web/src/element/views/room-row-model.js";
import { connect, type Credentials, load } from "../../../web/src/index.js";
import { createStandinFetch } from "../../../web/src/standin/page-host.js";
import type { Standin } from "../../../web/src/standin/standin.js";
import { createStandin, kNow } from "../../standin/standin-fixture.js";
import { kSession } from "../golden.js";
import { until } from "./visitor-world.js";

const kManager: Credentials = {
  userId: "mNgrB7eHt3KpWw9Ls",
  authToken: "manager-Token-of-the-documentation-seed-001",
};
const kRooms = 10_000;

let standin: Standin;
beforeEach(async () => {
  const settings = { API_Enable_Rate_Limiter: false };
  standin = await createStandin({
    version: "6.10",
    seed: "story",
    rooms: kRooms,
    seedDocuments: { settings },
  });
});
afterEach(() => {
  standin.dispose();
});

async function flowOf(credentials: Credentials): Promise<ConversationFlow> {
  const world = {
    connect,
    load,
    timers: { setTimeout: () => 0, clearTimeout: () => undefined },
    clock: () => kNow,
    changed: () => undefined,
  };
  const session = new SessionFlow(world);
  session.configure({
    server: "https://chat.example.com",
    allowInsecure: false,
    provider: () => credentials,
    options: { fetch: createStandinFetch(standin, { now: () => kNow }), random: () => 0 },
  });
  await session.connect();
  return new ConversationFlow(world, session);
}

describe("the list of 10,000", () => {
  test("shows a manager all of it, and the agents it met", async () => {
    const flow = await flowOf(kManager);
    const { pages } = flow.list;
    await flow.list.search();
    expect(flow.list.isRestricted).toBe(false);
    expect(pages.part?.items).toHaveLength(25);
    expect(pages.part?.total).toBeGreaterThan(kRooms);
    expect(flow.list.agents.size).toBeGreaterThan(3);
    await pages.goTo(kRooms + 1000);
    expect(pages.isPastEnd).toBe(true);
    await pages.goTo(pages.lastOffset);
    expect(pages.part?.isLast).toBe(true);
    expect(pages.part?.items.length).toBeGreaterThan(0);
  });

  test("shows an agent only the own rooms, and says so", async () => {
    const flow = await flowOf(kSession);
    await flow.list.search();
    expect(flow.list.isRestricted).toBe(true);
    const { items = [] } = flow.list.pages.part ?? {};
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ view }) => view.servedBy?._id))).toEqual(
      new Set([kSession.userId]),
    );
  });

  test("has a row for every room of the story", async () => {
    const flow = await flowOf(kManager);
    const format = makeFormatter("en", "UTC");
    await flow.list.search();
    const { pages } = flow.list;
    const rows = [];
    for (let page = 0; page < 4; page += 1) {
      await pages.goTo(page * 25);
      rows.push(...(pages.part?.items ?? []).map(({ view }) => roomRow(view, format)));
    }
    expect(rows).toHaveLength(100);
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(["open", "closed", "queued", "hold"]),
    );
    expect(rows.every(({ rid }) => rid !== "")).toBe(true);
  });
});

test("finds the conversations of a person", async () => {
  const flow = await flowOf(kManager);
  const { search, pages } = flow.ofVisitor;
  search.type("amara.mende@example.com");
  search.submit();
  await until(() => search.found?.source === "server");
  const person = search.found?.items.find(({ username }) => username === "guest-3");
  if (person === undefined) throw new Error("guest-3 was not found");
  flow.ofVisitor.pick(person);
  await until(() => !pages.job.busy);
  expect(pages.job.problem).toBeNull();
  expect(pages.part?.items.map(({ view }) => view._id)).toContain("q7WnZ4kYtB9sRmE3c");
});
