// English: what happened and what to do, where the core's own sentences are for whoever programs. Theirs
// speak of rooms, users and arguments; who moves conversations knows conversations and themselves.
import type { ErrorMessages } from "../catalogue.js";

const kOpen = "Open the conversation and see whether it was moved.";
const kVersions = "It works with versions 5.2 to 6.13";

/** By code; the core's sentences for all others. */
export const kErrors: Partial<ErrorMessages> = {
  missing: ["Something that is needed is missing.", "Fill it in; all three ids are needed."],
  same_visitor: [
    "The old and the new visitor are the same.",
    "Choose another person; this move would change nothing but the time of the last update.",
  ],
  out_of_time: [
    "The move was not finished in the time allowed.",
    "Open the conversation and see whose it is, then try again.",
  ],
  room_closed: [
    "The conversation is closed.",
    "It can be moved all the same, if you have access to it.",
  ],
  not_omnichannel: ["This is not a live chat.", "Choose a live chat; nothing else can be moved."],
  undo_impossible: [
    "The conversation could not be given back to the old visitor.",
    "Move it only if that is final; the server no longer knows the old visitor.",
  ],
  other_open_room: [
    "The new visitor has another open conversation.",
    "Check which one is meant; the visitor will have two.",
  ],
  owner_differs: [
    "The conversation belongs to another visitor than the one given.",
    "Take the visitor shown, or check the id of the conversation.",
  ],
  cancelled: ["The call was cancelled.", `If it was already on its way: ${kOpen}`],
  not_logged_in: [
    "The server does not accept the login.",
    "Log in again; the session may have expired.",
  ],
  no_permission: [
    "You lack a permission that this needs.",
    "Ask an administrator for change-livechat-room-visitor and, before 6.5, view-l-room.",
  ],
  no_change_permission: [
    "You may not move conversations to another visitor.",
    "Ask an administrator for the permission change-livechat-room-visitor.",
  ],
  no_read_permission: [
    "You may not read this.",
    "Ask for view-l-room or, to list conversations, view-livechat-rooms.",
  ],
  room_access_denied: [
    "You have no access to this conversation.",
    "Ask for access, or let its agent or a manager move it.",
  ],
  room_not_found: [
    "This conversation does not exist.",
    "Check the id; only live chats can be moved.",
  ],
  visitor_mismatch: [
    "The conversation does not belong to the old visitor.",
    "Open it again: it may have been moved already, by this move or by somebody else.",
  ],
  endpoint_removed: [
    "This version of Rocket.Chat can no longer move a conversation to another visitor.",
    "Nothing does so from version 7.0 on; contacts are the nearest replacement.",
  ],
  endpoint_absent: [
    "This version of Rocket.Chat cannot move a conversation to another visitor yet.",
    `${kVersions}; the server is older.`,
  ],
  endpoint_broken: [
    "In this version of Rocket.Chat, moving a conversation can never succeed.",
    `${kVersions}; versions 3.6 to 5.1 always refuse.`,
  ],
  voice_room: [
    "This is a voice call, which the server does not move.",
    "Only live chats can be moved; nothing was changed.",
  ],
  conflict: [
    "The conversation belongs to neither the old nor the new visitor.",
    "See whose it is now, and start from there if it is still to be moved.",
  ],
  room_archived: ["The conversation is archived.", "Take it out of the archive to read it."],
  cut_off: ["The answer ends in the middle.", kOpen],
  empty_answer: ["The answer is empty.", kOpen],
  no_room_in_answer: ["The server reports success but sent no conversation.", kOpen],
  other_room: ["The answer is about another conversation.", kOpen],
  still_old_visitor: ["The server reports success but the conversation is unchanged.", kOpen],
  other_visitor: [
    "The server reports success but the conversation belongs to a third visitor.",
    kOpen,
  ],
  failure_without_reason: [
    "The server reports failure without a reason.",
    "Open the conversation: from version 6.2 on this answer can come after the move.",
  ],
  unrecognised_error: [
    "The server reports an error that is not known here.",
    "Open the conversation and see whether it was moved, and report the error text.",
  ],
  server_error: ["The server or a proxy failed while answering.", kOpen],
  network_failed: [
    "No answer arrived.",
    "Check the connection and the address of the server, then open the conversation.",
  ],
  timed_out: ["No complete answer arrived in time.", kOpen],
};
