// Steering a stand-in over HTTP, for tests in other programs and languages. Only programs on this machine
// may: no page of another site, not even one whose name was made to lead here.
import type { IncomingHttpHeaders } from "node:http";
import { decodeText } from "./decode-text.js";
import { isStandinError } from "./standin-error.js";
import type { StandinErrorFields } from "./standin-error.js";
import type { Standin } from "./standin.js";

/** A path that Rocket.Chat does not have. */
export const kControlPrefix = "/__standin/";

export interface ControlRequest {
  readonly method: string;
  /** The request target: path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** The peer's address, and the port that it came to. */
  readonly address: string;
  readonly port: number;
  /** Reads the body, at most so many bytes of it. */
  readonly body: (most: number) => Promise<Uint8Array>;
}

export interface ControlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer to a request below the prefix; docs/standin.md describes it. Rejects if `body` does. */
export async function answerControl(
  standin: Standin,
  request: ControlRequest,
): Promise<ControlAnswer> {
  const refusal = refuse(request);
  if (refusal !== undefined) return failed(403, "control_refused", refusal);
  const path = request.target.split(/[?#]/, 1)[0] ?? "";
  const actions = kActions.get(path);
  if (actions === undefined) {
    const expected = [...kActions.keys()].join(" or ");
    return failed(404, "not_found", { path: "", found: path, expected });
  }
  const action = actions.get(request.method);
  if (action === undefined) {
    const expected = [...actions.keys()].join(", ");
    const answer = failed(405, "wrong_method", { path: "", found: request.method, expected });
    return { ...answer, headers: { ...answer.headers, allow: expected } };
  }
  return action(standin, request);
}

type Action = (standin: Standin, request: ControlRequest) => ControlAnswer | Promise<ControlAnswer>;
type Finding = Pick<StandinErrorFields, "path" | "found" | "expected">;

// A page reaches this machine through its own browser, so the address of the peer proves little: the
// browser's headers tell who asks (Fetch standard, "Origin" and "Sec-Fetch-Site"), and the host tells
// which name led here.
function refuse({ headers, address, port }: ControlRequest): Finding | undefined {
  if (!kLoopback.test(address)) {
    return { path: "", found: `the address ${address}`, expected: "a program on this machine" };
  }
  const names = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  const host = headers.host?.toLowerCase() ?? "";
  if (!names.includes(host)) {
    return { path: "/headers/host", found: printable(host), expected: names.join(", ") };
  }
  const { origin } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) {
    const expected = `http://${host}, or no such header`;
    return { path: "/headers/origin", found: printable(origin), expected };
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    const expected = "same-origin or none, or no such header";
    return { path: "/headers/sec-fetch-site", found: printable(site), expected };
  }
  return undefined;
}

async function putFaults(standin: Standin, request: ControlRequest): Promise<ControlAnswer> {
  const bytes = await request.body(kMostBytes + 1);
  if (bytes.length > kMostBytes) {
    const expected = `at most ${kMostBytes} bytes`;
    return failed(413, "too_large", { path: "", found: "a longer script", expected });
  }
  try {
    standin.setFaults(decodeText(bytes, "a JSON list of faults"));
  } catch (error) {
    if (!isStandinError(error)) throw error;
    const { code, path, found, expected, message, remedy } = error;
    return json(400, { error: { code, path, found, expected, message, remedy } });
  }
  return json(200, standin.faults());
}

function deleteFaults(standin: Standin): ControlAnswer {
  standin.setFaults([]);
  return json(200, standin.faults());
}

function failed(status: number, code: keyof typeof kProblems, finding: Finding): ControlAnswer {
  const { what, remedy } = kProblems[code];
  const message = `${what} Found: ${finding.found}. Expected: ${finding.expected}.`;
  return json(status, { error: { code, ...finding, message, remedy } });
}

function json(status: number, value: unknown): ControlAnswer {
  return { status, headers: kHeaders, body: `${JSON.stringify(value)}\n` };
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

const kMostBytes = 1024 * 1024;
const kLoopback = /^(127\.\d+\.\d+\.\d+|::1)$/;
const kHeaders = {
  "content-type": "application/json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};
const kProblems = {
  control_refused: {
    what: "Only programs on this machine may steer the stand-in.",
    remedy: "Call it by the address that it printed, from a program or its own pages.",
  },
  not_found: {
    what: "The control endpoint has no such path.",
    remedy: "Compare the path with the reference.",
  },
  wrong_method: {
    what: "This path does not have the method.",
    remedy: "Use one of the methods shown.",
  },
  too_large: { what: "The script is too large.", remedy: "Use a shorter script." },
} as const;
const kActions: ReadonlyMap<string, ReadonlyMap<string, Action>> = new Map([
  [
    `${kControlPrefix}faults`,
    new Map<string, Action>([
      ["GET", (standin) => json(200, standin.faults())],
      ["PUT", putFaults],
      ["DELETE", deleteFaults],
    ]),
  ],
  [
    `${kControlPrefix}counts`,
    new Map<string, Action>([["GET", (standin) => json(200, standin.faultCounts())]]),
  ],
  [
    `${kControlPrefix}state`,
    new Map<string, Action>([
      ["GET", (standin) => ({ status: 200, headers: kHeaders, body: `${standin.save()}\n` })],
    ]),
  ],
]);
