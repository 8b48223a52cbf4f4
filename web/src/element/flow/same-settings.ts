// Whether a host says something new: frameworks set the same again and again, in new objects.
import type { SessionSettings } from "./session-settings.js";

/** Compares members and, in `options`, their members; functions are the same only if identical. */
export function isSameSettings(a: SessionSettings, b: SessionSettings): boolean {
  const { options: ofA, ...othersOfA } = a;
  const { options: ofB, ...othersOfB } = b;
  return isSame(othersOfA, othersOfB) && isSame(ofA, ofB);
}

function isSame(a: object, b: object): boolean {
  const [first, second] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (first.size !== second.size) return false;
  return [...first].every(
    ([name, value]) => second.has(name) && Object.is(second.get(name), value),
  );
}
