// What the core's state machines say next, as data.
import type { Judgement, Meaning } from "./answer.js";
import type { HttpRequest } from "./http.js";

/** What a request of an update is for. */
export type RequestKind = "write" | "read_back" | "version";

/** Where any other request goes, in the server's words. */
export type Route =
  | "info"
  | "login"
  | "logout"
  | "me"
  | "permissions.listAll"
  | "rooms.info"
  | "livechat/rooms"
  | "livechat/visitors.info"
  | "livechat/visitors.search"
  | "livechat/visitors.chatHistory";

/** Why a call waits. */
export type WaitReason =
  | "answer"
  | "rate_limit"
  | "other_call"
  | "retry"
  | "read_again"
  | "credentials"
  | "original_write";

/** Hand a request to the network. */
export interface SendStep {
  readonly step: "send";
  readonly attempt: number;
  readonly kind: RequestKind | Route;
  readonly request: HttpRequest;
  readonly deadline: number;
}

/** What to do next, but for the end. */
export type Step =
  | SendStep
  | { readonly step: "abort"; readonly attempt: number }
  | { readonly step: "wait"; readonly until: number; readonly why: WaitReason }
  | { readonly step: "credentials" };

/** The end of an update as the core tells it; times are those of the monotonic clock. */
export interface End extends Judgement {
  readonly lastSeen: { readonly visitorId: string; readonly at: number } | null;
  readonly roomText: string | null;
  readonly openUntil: number | null;
}

/** The last step of an update. */
export interface UpdateDone {
  readonly step: "done";
  readonly outcome: End;
  readonly meaning: Meaning | null;
}

/** The last step of a question; `reply` has the members that json_tasks.h names. */
export interface QuestionDone {
  readonly step: "done";
  readonly reply: object;
}
