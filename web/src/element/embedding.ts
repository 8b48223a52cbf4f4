// What hosts set, made safe: they write in JavaScript, too, and nothing of theirs may break the element,
// nor it their page.
import { isStep, type Place, type Step } from "./flow/place.js";

/** Where a host wants to go; what is left out stays as it is. */
export type WantedPlace = Partial<Place>;

/** A text, whatever was set: nothing is "", everything else is shown as it reads. */
export function textOf(value: unknown): string {
  const given: unknown = value ?? "";
  try {
    return String(given);
  } catch {
    return "";
  }
}

/** The step of that name; "connect" for what is none, which names no other. */
export function stepOf(value: unknown): Step {
  return isStep(value) ? value : "connect";
}

/** A place, whatever was given for one. */
export function placeOf(value: unknown): Place {
  const { step, rid, newVisitorId } = (value instanceof Object ? value : {}) as Record<
    keyof Place,
    unknown
  >;
  return {
    step: stepOf(step),
    rid: textOf(rid).trim(),
    newVisitorId: textOf(newVisitorId).trim(),
  };
}

/** An object's members; nothing for what is none. */
export function membersOf<Members extends object>(value: Members): Members {
  const given: unknown = value;
  return given instanceof Object ? value : ({} as Members);
}

/** The host's addresses of places; what it fails to give is no address. */
export function addressesOf(given: unknown): ((place: Place) => string) | null {
  if (typeof given !== "function") return null;
  return (place) => {
    try {
      return textOf((given as (place: Place) => unknown)(place));
    } catch {
      return "";
    }
  };
}
