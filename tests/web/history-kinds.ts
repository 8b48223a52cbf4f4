// The three stores, each with a place that several of them can share.
import "fake-indexeddb/auto";

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

import type { History } from "../../web/src/client/history.js";
import { openFileHistory } from "../../web/src/store/file-history.js";
import { openIndexedDbHistory } from "../../web/src/store/indexed-db-history.js";
import { memoryHistory } from "../../web/src/store/memory-history.js";

export interface StoreKind {
  readonly name: string;
  readonly durability: History["durability"];
  /** Each call opens the store at that place; places are new for each name. */
  readonly open: (place: string, limit?: number) => Promise<History>;
}

const kFolder = mkdtempSync(path.join(tmpdir(), "room-visitor-history-"));
let places = 0;

afterAll(() => {
  rmSync(kFolder, { recursive: true, force: true });
});

/** A name that no other test uses. */
export function newPlace(): string {
  places += 1;
  return `place-${places}`;
}

export function fileAt(place: string): string {
  return path.join(kFolder, `${place}.jsonl`);
}

export const kMemory: StoreKind = {
  name: "memory",
  durability: "memory",
  open: (_place, limit) => Promise.resolve(memoryHistory("it is a test", { limit })),
};

export const kShared: readonly StoreKind[] = [
  {
    name: "IndexedDB",
    durability: "durable",
    open: (name, limit) => openIndexedDbHistory({ name, limit }),
  },
  {
    name: "file",
    durability: "durable",
    open: (place, limit) => openFileHistory(fileAt(place), { limit }),
  },
];
