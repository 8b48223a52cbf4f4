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
export function readReceipt({ core, server: ours }: Transport, receipt: Receipt): Undo {
  requireObject(core, receipt, "/receipt", "a receipt as an outcome carries it");
  const { server, rid, oldVisitorId, newVisitorId, verdict } = receipt;
  const openUntil: unknown = receipt.openUntil ?? null;
  requireText(core, server, "/receipt/server");
  if (server.replace(/\/$/, "") !== ours) {
    const [path, found] = ["/receipt/server", server] as const;
    throw codeError(core, "invalid_input", { path, found, expected: ours });
  }
  if (verdict !== "applied" && verdict !== "unknown") {
    const [path, found] = ["/receipt/verdict", verdict] as const;
    throw codeError(core, "invalid_input", { path, found, expected: "applied or unknown" });
  }
  if (oldVisitorId === newVisitorId) {
    const [path, found] = ["/receipt/newVisitorId", "the old visitor"] as const;
    throw codeError(core, "invalid_input", { path, found, expected: "another visitor" });
  }
  const originalOpenUntil = openUntil === null ? undefined : dateOf(openUntil);
  if (originalOpenUntil === null) {
    const [path, found] = ["/receipt/openUntil", "no date"] as const;
    throw codeError(core, "invalid_input", { path, found, expected: "ISO 8601 or null" });
  }
  return {
    update: { rid, oldVisitorId: newVisitorId, newVisitorId: oldVisitorId },
    originalOpenUntil,
  };
}

function dateOf(text: unknown): Date | null {
  const date = typeof text === "string" ? new Date(text) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
