// The documentation's example and helpers shared by tests.
import { readFileSync } from "node:fs";

/** The example update. Both visitors are the same there. */
export const kGoldenUpdate = {
  rid: "tcbbSmWSLR5uo5PBW",
  oldVisitorId: "6425bb86c29657e5b3ba26b2",
  newVisitorId: "6425bb86c29657e5b3ba26b2",
} as const;

/** A move to another visitor. */
export const kMove = { ...kGoldenUpdate, newVisitorId: "63d8f20a5be41c7790e6a1f4" } as const;

/** The example's user. */
export const kSession = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
} as const;

/** The visitor token in the example's answer. */
export const kVisitorToken = "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d";

/** Reads a shared file of test data. */
export function readData(name: string): string {
  return readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
}

interface GoldenResult {
  room: Record<string, unknown> & {
    v: Record<string, unknown>;
    lastMessage: Record<string, unknown>;
  };
}

/** The room of the example's answer, a fresh copy each time. */
export function goldenRoom(): GoldenResult["room"] {
  return (JSON.parse(readData("documentation-result.json")) as GoldenResult).room;
}

/** The room after a move. */
export function movedRoom(): GoldenResult["room"] {
  const room = goldenRoom();
  room.v = { ...room.v, _id: kMove.newVisitorId, username: "guest-3", token: "b".repeat(64) };
  return { ...room, _updatedAt: "2026-11-22T14:00:00.000Z" };
}
