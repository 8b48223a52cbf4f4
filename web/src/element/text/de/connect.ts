// German: the step "connect".
import type { Translation } from "../catalogue.js";
import type { kConnect as kEnglish } from "../en/connect.js";

/** Messages of the step. */
export const kConnect: Translation<"de", typeof kEnglish> = {
  "connect.heading": "Mit Ihrem Arbeitsbereich verbinden",
  "connect.server": "Adresse des Arbeitsbereichs",
  "connect.serverHint": "Zum Beispiel https://chat.example.com",
  "connect.way": "Wie möchten Sie sich anmelden?",
  "connect.byPassword": "Benutzername und Passwort",
  "connect.byToken": "Benutzer-ID und Token",
  "connect.user": "Benutzername oder E-Mail-Adresse",
  "connect.password": "Passwort",
  "connect.userId": "Benutzer-ID",
  "connect.authToken": "Token",
  "connect.tokenHint":
    "Im Arbeitsbereich: Mein Konto, dann Persönliche Zugriffstoken. Es wird nur behalten, bis diese Seite geschlossen wird.",
  "connect.reveal": "Anzeigen",
  "connect.revealName": "Anzeigen: {name}",
  "connect.logInAt": "Was Sie eingeben, geht an {server} und sonst nirgendwohin.",
  "connect.logIn": "Anmelden",
  "connect.connect": "Verbinden",
  "connect.code": "Code",
  "connect.codeOfApp": "Geben Sie den Code ein, den Ihre Authentifizierungs-App anzeigt.",
  "connect.codeByMail": "Geben Sie den Code ein, den der Arbeitsbereich Ihnen per E-Mail schickt.",
  "connect.codeSent": "Ein Code wurde an Ihre E-Mail-Adresse geschickt. Geben Sie ihn hier ein.",
  "connect.codeIsPassword": "Geben Sie Ihr Passwort noch einmal ein.",
  "connect.codeOther":
    "Der Arbeitsbereich verlangt einen zweiten Nachweis ({method}). Geben Sie dessen Code ein.",
  "connect.codeFor": "Anmeldung als {user}",
  "connect.newCode":
    "Kein Code da? Gehen Sie zurück und melden Sie sich neu an, um einen neuen zu bekommen.",
  "connect.otherLogin": "Zurück zur Anmeldung",
  "connect.connecting": "Verbindung wird hergestellt …",
  "connect.askingPage": "Diese Seite soll Sie anmelden; es wird darauf gewartet …",
  "connect.loggingIn": "Anmeldung läuft …",
  "connect.loggingOut": "Abmeldung läuft …",
  "connect.checking": "Es wird geprüft, was Sie tun können …",
  "connect.checkAgain": "Noch einmal prüfen",
  "connect.continue": "Weiter zu den Unterhaltungen",
  "connect.logOut": "Abmelden",
  "connect.forgetToken": "Dieses Token vergessen",
  "connect.moveUnderWay":
    "Gerade wird eine Unterhaltung verschoben. Warten Sie das Ergebnis ab, bevor Sie gehen.",
  "connect.notToldServer":
    "Sie sind hier abgemeldet, aber der Server konnte nicht benachrichtigt werden. Vielleicht behält er die Sitzung, bis sie abläuft.",
  "connect.otherUser":
    "Diese Seite hat jemand anderen angemeldet; was vorher offen war, wurde geschlossen. Verbinden Sie sich, um weiterzumachen.",
  "connect.pageGaveNone": "Diese Seite hat Sie nicht angemeldet.",
  "connect.pageGaveWrong": "Der Server nimmt die Anmeldung dieser Seite nicht an.",
  "connect.pageGaveUnusable":
    "Die Seite um dieses Widget herum hat keine Anmeldung gegeben, die sich verwenden lässt.",
  "connect.pageRemedy":
    "Melden Sie sich auf dieser Seite neu an oder fragen Sie, wer sie betreibt. Prüfen Sie es dann noch einmal.",
  "connect.canUpdate.yes": "Sie können in diesem Arbeitsbereich Unterhaltungen verschieben.",
  "connect.canUpdate.no": "Sie können in diesem Arbeitsbereich keine Unterhaltungen verschieben.",
  "connect.canUpdate.not_known":
    "Ob Sie in diesem Arbeitsbereich Unterhaltungen verschieben können, weiß noch niemand. Versuchen Sie es: Der Server entscheidet.",
  "connect.notLoggedIn": "Sie sind noch nicht verbunden.",
  "connect.perRoom":
    "Eine einzelne Unterhaltung kann der Server trotzdem ablehnen. Dann ändert sich nichts.",
  "connect.workspace": "Arbeitsbereich",
  "connect.version": "{server}, Version {version}",
  "connect.noVersion": "{server}, Version nicht bekannt",
  "connect.loggedInAs": "Angemeldet als",
  "connect.userName": "{name} ({username})",
  "connect.roles": { one: "Rolle: {roles}", other: "Rollen: {roles}" },
  "connect.rolesUnknown": "Der Server hat keine Rollen genannt.",
  "connect.permissions": "Berechtigungen",
  "connect.permission.change-livechat-room-visitor":
    "Unterhaltungen zu einem anderen Besucher verschieben",
  "connect.permission.view-l-room": "Besucher und ihre Unterhaltungen sehen",
  "connect.permission.view-livechat-rooms": "Die Unterhaltungen anderer Agenten auflisten",
  "connect.held.yes": "Sie haben sie.",
  "connect.held.no": "Sie haben sie nicht.",
  "connect.held.not_known": "Ob Sie sie haben, ist nicht bekannt.",
  "connect.notNeeded": "Hilfreich, aber zum Verschieben nicht nötig.",
  "connect.askFor": {
    one: "Bitten Sie Ihre Administration um diese Berechtigung oder um die Rolle, die sie hat: {roles}",
    other:
      "Bitten Sie Ihre Administration um diese Berechtigung oder um eine der Rollen, die sie haben: {roles}",
  },
  "connect.askForPermission": "Bitten Sie Ihre Administration um diese Berechtigung.",
  "connect.rateLimit": "Tempo",
  "connect.rate.bypassed": "Für Sie gibt es keine Grenze.",
  "connect.rate.not_known":
    "Nicht bekannt. Wenn der Server um eine Pause bittet, sehen Sie, bis wann.",
  "connect.rate.limited":
    "Der Server begrenzt die Zahl der Anfragen. Wenn er um eine Pause bittet, sehen Sie, bis wann.",
  "connect.rate.calls": {
    one: "Der Server nimmt {count} Anfrage jeder Art an und bittet dann um eine Pause. Sie sehen, bis wann.",
    other:
      "Der Server nimmt {count} Anfragen jeder Art an und bittet dann um eine Pause. Sie sehen, bis wann.",
  },
  "connect.profile.removed":
    "Seit Version {since} kann Rocket.Chat eine Unterhaltung nicht mehr zu einem anderen Besucher verschieben. Keine Einstellung ändert das.",
  "connect.profile.broken":
    "In dieser Version von Rocket.Chat schlägt das Verschieben immer fehl. Es geht mit den Versionen 5.2 bis 6.13.",
  "connect.profile.absent":
    "Diese Version von Rocket.Chat kann eine Unterhaltung noch nicht zu einem anderen Besucher verschieben. Es geht mit den Versionen 5.2 bis 6.13.",
  "connect.profile.unknown":
    "Der Server hat seine Version nicht genannt; darum konnte nicht alles geprüft werden.",
  "connect.instead":
    "Was diese Version stattdessen hat. Nichts davon verschiebt eine Unterhaltung:",
  "connect.insteadSince": "seit {version}",
  "connect.instead.visitor": "Ändert die Daten des Besuchers, nicht, wem die Unterhaltung gehört.",
  "connect.instead.saveInfo": "Ändert Titel und Schlagwörter der Unterhaltung.",
  "connect.instead.contacts": "Legt Kontakte an, ändert und findet sie.",
  "connect.instead.contactId": "Nennt den Kontakt zu einer Unterhaltung.",
  "connect.instead.conflicts": "Klärt widersprüchliche Angaben in einem Kontakt.",
  "connect.cors": "Es kam keine Antwort, die der Browser lesen kann",
  "connect.corsWhy":
    "Der Browser verrät nicht, warum. Entweder ist der Arbeitsbereich nicht erreichbar, oder er lässt diese Seite seine Antworten nicht lesen. Gehen Sie diese Liste durch:",
  "connect.corsReach":
    "Öffnen Sie {address} in einem neuen Tab. Erscheint dort keine Version, ist der Arbeitsbereich nicht erreichbar: Prüfen Sie die Adresse und das Netz. Erscheint eine, muss der Arbeitsbereich diese Seite zulassen: Bitten Sie Ihre Administration, den Rest dieser Liste zu erledigen.",
  "connect.corsWhere": "Öffnen Sie im Arbeitsbereich {path}.",
  "connect.corsPath": "Admin › Einstellungen › Allgemein › REST API",
  "connect.corsEnable": "Schalten Sie {setting} ein.",
  "connect.corsOrigin": "Tragen Sie {origin} oder * in {setting} ein.",
  "connect.corsNoOrigin":
    "Tragen Sie * in {setting} ein: Diese Seite hat keine eigene Adresse, weil sie aus einer Datei oder in einem abgeschlossenen Rahmen geöffnet wurde.",
  "connect.corsProxy":
    "Steht etwas vor dem Arbeitsbereich (ein Proxy), muss es OPTIONS-Anfragen durchlassen und die Access-Control-Kopfzeilen unverändert weitergeben.",
  "connect.offline": "Ihr Browser meldet, dass er offline ist.",
  "connect.expired": "Ihre Sitzung ist beendet",
  "connect.expiredWhy":
    "Melden Sie sich wieder als {user} an. Dann geht weiter, was wartet, und nichts Eingegebenes geht verloren. Wer sich mit einem anderen Konto anmeldet, fängt neu an.",
  "connect.expiredPage": "Diese Seite muss Sie neu anmelden. Nichts Eingegebenes geht verloren.",
  "connect.giveUp": "Aufgeben",
  "connect.ready": "Angemeldet als {user}.",
};
