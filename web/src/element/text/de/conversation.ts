// German: the step "conversation".
import type { Translation } from "../catalogue.js";
import type { kConversation as kEnglish } from "../en/conversation.js";

/** Messages of the step. */
export const kConversation: Translation<"de", typeof kEnglish> = {
  "conversation.heading": "Welche Unterhaltung?",
  "conversation.ways": "So finden Sie sie",
  "conversation.way.list": "In der Liste",
  "conversation.way.visitor": "Über den Besucher",
  "conversation.way.id": "Über ID oder Adresse",
  "conversation.search": "Suchen",
  "conversation.chosen": "Gewählte Unterhaltung",
  "conversation.goOn": "Mit dieser Unterhaltung weiter",
  "conversation.change": "Ändern",

  "conversation.titleLabel": "Teil des Titels",
  "conversation.titleShort":
    "Danach wurde noch nicht gesucht: Geben Sie mindestens drei Zeichen ein oder drücken Sie „Suchen“.",
  "conversation.agentLabel": "Agent",
  "conversation.everybody": "Alle",
  "conversation.me": "Ich ({name})",
  "conversation.agentHint":
    "Agenten stehen hier, sobald eine ihrer Unterhaltungen angezeigt wurde.",
  "conversation.stateLabel": "Zustand",
  "conversation.state.all": "Alle",
  "conversation.state.open": "Offen",
  "conversation.state.closed": "Geschlossen",
  "conversation.state.queued": "In der Warteschlange",
  "conversation.state.hold": "Zurückgestellt",
  "conversation.ownOnly":
    "Sie sehen nur die Unterhaltungen, die Sie betreuen. Um auch die anderer zu sehen, bitten Sie Ihre Administration um die Berechtigung {permission}.",
  "conversation.notAllowed":
    "Sie dürfen hier keine Unterhaltungen und Besucher nachschlagen. Bitten Sie Ihre Administration um die Berechtigung {permission}.",
  "conversation.notAllowedRoles": "Rollen, die sie haben: {roles}.",
  "conversation.idInstead": "Fügen Sie bis dahin die ID oder die Adresse der Unterhaltung ein.",
  "conversation.useId": "ID oder Adresse einfügen",

  "conversation.list": "Unterhaltungen",
  "conversation.range": "{from}–{to} von {total}",
  "conversation.rangeOpen": "{from}–{to}",
  "conversation.previous": "Vorige",
  "conversation.next": "Nächste",
  "conversation.refresh": "Aktualisieren",
  "conversation.reading": "Unterhaltungen werden gelesen …",
  "conversation.notRead": "Es wurde noch nichts gelesen.",
  "conversation.none": "Keine Unterhaltung passt.",
  "conversation.noneHint":
    "Versuchen Sie es mit weniger Buchstaben, einem anderen Agenten oder einem anderen Zustand.",
  "conversation.noneOfVisitor": "Diese Person hat keine Unterhaltung, die Sie sehen dürfen.",
  "conversation.pastEnd": "Die Liste ist kürzer geworden: Auf dieser Seite steht nichts mehr.",
  "conversation.toLast": "Zur letzten Seite",

  "conversation.column.title": "Titel",
  "conversation.column.visitor": "Besucher",
  "conversation.column.agent": "Agent",
  "conversation.column.state": "Zustand",
  "conversation.column.last": "Letzte Nachricht",
  "conversation.column.messages": "Nachrichten",
  "conversation.column.id": "ID",
  "conversation.column.started": "Begonnen",
  "conversation.untitled": "Ohne Titel",
  "conversation.unknown": "Nicht bekannt",
  "conversation.nobody": "Niemand",

  "conversation.ofPerson": "Unterhaltungen von {name}",
  "conversation.otherPeople": "Zurück zu den Besuchern",
  "conversation.noLastChat":
    "Der Server nennt keine Unterhaltung von {name}; darum lassen sich die anderen von hier aus nicht auflisten.",
  "conversation.refusedHint":
    "Die Unterhaltungen eines Besuchers lassen sich nur auflisten, wenn Sie die neueste sehen dürfen.",

  "conversation.idLabel": "ID oder Adresse der Unterhaltung",
  "conversation.idHint":
    "Zum Beispiel {id} oder die Adresse im Browser der Person, die sie betreut.",
  "conversation.lookUp": "Nachschlagen",
  "conversation.lookingUp": "Die Unterhaltung wird gelesen …",
  "conversation.idRead": "Die ID in dieser Adresse: {id}",
  "conversation.noId": "Diese Adresse nennt keine Livechat-Unterhaltung.",
  "conversation.noIdRemedy":
    "Öffnen Sie die Unterhaltung im Browser und kopieren Sie die Adresse dann noch einmal.",
  "conversation.otherServer":
    "Diese Adresse gehört zu {host}, und Sie sind mit {server} verbunden. Prüfen Sie, ob es der richtige Arbeitsbereich ist.",
  "conversation.found": "Gefunden: {title}",
  "conversation.notLiveChat":
    "Das ist keine Livechat-Unterhaltung. Der Server verschiebt nur solche.",
  "conversation.useAnyway": "Diese ID trotzdem verwenden",
  "conversation.choose": "Diese Unterhaltung wählen",
};
