// German: the step "history".
import type { Translation } from "../catalogue.js";
import type { kHistory as kEnglish } from "../en/history.js";

/** Messages of the step. */
export const kHistory: Translation<"de", typeof kEnglish> = {
  "history.heading": "Frühere Verschiebungen",
  "history.about":
    "Verschiebungen, die Sie von dieser Seite aus in diesem Arbeitsbereich gemacht haben. Der Server führt keine solche Liste.",
  "history.list": "Frühere Verschiebungen, neueste zuerst",
  "history.none": "Noch keine Verschiebungen.",
  "history.noneHint":
    "Sobald Sie eine Unterhaltung verschieben, steht sie hier und kann zurückverschoben werden.",
  "history.loading": "Frühere Verschiebungen werden geladen …",
  "history.found": {
    one: "{count} frühere Verschiebung.",
    other: "{count} frühere Verschiebungen.",
  },
  "history.range": {
    one: "{from} bis {to} von {count} Verschiebung",
    other: "{from} bis {to} von {count} Verschiebungen",
  },
  "history.pages": "Seiten",
  "history.previous": "Neuere Verschiebungen",
  "history.next": "Ältere Verschiebungen",

  "history.interrupted": {
    one: "{count} frühere Verschiebung wurde unterbrochen.",
    other: "{count} frühere Verschiebungen wurden unterbrochen.",
  },
  "history.look": "Frühere Verschiebungen ansehen",

  "history.badge.applied": "Verschoben",
  "history.badge.refused": "Abgelehnt",
  "history.badge.not_sent": "Nicht gesendet",
  "history.badge.unknown": "Nicht bekannt",
  "history.badge.open": "Unterbrochen",
  "history.badge.underWay": "Läuft",

  "history.conversation": "Unterhaltung {rid}",
  "history.fromTo": "Von Besucher {from} zu Besucher {to}",
  "history.what.underWay": "Diese Verschiebung läuft gerade.",
  "history.what.open":
    "Die Seite wurde geschlossen, bevor das Ergebnis bekannt war, oder die Verschiebung läuft in einem anderen Fenster.",
  "history.what.answer": "Der Server hat die Verschiebung bestätigt.",
  "history.what.readBack":
    "Danach gelesen ({date}): Die Unterhaltung gehört dem neuen Besucher, vielleicht nicht allein durch diese Verschiebung.",
  "history.what.recovered":
    "Später noch einmal nachgesehen ({date}): Die Unterhaltung gehört dem neuen Besucher, vielleicht nicht allein durch diese Verschiebung.",
  "history.what.wanted": "Die Unterhaltung gehörte schon diesem Besucher.",
  "history.what.notSent": "Es wurde nichts gesendet.",
  "history.what.refused": "Der Server hat abgelehnt: {reason}",
  "history.what.refusedCode": "Der Server hat abgelehnt, Kennung {code}.",
  "history.what.unknown": "Noch weiß niemand, ob die Unterhaltung verschoben wurde.",
  "history.what.seenOld":
    "Als sie zuletzt gelesen wurde ({date}), gehörte die Unterhaltung noch dem bisherigen Besucher.",
  "history.what.seenOther":
    "Als sie zuletzt gelesen wurde ({date}), gehörte die Unterhaltung dem Besucher {visitor}.",
  "history.again": "Eine spätere Verschiebung dieser Unterhaltung steht auch in der Liste.",

  "history.undo": "Zurückverschieben",
  "history.undoLabel": "Zurückverschieben: Unterhaltung {rid} zu Besucher {from}",
  "history.undoing": "Die Unterhaltung wird zurückverschoben …",
  "history.undone": "Die Unterhaltung wurde zurückverschoben.",
  "history.undoRefused": "Die Unterhaltung wurde nicht zurückverschoben.",
  "history.undoUnknown": "Es ist nicht bekannt, ob die Unterhaltung zurückverschoben wurde.",
  "history.undoVetoed": "Diese Seite hat das Zurückverschieben nicht erlaubt.",
  "history.undoNotKept": "Das Ergebnis konnte nicht in diese Liste geschrieben werden.",
  "history.use": "Diese Unterhaltung verwenden",
  "history.useLabel": "Diese Unterhaltung verwenden: {rid}",

  "history.unsettled": {
    one: "Von {count} Verschiebung ist das Ergebnis nicht bekannt.",
    other: "Von {count} Verschiebungen ist das Ergebnis nicht bekannt.",
  },
  "history.unsettledHint": "Zur Prüfung werden diese Unterhaltungen gelesen. Geändert wird nichts.",
  "history.check": "Noch einmal prüfen",
  "history.checking":
    "Unterhaltungen, deren Verschiebung kein bekanntes Ergebnis hat, werden gelesen …",
  "history.checked": {
    one: "{count} Verschiebung wurde noch einmal geprüft.",
    other: "{count} Verschiebungen wurden noch einmal geprüft.",
  },
  "history.checkedLeft": {
    one: "Von {count} Verschiebung ist das Ergebnis weiter nicht bekannt.",
    other: "Von {count} Verschiebungen ist das Ergebnis weiter nicht bekannt.",
  },

  "history.saveCsv": "Als CSV speichern",
  "history.saveJson": "Als JSON speichern",
  "history.forget": "Abgeschlossene Verschiebungen vergessen …",
  "history.forgetAsk": {
    one: "{count} abgeschlossene Verschiebung vergessen? Sie kann dann von hier aus nicht mehr zurückverschoben werden.",
    other:
      "{count} abgeschlossene Verschiebungen vergessen? Sie können dann von hier aus nicht mehr zurückverschoben werden.",
  },
  "history.forgetUnknown": {
    one: "Von {count} davon ist das Ergebnis nicht bekannt.",
    other: "Von {count} davon ist das Ergebnis nicht bekannt.",
  },
  "history.forgetYes": {
    one: "{count} Verschiebung vergessen",
    other: "{count} Verschiebungen vergessen",
  },
  "history.forgetNo": "Behalten",
  "history.forgotten": {
    one: "{count} Verschiebung wurde vergessen.",
    other: "{count} Verschiebungen wurden vergessen.",
  },

  "history.memory":
    "Diese Verschiebungen bleiben nur gemerkt, bis diese Seite geschlossen wird. Speichern Sie die Liste, wenn Sie sie brauchen.",
  "history.noRecord": "Diese Seite führt keine Liste der Verschiebungen.",
  "history.reason.no_database": "In diesem Browser gibt es keine Datenbank.",
  "history.reason.forbidden": "Der Browser lässt diese Seite keine Daten behalten.",
  "history.reason.no_storage":
    "Der Browser behält für dieses Fenster keine Daten. Vielleicht ist es ein privates.",
  "history.reason.full": "Für Daten dieser Seite ist kein Platz mehr.",
  "history.reason.not_answering":
    "Die Datenbank des Browsers antwortet nicht. Es kann helfen, andere Tabs dieser Seite zu schließen.",
  "history.reason.newer_version":
    "Eine neuere Version dieser Seite hat die Datenbank geändert. Es kann helfen, die Seite neu zu laden.",
  "history.damaged": {
    one: "{count} Eintrag der Liste ist nicht lesbar und wird nicht angezeigt.",
    other: "{count} Einträge der Liste sind nicht lesbar und werden nicht angezeigt.",
  },
  "history.damagedWhere": "Wo",
};
