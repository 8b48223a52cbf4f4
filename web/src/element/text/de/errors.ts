// German: what happened and what to do, by error code.
import type { ErrorMessages } from "../catalogue.js";

const kRead = "Rufen Sie die Unterhaltung auf und sehen Sie nach, ob sie verschoben wurde.";
const kBetween =
  "Lassen Sie prüfen, was zwischen Browser und Server steht, zum Beispiel einen Proxy.";
const kAddress =
  "Prüfen Sie die Adresse des Servers; geantwortet hat vielleicht ein anderer Server.";
const kIds = "Prüfen Sie die IDs.";
const kVersions = "Unterhaltungen lassen sich mit den Versionen 5.2 bis 6.13 verschieben.";

/** By code. */
export const kErrors: ErrorMessages = {
  not_an_object: [
    "Die Angaben zur Verschiebung haben nicht die richtige Form.",
    "Übergeben Sie ein Objekt mit rid, oldVisitorId und newVisitorId.",
  ],
  missing: ["Eine nötige Angabe fehlt.", "Ergänzen Sie sie; alle drei IDs werden gebraucht."],
  not_a_string: [
    "Eine ID ist kein Text.",
    "Übergeben Sie die ID als Text; der Server würde andere Werte stillschweigend umwandeln.",
  ],
  empty: ["Die ID ist leer.", "Geben Sie die ID genau so ein, wie der Server sie anzeigt."],
  surrounding_space: [
    "Vor oder nach der ID steht ein Leerzeichen.",
    "Entfernen Sie es; der Server vergleicht IDs Zeichen für Zeichen.",
  ],
  control_character: [
    "Der Text enthält ein Steuerzeichen.",
    "Entfernen Sie es; meist gerät es beim Kopieren in den Text.",
  ],
  bidi_control: [
    "Die ID enthält ein unsichtbares Zeichen für die Schreibrichtung.",
    "Tippen Sie die ID neu oder kopieren Sie sie vom Server; mit dem Zeichen sehen verschiedene IDs gleich aus.",
  ],
  ill_formed_unicode: [
    "Am Text fehlt ein halbes Zeichen.",
    "Kopieren Sie den Text noch einmal; er wurde mitten in einem Zeichen abgeschnitten.",
  ],
  too_long: [
    "Die ID ist länger als 256 Zeichen.",
    "Prüfen Sie, ob nur die ID eingefügt wurde; in der Regel hat sie 17 oder 24 Zeichen.",
  ],
  unknown_key: [
    "Es gibt eine Angabe, die der Server nicht annimmt.",
    "Entfernen Sie sie; erlaubt sind nur rid, oldVisitorId und newVisitorId.",
  ],
  misspelled_key: [
    "Der Name einer Angabe ist falsch geschrieben.",
    "Berichtigen Sie ihn; richtig sind rid, oldVisitorId und newVisitorId.",
  ],
  same_visitor: [
    "Der bisherige und der neue Besucher sind dieselbe Person.",
    `${kIds} So würde sich nichts ändern außer dem Zeitpunkt der letzten Änderung.`,
  ],
  unusual_id: [
    "Die ID sieht ungewöhnlich aus.",
    "Prüfen Sie die ID; sie wird so gesendet, wie sie ist.",
  ],
  invalid_server_url: [
    "Diese Server-Adresse kann nicht verwendet werden.",
    "Geben Sie die Adresse des Arbeitsbereichs ein, zum Beispiel https://chat.example.com.",
  ],
  insecure_server_url: [
    "An diese Adresse würden Zugangsdaten unverschlüsselt gesendet.",
    "Verwenden Sie https, oder erlauben Sie http für diesen Server ausdrücklich.",
  ],
  missing_credentials: [
    "Die Benutzer-ID oder das Token fehlt.",
    "Geben Sie beides ein; Sie finden es dort, wo Sie persönliche Zugriffstoken verwalten.",
  ],
  invalid_credentials: [
    "Die Benutzer-ID oder das Token kann so nicht gesendet werden.",
    "Kopieren Sie beides noch einmal von dort, wo Sie persönliche Zugriffstoken verwalten.",
  ],
  missing_login: [
    "Der Benutzername oder das Passwort fehlt.",
    "Geben Sie beides ein; statt des Benutzernamens geht auch die E-Mail-Adresse.",
  ],
  invalid_input: [
    "Ein übergebener Wert hat nicht die richtige Form.",
    "Vergleichen Sie ihn mit der Dokumentation.",
  ],
  invalid_version: [
    "Das ist keine Server-Version.",
    "Schreiben Sie die Version mit zwei oder drei Zahlen, zum Beispiel 6.4.2.",
  ],
  unsupported_version: [
    "Der nachgebildete Server kennt diese Version nicht.",
    "Wählen Sie eine der angebotenen Versionen.",
  ],
  invalid_seed: [
    "Die Ausgangsdaten können nicht verwendet werden.",
    "Berichtigen Sie die genannte Stelle; es wurde nichts gestartet.",
  ],
  out_of_time: [
    "Die Verschiebung wurde in der erlaubten Zeit nicht fertig.",
    "Rufen Sie die Unterhaltung auf und sehen Sie nach, wem sie gehört; versuchen Sie es dann noch einmal.",
  ],
  room_closed: [
    "Die Unterhaltung ist geschlossen.",
    "Sie lässt sich trotzdem verschieben, wenn Sie Zugriff auf sie haben.",
  ],
  not_omnichannel: [
    "Das ist keine Livechat-Unterhaltung.",
    "Wählen Sie eine Livechat-Unterhaltung; andere verschiebt der Server nicht.",
  ],
  visitor_disabled: [
    "Der neue Besucher ist deaktiviert.",
    "Wählen Sie einen anderen; ab Version 6.5 lehnt der Server diesen ab.",
  ],
  undo_impossible: [
    "Diese Verschiebung ließe sich nicht rückgängig machen.",
    "Verschieben Sie nur, wenn es endgültig sein darf; der Server kennt den bisherigen Besucher nicht mehr.",
  ],
  other_open_room: [
    "Der neue Besucher hat schon eine offene Unterhaltung.",
    "Prüfen Sie, welche gemeint ist; der Besucher hat danach zwei.",
  ],
  owner_differs: [
    "Die Unterhaltung gehört nicht dem angegebenen bisherigen Besucher.",
    "Übernehmen Sie den Besucher, der angezeigt wird, oder prüfen Sie die Raum-ID.",
  ],
  history_failed: [
    "Die Verschiebung konnte nicht aufgezeichnet werden.",
    "Geben Sie Speicher frei oder vergessen Sie unter „Frühere Verschiebungen“ abgeschlossene, und versuchen Sie es noch einmal; ohne Aufzeichnung wird nichts verschoben.",
  ],
  cancelled: ["Der Vorgang wurde abgebrochen.", `Falls die Anfrage schon unterwegs war: ${kRead}`],
  not_logged_in: [
    "Der Server nimmt die Anmeldung nicht an.",
    "Melden Sie sich neu an; vielleicht ist die Sitzung abgelaufen.",
  ],
  wrong_credentials: [
    "Der Server nimmt Benutzername und Passwort nicht an.",
    "Geben Sie beides noch einmal ein; nach zu vielen Fehlversuchen kann die Anmeldung eine Weile gesperrt sein.",
  ],
  totp_required: [
    "Die Anmeldung verlangt einen zweiten Faktor.",
    "Melden Sie sich noch einmal mit einem Code an.",
  ],
  totp_invalid: [
    "Der Code ist falsch oder abgelaufen.",
    "Geben Sie den Code noch einmal ein, oder melden Sie sich neu an, um einen neuen zu bekommen.",
  ],
  login_refused: [
    "Der Server lehnt die Anmeldung ab.",
    "Fragen Sie Ihre Administration; das Konto ist vielleicht deaktiviert oder eine Weile gesperrt.",
  ],
  no_permission: [
    "Ihnen fehlt eine Berechtigung, die dafür nötig ist.",
    "Bitten Sie Ihre Administration um change-livechat-room-visitor und, vor Version 6.5, auch um view-l-room.",
  ],
  no_change_permission: [
    "Sie dürfen keine Unterhaltungen verschieben.",
    "Bitten Sie Ihre Administration um die Berechtigung change-livechat-room-visitor.",
  ],
  no_read_permission: [
    "Sie dürfen dies nicht lesen.",
    "Bitten Sie um die Berechtigung view-l-room oder, für die Liste der Unterhaltungen, um view-livechat-rooms.",
  ],
  room_access_denied: [
    "Sie haben keinen Zugriff auf diese Unterhaltung.",
    "Bitten Sie um Zugriff, oder lassen Sie sie vom zuständigen Agenten oder einem Manager verschieben.",
  ],
  rate_limited: [
    "Der Server bittet um eine Pause.",
    "Warten Sie einen Moment und versuchen Sie es dann noch einmal.",
  ],
  invalid_params: [
    "Der Server hat die Form der Anfrage abgelehnt.",
    "Melden Sie das bitte; eine hier geprüfte Anfrage müsste angenommen werden.",
  ],
  visitor_not_found: [
    "Den neuen Besucher gibt es nicht, oder er ist deaktiviert.",
    "Wählen Sie einen anderen; ab Version 6.5 gelten deaktivierte Besucher als unbekannt.",
  ],
  room_not_found: [
    "Diese Unterhaltung gibt es nicht.",
    "Prüfen Sie die Raum-ID; nur Livechat-Unterhaltungen lassen sich verschieben.",
  ],
  visitor_mismatch: [
    "Die Unterhaltung gehört nicht dem bisherigen Besucher.",
    "Rufen Sie sie noch einmal auf; vielleicht wurde sie schon verschoben, von hier oder von jemand anderem.",
  ],
  user_not_found: [
    "Das Konto, das die Anfrage gesendet hat, gibt es nicht mehr.",
    "Melden Sie sich mit einem anderen Konto an.",
  ],
  deprecation_enforced: [
    "Der Server ist so eingestellt, dass er veraltete Endpunkte ablehnt.",
    "Bitten Sie Ihre Administration, veraltete Endpunkte zuzulassen.",
  ],
  endpoint_removed: [
    "Diese Server-Version kann keine Unterhaltungen mehr verschieben.",
    "Ab Version 7.0 gibt es keinen Ersatz dafür; am nächsten kommen die Kontakte.",
  ],
  endpoint_absent: [
    "Diese Server-Version kann noch keine Unterhaltungen verschieben.",
    `${kVersions} Der Server ist älter.`,
  ],
  endpoint_broken: [
    "Auf dieser Server-Version kann das Verschieben nicht gelingen.",
    `${kVersions} Die Versionen 3.6 bis 5.1 lehnen es immer ab.`,
  ],
  wrong_method: [
    "Der Server kennt die Adresse, aber nicht die Methode der Anfrage.",
    `${kBetween} Er hat vielleicht die Methode geändert.`,
  ],
  body_unreadable: [
    "Der Server konnte den Inhalt der Anfrage nicht lesen.",
    `${kBetween} Der Inhalt wurde unterwegs verändert.`,
  ],
  charset_unsupported: [
    "Der Server versteht den Zeichensatz der Anfrage nicht.",
    `${kBetween} Gesendet wird in UTF-8.`,
  ],
  body_too_large: [
    "Dem Server ist die Anfrage zu groß.",
    `${kBetween} Die Anfragen sind viel kleiner, als der Server erlaubt.`,
  ],
  voice_room: [
    "Das ist ein Sprachanruf; der Server verschiebt ihn nicht.",
    "Nur Livechat-Unterhaltungen lassen sich verschieben; es hat sich nichts geändert.",
  ],
  conflict: [
    "Die Unterhaltung gehört inzwischen einer dritten Person.",
    "Sehen Sie nach, wem sie jetzt gehört, und beginnen Sie von dort, wenn sie noch verschoben werden soll.",
  ],
  room_archived: [
    "Die Unterhaltung ist archiviert.",
    "Holen Sie sie aus dem Archiv, um sie zu lesen.",
  ],
  redirected: [
    "Der Server verweist auf eine andere Adresse; ihr wird nie gefolgt.",
    "Verwenden Sie die wirkliche Adresse des Arbeitsbereichs; Zugangsdaten gehen nirgendwo anders hin.",
  ],
  html_answer: ["Die Antwort ist eine Webseite, nicht die des Chat-Servers.", kAddress],
  not_json: ["Die Antwort ist nicht lesbar (kein JSON).", kAddress],
  cut_off: ["Die Antwort bricht mittendrin ab.", kRead],
  empty_answer: ["Die Antwort ist leer.", kRead],
  answer_too_large: [
    "Die Antwort ist größer als 32 MiB.",
    "Prüfen Sie die Adresse des Servers; keine Unterhaltung ist so groß.",
  ],
  answer_too_deep: [
    "Die Antwort ist tiefer verschachtelt als 512 Ebenen.",
    "Prüfen Sie die Adresse des Servers; keine Unterhaltung ist so verschachtelt.",
  ],
  unexpected_answer: ["Die Antwort hat nicht die Form dieses Chat-Servers.", kAddress],
  no_room_in_answer: ["Der Server meldet Erfolg, schickt aber die Unterhaltung nicht mit.", kRead],
  other_room: ["Die Antwort handelt von einer anderen Unterhaltung.", kRead],
  still_old_visitor: ["Der Server meldet Erfolg, aber die Unterhaltung ist unverändert.", kRead],
  other_visitor: [
    "Der Server meldet Erfolg, aber die Unterhaltung gehört einer dritten Person.",
    kRead,
  ],
  failure_without_reason: [
    "Der Server meldet einen Fehler ohne Grund.",
    `${kRead} Ab Version 6.2 kann diese Antwort auch nach der Änderung kommen.`,
  ],
  unrecognised_error: [
    "Der Server meldet einen Fehler, der hier nicht bekannt ist.",
    `${kRead} Melden Sie bitte den Text des Fehlers.`,
  ],
  server_error: ["Der Server oder ein Proxy ist beim Antworten gescheitert.", kRead],
  unexpected_status: [
    "Die Antwort hat einen Status, den der Server hier nicht verwendet.",
    "Prüfen Sie die Adresse des Servers; vielleicht hat ein Proxy geantwortet.",
  ],
  network_failed: [
    "Es kam keine Antwort.",
    `Prüfen Sie die Verbindung und die Adresse des Servers. ${kRead}`,
  ],
  cors_suspected: [
    "Der Browser hat von dem anderen Server keine lesbare Antwort erhalten.",
    "Lassen Sie in den Einstellungen des Servers API_Enable_CORS und API_CORS_Origin prüfen, und prüfen Sie die Verbindung.",
  ],
  timed_out: ["Es kam nicht rechtzeitig eine vollständige Antwort.", kRead],
  wasm_not_found: [
    "Die WebAssembly-Datei ist nicht da.",
    "Legen Sie room_visitor_client.wasm neben das Skript, oder geben Sie ihre Adresse als wasmUrl an.",
  ],
  wasm_is_html: [
    "Statt der WebAssembly-Datei kam eine Webseite.",
    "Der Server beantwortet unbekannte Adressen mit einer Seite: Berichtigen Sie wasmUrl, oder stellen Sie die Datei bereit.",
  ],
  wasm_blocked_by_csp: [
    "Die Content Security Policy der Seite erlaubt kein WebAssembly.",
    "Ergänzen Sie 'wasm-unsafe-eval' in script-src.",
  ],
  wasm_load_failed: [
    "Das WebAssembly-Modul konnte nicht geladen werden.",
    "Prüfen Sie die Verbindung und die Datei und laden Sie dann noch einmal.",
  ],
  wasm_stopped: [
    "Das WebAssembly-Modul ist während der Arbeit stehen geblieben.",
    "Laden Sie noch einmal, um ein neues zu bekommen, und melden Sie die Eingabe, die dazu geführt hat.",
  ],
};
