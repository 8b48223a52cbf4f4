// Updates of which a page or program never heard the end: the room is read, nothing is sent again.
import { carry, sentBy } from "./carry.js";
import { codeError } from "./code-error.js";
import { type CallOptions, effectsOf } from "./effects.js";
import type { History, HistoryEntry } from "./history.js";
import type { Credentials } from "./http.js";
import type { Outcome } from "./outcome.js";
import { endOf, liveEntries } from "./record.js";
import { startUpdate } from "./task.js";
import type { Transport } from "./transport.js";

/** An entry that was open, with what is known of it now. */
export interface Recovered {
  readonly entry: HistoryEntry;
  readonly outcome: Outcome;
}

/** Reads the room of each open or unknown entry of this user again, or of those of one room, and writes what it shows. */
export async function recoverAll(
  transport: Transport,
  credentials: Credentials,
  options: CallOptions & { readonly rid?: string | undefined },
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  const { rid } = options;
  for (const entry of await unsettled(transport, credentials)) {
    if (rid !== undefined && entry.rid !== rid) continue;
    throwIfCancelled(transport, options);
    recovered.push(await recover(transport, entry, credentials, options));
  }
  return recovered;
}

/**
 * The same for one room, before anything is sent for it again; only what an earlier page left open.
 * Rejects with the error of a reading that failed: what is not known is to be known first.
 */
export async function recoverRoom(
  transport: Transport,
  rid: string,
  credentials: Credentials,
  options: CallOptions,
): Promise<void> {
  const { userId } = credentials;
  const known = leftBehind.get(transport) ?? new Map<string, readonly HistoryEntry[]>();
  leftBehind.set(transport, known);
  if (!known.has(userId)) {
    const open = await leftOpen(transport, credentials);
    // A call for another room may have listed them meanwhile, and looked at some.
    if (!known.has(userId)) known.set(userId, open);
  }
  const ofRoom = known.get(userId)?.filter((entry) => entry.rid === rid) ?? [];
  for (const entry of ofRoom) {
    const { outcome } = await recover(transport, entry, credentials, options);
    if (outcome.error !== undefined && !isLookedAt(outcome)) {
      throwIfCancelled(transport, options);
      throw outcome.error;
    }
    known.set(userId, known.get(userId)?.filter(({ id }) => id !== entry.id) ?? []);
  }
}

function throwIfCancelled({ core }: Transport, { signal }: CallOptions): void {
  if (signal?.aborted === true) throw codeError(core, "cancelled", { cause: signal.reason });
}

// What was open when a connection was first used by a user, less what was looked at since: what is
// opened later is this program's own.
const leftBehind = new WeakMap<Transport, Map<string, readonly HistoryEntry[]>>();

async function leftOpen(
  transport: Transport,
  credentials: Credentials,
): Promise<readonly HistoryEntry[]> {
  return (await unsettled(transport, credentials)).filter(({ end }) => end === null);
}

// Open, or unknown; what is under way here will tell its end itself.
async function unsettled(
  transport: Transport,
  { userId }: Credentials,
): Promise<readonly HistoryEntry[]> {
  const { history, server } = transport;
  if (history === undefined) return [];
  const entries = await listed(transport, history, { server, userId });
  return entries.filter(
    ({ id, end }) => (end === null || end.verdict === "unknown") && !liveEntries.has(id),
  );
}

async function listed(
  { core }: Transport,
  history: History,
  owner: { readonly server: string; readonly userId: string },
): Promise<readonly HistoryEntry[]> {
  try {
    return await history.list(owner);
  } catch (cause) {
    throw codeError(core, "history_failed", { cause });
  }
}

async function recover(
  transport: Transport,
  entry: HistoryEntry,
  credentials: Credentials,
  options: CallOptions,
): Promise<Recovered> {
  const { core, target, effects, timeLimit, history } = transport;
  const { rid, oldVisitorId, newVisitorId } = entry;
  const update = { rid, oldVisitorId, newVisitorId };
  const since = transport.now() ?? new Date(entry.startedAt);
  const setup = { target, credentials, profile: undefined, attemptLimit: Math.ceil(timeLimit) };
  const sent = sentBy(update, credentials, since);
  const task = startUpdate(core, update, { ...setup, onlyRead: true }, effects.now);
  const ownEffects = effectsOf(transport, options, ({ userId, authToken }) => {
    sent.userId = userId;
    sent.secrets.push(authToken);
  });
  const outcome = await carry(transport, task, sent, ownEffects, options);
  if (isLookedAt(outcome)) {
    try {
      await history?.close(entry.id, endOf(outcome, since, true));
    } catch (cause) {
      return {
        entry,
        outcome: { ...outcome, notRecorded: codeError(core, "history_failed", { cause }) },
      };
    }
  }
  return { entry, outcome };
}

// Cancelled, or nobody could read: it stays open, to be looked at again.
function isLookedAt({ verdict, lastSeen, error }: Outcome): boolean {
  return verdict === "applied" || lastSeen !== undefined || kSettled.has(error.code);
}

// Reading again would bring the same.
const kSettled: ReadonlySet<string> = new Set([
  "room_not_found",
  "room_access_denied",
  "room_archived",
]);
