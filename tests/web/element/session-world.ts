// A session flow before a stand-in, with the host's and the server's part in the hands of a test.
import { vi } from "vitest";

import type { ConnectOptions } from "../../../web/src/index.js";
import { connect, load } from "../../../web/src/index.js";
import { Job } from "../../../web/src/element/flow/job.js";
import { SessionFlow } from "../../../web/src/element/flow/session-flow.js";
import type { SessionSettings } from "../../../web/src/element/flow/session-settings.js";
import type { World } from "../../../web/src/element/flow/world.js";
import { createStandinFetch } from "../../../web/src/standin/page-host.js";
import type { Standin, WorkspaceOptions } from "../../../web/src/standin/standin.js";
import { createStandin, kNow } from "../../standin/standin-fixture.js";

export const kServer = "https://chat.example.com";
export const kRodriq = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
};
export const kAdmin = {
  userId: "aDmnT4kWq8RzYx2Gs",
  authToken: "admin-Token-of-the-documentation-seed-00001",
};

/** One request that went through fetch. */
export interface Sent {
  readonly path: string;
  readonly userId: string | null;
}

/** What a test holds. */
export interface SessionWorld {
  readonly world: World;
  readonly session: SessionFlow;
  readonly sent: Sent[];
  readonly options: Partial<ConnectOptions>;
  /** What was heard of a session that ended. */
  readonly ended: () => number;
  /** Makes the server forget every session. */
  readonly endSessions: () => void;
  readonly configure: (change?: Partial<SessionSettings>) => void;
  readonly newJob: () => Job;
}

/** Waits until something holds; the work of others goes on in between. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitUntil(holds, { timeout: 5000, interval: 1 });
}

/** Logs in by the form. */
export async function logIn(
  session: SessionFlow,
  user: string,
  password = `${user}-password`,
): Promise<boolean> {
  session.edit({ user, password });
  return session.connect();
}

/** Where the requests went. */
export const paths = (sent: readonly Sent[]): readonly string[] => sent.map(({ path }) => path);

/** The world, its session not yet configured. */
export async function sessionWorld(
  workspace: WorkspaceOptions = {},
  change: Partial<World> = {},
): Promise<SessionWorld & { readonly standin: Standin }> {
  const standin = await createStandin({ version: "6.4", seed: "story", ...workspace });
  const fetchFrom = createStandinFetch(standin, {
    now: () => kNow,
    ...(workspace.crossOrigin === undefined
      ? {}
      : { crossOrigin: true, origin: "https://page.example.com" }),
  });
  const sent: Sent[] = [];
  const refusing = { all: false };
  const fetch: typeof globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    const path = new URL(input as string).pathname.replace("/api/v1/", "");
    sent.push({ path, userId: headers.get("X-User-Id") });
    if (refusing.all && headers.has("X-Auth-Token")) {
      return Promise.resolve(Response.json(kUnauthorized, { status: 401 }));
    }
    if (path === "login") refusing.all = false;
    return fetchFrom(input, init);
  };
  const options: Partial<ConnectOptions> = {
    fetch,
    random: () => 0,
    // Each workspace has limits of its own.
    monotonicClock: () => performance.now(),
    history: null,
    pageOrigin: "https://page.example.com",
  };
  const world: World = {
    connect,
    load,
    timers: globalThis,
    clock: Date.now,
    changed: () => undefined,
    ...change,
  };
  const session = new SessionFlow(world);
  let endings = 0;
  session.onEnded = () => {
    endings += 1;
  };
  return {
    world,
    session,
    sent,
    options,
    standin,
    ended: () => endings,
    endSessions: () => {
      refusing.all = true;
    },
    configure: (changed = {}) => {
      session.configure({
        server: kServer,
        allowInsecure: false,
        provider: null,
        options,
        ...changed,
      });
    },
    newJob: () => new Job(world),
  };
}

const kUnauthorized = { status: "error", message: "You must be logged in to do this." };
