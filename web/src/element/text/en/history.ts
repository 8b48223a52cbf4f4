// English: the step "history".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kHistory = {
  "history.heading": "Earlier moves",
  "history.about":
    "Moves that you made from this page in this workspace. The server keeps no such list.",
  "history.list": "Earlier moves, newest first",
  "history.none": "No moves yet.",
  "history.noneHint":
    "As soon as you move a conversation, it is listed here and can be moved back.",
  "history.loading": "Loading earlier moves…",
  "history.found": { one: "{count} earlier move.", other: "{count} earlier moves." },
  "history.range": {
    one: "{from} to {to} of {count} move",
    other: "{from} to {to} of {count} moves",
  },
  "history.pages": "Pages",
  "history.previous": "Newer moves",
  "history.next": "Older moves",

  "history.interrupted": {
    one: "{count} earlier move was interrupted.",
    other: "{count} earlier moves were interrupted.",
  },
  "history.look": "See earlier moves",

  "history.badge.applied": "Moved",
  "history.badge.refused": "Refused",
  "history.badge.not_sent": "Not sent",
  "history.badge.unknown": "Not known",
  "history.badge.open": "Interrupted",
  "history.badge.underWay": "Under way",

  "history.conversation": "Conversation {rid}",
  "history.fromTo": "From visitor {from} to visitor {to}",
  "history.what.underWay": "This move is being made now.",
  "history.what.open":
    "The page was closed before the result was known, or the move is under way in another window.",
  "history.what.answer": "The server confirmed the move.",
  "history.what.readBack":
    "Read afterwards ({date}): the conversation belongs to the new visitor, perhaps not because of this move alone.",
  "history.what.recovered":
    "Looked at again later ({date}): the conversation belongs to the new visitor, perhaps not because of this move alone.",
  "history.what.wanted": "The conversation belonged to this visitor already.",
  "history.what.notSent": "Nothing was sent.",
  "history.what.refused": "The server refused: {reason}",
  "history.what.refusedCode": "The server refused, with the code {code}.",
  "history.what.unknown": "Nobody knows yet whether the conversation was moved.",
  "history.what.seenOld":
    "When it was last read ({date}), the conversation still belonged to the old visitor.",
  "history.what.seenOther":
    "When it was last read ({date}), the conversation belonged to visitor {visitor}.",
  "history.again": "A later move of this conversation is listed, too.",

  "history.undo": "Move back",
  "history.undoLabel": "Move back: conversation {rid} to visitor {from}",
  "history.undoing": "Moving the conversation back…",
  "history.undone": "The conversation was moved back.",
  "history.undoRefused": "The conversation was not moved back.",
  "history.undoUnknown": "It is not known whether the conversation was moved back.",
  "history.undoVetoed": "This page did not allow moving it back.",
  "history.undoNotKept": "What came of it could not be written into this list.",
  "history.use": "Use this conversation",
  "history.useLabel": "Use this conversation: {rid}",

  "history.unsettled": {
    one: "The result of {count} move is not known.",
    other: "The results of {count} moves are not known.",
  },
  "history.unsettledHint": "Checking reads these conversations. Nothing is changed.",
  "history.check": "Check again",
  "history.checking": "Reading conversations whose move has no known result…",
  "history.checked": {
    one: "{count} move was checked again.",
    other: "{count} moves were checked again.",
  },
  "history.checkedLeft": {
    one: "The result of {count} move is still not known.",
    other: "The results of {count} moves are still not known.",
  },

  "history.saveCsv": "Save as CSV",
  "history.saveJson": "Save as JSON",
  "history.forget": "Forget finished moves…",
  "history.forgetAsk": {
    one: "Forget {count} finished move? It can no longer be moved back from here.",
    other: "Forget {count} finished moves? They can no longer be moved back from here.",
  },
  "history.forgetUnknown": {
    one: "The result of {count} of them is not known.",
    other: "The results of {count} of them are not known.",
  },
  "history.forgetYes": { one: "Forget {count} move", other: "Forget {count} moves" },
  "history.forgetNo": "Keep them",
  "history.forgotten": {
    one: "{count} move was forgotten.",
    other: "{count} moves were forgotten.",
  },

  "history.memory":
    "These moves are remembered only until this page is closed. Save the list if you need it.",
  "history.noRecord": "This page keeps no list of moves.",
  "history.reason.no_database": "There is no database in this browser.",
  "history.reason.forbidden": "The browser does not let this page keep data.",
  "history.reason.no_storage":
    "The browser keeps no data for this window. It may be a private one.",
  "history.reason.full": "There is no space left for data of this page.",
  "history.reason.not_answering":
    "The browser's database does not answer. Closing other tabs of this page may help.",
  "history.reason.newer_version":
    "A newer version of this page has changed the database. Reloading may help.",
  "history.damaged": {
    one: "{count} entry of the list cannot be read and is not shown.",
    other: "{count} entries of the list cannot be read and are not shown.",
  },
  "history.damagedWhere": "Where",
} as const satisfies Messages;
