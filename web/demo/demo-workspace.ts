// One simulated workspace: the stand-in, the `fetch` that leads to it, the faults that strike there,
// and the login of the page that shows it.
import type { Credentials } from "../src/client/http.js";
import { createStandinFetch } from "../src/standin/page-host.js";
import type { StandinExchange, StandinRequest } from "../src/standin/exchange.js";
import { Standin, type StandinOptions, type WorkspaceOptions } from "../src/standin/standin.js";
import type { VisitorUpdate } from "../src/client/update.js";
import type { FaultName, FaultPlan } from "./fault-plan.js";
import { HostSession } from "./host-session.js";
import type { RequestLog } from "./request-log.js";

/** The address of the simulated workspace; nothing is ever sent there. */
export const kServer = "https://chat.example.com";

/** What a workspace needs of the page. */
export interface WorkspaceNeeds {
  readonly module: Pick<StandinOptions, "createModule" | "wasm">;
  readonly workspace: WorkspaceOptions;
  readonly plan: FaultPlan;
  readonly log: RequestLog;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** Wall time in epoch milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** A fault has just struck. */
  readonly onStruck: (name: FaultName) => void;
  /** After every request, and when a login is wanted or not any more. */
  readonly changed: () => void;
}

/** See above. */
export class DemoWorkspace {
  readonly session: HostSession;
  readonly fetch: typeof globalThis.fetch;
  readonly #standin: Standin;
  readonly #handle: Standin["handle"];
  readonly #needs: WorkspaceNeeds;

  private constructor(standin: Standin, needs: WorkspaceNeeds) {
    this.#standin = standin;
    this.#needs = needs;
    this.session = new HostSession(kRodriq, needs.changed);
    this.#handle = standin.handle.bind(standin);
    standin.handle = (...given) => this.#pass(...given);
    this.fetch = createStandinFetch(standin, {
      now: needs.now,
      delay: (milliseconds, signal) => needs.pause(milliseconds + kLatency, signal),
    });
    this.arm();
  }

  /** Rejects with a StandinError if there is no such workspace. */
  static async create(needs: WorkspaceNeeds): Promise<DemoWorkspace> {
    const { module, workspace } = needs;
    return new DemoWorkspace(await Standin.create({ ...module, workspace }), needs);
  }

  /** Puts what the plan says into the stand-in's script. */
  arm(): void {
    this.#standin.setFaults(this.#needs.plan.script());
  }

  /** A move is about to be sent. */
  aim(update: VisitorUpdate): void {
    this.#needs.plan.aim(update);
    this.arm();
  }

  /** Logs the page's own user in again; gives what went wrong, "" for nothing. */
  logIn(): string {
    const body = new TextEncoder().encode(JSON.stringify(kLogin));
    const headers = [["content-type", "application/json"]] as const;
    const request = { method: "POST", url: "/api/v1/login", headers, body };
    const answer = this.#standin.handle(request, kAddress, this.#needs.now());
    const credentials = credentialsIn(answer.body);
    if (credentials === undefined) return `The workspace answered ${answer.status}.`;
    this.session.renew(credentials);
    return "";
  }

  /** Ends what waits for a login. The stand-in stays for moves that are still under way. */
  close(): void {
    this.session.close();
  }

  #pass(request: StandinRequest, clientIp: string, now: number): StandinExchange {
    const { plan, log, clock, onStruck, changed } = this.#needs;
    const [path = ""] = request.url.split("?", 1);
    const ends = plan.endsSession(request.method, path);
    if (ends) this.#logOut(request, clientIp, now);
    const started = clock();
    const exchange = this.#handle(request, clientIp, now);
    const took = clock() - started + exchange.delayMs + exchange.slowMs + kLatency;
    const fault = ends ? "session" : plan.take(this.#standin.faultCounts());
    if (exchange.status === 401) this.session.refuse(headerOf(request, "x-auth-token"));
    log.add({ request, exchange, took, fault });
    if (fault !== null) {
      this.arm();
      onStruck(fault);
    }
    changed();
    return exchange;
  }

  // The server forgets the token with which the request comes.
  #logOut({ headers }: StandinRequest, clientIp: string, now: number): void {
    const own = headers.filter(([name]) => /^x-(auth-token|user-id)$/i.test(name));
    const body = new Uint8Array();
    this.#handle({ method: "POST", url: "/api/v1/logout", headers: own, body }, clientIp, now);
  }
}

function headerOf({ headers }: StandinRequest, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
}

function credentialsIn(body: string): Credentials | undefined {
  try {
    const { data } = JSON.parse(body) as { data?: Partial<Credentials> };
    const { userId, authToken } = data ?? {};
    return userId === undefined || authToken === undefined ? undefined : { userId, authToken };
  } catch {
    return undefined;
  }
}

// An agent of both seeds; docs/standin.md lists them. They are as public as the seeds.
const kRodriq: Credentials = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
};
const kLogin = { user: "rodriq", password: "rodriq-password" };
const kAddress = "127.0.0.1";
// A workspace nearby: what is shown while an answer is awaited can be seen, and nobody waits.
const kLatency = 60;
