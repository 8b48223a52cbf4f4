// Two programs on one file: each step of replacing it with each of another's calls in between, then
// real processes that write and clear as fast as they can.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "rolldown";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { History } from "../../web/src/client/history.js";
import { openFileHistory } from "../../web/src/store/file-history.js";
import { endOf, kOwner, openEntry } from "./history-entries.js";
import { fileAt, newPlace } from "./history-kinds.js";
import { forgetTrace, kHooks, kTrace } from "./traced-files.js";

vi.mock("node:fs/promises", async (original) => {
  const { tracedFiles } = await import("./traced-files.js");
  return tracedFiles(await original());
});

afterEach(forgetTrace);

function newFile(): string {
  const file = fileAt(`${newPlace()}/history`);
  mkdirSync(path.dirname(file));
  return file;
}

/** Two programs on one file with an open and a closed entry. */
async function twoPrograms(): Promise<{ file: string; one: History; two: History }> {
  const file = newFile();
  const one = await openFileHistory(file);
  const two = await openFileHistory(file);
  for (const n of [1, 2]) await one.intend(openEntry(n));
  await one.close("entry-1", endOf(1));
  forgetTrace();
  return { file, one, two };
}

/** Runs the call once before the first step that begins so; tells whether it came to that. */
function meanwhile(step: string, call: () => Promise<unknown>): () => boolean {
  let done = false;
  kHooks.before = async (now) => {
    if (done || !now.startsWith(step)) return;
    done = true;
    await call();
  };
  return () => done;
}

const kReplacing = [
  "open history",
  "read history",
  "writeFile",
  "sync history",
  "rename",
  "sync f",
];
const kAppending = ["open history", "write history", "sync history", "sync folder"];

describe("two programs on one history file", () => {
  it.each(kReplacing)(
    "keep an intent that comes before %s while the file is replaced",
    async (step) => {
      const { file, one, two } = await twoPrograms();
      const happened = meanwhile(step, () => two.intend(openEntry(3)));
      expect(await one.clear(kOwner)).toBe(1);
      expect(happened()).toBe(true);
      for (const history of [one, two, await openFileHistory(file)]) {
        expect(await history.list(kOwner)).toEqual([openEntry(3), openEntry(2)]);
      }
      expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
    },
  );

  it.each(kReplacing)(
    "keep an end that comes before %s while the file is replaced",
    async (step) => {
      const { one, two } = await twoPrograms();
      await two.intend(openEntry(3));
      const happened = meanwhile(step, () => two.close("entry-3", endOf(3)));
      await one.clear(kOwner);
      expect(happened()).toBe(true);
      const last = (await one.list(kOwner)).find(({ id }) => id === "entry-3");
      // Before the last reading it was cleared with the others.
      expect([undefined, openEntry(3, { end: endOf(3) })]).toContainEqual(last);
      expect(last === undefined).toBe(step !== "sync f");
    },
  );

  it.each(kAppending)("keep an intent when the file is replaced before its %s", async (step) => {
    const { one, two } = await twoPrograms();
    const happened = meanwhile(step, () => one.clear(kOwner));
    await two.intend(openEntry(3));
    expect(happened()).toBe(true);
    expect(await one.list(kOwner)).toEqual([openEntry(3), openEntry(2)]);
    expect(await two.list(kOwner)).toEqual([openEntry(3), openEntry(2)]);
  });

  it.each(kReplacing)("do not bring back what one clears before the other's %s", async (step) => {
    const { one, two } = await twoPrograms();
    const other = { ...kOwner, userId: "agent-2" };
    await one.intend(openEntry(7, other));
    await one.close("entry-7", endOf(7));
    const happened = meanwhile(step, () => two.clear(kOwner));
    expect(await one.clear(other)).toBe(1);
    expect(happened()).toBe(true);
    expect(await two.list(kOwner)).toEqual([openEntry(2)]);
    expect(await two.list(other)).toEqual([]);
  });

  it("give up in the end when the other never stops writing", async () => {
    const { one, two } = await twoPrograms();
    let [n, inside] = [10, false];
    kHooks.before = async (step) => {
      if (inside || !step.startsWith("rename")) return;
      inside = true;
      n += 1;
      await two.intend(openEntry(n));
      inside = false;
    };
    await expect(one.clear(kOwner)).rejects.toThrow(/all the time; nothing was cleared/);
    expect(kTrace.filter((step) => step.startsWith("rename"))).toHaveLength(100);
    expect(await one.list(kOwner)).toHaveLength(102);
  });

  it("make the file again when somebody has taken it away, with what comes then", async () => {
    const { file, one } = await twoPrograms();
    kHooks.before = (step) => {
      if (!step.startsWith("write ")) return;
      kHooks.before = () => undefined;
      renameSync(file, `${file}.taken`);
    };
    await one.intend(openEntry(3));
    expect(await (await openFileHistory(file)).list(kOwner)).toEqual([openEntry(3)]);
  });
});

describe("several processes on one history file", () => {
  it("lose nothing while each writes, clears and makes the file smaller", async () => {
    const file = newFile();
    const program = path.join(path.dirname(file), "writer.mjs");
    const bundle = path.join(path.dirname(file), "store.mjs");
    await build({
      input: "web/src/store/file-history.ts",
      platform: "node",
      logLevel: "silent",
      output: { file: bundle },
    });
    writeFileSync(program, kWriter);
    const run = (name: string) =>
      promisify(execFile)(process.execPath, [program, file, name, String(kUpdates)]);
    const ended = await Promise.all(["a", "b", "c"].map(run));
    expect(ended.map(({ stderr }) => stderr)).toEqual(["", "", ""]);
    const history = await openFileHistory(file);
    const kept = await history.list(kOwner);
    const wanted = ["a", "b", "c"].flatMap((name) =>
      Array.from({ length: kUpdates }, (_, n) => `${name}-${n}`).filter((_, n) => n % 2 === 0),
    );
    expect(kept.map(({ id }) => id).sort()).toEqual(wanted.sort());
    expect(kept.every(({ end }) => end === null)).toBe(true);
    expect(await history.damaged()).toEqual({ count: 0, places: [] });
    expect(readFileSync(file, "utf8")).not.toContain('"proof"');
  });
});

const kUpdates = 60;
// Every second update is closed and cleared; the others stay open.
const kWriter = `
import { openFileHistory } from "./store.mjs";
const [file, name, updates] = process.argv.slice(2);
const history = await openFileHistory(file);
const owner = ${JSON.stringify(kOwner)};
for (let n = 0; n < Number(updates); n += 1) {
  const id = name + "-" + n;
  await history.intend({ ...${JSON.stringify(openEntry(0))}, id });
  if (n % 2 === 0) continue;
  await history.close(id, ${JSON.stringify(endOf(0))});
  const mine = (await history.list(owner)).find((entry) => entry.id === id);
  if (mine !== undefined && mine.end === null) throw new Error(id + " is open");
  await history.clear(owner);
}
`;
