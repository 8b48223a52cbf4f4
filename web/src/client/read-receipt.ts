// The update that takes a receipt's update back.
import { codeError } from "./code-error.js";
import type { Receipt } from "./outcome.js";
import { requireObject, requireText } from "./require.js";
import type { Transport } from "./transport.js";
import type { VisitorUpdate } from "./update.js";

/** What undo() has to do. */
export interface Undo {
  readonly update: VisitorUpdate;
  readonly originalOpenUntil: Date | undefined;
}

/** Throws `invalid_input` for what is no receipt, or none of this server, or leaves nothing to undo. */
export function readReceipt({ core, target }: Transport, receipt: Receipt): Undo {
  requireObject(core, receipt, "/receipt", "a receipt as an outcome carries it");
  const { server, rid, oldVisitorId, newVisitorId } = receipt;
  const openUntil: unknown = receipt.openUntil ?? null;
  requireText(core, server, "/receipt/server");
  if (server !== target.server) {
    const [path, found, expected] = ["/receipt/server", server, target.server] as const;
    throw codeError(core, "invalid_input", { path, found, expected });
  }
  if (oldVisitorId === newVisitorId) {
    const [path, found] = ["/receipt/newVisitorId", "the old visitor"] as const;
    throw codeError(core, "invalid_input", { path, found, expected: "another visitor" });
  }
  const originalOpenUntil = typeof openUntil === "string" ? new Date(openUntil) : undefined;
  if (Number.isNaN(originalOpenUntil?.getTime())) {
    const [path, found] = ["/receipt/openUntil", "no date"] as const;
    throw codeError(core, "invalid_input", { path, found, expected: "ISO 8601 or null" });
  }
  return {
    update: { rid, oldVisitorId: newVisitorId, newVisitorId: oldVisitorId },
    originalOpenUntil,
  };
}
