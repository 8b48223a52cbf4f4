// The stand-in from start to stop: what it starts with, and how its state outlives it.
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readCommandLine, UsageError } from "../../web/src/standin/cli-options.js";
import { runStandin } from "../../web/src/standin/run.js";
import type { RunningStandin } from "../../web/src/standin/run.js";
import { kAgentHeaders, kRoomVisitor } from "./standin-fixture.js";

const kRid = "tcbbSmWSLR5uo5PBW";
const kGuest = "6425bb86c29657e5b3ba26b2";
const kCustomer = "63d8f20a5be41c7790e6a1f4";
const kVisitor = "/api/v1/livechat/visitor";

let folder: string;
let file: string;
let lines: string[];
const running: RunningStandin[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "standin-"));
  file = path.join(folder, "state.json");
  lines = [];
});
afterEach(async () => {
  await Promise.allSettled(running.splice(0).map((each) => each.stop()));
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<RunningStandin> {
  const options = readCommandLine(["--port", "0", "--delays", "none", ...args]);
  if (options === "help") throw new Error("no help was asked for");
  const started = await runStandin(options, (line) => lines.push(line));
  running.push(started);
  return started;
}

async function refusal(...args: string[]): Promise<string> {
  const listen = vi.spyOn(Server.prototype, "listen");
  const error: unknown = await run(...args).catch((caught: unknown) => caught);
  expect(listen).not.toHaveBeenCalled();
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

async function save(text: string, name = "seed.json"): Promise<string> {
  const seed = path.join(folder, name);
  await writeFile(seed, text);
  return seed;
}

async function move({ url }: RunningStandin, from: string, to: string): Promise<number> {
  const body = JSON.stringify({ rid: kRid, oldVisitorId: from, newVisitorId: to });
  const answer = await fetch(url + kRoomVisitor, { method: "PUT", headers: kAgentHeaders, body });
  return answer.status;
}

/** Makes a visitor, and gives the id that it gets. */
async function addVisitor({ url }: RunningStandin, token: string): Promise<string> {
  const body = JSON.stringify({ visitor: { token, name: token } });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url + kVisitor, { method: "POST", headers, body });
  return ((await answer.json()) as { visitor: { _id: string } }).visitor._id;
}

describe("--state", () => {
  it("keeps what was changed, for its owner only, and nothing beside it", async () => {
    const first = await run("--state", file, "--seed", "story");
    expect(lines.join()).toMatch(
      /^A workspace of version 6\.4 is ready at http:\/\/localhost:\d+$/,
    );
    expect(await move(first, kGuest, kCustomer)).toBe(200);
    await first.stop();
    expect(lines.at(-1)).toBe(`The state is saved in ${file}`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["state.json"]);

    await chmod(file, 0o644);
    const second = await run("--state", file);
    expect(await move(second, kGuest, kCustomer)).toBe(400);
    expect(await move(second, kCustomer, kGuest)).toBe(200);
    await second.stop();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await move(await run("--state", file), kGuest, kCustomer)).toBe(200);
  });

  // A visitor who got the id of another would replace them.
  it("draws no id twice", async () => {
    const first = await run("--state", file);
    const id = await addVisitor(first, "one");
    await first.stop();
    const second = await run("--state", file);
    expect(await addVisitor(second, "two")).not.toBe(id);
    expect((await fetch(`${second.url}${kVisitor}/one`)).status).toBe(200);
  });

  it("is saved once, however often the program is told to stop", async () => {
    const first = await run("--state", file);
    await Promise.all([first.stop(), first.stop()]);
    expect(lines.filter((line) => line.includes("saved"))).toHaveLength(1);
  });

  it("replaces what a link leads to and not the link", async () => {
    const link = path.join(folder, "link.json");
    await writeFile(file, "{}");
    await symlink(file, link);
    await (await run("--state", link)).stop();
    expect((await readFile(file, "utf8")).length).toBeGreaterThan(2);
    expect(await readFile(link, "utf8")).toBe(await readFile(file, "utf8"));
    expect((await readdir(folder)).sort()).toEqual(["link.json", "state.json"]);
  });

  it("says when it cannot be saved, and leaves nothing behind", async () => {
    const first = await run("--state", file);
    await mkdir(file);
    await expect(first.stop()).rejects.toThrow(
      /^The state could not be saved to ".*state\.json": /,
    );
    expect(await readdir(folder)).toEqual(["state.json"]);
  });

  it("is not mixed with a seed", async () => {
    await writeFile(file, "{}");
    expect(await refusal("--state", file, "--seed", "story")).toMatch(
      /state\.json" exists and would be loaded, so that --seed "story" has no use; leave one/,
    );
  });

  it("names the place of what is wrong in it", async () => {
    await writeFile(file, '{\n  "rooms": [\n');
    expect(await refusal("--state", file)).toMatch(
      /^--state ".*state\.json" is no saved state: found text that is not JSON, from line 3, column 1 on; expected a JSON object$/,
    );
  });

  it("says at once that there is no folder for it", async () => {
    const lost = path.join(folder, "none", "state.json");
    expect(await refusal("--state", lost)).toMatch(/could not be written: ENOENT/);
    await writeFile(file, "{}");
    expect(await refusal("--state", path.join(file, "below"))).toMatch(/is no folder/);
  });
});

describe("--seed FILE", () => {
  it("stands alone", async () => {
    const users = [{ _id: "u1", username: "una", roles: ["admin"], login: { tokens: ["t"] } }];
    const { url } = await run("--seed", await save(`\ufeff${JSON.stringify({ users })}`));
    const headers = { "x-user-id": "u1", "x-auth-token": "t" };
    expect((await fetch(`${url}/api/v1/me`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/api/v1/me`, { headers: kAgentHeaders })).status).toBe(401);
  });

  it("may be a saved state, and has the options of the command line", async () => {
    const first = await run("--state", file);
    await move(first, kGuest, kCustomer);
    await first.stop();
    const second = await run("--seed", file, "--cors", "--version", "6.12.1", "--rooms", "2");
    expect(await move(second, kCustomer, kGuest)).toBe(200);
    const state: unknown = await (await fetch(`${second.url}/__standin/state`)).json();
    expect(state).toMatchObject({ settings: { API_Enable_CORS: true }, generated: { rooms: 2 } });
  });

  it("is a file also by a plain name, if there is one, but never instead of a built-in seed", async () => {
    const given = process.cwd();
    await save('{"rooms": 1}', "stories");
    await save('{"rooms": 1}', "story");
    process.chdir(folder);
    try {
      expect(await refusal("--seed", "stories")).toMatch(
        /"stories" is no seed at \/rooms: found a/,
      );
      await run("--seed", "story");
    } finally {
      process.chdir(given);
    }
  });

  it.each([
    [
      '{"rooms": [{"t": "l"}]}',
      /seed\.json" is no seed at \/rooms\/0\/_id: found nothing; expected/,
    ],
    ['{"people": []}', /at \/people: found an unknown member; expected settings, roles/],
    ['{"rooms": [}', /is no seed: found text that is not JSON, from line 1, column 12 on/],
    ["", /line 1, column 1 on; expected a JSON object/],
    ["[]", /found an array; expected an object/],
  ])("%s is refused with its place", async (text, message) => {
    expect(await refusal("--seed", await save(text))).toMatch(message);
  });

  it("must be there and be text", async () => {
    const seed = path.join(folder, "seed.json");
    expect(await refusal("--seed", seed)).toMatch(/^--seed ".*seed\.json" cannot be read: ENOENT/);
    await writeFile(seed, new Uint8Array([0x7b, 0xff]));
    expect(await refusal("--seed", seed)).toMatch(
      /found bytes that are not UTF-8; expected a JSON/,
    );
    expect(await refusal("--seed", folder)).toMatch(/cannot be read: EISDIR/);
    expect(await refusal("--seed", "sotry")).toBe(
      '--seed "sotry" is neither a seed nor a file; give documentation, story, empty or a file',
    );
  });
});
