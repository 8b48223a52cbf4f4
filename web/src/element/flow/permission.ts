// What is known of one permission of the user.
import type { Capability, Known } from "../../client/capability.js";

/** Whether the user has it; "not_known" also where nobody asked. */
export function held(capability: Capability | null, permission: string): Known {
  return capability?.permissions.find((check) => check.permission === permission)?.held ?? kUnknown;
}

/** The roles that would give it; empty where not known. */
export function rolesWith(capability: Capability | null, permission: string): readonly string[] {
  return capability?.permissions.find((check) => check.permission === permission)?.roles ?? [];
}

/** Lets a user see visitors, on every version, and list rooms. */
export const kSeeRooms = "view-l-room";

const kUnknown = "not_known";
