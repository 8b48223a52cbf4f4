// The rows of error_code.h, which is the header to read and to include.
#ifndef ROOM_VISITOR_ERROR_TABLE_H
#define ROOM_VISITOR_ERROR_TABLE_H

// X(code, family, what happened, what to do). docs/errors.md repeats the rows; a test compares
// them.
// clang-format off
#define ROOM_VISITOR_ERRORS(X)                                                                     \
  X(not_an_object, caller, "The update is not an object.",                                         \
    "Pass an object with the members rid, oldVisitorId and newVisitorId.")                         \
  X(missing, caller, "A required member is missing.", "Add the member; all three are required.")   \
  X(not_a_string, caller, "The value is not a string.",                                            \
    "Pass the id as a string; the server would silently turn other values into text.")             \
  X(empty, caller, "The id is empty.", "Enter the id exactly as the server shows it.")             \
  X(surrounding_space, caller, "The id begins or ends with white space.",                          \
    "Remove the white space; the server compares ids character by character.")                     \
  X(control_character, caller, "The text contains a control character.",                           \
    "Remove the control character; it usually comes from copying.")                                \
  X(bidi_control, caller, "The id contains an invisible text-direction character.",                \
    "Type the id again or copy it from the server; the character makes two ids look alike.")       \
  X(ill_formed_unicode, caller, "The text contains half of a surrogate pair.",                     \
    "Copy the text again; it was cut in the middle of a character.")                               \
  X(too_long, caller, "The id is longer than 256 characters.",                                     \
    "Check that only the id was pasted; ids are 17 or 24 characters long as a rule.")              \
  X(unknown_key, caller, "The update has a member that the server does not accept.",               \
    "Remove the member; only rid, oldVisitorId and newVisitorId are allowed.")                     \
  X(misspelled_key, caller, "The update has a misspelled member.",                                 \
    "Rename the member as shown; the server's documentation misspells one of them, too.")          \
  X(same_visitor, caller, "The old and the new visitor are the same.",                             \
    "Check the ids; sending this changes nothing but the room's time of last update.")             \
  X(unusual_id, caller, "The id has neither of the two usual forms.",                              \
    "Check the id; it is sent as it stands.")                                                      \
  X(invalid_server_url, caller, "The server address cannot be used.",                              \
    "Enter the address of the workspace, for example https://chat.example.com.")                   \
  X(insecure_server_url, caller, "The server address would send credentials unencrypted.",         \
    "Use https, or allow plain http to this host deliberately.")                                   \
  X(missing_credentials, caller, "The user id or the auth token is missing.",                      \
    "Enter both; the login answer and the personal access token page show them.")                  \
  X(invalid_credentials, caller, "The user id or the auth token cannot be sent.",                  \
    "Copy both again from the login answer or the personal access token page.")                    \
  X(missing_login, caller, "The user name or the password is missing.",                            \
    "Enter both; an e-mail address is as good as a user name.")                                    \
  X(invalid_input, caller, "An argument does not have the documented shape.",                      \
    "Compare the argument with the reference.")                                                    \
  X(invalid_version, caller, "This is not a server version.",                                      \
    "Write the version as major.minor or major.minor.patch, for example 6.4.2.")                   \
  X(unsupported_version, caller, "The stand-in does not know this server version.",                \
    "Choose a version in the range that is printed beside this message.")                          \
  X(invalid_seed, caller, "The seed data cannot be used.",                                         \
    "Correct the seed at the place shown; nothing was started.")                                   \
  X(not_logged_in, server, "The server does not accept the user id and auth token.",               \
    "Log in again; the session may have expired.")                                                 \
  X(wrong_credentials, server, "The server does not accept the user name and password.",           \
    "Type both again; too many failures can block the login for a while.")                         \
  X(totp_required, server, "The login needs a second factor.",                                     \
    "Log in again with a code of the method shown.")                                               \
  X(totp_invalid, server, "The code is wrong or has run out.",                                     \
    "Type the code again, or log in again to get a new one.")                                      \
  X(login_refused, server, "The server refuses the login.",                                        \
    "Ask an administrator; the account may be deactivated, or blocked for a while.")               \
  X(no_permission, server, "The user lacks a permission that this call needs.",                    \
    "Ask an administrator for change-livechat-room-visitor and, before 6.5, view-l-room.")                      \
  X(no_change_permission, server, "The user may not move rooms to another visitor.",               \
    "Ask an administrator for the permission change-livechat-room-visitor.")                       \
  X(no_read_permission, server, "The user may not read this.",                                     \
    "Ask for view-l-room or, to list rooms, view-livechat-rooms.")                                  \
  X(room_access_denied, server, "The user may not access this room.",                              \
    "Ask for access to the room, or let its agent or a manager move it.")                          \
  X(rate_limited, server, "The server asks to slow down.",                                         \
    "Wait as long as shown, then try again.")                                                      \
  X(invalid_params, server, "The server refused the form of the request.",                         \
    "Report this; a request that passed validation here should be accepted.")                      \
  X(visitor_not_found, server, "The new visitor does not exist or is disabled.",                   \
    "Choose another visitor; from version 6.5 on a disabled visitor counts as unknown.")           \
  X(room_not_found, server, "The room does not exist.",                                            \
    "Check the room id; only omnichannel rooms can be moved.")                                     \
  X(visitor_mismatch, server, "The room does not belong to the old visitor.",                      \
    "Read the room again: it may have been moved already, by this call or by somebody else.")      \
  X(user_not_found, server, "The user that sent the request no longer exists.",                    \
    "Log in as another user.")                                                                     \
  X(deprecation_enforced, server, "The server is configured to refuse deprecated endpoints.",      \
    "Ask an administrator to lift the restriction on deprecated endpoints.")                       \
  X(endpoint_removed, server, "This server version no longer has the endpoint.",                   \
    "Nothing re-assigns a room from version 7.0 on; contacts are the nearest replacement.")        \
  X(endpoint_absent, server, "This server version does not have the endpoint yet.",                \
    "The endpoint works on versions 5.2 to 6.13; the server is older.")                            \
  X(endpoint_broken, server, "On this server version the endpoint can never succeed.",             \
    "The endpoint works on versions 5.2 to 6.13; versions 3.6 to 5.1 always refuse.")              \
  X(wrong_method, server, "The server knows the address but not the method.",                      \
    "Check what stands between client and server; a proxy may have changed the method.")           \
  X(body_unreadable, server, "The server could not read the request body.",                        \
    "Check what stands between client and server; the body was changed on its way.")               \
  X(charset_unsupported, server, "The server does not support the charset of the request.",        \
    "Check what stands between client and server; requests are sent as UTF-8.")                    \
  X(body_too_large, server, "The server found the request too large.",                             \
    "Check what stands between client and server; requests are far below the server's limit.")     \
  X(voice_room, server, "The room is a voice call, which the server does not move.",               \
    "Only live chat rooms can be moved; the room is unchanged.")                                   \
  X(conflict, server, "The room belongs to another visitor than the old and the new one.",         \
    "Look at who owns it now, and start again from there if it is still to be moved.")             \
  X(room_archived, server, "The room is archived.", "Unarchive the room to read it.")              \
  X(redirected, world, "The server answered with a redirect, which is never followed.",            \
    "Use the address that the workspace really has; credentials are not sent elsewhere.")          \
  X(html_answer, world, "The answer is a web page, not the server's API.",                         \
    "Check the server address; a proxy or another web server answered.")                           \
  X(not_json, world, "The answer is not JSON.",                                                    \
    "Check the server address; a proxy or another server may have answered.")                      \
  X(cut_off, world, "The answer ends in the middle.",                                              \
    "Read the room to see whether the change was made.")                                           \
  X(empty_answer, world, "The answer is empty.",                                                   \
    "Read the room to see whether the change was made.")                                           \
  X(answer_too_large, world, "The answer is larger than 32 MiB.",                                  \
    "Check the server address; no room is that large.")                                            \
  X(answer_too_deep, world, "The answer is nested deeper than 512 levels.",                        \
    "Check the server address; no room is nested like that.")                                      \
  X(unexpected_answer, world, "The answer is JSON but not in the server's form.",                  \
    "Check the server address; another kind of server may have answered.")                         \
  X(no_room_in_answer, world, "The server reports success but sent no room.",                      \
    "Read the room to see whether the change was made.")                                           \
  X(other_room, world, "The answer is about another room.",                                        \
    "Read the room to see whether the change was made.")                                           \
  X(still_old_visitor, world, "The server reports success but the room is unchanged.",             \
    "Read the room to see whether the change was made.")                                           \
  X(other_visitor, world, "The server reports success but the room belongs to a third visitor.",   \
    "Read the room to see whether the change was made.")                                           \
  X(failure_without_reason, world, "The server reports failure without a reason.",                 \
    "Read the room: from version 6.2 on this answer can come after the change.")                   \
  X(unrecognised_error, world, "The server reports an error that is not known here.",              \
    "Read the room to see whether the change was made, and report the error text.")                \
  X(server_error, world, "The server or a proxy failed while answering.",                          \
    "Read the room to see whether the change was made.")                                           \
  X(unexpected_status, world, "The answer has a status that the server does not use here.",        \
    "Check the server address; a proxy may have answered.")                                        \
  X(network_failed, world, "No answer arrived.",                                                   \
    "Check the connection and the server address, then read the room.")                            \
  X(cors_suspected, world, "The browser got no readable answer from another origin.",              \
    "Check API_Enable_CORS and API_CORS_Origin in the server's settings, and the connection.")     \
  X(timed_out, world, "No complete answer arrived in time.",                                       \
    "Read the room to see whether the change was made.")                                           \
  X(out_of_time, caller, "The update was not finished in the time allowed.",                       \
    "Read the room to see where it is, then try again, with more time if need be.")                \
  X(room_closed, caller, "The room is closed.",                                                    \
    "It can be moved all the same, if the user may access it.")                                    \
  X(not_omnichannel, caller, "This is not an omnichannel room.",                                   \
    "Choose a live chat; the server moves no other rooms.")                                        \
  X(visitor_disabled, caller, "The new visitor is disabled.",                                      \
    "Choose another one; from version 6.5 on the server refuses this one.")                        \
  X(undo_impossible, caller, "The room could not be given back to the old visitor.",               \
    "Move it only if that is final; the server no longer knows the old visitor.")                  \
  X(other_open_room, caller, "The new visitor has another open room.",                             \
    "Check which room is meant; the visitor will have two.")                                       \
  X(owner_differs, caller, "The room belongs to another visitor than the old one given.",          \
    "Take the visitor shown as the old one, or check the room id.")                                \
  X(history_failed, caller, "The record of the move could not be kept.",                           \
    "Free storage or forget finished moves, then try again; no write goes out without its record.")\
  X(cancelled, caller, "The call was cancelled.",                                                  \
    "If the request was already on its way, read the room to see whether it was changed.")
// clang-format on

#endif  // ROOM_VISITOR_ERROR_TABLE_H
