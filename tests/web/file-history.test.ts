// What only the file does: its mode, its lines, what a crash leaves, growing and getting smaller.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";

import { openFileHistory } from "../../web/src/store/file-history.js";
import { endOf, kHostileTexts, kOwner, openEntry } from "./history-entries.js";
import { fileAt, newPlace } from "./history-kinds.js";
import { forgetTrace, kHooks, kTrace } from "./traced-files.js";

vi.mock("node:fs/promises", async (original) => {
  const { tracedFiles } = await import("./traced-files.js");
  return tracedFiles(await original());
});

afterEach(forgetTrace);

const modeOf = (file: string) => statSync(file).mode & 0o777;
const linesOf = (file: string) => readFileSync(file, "utf8").split("\n");
const failure = (code: string) => Object.assign(new Error(code), { code });

/** A file of its own folder with these lines. */
function newFile(...lines: string[]): string {
  const file = fileAt(`${newPlace()}/history`);
  mkdirSync(path.dirname(file));
  if (lines.length > 0) writeFileSync(file, lines.join("\n"));
  return file;
}

describe("the file of a history", () => {
  it("is readable by its owner only, whatever its mode was", async () => {
    const file = newFile();
    await openFileHistory(file);
    expect(modeOf(file)).toBe(0o600);
    chmodSync(file, 0o666);
    const history = await openFileHistory(file);
    expect(modeOf(file)).toBe(0o600);
    await history.intend(openEntry(1));
    await history.clear(kOwner);
    expect(modeOf(file)).toBe(0o600);
  });

  it("holds one record a line", async () => {
    const file = newFile();
    const history = await openFileHistory(file);
    await history.intend(openEntry(1));
    await history.close("entry-1", endOf(1));
    expect(linesOf(file)).toEqual([
      "",
      '{"format":"room-visitor history","version":1}',
      JSON.stringify({ entry: openEntryInOrder() }),
      JSON.stringify({ close: { id: "entry-1", end: endOf(1) } }),
    ]);
  });

  it("is on the disk, under its name, before an intent is kept", async () => {
    const file = newFile();
    const history = await openFileHistory(file);
    forgetTrace();
    await history.intend(openEntry(1));
    const name = path.basename(file);
    const added = [`open ${name}`, `write ${name}`, `sync ${name}`];
    expect(kTrace).toEqual([...added, "open folder", "sync folder"]);
    forgetTrace();
    await history.intend(openEntry(2));
    expect(kTrace).toEqual(added);
    forgetTrace();
    await history.close("entry-1", endOf(1));
    expect(kTrace).toEqual(added.slice(0, 2));
    await history.clear(kOwner);
    forgetTrace();
    await history.intend(openEntry(3));
    expect(kTrace).toContain("sync folder");
  });

  it("is what a link leads to, and the link stays", async () => {
    const file = newFile();
    const link = `${file}.link`;
    await openFileHistory(file);
    symlinkSync(file, link);
    const history = await openFileHistory(link);
    await history.intend(openEntry(1));
    await history.clear(kOwner);
    expect(await (await openFileHistory(file)).list(kOwner)).toEqual([openEntry(1)]);
  });

  it.each([
    ["in a folder that is not there", "missing/history.jsonl", /folder .*missing .*does not exist/],
    ["that is a folder", "", /is not a file/],
  ])("cannot be one %s", async (_name, name, expected) => {
    const folder = path.dirname(newFile());
    await expect(openFileHistory(path.join(folder, name))).rejects.toThrow(expected);
  });

  it.each([
    ["something else", "root:x:0:0:root:/root:/bin/bash\n", /is not a history file/],
    ["a later version's", '{"format":"room-visitor history","version":2}', /later version/],
  ])("is left as it is when it holds %s", async (_name, text, expected) => {
    const file = newFile(text);
    chmodSync(file, 0o644);
    await expect(openFileHistory(file)).rejects.toThrow(expected);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(modeOf(file)).toBe(0o644);
  });

  it("may be empty, or made by an editor that knows other line ends", async () => {
    const empty = await openFileHistory(newFile(""));
    expect(await empty.list(kOwner)).toEqual([]);
    const record = JSON.stringify({ entry: openEntry(1) });
    const history = await openFileHistory(newFile(`\ufeff${record}\r`, "", `${record}\r`, ""));
    expect(await history.list(kOwner)).toEqual([openEntry(1)]);
    expect(await history.damaged()).toEqual({ count: 0, places: [] });
  });

  it.each(["EACCES", "EROFS"])("passes %s on when it cannot be made", async (code) => {
    kHooks.before = (step) => {
      if (step.startsWith("open ")) throw failure(code);
    };
    await expect(openFileHistory(newFile())).rejects.toMatchObject({ code });
  });

  it.each([
    ["write", "ENOSPC"],
    ["write", "EDQUOT"],
    ["sync", "EIO"],
  ])("passes on what happens to a %s (%s), and goes on afterwards", async (call, code) => {
    const file = newFile();
    const history = await openFileHistory(file);
    kHooks.before = (step) => {
      if (step.startsWith(`${call} `)) throw failure(code);
    };
    await expect(history.intend(openEntry(1))).rejects.toMatchObject({ code });
    kHooks.before = () => undefined;
    await history.intend(openEntry(2));
    expect(await history.list(kOwner)).toContainEqual(openEntry(2));
  });
});

describe("a crash while the file is written", () => {
  it("costs at most the record that was being written, wherever it is cut", async () => {
    const file = newFile();
    const history = await openFileHistory(file);
    await history.intend(openEntry(1));
    await history.close("entry-1", endOf(1));
    const before = readFileSync(file);
    const hostile = kHostileTexts.filter((text) => text.length < 100).join("");
    const last = openEntry(2, { rid: hostile });
    await history.intend(last);
    const whole = readFileSync(file);
    const closed = openEntry(1, { end: endOf(1) });
    for (let length = before.length; length <= whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const after = await openFileHistory(file);
      const kept = length === whole.length ? [last, closed] : [closed];
      expect(await after.list(kOwner), `cut at ${length}`).toEqual(kept);
      expect(await after.damaged()).toEqual({ count: 0, places: [] });
      await after.intend(openEntry(3));
      expect(await after.list(kOwner)).toEqual([openEntry(3), ...kept]);
    }
  });

  it("leaves an end that was cut open", async () => {
    const file = newFile();
    const history = await openFileHistory(file);
    await history.intend(openEntry(1));
    const before = readFileSync(file);
    await history.close("entry-1", endOf(1));
    const whole = readFileSync(file);
    for (let length = before.length; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await (await openFileHistory(file)).list(kOwner)).toEqual([openEntry(1)]);
    }
  });

  it("costs nothing when the file is cut at its very beginning", async () => {
    const file = newFile();
    await (await openFileHistory(file)).intend(openEntry(1));
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const after = await openFileHistory(file);
      expect(await after.list(kOwner)).toEqual([]);
      await after.intend(openEntry(2));
      expect(await after.list(kOwner)).toEqual([openEntry(2)]);
    }
  });

  it.each(["open history", "writeFile history", "sync history", "rename history"])(
    "costs nothing when the file is being replaced (%s)",
    async (last) => {
      const file = newFile();
      const history = await openFileHistory(file);
      await history.intend(openEntry(1));
      await history.intend(openEntry(2));
      await history.close("entry-1", endOf(1));
      const before = readFileSync(file);
      kHooks.before = (step) => {
        if (step === last) throw failure("EIO");
      };
      await expect(history.clear(kOwner)).rejects.toMatchObject({ code: "EIO" });
      expect(readFileSync(file)).toEqual(before);
      kHooks.before = () => undefined;
      expect(await history.clear(kOwner)).toBe(1);
      expect(await history.list(kOwner)).toEqual([openEntry(2)]);
      expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
    },
  );

  it("leaves a new file behind that the next record removes", async () => {
    const file = newFile();
    const history = await openFileHistory(file);
    mkdirSync(`${file}.new-abc123`);
    writeFileSync(`${file}.new-abc123/history`, "half of it");
    await history.intend(openEntry(1));
    expect(existsSync(`${file}.new-abc123`)).toBe(false);
  });
});

describe("a damaged file", () => {
  const header = '{"format":"room-visitor history","version":1}';
  const record = (n: number) => JSON.stringify({ entry: openEntry(n) });
  const lines = [
    header,
    record(1),
    record(2).slice(0, 50),
    "\u0000\u0000\u0000",
    record(2),
    '{"entry":{"id":"no entry"}}',
    '{"close":{"id":"entry-1","end":{}}}',
    "[]",
    record(3),
    record(4).slice(0, -1),
  ];
  const places = [
    "line 3: ends early",
    "line 4: is not a record of the history",
    "line 6: is not a record of the history",
    "line 7: is not a record of the history",
    "line 8: is not a record of the history",
  ];

  it("says where, and gives all the others", async () => {
    const history = await openFileHistory(newFile(...lines));
    expect(await history.list(kOwner)).toEqual([3, 2, 1].map((n) => openEntry(n)));
    expect(await history.damaged()).toEqual({ count: 5, places });
  });

  it("keeps what cannot be read when it gets smaller, but for a record that was cut", async () => {
    const file = newFile(...lines);
    const history = await openFileHistory(file);
    await history.clear(kOwner);
    expect(linesOf(file).slice(1, 5)).toEqual(lines.filter((_, n) => [3, 5, 6, 7].includes(n)));
    expect(await history.list(kOwner)).toEqual([3, 2, 1].map((n) => openEntry(n)));
    expect((await history.damaged()).count).toBe(4);
  });

  it("takes bytes that are no text for damage, not for another id", async () => {
    const file = newFile(header, record(1), record(2));
    const bytes = readFileSync(file);
    bytes[bytes.indexOf("room-1")] = 0xff;
    writeFileSync(file, bytes);
    const history = await openFileHistory(file);
    expect(await history.list(kOwner)).toEqual([openEntry(2)]);
    expect((await history.damaged()).places).toEqual(["line 2: is not a record of the history"]);
  });

  it("names no more than twenty places", async () => {
    const history = await openFileHistory(newFile(header, ...Array<string>(30).fill("?")));
    const damage = await history.damaged();
    expect([damage.count, damage.places.length]).toEqual([30, 20]);
  });
});

describe("the size of the file", () => {
  it("shrinks at opening when most of it is superseded", async () => {
    const updates = Array.from({ length: 60 }, (_, n) => [
      JSON.stringify({ entry: openEntry(n) }),
      JSON.stringify({ close: { id: `entry-${n}`, end: endOf(n) } }),
    ]);
    const file = newFile(...updates.flat());
    const before = await (await openFileHistory(file)).list(kOwner);
    expect(before).toHaveLength(60);
    expect(linesOf(file)).toHaveLength(120);
    const history = await openFileHistory(file, { limit: 3 });
    expect(await history.list(kOwner)).toEqual(before.slice(0, 3));
    expect(linesOf(file)).toHaveLength(4);
  });

  it("stays bounded while one program writes", async () => {
    const file = newFile();
    const history = await openFileHistory(file, { limit: 5 });
    let most = 0;
    for (let n = 0; n < 200; n += 1) {
      await history.intend(openEntry(n));
      await history.close(`entry-${n}`, endOf(n));
      most = Math.max(most, linesOf(file).length);
    }
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThan(110);
    expect(await history.list(kOwner)).toHaveLength(5);
  });

  it("is no reason for a failure: what cannot be replaced stays long", async () => {
    const file = newFile();
    const history = await openFileHistory(file, { limit: 1 });
    kHooks.before = (step) => {
      if (step.startsWith("rename ")) throw failure("EPERM");
    };
    for (let n = 0; n < 70; n += 1) {
      await history.intend(openEntry(n));
      await history.close(`entry-${n}`, endOf(n));
    }
    expect(linesOf(file).length).toBeGreaterThan(140);
    const again = await openFileHistory(file, { limit: 1 });
    expect(await again.list(kOwner)).toEqual([openEntry(69, { end: endOf(69) })]);
  });

  it("leaves nothing of what was cleared in the file", async () => {
    const file = newFile();
    const history = await openFileHistory(file);
    for (const n of [1, 2]) await history.intend(openEntry(n));
    await history.close("entry-1", endOf(1));
    await history.clear(kOwner);
    expect(readFileSync(file, "utf8")).not.toContain("guest-1");
    expect(readFileSync(file, "utf8")).toContain("guest-2");
  });
});

// The order of members in a line is the store's own.
function openEntryInOrder() {
  const { id, startedAt, server, userId, rid, oldVisitorId, newVisitorId, writes, end } =
    openEntry(1);
  return { id, startedAt, server, userId, rid, oldVisitorId, newVisitorId, writes, end };
}
