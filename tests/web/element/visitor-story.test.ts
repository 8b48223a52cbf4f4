// What is answered from earlier answers, beside what a server says that behaves as the real one does.
import { afterAll, beforeAll, expect, test } from "vitest";

import { connect, type Connection, load } from "../../../web/src/index.js";
import { SessionFlow } from "../../../web/src/element/flow/session-flow.js";
import { VisitorFlow } from "../../../web/src/element/flow/visitor-flow.js";
import { createStandinFetch } from "../../../web/src/standin/page-host.js";
import type { Standin } from "../../../web/src/standin/standin.js";
import { memoryHistory } from "../../../web/src/store/memory-history.js";
import { createStandin, kNow } from "../../standin/standin-fixture.js";
import { ManualTimers } from "../manual-timers.js";
import { until } from "./visitor-world.js";

let standin: Standin;
let chat: Connection;

const kServer = "https://chat.example.com";
// An administrator, whom no limit slows down.
const kAdmin = {
  userId: "aDmnT4kWq8RzYx2Gs",
  authToken: "admin-Token-of-the-documentation-seed-00001",
};

beforeAll(async () => {
  standin = await createStandin({ seed: "story", version: "6.4.2", rooms: 300 });
  chat = await connect({
    server: kServer,
    credentials: () => kAdmin,
    fetch: createStandinFetch(standin, { now: () => kNow }),
    history: memoryHistory("a test"),
  });
});
afterAll(() => {
  standin.dispose();
});

// Each text is typed from its third character on, as a person does who stops at every letter.
test.each([
  "amara mende",
  "AMARA.MENDE@example.com",
  "amara.mende@example.com",
  "+15550100",
  "guest-47",
  "robert",
  "visitor.1@example.com",
  "mende, amara",
  "c-20481",
])("while “%s” is typed nobody is hidden whom the server finds", async (text) => {
  const timers = new ManualTimers();
  const world = {
    connect: () => Promise.resolve(chat),
    load,
    timers,
    clock: () => kNow,
    changed: () => undefined,
  };
  const session = new SessionFlow(world);
  const provider = (): typeof kAdmin => kAdmin;
  session.configure({ server: kServer, allowInsecure: false, provider, options: {} });
  await session.connect();
  const flow = new VisitorFlow(world, session);
  for (let length = 3; length <= text.length; length += 1) {
    const term = text.slice(0, length);
    flow.type(term);
    timers.advance(600);
    await until(() => !flow.search.isSearching);
    const direct = await chat.searchVisitors({ term: term.trim(), count: 50 });
    const listed = flow.listed.map(({ id }) => id);
    expect(listed, term).toEqual(expect.arrayContaining(direct.items.map(({ id }) => id)));
  }
});
