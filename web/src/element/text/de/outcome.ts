// German: what is said about the verdict of a move.
import type { Translation } from "../catalogue.js";
import type { kOutcome as kEnglish } from "../en/outcome.js";

/** Messages about an outcome, by verdict and proof. */
export const kOutcome: Translation<"de", typeof kEnglish> = {
  "outcome.heading.applied": "Die Unterhaltung gehört dem neuen Besucher",
  "outcome.heading.refused": "Der Server hat abgelehnt; es hat sich nichts geändert",
  "outcome.heading.not_sent": "Es wurde nichts gesendet",
  "outcome.heading.unknown": "Es ist nicht bekannt, ob die Unterhaltung verschoben wurde",
  "outcome.lost":
    "Die Antwort auf die Verschiebung ging verloren oder war nicht eindeutig. Darum ist nicht bekannt, ob die Verschiebung ausgeführt wurde.",
  "outcome.notLookedUp": "Warum es sich nicht nachsehen ließ: {why}",
  "outcome.askWhoSees":
    "Fragen Sie jemanden, der diese Unterhaltung sehen darf, wem sie jetzt gehört, bevor sie erneut verschoben wird.",
  "outcome.proof.answer": "Die Antwort des Servers zeigt die Unterhaltung bei diesem Besucher.",
  "outcome.proof.read_back":
    "Die Unterhaltung wurde gelesen und gehört diesem Besucher; vielleicht nicht durch diese Anfrage.",
  "outcome.proof.wanted_state": "Die Unterhaltung gehörte schon diesem Besucher.",
  "outcome.lastSeen":
    "Als die Unterhaltung zuletzt gelesen wurde ({time}), war die ID ihres Besuchers {id}.",
  "outcome.callsLeft": {
    one: "Es bleibt {count} von {limit} Anfragen.",
    other: "Es bleiben {count} von {limit} Anfragen.",
  },
  "outcome.callsLeftUntil": {
    one: "Es bleibt {count} von {limit} Anfragen bis {time}.",
    other: "Es bleiben {count} von {limit} Anfragen bis {time}.",
  },
  "outcome.nextCall": "Die nächste Anfrage nimmt der Server um {time} an.",
  "outcome.deprecated": "Der Server meldet, dass diese Anfrage veraltet ist.",
  "outcome.deprecatedUntil":
    "Der Server meldet, dass diese Anfrage veraltet ist und mit Version {version} entfällt.",
  "outcome.serverText": "Wortlaut des Servers: {text}",
};
