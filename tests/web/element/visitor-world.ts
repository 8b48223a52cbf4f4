// The step's flow over a real connection whose server is a function, with timers that stand still.
import { load } from "../../../web/src/index.js";
import { SessionFlow } from "../../../web/src/element/flow/session-flow.js";
import { VisitorFlow } from "../../../web/src/element/flow/visitor-flow.js";
import type { World } from "../../../web/src/element/flow/world.js";
import { connected, type Handler, json, kNow } from "../connected.js";
import { kSession } from "../golden.js";
import { ManualTimers } from "../manual-timers.js";

/** What a test sees of it. */
export interface VisitorWorld {
  readonly flow: VisitorFlow;
  readonly session: SessionFlow;
  readonly timers: ManualTimers;
  /** The paths that were asked for, decoded. */
  readonly asked: () => string[];
  /** Wall time in milliseconds since the start; may be set. */
  readonly clock: { passed: number };
}

/** Makes the world, somebody logged in; `answer` is the rest of the server. */
export async function visitorWorld(answer: Handler): Promise<VisitorWorld> {
  const timers = new ManualTimers();
  const clock = { passed: 0 };
  const paths: string[] = [];
  const server: Handler = (path, init) => {
    if (path.endsWith("/me")) return json({ _id: kSession.userId, username: "a", success: true });
    if (path.includes("permissions")) return json({ update: [], remove: [], success: true });
    paths.push(decodeURIComponent(path.replaceAll("+", " ")));
    return answer(path, init);
  };
  const world: World = {
    connect: async (options) => {
      const monotonicClock = (): number => timers.now;
      return (await connected(server, { ...options, timers, monotonicClock })).chat;
    },
    load,
    timers,
    clock: () => kNow + clock.passed,
    changed: () => undefined,
  };
  const session = new SessionFlow(world);
  const address = "https://chat.example.com";
  const provider = (): typeof kSession => kSession;
  session.configure({ server: address, allowInsecure: false, provider, options: {} });
  await session.connect();
  return { flow: new VisitorFlow(world, session), session, timers, clock, asked: () => [...paths] };
}

/** An answer of visitors.search; without `total` all there are. */
export function visitors(items: readonly object[], total = items.length): Response {
  return json({ visitors: items, count: items.length, offset: 0, total, success: true });
}

/** Lets go on what waits for nothing but its turn, until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < kMostTurns; turn += 1) {
    if (holds()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`not so after ${kMostTurns} turns: ${holds.toString()}`);
}

const kMostTurns = 500;
