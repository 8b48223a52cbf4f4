// room-visitor: moves a Rocket.Chat live chat to another visitor, safely.
//
// The server's `PUT /api/v1/livechat/room.visitor` sets who a room belongs to, if it still belongs
// to whom the caller says. It is a compare-and-set without a lock: an answer that is lost looks
// like a conflict on the next try, and some failures are reported after the change was made. This
// library knows those rules. It does no input or output, reads no clock, draws no chance, throws
// nothing and keeps no state: the application sends the requests and hands over the answers.
//
// One update, from what a person typed to a verdict:
//
//   #include "room_visitor/room_visitor.h"
//   using namespace room_visitor;
//
//   Result<ServerUrl> server = parse_server_url("https://chat.example.com");
//   Result<Session> session = make_session({"rYhzFRd2QZjNwAAXX"}, {token});
//   Validation checked = validate(VisitorUpdate{{"tcbbSmWSLR5uo5PBW"},
//                                               {"6425bb86c29657e5b3ba26b2"},
//                                               {"642e1f0cc29657e5b3ba2711"}});
//   if (!server.ok() || !session.ok() || !checked.update) return show_what_is_wrong();
//
//   HttpRequest request = update_room_visitor(server.value(), session.value(), *checked.update);
//   HttpResponse response = my_application_sends(request);
//   Outcome outcome = settle(*checked.update, classify(response, Profile::two_permissions));
//
// Where to look:
//   update.h         what is wanted, and all that can be wrong with it
//   endpoints.h      requests; server_url.h the address they go to; calls.h logging in and looking
//   responses.h      answers; answers.h those to calls; profile.h what the server's version means
//   capability.h     what this workspace and user can do; preview.h what one update would do
//   reassignment.h   one update carried through; verdict.h what may be claimed about it
//   call.h           one reading carried through; steps.h what both ask of the application
//   pacer.h          when the next call may be sent; pacers.h for all routes of a server;
//                    server_clock.h where the server's clock stands
//   room.h visitor.h the server's documents; diff.h what changed in one; redact.h hides credentials
//   error_code.h     every error, in one table; result.h how functions return one
//   json_api.h       all of this with JSON text on both sides, for language bindings
//
// Text is UTF-8. Times are milliseconds as doubles. Functions may be called from any thread.
#ifndef ROOM_VISITOR_ROOM_VISITOR_H
#define ROOM_VISITOR_ROOM_VISITOR_H

#include "room_visitor/answers.h"
#include "room_visitor/call.h"
#include "room_visitor/calls.h"
#include "room_visitor/capability.h"
#include "room_visitor/diff.h"
#include "room_visitor/endpoints.h"
#include "room_visitor/error_code.h"
#include "room_visitor/http.h"
#include "room_visitor/ids.h"
#include "room_visitor/json_value.h"
#include "room_visitor/pacer.h"
#include "room_visitor/pacers.h"
#include "room_visitor/preview.h"
#include "room_visitor/profile.h"
#include "room_visitor/reassignment.h"
#include "room_visitor/redact.h"
#include "room_visitor/responses.h"
#include "room_visitor/result.h"
#include "room_visitor/room.h"
#include "room_visitor/server_clock.h"
#include "room_visitor/server_url.h"
#include "room_visitor/server_version.h"
#include "room_visitor/steps.h"
#include "room_visitor/time.h"
#include "room_visitor/update.h"
#include "room_visitor/verdict.h"
#include "room_visitor/visitor.h"

#endif  // ROOM_VISITOR_ROOM_VISITOR_H
