// What hosts set, made safe: they write in JavaScript, too, and nothing of theirs may break the element,
// nor it their page.
import { isStep, type Place, type Step } from "./flow/place.js";

/** Where a host wants to go; ids that are left out or "" stay, a step that is follows from them. */
export type WantedPlace = Partial<Omit<Place, "step"> & { readonly step: Step | "" }>;

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
  return {
    step: stepOf(memberOf(value, "step")),
    rid: textOf(memberOf(value, "rid")).trim(),
    newVisitorId: textOf(memberOf(value, "newVisitorId")).trim(),
  };
}

/** A member of whatever is given; undefined where there is none, or reading it throws. */
export function memberOf(value: unknown, name: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** A copy of an object's members, so that nothing of the host's runs later; nothing for what is none. */
export function membersOf<Members extends object>(value: Partial<Members>): Partial<Members> {
  const given: unknown = value;
  if (typeof given !== "object" || given === null) return {};
  try {
    const members = Object.keys(given).map((name) => [name, memberOf(given, name)] as const);
    return Object.fromEntries(members) as Partial<Members>;
  } catch {
    return {};
  }
}

/** The host's addresses of places; "" where it gives no text, or fails to. */
export function addressesOf(given: unknown): ((place: Place) => string) | null {
  if (typeof given !== "function") return null;
  return (place) => {
    try {
      const address: unknown = (given as (place: Place) => unknown)(place);
      if (typeof address === "string") return address;
      // Of a function that is async: it would fail in the host's page.
      Promise.resolve(address).catch(() => undefined);
      return "";
    } catch {
      return "";
    }
  };
}
