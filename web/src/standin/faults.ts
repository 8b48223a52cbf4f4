// What a stand-in does wrong on purpose: docs/standin.md describes each kind.

/** "Applied" means that the server carries the request out. */
export type FaultKind =
  | "reset_before"
  | "reset_after"
  | "cut"
  | "stall_before"
  | "stall_after"
  | "server_error_before"
  | "server_error_after"
  | "rate_limit"
  | "login_page"
  | "slow"
  | "wrong_json"
  | "duplicate"
  | "late_duplicate"
  | "redirect"
  | "restart"
  | "upgrade"
  | "moved_before"
  | "moved_between"
  | "user_vanishes"
  | "room_vanishes_before_access"
  | "room_vanishes_after_update";

/** One fault: which request, what happens, how often. A kind has its own members and no others. */
export interface Fault {
  readonly kind: FaultKind;
  /** In capital letters; default every method, preflights included. */
  readonly method?: string;
  /** As in the request, without query; default every path. */
  readonly path?: string;
  /** A room that the request names in body, query or path; default every request. */
  readonly rid?: string;
  /** From the nth request that fits; default 1. */
  readonly nth?: number;
  /** How often; 0 is always; default 1. */
  readonly times?: number;
  readonly bytes?: number;
  readonly milliseconds?: number;
  readonly status?: 500 | 502 | 503 | 504;
  readonly page?: "json" | "html";
  readonly form?: "truncated" | "not_json";
  readonly answer?: "first" | "second";
  readonly requests?: number;
  readonly location?: string;
  readonly version?: string;
  readonly visitorId?: string;
}

/** What has happened since the script was set. */
export interface FaultCounts {
  /** By kind; every kind is there. */
  readonly happened: Readonly<Record<FaultKind, number>>;
  /** How often faults are still to happen, without those whose `times` is 0. */
  readonly left: number;
  /** In the order of the script; `left` is null where `times` is 0. */
  readonly faults: readonly { readonly happened: number; readonly left: number | null }[];
}
