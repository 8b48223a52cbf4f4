// What follows when a host changes its wishes while somebody is at work.
import type { Place, Target } from "./place.js";

/**
 * Where to go when some of the wishes have changed; null: nowhere. Only what has changed is applied to what
 * is shown, but for another conversation: with that one all of it is. `toCome` is what was wished before
 * and could not be gone to yet.
 */
export function targetOf(
  wishes: Target,
  changed: readonly (keyof Place)[],
  toCome: Target | null,
): Target | null {
  const { newVisitorId, step, isNamed = step !== kNothing.step } = wishes;
  const isChanged = (name: keyof Place): boolean => changed.includes(name);
  const isGiven = (name: keyof Place): boolean =>
    name === "step" ? isNamed : wishes[name] !== kNothing[name];
  const given = changed.filter(isGiven);
  if (given.includes("rid")) return { ...wishes, isNamed, isAnew: true };
  if (toCome === null && given.length === 0) return null;
  return {
    ...(toCome ?? kNothing),
    ...(isChanged("newVisitorId") ? { newVisitorId } : {}),
    ...(isChanged("step") ? { step, isNamed } : {}),
  };
}

/** No wish at all. */
export const kNothing: Target = { step: "connect", rid: "", newVisitorId: "" };
