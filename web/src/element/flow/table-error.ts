// An error of the core's table that is found here.
import type { RoomVisitor } from "../../client/load.js";
import { type RoomVisitorError, toError } from "../../errors.js";

/** Makes the error of a code, in the table's words. */
export function tableError(rv: RoomVisitor, code: string): RoomVisitorError {
  const row = rv.errorTable().find((entry) => entry.code === code);
  const { family, what, remedy } = row ?? { family: "caller", what: code, remedy: "" };
  return toError({ code, family, path: "", found: "", expected: "", message: what, remedy });
}
