// The same requests give the same bytes, natively and as WebAssembly, and the second time as the first.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import { loadStandinModule } from "../../web/src/standin/load-module.js";
import type { RawStandinModule, RawWorkspace } from "../../web/src/standin/raw-module.js";
import { makeConversations } from "./generated-requests.js";
import type { Conversation } from "./generated-requests.js";

const kSeed = 20230502;
const kRequestsEach = 40;
const kNative = fileURLToPath(new URL("../../build/dev/tests/standin_replay", import.meta.url));

/** What both sides are given: the texts and bytes of the boundary to JavaScript. */
type Line =
  | { readonly workspace: string }
  | { readonly request: string; readonly body: string; readonly ip: string; readonly now: number };

function linesOf(conversations: readonly Conversation[]): Line[] {
  return conversations.flatMap(({ workspace, requests }) => [
    { workspace: JSON.stringify(workspace) },
    ...requests.map(({ method, url, headers, body, ip, now }) => ({
      request: JSON.stringify({ method, url, headers }),
      body: Buffer.from(body).toString("hex"),
      ...{ ip, now },
    })),
  ]);
}

function playNatively(lines: readonly Line[]): Promise<string[]> {
  if (!existsSync(kNative)) {
    throw new Error(`${kNative} is not built; run: cmake --build --preset dev`);
  }
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return new Promise((resolve, reject) => {
    const child = execFile(kNative, { maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (error === null) resolve(stdout.split("\n").slice(0, -1));
      else reject(new Error("the native program failed", { cause: error }));
    });
    child.stdin?.end(input);
  });
}

function playAsWasm(module: RawStandinModule, lines: readonly Line[]): string[] {
  let workspace: RawWorkspace | undefined;
  const answers = lines.map((line) => {
    if ("workspace" in line) {
      workspace?.delete();
      workspace = module.createWorkspace(line.workspace);
      return workspace.error();
    }
    const body = Uint8Array.from(Buffer.from(line.body, "hex"));
    return workspace?.handle(line.request, body, line.ip, line.now) ?? "no workspace";
  });
  workspace?.delete();
  return answers;
}

async function instantiate(): Promise<RawStandinModule> {
  const { createModule, wasm } = await loadStandinModule();
  const compiled = await WebAssembly.compile(wasm);
  return createModule({
    instantiateWasm(imports, receive) {
      void WebAssembly.instantiate(compiled, imports).then((instance) => {
        receive(instance, compiled);
      });
      return {};
    },
  });
}

const kLines = linesOf(makeConversations(kSeed, kRequestsEach));
let native: string[];
let wasm: string[];
beforeAll(async () => {
  native = await playNatively(kLines);
  wasm = playAsWasm(await instantiate(), kLines);
});

describe(`${String(kLines.length)} lines, seed ${String(kSeed)}`, () => {
  test("give the same bytes natively and as WebAssembly", () => {
    expect(native.length).toBe(kLines.length);
    native.forEach((answer, at) => {
      expect(wasm[at], JSON.stringify(kLines[at])).toBe(answer);
    });
  });

  test("give the same bytes again", async () => {
    expect(await playNatively(kLines)).toEqual(native);
    expect(playAsWasm(await instantiate(), kLines)).toEqual(wasm);
  });

  test("meet every kind of answer", () => {
    const counts = new Map<string, number>();
    for (const answer of wasm) {
      const status = /^\{"status":(\d+)/.exec(answer)?.[1] ?? answer;
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    // No workspace failed to start (which is what the empty line says), and no status is rare luck.
    expect(counts.get("")).toBe(kLines.filter((line) => "workspace" in line).length);
    const seen = [...counts.keys()].filter((status) => status !== "").sort();
    expect(seen).toEqual(["200", "400", "401", "403", "404", "405", "415", "429", "500"]);
    const moves = wasm.filter((answer) => answer.includes('{\\"room\\":'));
    expect(moves.length).toBeGreaterThan(10);
  });
});
