// The package's entry: moves one omnichannel room to another visitor, safely. Importing has no
// effect; the WebAssembly module is loaded by the first load() or connect().
export type {
  Answer,
  Change,
  Deprecation,
  ErrorRow,
  FailureKind,
  Judgement,
  Meaning,
  Profile,
  RateLimit,
} from "./client/answer.js";
export type { ServerInfo } from "./client/core.js";
export {
  type CallOptions,
  connect,
  type Connection,
  type UpdateCallOptions,
} from "./client/connect.js";
export type { Progress } from "./client/effects.js";
export type { Credentials, Header, HeadersLike, HttpRequest } from "./client/http.js";
export { type AnswerContext, load, type RoomVisitor } from "./client/load.js";
export type { ConnectOptions, CredentialsProvider } from "./client/options.js";
export type {
  AppliedOutcome,
  LastSeen,
  NotSentOutcome,
  Outcome,
  Proof,
  Receipt,
  UnappliedOutcome,
  Verdict,
} from "./client/outcome.js";
export type {
  Message,
  ReplyTimes,
  Room,
  RoomMetrics,
  RoomSource,
  UserReference,
  Visitor,
  VisitorReference,
} from "./client/room.js";
export type { RequestKind, WaitReason } from "./client/reassignment.js";
export type { RoomDocument } from "./client/room-document.js";
export type { Timers } from "./client/send.js";
export type { Validation, VisitorUpdate } from "./client/update.js";
export {
  CallerError,
  type ErrorData,
  type ErrorFamily,
  isCallerError,
  isLoaderError,
  isRoomVisitorError,
  isServerError,
  isWorldError,
  type Issue,
  LoaderError,
  RoomVisitorError,
  ServerError,
  WorldError,
} from "./errors.js";
export type { LoadOptions } from "./wasm/source.js";
