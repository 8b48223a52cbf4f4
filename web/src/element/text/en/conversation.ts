// English: the step "conversation".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kConversation = {
  "conversation.heading": "Which conversation?",
  "conversation.ways": "How to find it",
  "conversation.way.list": "In the list",
  "conversation.way.visitor": "By visitor",
  "conversation.way.id": "By id or address",
  "conversation.search": "Search",
  "conversation.chosen": "Chosen conversation",
  "conversation.goOn": "Go on with this conversation",
  "conversation.change": "Change",

  "conversation.titleLabel": "Part of the title",
  "conversation.titleShort":
    "Not searched for yet: type at least three characters, or press “Search”.",
  "conversation.agentLabel": "Agent",
  "conversation.everybody": "Everybody",
  "conversation.me": "Me ({name})",
  "conversation.agentHint": "Agents are listed once one of their conversations was shown.",
  "conversation.stateLabel": "State",
  "conversation.state.all": "Open and closed",
  "conversation.state.open": "Open",
  "conversation.state.closed": "Closed",
  "conversation.state.queued": "In the queue",
  "conversation.state.hold": "On hold",
  "conversation.ownOnly":
    "You see only the conversations that you serve. To see those of others, ask an administrator for the permission {permission}.",
  "conversation.notAllowed":
    "You may not look up conversations and visitors here. Ask an administrator for the permission {permission}.",
  "conversation.notAllowedRoles": "Roles that have it: {roles}.",
  "conversation.idInstead": "Until then, paste the id or the address of the conversation.",
  "conversation.useId": "Paste an id or an address",

  "conversation.list": "Conversations",
  "conversation.range": "{from}–{to} of {total}",
  "conversation.rangeOpen": "{from}–{to}",
  "conversation.previous": "Previous",
  "conversation.next": "Next",
  "conversation.refresh": "Refresh",
  "conversation.reading": "Reading conversations…",
  "conversation.notRead": "Nothing has been read yet.",
  "conversation.none": "No conversation fits.",
  "conversation.noneHint": "Try fewer letters, another agent or another state.",
  "conversation.noneOfVisitor": "This person has no conversation that you may see.",
  "conversation.pastEnd": "The list has become shorter: there is nothing on this page any more.",
  "conversation.toLast": "Go to the last page",

  "conversation.column.title": "Title",
  "conversation.column.visitor": "Visitor",
  "conversation.column.agent": "Agent",
  "conversation.column.state": "State",
  "conversation.column.last": "Last message",
  "conversation.column.messages": "Messages",
  "conversation.column.id": "Id",
  "conversation.column.started": "Started",
  "conversation.untitled": "No title",
  "conversation.unknown": "Not known",
  "conversation.nobody": "Nobody",

  "conversation.ofPerson": "Conversations of {name}",
  "conversation.otherPeople": "Back to the visitors",
  "conversation.noLastChat":
    "The server names no conversation of {name}, so the others cannot be listed from here.",
  "conversation.refusedHint":
    "A visitor's conversations can be listed only if you may see the latest one.",

  "conversation.idLabel": "Id or address of the conversation",
  "conversation.idHint": "For example {id}, or the address in the browser of whoever serves it.",
  "conversation.lookUp": "Look up",
  "conversation.lookingUp": "Reading the conversation…",
  "conversation.idRead": "The id in this address: {id}",
  "conversation.noId": "This address names no live chat.",
  "conversation.noIdRemedy": "Open the conversation in the browser, then copy the address again.",
  "conversation.otherServer":
    "This address is of {host}, and you are connected to {server}. Check that it is the right workspace.",
  "conversation.found": "Found: {title}",
  "conversation.notLiveChat": "This is not a live chat. The server moves only live chats.",
  "conversation.useAnyway": "Use this id anyway",
  "conversation.choose": "Choose this conversation",
} as const satisfies Messages;
