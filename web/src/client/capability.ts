// What a workspace and a user can do, as check() finds it out.
import type { Issue } from "../errors.js";
import type { Profile, RateLimit } from "./answer.js";

/** What may not be known. */
export type Known = "yes" | "no" | "not_known";

/** Who is logged in. */
export interface CurrentUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Null: the server did not say. */
  readonly roles: readonly string[] | null;
}

/** A permission of the server. */
export interface PermissionCheck {
  readonly permission: string;
  /** By an update on this version; else it is only of use. */
  readonly needed: boolean;
  readonly held: Known;
  /** The roles that would give it; empty where not known. */
  readonly roles: readonly string[];
}

/** What is nearest to an update on a server that no longer has it. None of it is the same. */
export interface Replacement {
  /** Endpoint or member, as the server calls it. */
  readonly name: string;
  readonly what: string;
  /** The version that brought it. */
  readonly since: string;
}

/** What was found out, without changing anything. Even `canUpdate: "yes"` promises nothing about a room. */
export interface Capability {
  readonly reachable: Known;
  /** "6.4" or "6.4.2"; null where it could not be read. */
  readonly version: string | null;
  readonly profile: Profile | "unknown";
  readonly user: CurrentUser | null;
  readonly permissions: readonly PermissionCheck[];
  /** "not_known": switched off, or its headers cannot be read across origins. */
  readonly rateLimiting: "limited" | "bypassed" | "not_known";
  readonly rateLimit: RateLimit | null;
  readonly cors: "fine" | "off_suspected" | "not_known";
  readonly canUpdate: Known;
  /** Errors are why no update can succeed, warnings what is missing or could not be read. */
  readonly findings: readonly Issue[];
  /** Only where the endpoint was removed. */
  readonly removedSince: string | null;
  readonly replacements: readonly Replacement[];
}
