// The command line of the stand-in, read without doing anything.
import { parseArgs } from "node:util";
import type { NodeHostOptions } from "./node-host.js";
import type { WorkspaceOptions } from "./standin.js";

export interface CliOptions {
  readonly port: number;
  readonly delays: NonNullable<NodeHostOptions["delays"]>;
  readonly workspace: WorkspaceOptions;
  /** The file of a fault script. */
  readonly faults?: string;
}

export const kUsage = `Usage: npm run standin -- [options]

  --port NUMBER        where to listen on this machine; 0 finds a free port (3000)
  --version VERSION    the server version to imitate, 3.5 to 8.6 (6.4)
  --seed NAME          documentation, story or empty: what to start with (documentation)
  --cors               switch API_Enable_CORS on
  --cors-origin LIST   the setting API_CORS_Origin (*)
  --no-rate-limit      switch API_Enable_Rate_Limiter off
  --delays real|none   wait 0.5 to 1 s before 401 and 403 as the server does (real)
  --faults FILE        a script of what goes wrong on purpose (nothing)
  --help               print this
`;

/** What is wrong with the command line, in one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** "help" if that was asked for. Throws UsageError. */
export function readCommandLine(args: readonly string[]): CliOptions | "help" {
  const values = parse(args);
  if (values.help === true) return "help";
  return {
    port: readPort(values.port ?? "3000"),
    delays: readDelays(values.delays ?? "real"),
    ...(values.faults === undefined ? {} : { faults: values.faults }),
    workspace: {
      version: values.version ?? "6.4",
      seed: values.seed ?? "documentation",
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
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(what.split(". ", 1)[0] ?? what, { cause });
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= kLargestPort) return port;
  throw new UsageError(`--port "${text}" is not a port; give a number from 0 to ${kLargestPort}`);
}

function readDelays(text: string): "real" | "none" {
  if (text === "real" || text === "none") return text;
  throw new UsageError(`--delays "${text}" is not known; give real or none`);
}

const kLargestPort = 65535;
const kOptions = {
  port: { type: "string" },
  version: { type: "string" },
  seed: { type: "string" },
  cors: { type: "boolean" },
  "cors-origin": { type: "string" },
  "no-rate-limit": { type: "boolean" },
  delays: { type: "string" },
  faults: { type: "string" },
  help: { type: "boolean" },
} as const;
