// `--faults FILE`: a wrong file ends the program with its place, before anything listens.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readFaultFile } from "../../web/src/standin/fault-file.js";
import { createStandin } from "./standin-fixture.js";

let folder: string;
const given = process.argv;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "standin-"));
});
afterEach(async () => {
  process.argv = given;
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.resetModules();
  await rm(folder, { recursive: true });
});

async function write(text: string | Uint8Array): Promise<string> {
  const file = path.join(folder, "faults.json");
  await writeFile(file, text);
  return file;
}

/** Runs the program with a fault file, and gives what it wrote to stderr. */
async function run(file: string): Promise<string> {
  process.argv = ["node", "cli.js", "--port", "0", "--faults", file];
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => lines.push(line));
  await import("../../web/src/standin/cli.js");
  return lines.join("\n");
}

describe("--faults", () => {
  it.each([
    ["[", /is no fault script: found text that is not JSON, from line 1, column 2 on/],
    ["", /line 1, column 1/],
    [new Uint8Array([0xff]), /found bytes that are not UTF-8/],
    ['[{"kind":"cut"}]', /script at \/0\/bytes: found nothing; expected a member that cut needs/],
    ['[{"kind":"slow","milliseconds":1,"ms":1}]', /at \/0\/ms: found an unknown member; expected/],
  ])("with the script %j ends with the place, and nothing is started", async (text, message) => {
    const listen = vi.spyOn(Server.prototype, "listen");
    const file = await write(text);
    const written = await run(file);
    expect(written).toMatch(message);
    expect(written).toContain(`"${file}"`);
    expect(written).toContain("--help lists all options");
    expect(process.exitCode).toBe(1);
    expect(listen).not.toHaveBeenCalled();
  });

  it("says when there is no such file", async () => {
    const listen = vi.spyOn(Server.prototype, "listen");
    expect(await run(path.join(folder, "none.json"))).toMatch(/none\.json" cannot be read: ENOENT/);
    expect(process.exitCode).toBe(1);
    expect(listen).not.toHaveBeenCalled();
  });

  it("sets the script of a file, byte-order mark or not", async () => {
    const standin = await createStandin();
    const script = [{ kind: "cut", bytes: 3 }];
    const file = await readFaultFile(await write(`\ufeff${JSON.stringify(script)}`));
    file.setOn(standin);
    expect(standin.faults()).toEqual(script);
    standin.dispose();
  });
});
