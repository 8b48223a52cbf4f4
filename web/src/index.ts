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
export type {
  Capability,
  CurrentUser,
  Known,
  PermissionCheck,
  Replacement,
} from "./client/capability.js";
export type { Connection, HistoryState } from "./client/connect.js";
export type { ServerInfo } from "./client/core.js";
export type { DateRange, ListPart, Page, RoomFilter, VisitorDocument } from "./client/documents.js";
export type { CallOptions, Progress } from "./client/effects.js";
export type {
  History,
  HistoryDamage,
  HistoryEnd,
  HistoryEntry,
  HistoryReason,
  HistoryOwner,
} from "./client/history.js";
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
export type { Login, LoginResult, SecondFactor } from "./client/login.js";
export type { NotChecked, Preview, PreviewNote, PreviewQuery } from "./client/preview.js";
export { receiptOf } from "./client/receipt-of.js";
export type { Recovered } from "./client/recovery.js";
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
export type { RequestKind, Route, WaitReason } from "./client/steps.js";
export type { RoomDocument } from "./client/room-document.js";
export type { Timers } from "./client/send.js";
export type { Validation, VisitorUpdate } from "./client/update.js";
export { connect } from "./connect.js";
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
export { historyToCsv, historyToJson } from "./store/export-history.js";
export { memoryHistory } from "./store/memory-history.js";
export { openHistory, type OpenHistoryOptions } from "./store/open-history.js";
export type { LoadOptions } from "./wasm/source.js";
