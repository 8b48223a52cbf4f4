// What goes wrong on purpose: which fault waits for the next move, and which one has struck.
import type { VisitorUpdate } from "../src/client/update.js";
import type { Fault, FaultCounts } from "../src/standin/faults.js";

/** In the order in which the story invites them. */
export const kFaultNames = ["lose", "conflict", "rate", "session"] as const;

/** One of them. */
export type FaultName = (typeof kFaultNames)[number];

/** How a fault is offered, and what the panel says of a request that it struck. */
export interface FaultWords {
  readonly button: string;
  readonly what: string;
  readonly struck: string;
}

/** The words for each. */
export const kFaultWords: Readonly<Record<FaultName, FaultWords>> = {
  lose: {
    button: "Lose the next answer",
    what: "The server makes the next move, but the connection breaks before its answer arrives.",
    struck: "moved, then the answer was lost",
  },
  conflict: {
    button: "Another agent moves it first",
    what: "Just before the next move arrives, somebody else moves the conversation elsewhere.",
    struck: "another agent was first",
  },
  rate: {
    button: "Rate limit",
    what: "The server takes the next move only after eight seconds; until then it refuses.",
    struck: "too many calls",
  },
  session: {
    button: "Session expires",
    what: "When the next move arrives, the server no longer knows the login.",
    struck: "the session had ended",
  },
};

/** Whether a text is the name of a fault. */
export function isFaultName(text: string): text is FaultName {
  return kFaultNames.some((name) => name === text);
}

/** Holds which faults are armed and how often each has struck. */
export class FaultPlan {
  #armed: readonly FaultName[];
  #rival: string = kRivals[0];
  readonly #struck = new Map<FaultName, number>();

  constructor(armed: readonly FaultName[] = []) {
    this.#armed = armed;
  }

  /** In the order of their names. */
  get armed(): readonly FaultName[] {
    return this.#armed;
  }

  /** The one that strikes the next move; null if none is armed. The others wait for their turn. */
  get next(): FaultName | null {
    return kTurns.find((name) => this.#armed.includes(name)) ?? null;
  }

  /** How often it has happened. */
  count(name: FaultName): number {
    return this.#struck.get(name) ?? 0;
  }

  /** Arms what is not armed, and the other way round. */
  toggle(name: FaultName): void {
    const armed = this.#armed.includes(name);
    this.#armed = kFaultNames.filter((other) =>
      other === name ? !armed : this.#armed.includes(other),
    );
  }

  /** The other agent moves the conversation to somebody whom this move has nothing to do with. */
  aim({ oldVisitorId, newVisitorId }: Omit<VisitorUpdate, "rid">): void {
    const free = kRivals.find((id) => id !== oldVisitorId && id !== newVisitorId);
    this.#rival = free ?? kRivals[0];
  }

  /** The stand-in's script for the next one; a session that ends is not one of its faults. */
  script(): readonly Fault[] {
    const { next } = this;
    return next === null || next === "session" ? [] : [this.#faultOf(next)];
  }

  /** Notes whether the stand-in says that its script has happened; gives it, and disarms it. */
  take({ faults }: FaultCounts): FaultName | null {
    const { next } = this;
    if (next === null || (faults[0]?.happened ?? 0) === 0) return null;
    this.#strike(next);
    return next;
  }

  /** Whether the session is to end before this request; then that has happened. */
  endsSession(method: string, path: string): boolean {
    const ends = this.next === "session" && method === kMove.method && path === kMove.path;
    if (ends) this.#strike("session");
    return ends;
  }

  #strike(name: FaultName): void {
    this.#struck.set(name, this.count(name) + 1);
    this.#armed = this.#armed.filter((other) => other !== name);
  }

  #faultOf(name: Exclude<FaultName, "session">): Fault {
    switch (name) {
      case "conflict":
        return { kind: "moved_before", ...kMove, visitorId: this.#rival };
      case "rate":
        return { kind: "rate_limit", ...kMove, milliseconds: kWindow };
      case "lose":
        return { kind: "reset_after", ...kMove };
    }
  }
}

const kMove = { method: "PUT", path: "/api/v1/livechat/room.visitor" } as const;
// What refuses comes first, so that only the answer of a move that was made is lost.
const kTurns: readonly FaultName[] = ["session", "rate", "conflict", "lose"];
// Long enough to see a countdown, short enough to see its end.
const kWindow = 8000;
// guest-7, guest-3 and guest-16 of both seeds: of three, one is neither side of a move.
const kRivals = [
  "iNKE8a6k6cjbqWhWd",
  "63d8f20a5be41c7790e6a1f4",
  "6425bb86c29657e5b3ba26b2",
] as const;
