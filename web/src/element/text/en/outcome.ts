// English: what is said about the verdict of a move.
import type { Messages } from "../catalogue.js";

/** Messages about an outcome, by verdict and proof. */
export const kOutcome = {
  "outcome.heading.applied": "The conversation belongs to the new visitor",
  "outcome.heading.refused": "The server refused; nothing was changed",
  "outcome.heading.not_sent": "Nothing was sent",
  "outcome.heading.unknown": "It is not known whether the conversation was moved",
  "outcome.lost":
    "The answer to the move was lost or was not clear, so it is not known whether the move was made.",
  "outcome.notLookedUp": "Why it could not be looked up: {why}",
  "outcome.askWhoSees":
    "Ask somebody who may see this conversation whose it is now, before it is moved again.",
  "outcome.proof.answer": "The server's answer shows the conversation with this visitor.",
  "outcome.proof.read_back":
    "The conversation was read and has this visitor; perhaps not by this call.",
  "outcome.proof.wanted_state": "The conversation already had this visitor.",
  "outcome.lastSeen":
    "When the conversation was last read ({time}), the id of its visitor was {id}.",
  "outcome.callsLeft": {
    one: "{count} of {limit} calls is left.",
    other: "{count} of {limit} calls are left.",
  },
  "outcome.callsLeftUntil": {
    one: "{count} of {limit} calls is left until {time}.",
    other: "{count} of {limit} calls are left until {time}.",
  },
  "outcome.nextCall": "The server takes the next call at {time}.",
  "outcome.deprecated": "The server says that this call is deprecated.",
  "outcome.deprecatedUntil":
    "The server says that this call is deprecated and ends with version {version}.",
  "outcome.serverText": "The server's words: {text}",
} as const satisfies Messages;
