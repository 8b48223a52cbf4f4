// The command line of the stand-in, read without doing anything.
import { parseArgs } from "node:util";
import type { NodeHostOptions } from "./node-host.js";
import type { WorkspaceOptions } from "./standin.js";

export interface CliOptions {
  readonly port: number;
  readonly delays: NonNullable<NodeHostOptions["delays"]>;
  /** Milliseconds. */
  readonly latency: number;
  /** All of it but what the workspace starts with. */
  readonly workspace: WorkspaceOptions;
  /** The name of a built-in seed, or a file. */
  readonly seed?: string;
  /** The file in which the workspace outlives the program. */
  readonly state?: string;
  /** The file of a fault script. */
  readonly faults?: string;
}

export const kUsage = `Usage: npm run standin -- [options]

  --port NUMBER        where to listen on this machine; 0 finds a free port (3000)
  --version VERSION    the server version to imitate, 3.5 to 8.6 (6.4)
  --seed NAME|FILE     what to start with: documentation, story or empty, or documents in a
                       file: a name with a slash or a dot, or of a file (documentation)
  --state FILE         begin with the state in this file if it exists, and save it there at the
                       end; it holds tokens and passwords, and only you may read it (not kept)
  --rooms NUMBER       make so many rooms on demand besides, 0 to 1,000,000 (0)
  --rooms-seed NUMBER  tells one set of these rooms from another (1)
  --cors               switch API_Enable_CORS on
  --cors-origin LIST   the setting API_CORS_Origin (*)
  --no-rate-limit      switch API_Enable_Rate_Limiter off
  --delays real|none   wait 0.5 to 1 s before 401 and 403 as the server does (real)
  --latency MS         answer the API so much later, in milliseconds (0)
  --faults FILE        a script of what goes wrong on purpose (nothing)
  --help               print this
`;

/** The built-in seeds; a file of such a name is written as "./story". */
export const kSeedNames: ReadonlySet<string> = new Set(["documentation", "story", "empty"]);

/** What is wrong with the command line, in one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** "help" if that was asked for. Throws UsageError. */
export function readCommandLine(args: readonly string[]): CliOptions | "help" {
  const values = parse(args);
  if (values.help === true) return "help";
  return {
    port: readWhole("--port", values.port ?? "3000", kLargestPort),
    delays: readDelays(values.delays ?? "real"),
    latency: readWhole("--latency", values.latency ?? "0", kMostLatency),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.state === undefined ? {} : { state: readName("--state", values.state) }),
    ...(values.faults === undefined ? {} : { faults: values.faults }),
    workspace: {
      version: values.version ?? "6.4",
      ...(values.rooms === undefined
        ? {}
        : { rooms: readWhole("--rooms", values.rooms, kMostRooms) }),
      ...(values["rooms-seed"] === undefined
        ? {}
        : { roomsSeed: readWhole("--rooms-seed", values["rooms-seed"], kMostSeed) }),
      ...(values.cors === true ? { crossOrigin: true } : {}),
      ...(values["cors-origin"] === undefined ? {} : { allowedOrigins: values["cors-origin"] }),
      ...(values["no-rate-limit"] === true ? { rateLimiter: false } : {}),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: kOptions, strict: true }).values;
  } catch (cause) {
    throw new UsageError(explainArguments(cause), { cause });
  }
}

// What Node says ends with advice that fits no sentence of ours.
function explainArguments(cause: unknown): string {
  const what = cause instanceof Error ? cause.message : String(cause);
  const dashed = /^Option '(--[\w-]+)' argument is ambiguous/.exec(what)?.[1];
  if (dashed === undefined) return what.split(/\.(?:\s|$)/, 1)[0] ?? what;
  return `${dashed} needs a value; one that begins with a dash is written as ${dashed}=-1`;
}

function readWhole(option: string, text: string, most: number): number {
  // More digits than that are over every limit, and would lose some on the way to a number.
  const whole = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (whole <= most) return whole;
  throw new UsageError(`${option} "${text}" cannot be used; give a whole number from 0 to ${most}`);
}

function readName(option: string, text: string): string {
  if (text !== "") return text;
  throw new UsageError(`${option} "" cannot be used; give the name of a file`);
}

function readDelays(text: string): "real" | "none" {
  if (text === "real" || text === "none") return text;
  throw new UsageError(`--delays "${text}" is not known; give real or none`);
}

const kLargestPort = 65535;
const kMostRooms = 1_000_000;
const kMostSeed = 2 ** 32 - 1;
// Ten minutes: no client waits longer.
const kMostLatency = 600_000;
const kOptions = {
  port: { type: "string" },
  version: { type: "string" },
  seed: { type: "string" },
  state: { type: "string" },
  rooms: { type: "string" },
  "rooms-seed": { type: "string" },
  cors: { type: "boolean" },
  "cors-origin": { type: "string" },
  "no-rate-limit": { type: "boolean" },
  delays: { type: "string" },
  latency: { type: "string" },
  faults: { type: "string" },
  help: { type: "boolean" },
} as const;
