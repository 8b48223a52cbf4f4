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

const kUnknown = "not_known";
