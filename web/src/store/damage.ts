import type { HistoryDamage } from "../client/history.js";

/** The count of all places and the first of them. */
export function damageOf(places: readonly string[]): HistoryDamage {
  return { count: places.length, places: places.slice(0, kPlaces) };
}

// As many as a person would look at.
const kPlaces = 20;
