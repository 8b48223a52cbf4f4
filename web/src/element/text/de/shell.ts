// German: what stands round the steps, and what every step shares.
import type { Translation } from "../catalogue.js";
import type { kShell as kEnglish } from "../en/shell.js";

/** Messages of the shell. */
export const kShell: Translation<"de", typeof kEnglish> = {
  "shell.steps": "Schritte",
  "shell.step.connect": "Verbinden",
  "shell.step.conversation": "Unterhaltung",
  "shell.step.visitor": "Besucher",
  "shell.step.preview": "Vorschau",
  "shell.step.result": "Ergebnis",
  "shell.step.history": "Frühere Verschiebungen",
  "shell.loading": "Wird geladen …",
  "shell.cancel": "Abbrechen",
  "shell.tryAgain": "Noch einmal versuchen",
  "shell.error": "Fehler:",
  "shell.warning": "Bitte prüfen:",
  "shell.whatToDo": "Was Sie tun können:",
  "shell.checkNetwork":
    "Prüfen Sie Ihr Netz und die Adresse des Arbeitsbereichs, und versuchen Sie es dann noch einmal.",
  "shell.tryLater":
    "Warten Sie einen Moment, und versuchen Sie es dann noch einmal. Wenn es so bleibt, fragen Sie Ihre Administration.",
  "shell.found": "Technische Angabe: {found}.",
  "shell.code": "Kennung: {code}",
  "shell.fault": "In der Seite ist ein Fehler aufgetreten, und sie hat ihre Arbeit abgebrochen.",
  "shell.faultRemedy":
    "Falls gerade eine Unterhaltung verschoben wurde, sehen Sie unter „Frühere Verschiebungen“ nach, bevor Sie sie erneut verschieben.",
  "wait.until": "{why}. Weiter um {time}, noch {duration}.",
  "wait.untilSaid": "{why}. Weiter um {time}.",
  "wait.answer": "Der Server hat noch nicht geantwortet",
  "wait.rate_limit": "Der Server nimmt im Moment keine weiteren Anfragen an",
  "wait.other_call": "Zuerst muss eine andere Anfrage beantwortet werden",
  "wait.retry": "Der letzte Versuch hat nicht geklappt",
  "wait.read_again": "Die Unterhaltung konnte nicht gelesen werden",
  "wait.original_write": "Eine frühere Anfrage kann noch ankommen",
};
