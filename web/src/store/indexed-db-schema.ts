// What the database looks like, and how it got there.
import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";

/** Values are unknown: whatever comes out goes through readEntry. */
export interface HistorySchema extends DBSchema {
  readonly entries: {
    key: string;
    value: unknown;
    indexes: { readonly "by-owner": [server: string, userId: string, startedAt: string] };
  };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;
export type HistoryUpgrade = IDBPTransaction<HistorySchema, "entries"[], "versionchange">;

/**
 * Leads from one version of the schema to the next. Keeps every entry, open ones above all. May wait
 * for requests of the upgrade, and for nothing else.
 */
export type SchemaStep = (
  database: HistoryDatabase,
  upgrade: HistoryUpgrade,
) => void | Promise<void>;

export const kStore = "entries";
export const kByOwner = "by-owner";

const createEntries: SchemaStep = (database) => {
  const store = database.createObjectStore(kStore, { keyPath: "id" });
  store.createIndex(kByOwner, ["server", "userId", "startedAt"]);
};

/** The version is the number of steps. A step that was released is never changed again. */
export const kSchema: readonly SchemaStep[] = [createEntries];
