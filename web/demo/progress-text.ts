// What an update is doing just now, in a sentence.
import type { Progress, WaitReason } from "../src/index.js";

/** Null: nothing new to say. `duration` words a number of seconds. */
export function progressText(
  progress: Progress,
  duration: (seconds: number) => string | undefined,
): string | null {
  if (progress.step === "credentials") return "Logging in again…";
  if (progress.step === "send") return kSending[progress.kind] ?? "Asking the server…";
  const words = kWaiting[progress.why];
  if (words === null) return null;
  const seconds = Math.ceil(progress.forMs / 1000);
  return `${words}; going on in at most ${duration(seconds) ?? `${String(seconds)} s`}…`;
}

const kSending: Readonly<Partial<Record<string, string>>> = {
  write: "Sending the update…",
  read_back: "Reading the room to see whether it was moved…",
  "rooms.info": "Reading the room…",
  version: "Asking the server for its version…",
  info: "Asking the server for its version…",
};

const kWaiting: Readonly<Record<WaitReason, string | null>> = {
  answer: null,
  credentials: null,
  rate_limit: "The server takes no more calls for now",
  other_call: "Another call has to be answered first",
  retry: "The room still belongs to the old visitor",
  read_again: "The room could not be read",
  original_write: "An earlier request may still arrive",
};
