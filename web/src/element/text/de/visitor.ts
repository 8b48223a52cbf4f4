// German: the step "visitor".
import type { Translation } from "../catalogue.js";
import type { kVisitor as kEnglish } from "../en/visitor.js";

/** Messages of the step. */
export const kVisitor: Translation<"de", typeof kEnglish> = {
  "visitor.heading": "Wem soll sie gehören?",
  "visitor.conversation": "Unterhaltung: {title}",
  "visitor.owner": "Gehört jetzt {name}",
  "visitor.ownerNotKnown": "Wem sie jetzt gehört, ist nicht bekannt.",
  "visitor.change": "Andere Unterhaltung wählen",
  "visitor.chosenNow": "Gewählt: {name}",
  "visitor.goOn": "Verschiebung ansehen",
  "visitor.find": "Person suchen",
  "visitor.hint":
    "Ein Teil des Namens oder Benutzernamens, oder E-Mail-Adresse, Telefonnummer oder ID ganz. Mindestens drei Zeichen.",
  "visitor.short": "Geben Sie mindestens drei Zeichen ein und drücken Sie dann die Eingabetaste.",
  "visitor.typeMore": "Geben Sie mindestens drei Zeichen ein.",
  "visitor.long": "Das ist zu lang zum Suchen. Geben Sie höchstens 256 Zeichen ein.",
  "visitor.people": "Gefundene Personen",
  "visitor.start": "Während Sie tippen, erscheinen hier Personen.",
  "visitor.searching": "Suche läuft …",
  "visitor.found": { one: "{count} Person gefunden", other: "{count} Personen gefunden" },
  "visitor.part": "{shown} von {total} angezeigt. Geben Sie mehr ein, um die richtige zu finden.",
  "visitor.partOfUnknown":
    "Die ersten {shown} werden angezeigt. Geben Sie mehr ein, um die richtige zu finden.",
  "visitor.nobody": "Niemand gefunden für „{term}“.",
  "visitor.nobodyHint":
    "Von Namen genügt ein Teil. Eine E-Mail-Adresse oder Telefonnummer muss ganz sein, so wie sie eingetragen wurde.",
  "visitor.useTerm": "„{term}“ als ID verwenden",
  "visitor.show": "Liste zeigen",
  "visitor.noName": "Ohne Namen",
  "visitor.onlyId": "Nur die ID ist bekannt.",
  "visitor.id": "ID {id}",
  "visitor.lastActivity": "Zuletzt aktiv: {date}",
  "visitor.noActivity": "Zuletzt aktiv: nicht bekannt",
  "visitor.more": { one: "und {count} mehr", other: "und {count} mehr" },
  "visitor.disabled": "Deaktiviert: kann ab Version 6.5 keine Unterhaltung besitzen",
  "visitor.ownerNow": "Gehört jetzt dieser Person",
  "visitor.chosen": "Gewählt",
  "visitor.count": { one: "{count} Unterhaltung", other: "{count} Unterhaltungen" },
  "visitor.countPending": "Unterhaltungen: …",
  "visitor.countNotKnown": "Unterhaltungen: nicht bekannt",
  "visitor.countSaid": {
    one: "{name}: {count} Unterhaltung",
    other: "{name}: {count} Unterhaltungen",
  },
  "visitor.byId": "Nicht gefunden? Verwenden Sie eine ID",
  "visitor.byIdHint":
    "Die ID steht in der Kontaktkarte der Person. Ist die Person neu, muss sie zuerst jemand anlegen.",
  "visitor.idLabel": "ID der Person",
  "visitor.useId": "Diese ID verwenden",
  "visitor.looking": "Die ID wird nachgeschlagen …",
  "visitor.mayNotRead":
    "Sie dürfen in diesem Arbeitsbereich keine Personen nachschlagen. Fügen Sie stattdessen die ID der Person ein, oder bitten Sie Ihre Administration um die Berechtigung view-l-room.",
  "visitor.mayNotCheck":
    "Ob die ID stimmt, lässt sich hier nicht prüfen. Vergleichen Sie sie mit der Stelle, von der Sie sie kopiert haben.",
  "visitor.unread":
    "Sie dürfen keine Personen nachschlagen; darum wurde diese ID nicht geprüft: {id}",
  "visitor.useUnread": "Ungeprüft verwenden",
};
