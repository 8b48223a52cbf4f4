// connect() and the calls of a connection. Every call takes an AbortSignal and tells what it waits for.
//
//   const chat = await connect({ server: "https://chat.example.com", credentials: () => session });
//   const preview = await chat.preview({ rid, newVisitorId });
//   const outcome = await chat.updateRoomVisitor(preview.update, { signal });
import { askAs } from "./ask.js";
import type { Capability, CurrentUser } from "./capability.js";
import { codeError } from "./code-error.js";
import type { ServerInfo } from "./core.js";
import {
  type ListPart,
  type Page,
  type RawVisitor,
  type RoomFilter,
  roomList,
  roomQuestion,
  type VisitorDocument,
  visitorDocument,
  visitorList,
} from "./documents.js";
import type { CallOptions } from "./effects.js";
import type { HistoryDamage, HistoryEntry, HistoryReason } from "./history.js";
import { loadCore } from "./load.js";
import { type Login, logIn, type LoginResult } from "./login.js";
import type { ConnectOptions } from "./options.js";
import type { Outcome, Receipt } from "./outcome.js";
import type { Preview, PreviewQuery } from "./preview.js";
import { readReceipt } from "./read-receipt.js";
import { recoverAll, type Recovered } from "./recovery.js";
import { requireObject, requireText } from "./require.js";
import { type RoomDocument, roomDocument } from "./room-document.js";
import { Transport } from "./transport.js";
import { runUpdate } from "./update-call.js";
import type { VisitorUpdate } from "./update.js";

/**
 * One workspace and one source of credentials; made by connect(). Calls that only read reject with
 * the server's refusal (`room_not_found`, `no_read_permission`, `not_logged_in`, …) or with what
 * prevented an answer; they wait for the rate limit, repeat when the line fails, and ask for other
 * credentials once.
 */
export class Connection {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The address of the workspace in its usual form. */
  get server(): string {
    return this.#transport.server;
  }

  /** Asks the server for its version, once per connection. */
  serverInfo(options: CallOptions = {}): Promise<ServerInfo> {
    return this.#transport.serverInfo(options.signal);
  }

  /**
   * Finds out what this workspace and user can do, by three readings and once per connection; an
   * answer that contradicts it makes the next call read again. Rejects only when cancelled.
   */
  check(options: CallOptions = {}): Promise<Capability> {
    return this.#transport.check(options);
  }

  /** Looks at a move before it is made: what would change, what would not, and what to know first. */
  async preview(query: PreviewQuery, options: CallOptions = {}): Promise<Preview> {
    const { rid, newVisitorId, oldVisitorId } = query;
    const { profile, permissions } = await this.#transport.check(options);
    const maySeeVisitors =
      permissions.find(({ permission }) => permission === "view-l-room")?.held ?? "not_known";
    const known = { profile, maySeeVisitors };
    const question = { ask: "preview", rid, newVisitorId, oldVisitorId, ...known };
    const { preview } = await askAs<{ readonly preview: RawPreview }>(
      this.#transport,
      question,
      options,
    );
    const { roomText, newVisitor, oldVisitor, ...others } = preview;
    return {
      ...others,
      room: roomText === null ? null : roomDocument(roomText),
      newVisitor: newVisitor === null ? null : visitorDocument(newVisitor),
      oldVisitor: oldVisitor === null ? null : visitorDocument(oldVisitor),
    };
  }

  /** Logs in; needs no credentials and keeps none. The provider may give what it resolves with. */
  logIn(login: Login, options: CallOptions = {}): Promise<LoginResult> {
    return logIn(this.#transport, login, options);
  }

  /** Ends the session of the credentials that the provider gives. */
  async logOut(options: CallOptions = {}): Promise<void> {
    await askAs(this.#transport, { ask: "logout" }, options);
    this.#transport.forget();
  }

  /** Who is logged in. */
  async me(options: CallOptions = {}): Promise<CurrentUser> {
    const reply = await askAs<{ readonly user: CurrentUser }>(
      this.#transport,
      { ask: "me" },
      options,
    );
    return reply.user;
  }

  /** Reads a room. */
  async roomInfo(
    query: { readonly rid: string },
    options: CallOptions = {},
  ): Promise<RoomDocument> {
    const question = { ask: "room", rid: query.rid };
    const reply = await askAs<{ readonly roomText: string }>(this.#transport, question, options);
    return roomDocument(reply.roomText);
  }

  /** Reads a visitor, its token hidden. */
  async visitorInfo(
    query: { readonly visitorId: string },
    options: CallOptions = {},
  ): Promise<VisitorDocument> {
    const question = { ask: "visitor", visitorId: query.visitorId };
    const reply = await askAs<{ readonly visitor: RawVisitor }>(this.#transport, question, options);
    return visitorDocument(reply.visitor);
  }

  /**
   * Finds visitors with exactly this e-mail address or telephone number, or with this text in name,
   * user name or custom fields. An empty term finds everybody.
   */
  async searchVisitors(
    query: Page & { readonly term: string },
    options: CallOptions = {},
  ): Promise<ListPart<VisitorDocument>> {
    const { term, count, offset } = query;
    const question = { ask: "visitors", term, count, offset };
    return visitorList(await askAs<ListPart<RawVisitor>>(this.#transport, question, options));
  }

  /** Lists live chats. */
  async rooms(filter: RoomFilter = {}, options: CallOptions = {}): Promise<ListPart<RoomDocument>> {
    return roomList(await askAs<ListPart<string>>(this.#transport, roomQuestion(filter), options));
  }

  /** The rooms of a visitor, latest first, for whoever may access the room `rid`. */
  async chatHistory(
    query: Page & { readonly rid: string; readonly visitorId: string },
    options: CallOptions = {},
  ): Promise<ListPart<RoomDocument>> {
    const { rid, visitorId, count, offset } = query;
    const question = { ask: "chatHistory", rid, visitorId, count, offset };
    return roomList(await askAs<ListPart<string>>(this.#transport, question, options));
  }

  /**
   * Moves a room to another visitor. Resolves with an outcome for every verdict, also when the call
   * was aborted. Whatever is not certain is read back; a write is repeated only after a reading that
   * shows the old visitor, a bounded number of times. Updates of one room wait for each other.
   */
  updateRoomVisitor(update: VisitorUpdate, options: CallOptions = {}): Promise<Outcome> {
    return runUpdate(this.#transport, update, options);
  }

  /**
   * Moves a room back to the visitor it had before. While a write of the original may still arrive it
   * waits for that time after its own success and reads the room once more. Rejects with
   * `invalid_input` for a receipt that cannot be undone: of another server, of one visitor, or of an
   * update that was refused.
   */
  async undo(receipt: Receipt, options: CallOptions = {}): Promise<Outcome> {
    const { signal, onProgress } = options;
    const { update, originalOpenUntil } = readReceipt(this.#transport, receipt);
    return runUpdate(this.#transport, update, { signal, onProgress, originalOpenUntil });
  }

  /**
   * Reads the rooms of updates whose end is not known, because an earlier page or program never heard
   * of it or because it could not read, and writes what it sees into the record. Sends nothing but
   * readings. An entry whose room cannot be read now stays as it is. `rid` looks at one room only.
   */
  async recover(
    options: CallOptions & { readonly rid?: string | undefined } = {},
  ): Promise<readonly Recovered[]> {
    const credentials = await this.#transport.credentials(options.signal);
    return recoverAll(this.#transport, credentials, options);
  }

  /** The record of this user's updates in this workspace, the latest first. */
  async history(
    query: { readonly limit?: number } = {},
    options: CallOptions = {},
  ): Promise<readonly HistoryEntry[]> {
    const { history, server } = this.#transport;
    if (history === undefined) return [];
    const { userId } = await this.#transport.credentials(options.signal);
    return this.#kept(history.list({ server, userId }, query.limit));
  }

  /** Forgets the closed entries of that record and says how many. */
  async clearHistory(options: CallOptions = {}): Promise<number> {
    const { history, server } = this.#transport;
    if (history === undefined) return 0;
    const { userId } = await this.#transport.credentials(options.signal);
    return this.#kept(history.clear({ server, userId }));
  }

  /** How the record is kept: `reason` says why only in memory; `damaged` what of it is unreadable. */
  async historyState(): Promise<HistoryState> {
    const { history } = this.#transport;
    if (history === undefined) return kNoHistory;
    const { durability, reason, reasonCode = null } = history;
    return { durability, reason, reasonCode, damaged: await this.#kept(history.damaged()) };
  }

  async #kept<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      throw codeError(this.#transport.core, "history_failed", { cause });
    }
  }
}

const kNoHistory: HistoryState = {
  durability: "none",
  reason: null,
  reasonCode: null,
  damaged: null,
};

/** How the record of updates is kept. */
export interface HistoryState {
  readonly durability: "durable" | "memory" | "none";
  readonly reason: string | null;
  /** The same for programs; null where the store gives none. */
  readonly reasonCode: HistoryReason | null;
  readonly damaged: HistoryDamage | null;
}

type RawPreview = Omit<Preview, "room" | "newVisitor" | "oldVisitor"> & {
  readonly roomText: string | null;
  readonly newVisitor: RawVisitor | null;
  readonly oldVisitor: RawVisitor | null;
};

/**
 * Prepares the calls to one workspace; sends nothing yet. Rejects with LoaderError, or with
 * CallerError `invalid_server_url`, `insecure_server_url` or `invalid_input`.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const given: unknown = options;
  const core = await loadCore(given instanceof Object ? options.wasm : undefined);
  requireObject(core, given, "", "{ server, credentials }");
  requireText(core, options.server, "/server", "the address of the workspace");
  // Checked although typed: callers in JavaScript pass the credentials themselves by mistake.
  const provider: unknown = options.credentials;
  if (typeof provider !== "function") {
    throw codeError(core, "invalid_input", {
      path: "/credentials",
      found: `a value of type ${typeof provider}`,
      expected: "a function that gives { userId, authToken }",
    });
  }
  const timeLimit: unknown = options.timeLimit ?? 1;
  if (typeof timeLimit !== "number" || !(timeLimit > 0 && timeLimit <= kLongestTimer)) {
    throw codeError(core, "invalid_input", {
      path: "/timeLimit",
      found: String(timeLimit),
      expected: `milliseconds above 0, at most ${String(kLongestTimer)}`,
    });
  }
  return new Connection(new Transport(core, options, options.history ?? undefined));
}

// What is longer, timers take for no time at all.
const kLongestTimer = 2 ** 31 - 1;
