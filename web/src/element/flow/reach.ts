// Which steps can be gone to.
import type { ConversationFlow } from "./conversation-flow.js";
import type { MoveFlow } from "./move-flow.js";
import type { Step } from "./place.js";
import type { SessionFlow } from "./session-flow.js";
import type { VisitorFlow } from "./visitor-flow.js";

/** What decides that. */
export interface Reached {
  readonly session: Pick<SessionFlow, "ready" | "chat" | "capability">;
  readonly conversation: Pick<ConversationFlow, "chosen">;
  readonly visitor: Pick<VisitorFlow, "chosen">;
  readonly move: Pick<MoveFlow, "settled">;
}

/** Whether what a step needs is there. */
export function isReachable(
  step: Step,
  { session, conversation, visitor, move }: Reached,
): boolean {
  switch (step) {
    case "connect":
      return true;
    case "conversation":
      return session.ready;
    case "history":
      return session.chat !== null && session.capability !== null;
    case "visitor":
      return session.ready && conversation.chosen !== null;
    case "preview":
      return session.ready && conversation.chosen !== null && visitor.chosen !== null;
    case "result":
      return session.ready && move.settled !== null;
  }
}
