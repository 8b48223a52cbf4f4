// How the documented update ends when its write meets each kind of fault once, and whose the room is
// then: the same from Node and from browsers, whatever either of them repeats by itself.
import type { Fault, FaultKind } from "../../web/src/standin/faults.js";
import { kMove } from "../web/golden.js";

/** The visitor to whom another agent moves the room. */
export const kThird = "third-visitor";

/** What the seed needs for it. */
export const kThirdDocuments = {
  visitors: [{ _id: kThird, username: "guest-99", token: "t-99", ts: "2023-03-30T16:40:38Z" }],
};

/** What the fault is besides its kind, the outcome, and whose the room is then. */
export interface UpdateRow {
  readonly fault: Omit<Fault, "kind">;
  readonly verdict: "applied" | "refused" | "unknown";
  /** The proof if the update was applied, else the code of the error. */
  readonly why: string;
  /** Undefined: there is no room any more. */
  readonly owner: string | undefined;
}

const applied = (fault: UpdateRow["fault"], why: "answer" | "read_back"): UpdateRow => ({
  fault,
  verdict: "applied",
  why,
  owner: kMove.newVisitorId,
});
const refused = (fault: UpdateRow["fault"], why: string, owner?: string): UpdateRow => ({
  fault,
  verdict: "refused",
  why,
  owner,
});

export const kUpdateRows: Readonly<Record<FaultKind, UpdateRow>> = {
  reset_before: applied({}, "answer"),
  reset_after: applied({}, "read_back"),
  cut: applied({ bytes: 40 }, "read_back"),
  stall_before: applied({}, "answer"),
  stall_after: applied({}, "read_back"),
  server_error_before: applied({ status: 502, page: "html" }, "answer"),
  server_error_after: applied({ status: 502, page: "html" }, "read_back"),
  rate_limit: applied({ milliseconds: 200 }, "answer"),
  login_page: applied({}, "answer"),
  slow: applied({ milliseconds: 100 }, "answer"),
  wrong_json: applied({}, "read_back"),
  duplicate: applied({ answer: "second" }, "read_back"),
  late_duplicate: applied({}, "answer"),
  redirect: applied({ location: "https://login.example.com/" }, "answer"),
  restart: applied({}, "answer"),
  upgrade: refused({ version: "7.2.0" }, "endpoint_removed", kMove.oldVisitorId),
  moved_before: refused({ visitorId: kThird }, "conflict", kThird),
  moved_between: applied({ visitorId: kThird }, "answer"),
  user_vanishes: refused({}, "user_not_found", kMove.oldVisitorId),
  room_vanishes_before_access: refused({}, "room_not_found"),
  room_vanishes_after_update: {
    fault: {},
    verdict: "unknown",
    why: "room_not_found",
    owner: undefined,
  },
};
