// English: the step "visitor".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kVisitor = {
  "visitor.heading": "Whom should it belong to?",
  "visitor.conversation": "Conversation: {title}",
  "visitor.owner": "Belongs now to {name}",
  "visitor.ownerNotKnown": "Whom it belongs to now is not known.",
  "visitor.change": "Change the conversation",
  "visitor.chosenNow": "Chosen: {name}",
  "visitor.goOn": "Look at the move",
  "visitor.find": "Find the person",
  "visitor.hint":
    "Part of a name or username, or the whole e-mail address, phone number or id. At least three characters.",
  "visitor.short": "Type at least three characters, then press Enter.",
  "visitor.typeMore": "Type at least three characters.",
  "visitor.long": "This is too long to search for. Type at most 256 characters.",
  "visitor.people": "People found",
  "visitor.start": "People appear here while you type.",
  "visitor.searching": "Searching…",
  "visitor.found": { one: "{count} person found", other: "{count} people found" },
  "visitor.part": "First {shown} of {total}. Type more.",
  "visitor.partOfUnknown": "The first {shown}. Type more.",
  "visitor.nobody": "Nobody found for “{term}”.",
  "visitor.nobodyHint":
    "Names may be typed in part. An e-mail address or phone number has to be whole, as it was registered.",
  "visitor.useTerm": "Use “{term}” as the id",
  "visitor.show": "Show the list",
  "visitor.noName": "No name",
  "visitor.onlyId": "Only the id is known.",
  "visitor.id": "Id {id}",
  "visitor.lastActivity": "Last activity: {date}",
  "visitor.noActivity": "Last activity: not known",
  "visitor.more": { one: "and {count} more", other: "and {count} more" },
  "visitor.disabled": "Disabled: cannot own a conversation from version 6.5 on",
  "visitor.ownerNow": "Owner now",
  "visitor.chosen": "Chosen",
  "visitor.count": { one: "{count} conversation", other: "{count} conversations" },
  "visitor.countPending": "Conversations: …",
  "visitor.countNotKnown": "Conversations: not known",
  "visitor.countSaid": {
    one: "{name}: {count} conversation",
    other: "{name}: {count} conversations",
  },
  "visitor.byId": "Not found? Use an id",
  "visitor.byIdHint":
    "The id stands in the person's contact card. If the person is new, somebody has to register them first.",
  "visitor.idLabel": "Id of the person",
  "visitor.useId": "Use this id",
  "visitor.looking": "Looking up the id…",
  "visitor.mayNotRead":
    "You may not look people up in this workspace. Paste the id of the person instead, or ask an administrator for the permission view-l-room.",
  "visitor.mayNotCheck":
    "Whether the id is right cannot be checked here. Compare it with where you copied it from.",
  "visitor.unread": "You may not look people up, so this id was not checked: {id}",
  "visitor.useUnread": "Use it unchecked",
} as const satisfies Messages;
