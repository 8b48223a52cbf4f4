// The step's flow over real connections whose server is a function, with timers that stand still.
import type { Capability, Known } from "../../../web/src/client/capability.js";
import { ConversationFlow } from "../../../web/src/element/flow/conversation-flow.js";
import { SessionFlow } from "../../../web/src/element/flow/session-flow.js";
import { load } from "../../../web/src/index.js";
import { connected, type Handler, json, kNow } from "../connected.js";
import { kSession } from "../golden.js";
import { ManualTimers } from "../manual-timers.js";

/** What a test sees of it. */
export interface ConversationWorld {
  readonly flow: ConversationFlow;
  readonly session: SessionFlow;
  /** Of the flow, not of the connections. */
  readonly timers: ManualTimers;
  /** What was asked for: the query of each request, decoded, after the end of its path. */
  readonly asked: string[];
}

/** Makes the world; `answer` is the server, `held` what is known of permissions. */
export async function conversationWorld(
  answer: Handler,
  held: Readonly<Record<string, Known>> = {},
): Promise<ConversationWorld> {
  const asked: string[] = [];
  const timers = new ManualTimers();
  const session = new SessionFlow({
    connect: async () => {
      const { chat } = await connected((path, init) => {
        asked.push(decodeURIComponent(path.replaceAll("+", " ")).replace(/^.*\//, ""));
        return answer(path, init);
      });
      // What a check finds out is not what is tested here.
      chat.check = () => Promise.resolve(capabilityWith(held));
      return chat;
    },
    load,
    timers,
    clock: () => kNow,
    changed: () => undefined,
  });
  session.configure({
    server: "https://chat.example.com",
    allowInsecure: false,
    provider: () => kSession,
    options: {},
  });
  await session.connect();
  const world = { connect: neverCalled, load, timers, clock: () => kNow, changed: () => undefined };
  return { flow: new ConversationFlow(world, session), session, timers, asked };
}

/** An answer of livechat/rooms or of chatHistory; `total` null leaves it out. */
export function rooms(
  ids: readonly string[],
  { offset = 0, total = ids.length, list = "rooms" }: Partial<RoomsAnswer> = {},
): Response {
  const items = ids.map((_id) => ({
    _id,
    t: "l",
    servedBy: { _id: `u-${_id}`, username: `agent-${_id}` },
  }));
  return json({
    [list]: items,
    count: ids.length,
    offset,
    total: total ?? undefined,
    success: true,
  });
}

/** A refusal of livechat/rooms. */
export function refusal(): Response {
  return json({ success: false, error: "unauthorized" }, 403);
}

/** The parameters of what was asked for. */
export function parametersOf(path: string | undefined): URLSearchParams {
  return new URLSearchParams((path ?? "").replace(/^[^?]*/, ""));
}

interface RoomsAnswer {
  readonly offset: number;
  readonly total: number | null;
  readonly list: "rooms" | "history";
}

function capabilityWith(held: Readonly<Record<string, Known>>): Capability {
  return {
    reachable: "yes",
    version: "6.5",
    profile: "one_permission",
    user: { id: kSession.userId, username: "rodriq", name: "Rodriq", roles: ["livechat-agent"] },
    permissions: Object.entries(held).map(([permission, known]) => ({
      permission,
      needed: false,
      held: known,
      roles: ["livechat-manager", "admin"],
    })),
    rateLimiting: "not_known",
    rateLimit: null,
    cors: "fine",
    canUpdate: "yes",
    findings: [],
    removedSince: null,
    replacements: [],
  };
}

function neverCalled(): Promise<never> {
  throw new Error("the step connects through the session only");
}
