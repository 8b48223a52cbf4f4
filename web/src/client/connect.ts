// connect() and the calls of a connection. Every call takes an AbortSignal.
//
//   const chat = await connect({ server: "https://chat.example.com", credentials: () => session });
//   const outcome = await chat.updateRoomVisitor({ rid, oldVisitorId, newVisitorId }, { signal });
import { codeError } from "./code-error.js";
import type { ServerInfo } from "./core.js";
import { loadCore, replyError, unwrap } from "./load.js";
import type { Progress } from "./effects.js";
import { maskedError } from "./mask-secrets.js";
import type { ConnectOptions } from "./options.js";
import type { Outcome, Receipt } from "./outcome.js";
import { readReceipt } from "./read-receipt.js";
import { requireObject, requireText } from "./require.js";
import { type RoomDocument, roomDocument } from "./room-document.js";
import { Transport } from "./transport.js";
import { runUpdate } from "./update-call.js";
import type { VisitorUpdate } from "./update.js";

/** Options of every call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Options of the calls that change something. */
export interface UpdateCallOptions extends CallOptions {
  /** Called with what the update does next: what is sent, what is waited for, and for how long. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** One workspace and one source of credentials; made by connect(). */
export class Connection {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Asks the server for its version, once per connection. Rejects with a typed error. */
  serverInfo(options: CallOptions = {}): Promise<ServerInfo> {
    return this.#transport.serverInfo(options.signal);
  }

  /**
   * Reads a room. Rejects with the server's refusal (`room_not_found`, `room_access_denied`,
   * `not_logged_in`, …), or with what prevented an answer.
   */
  async roomInfo(
    query: { readonly rid: string },
    options: CallOptions = {},
  ): Promise<RoomDocument> {
    const { core, target } = this.#transport;
    const credentials = await this.#transport.credentials(options.signal);
    const { request } = unwrap(core.roomInfoRequest(query.rid, target, credentials));
    const { status, headers, body } = await this.#transport.read(request, options.signal);
    const reply = core.readRoomInfo({ status, headers, roomId: query.rid }, body);
    if (!reply.ok) throw maskedError(replyError(reply), [credentials.authToken]);
    return roomDocument(reply.roomText);
  }

  /**
   * Moves a room to another visitor. Resolves with an outcome for every verdict, also when the call
   * was aborted. Whatever is not certain is read back; a write is repeated only after a reading that
   * shows the old visitor, a bounded number of times.
   */
  updateRoomVisitor(update: VisitorUpdate, options: UpdateCallOptions = {}): Promise<Outcome> {
    const { signal, onProgress } = options;
    return runUpdate(this.#transport, update, { signal, onProgress });
  }

  /**
   * Moves a room back to the visitor it had before. While a write of the original may still arrive it
   * waits for that time after its own success and reads the room once more. Rejects with
   * `invalid_input` for a receipt that cannot be undone: of another server, or of one visitor.
   */
  async undo(receipt: Receipt, options: UpdateCallOptions = {}): Promise<Outcome> {
    const { signal, onProgress } = options;
    const { update, originalOpenUntil } = readReceipt(this.#transport, receipt);
    return runUpdate(this.#transport, update, { signal, onProgress, originalOpenUntil });
  }
}

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
  const transport = new Transport(core, options);
  unwrap(core.serverInfoRequest(transport.target));
  return new Connection(transport);
}

// What is longer, timers take for no time at all.
const kLongestTimer = 2 ** 31 - 1;
