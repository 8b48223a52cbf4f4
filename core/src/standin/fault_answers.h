// What the client gets in place of the server's answer.
#ifndef ROOM_VISITOR_SRC_STANDIN_FAULT_ANSWERS_H
#define ROOM_VISITOR_SRC_STANDIN_FAULT_ANSWERS_H

#include <string_view>

#include "room_visitor/http.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// A server error of the fault's status: the API's envelope, or a proxy's page.
[[nodiscard]] HttpResponse failed_answer(const State& state, const HttpRequest& request,
                                         const Fault& fault);

/// The page on which a proxy asks people to log in.
[[nodiscard]] HttpResponse login_page();

/// A proxy that sends clients elsewhere.
[[nodiscard]] HttpResponse redirect_to(std::string_view location);

/// Makes a JSON body unreadable. False if there is none.
[[nodiscard]] bool spoil_json(HttpResponse& response, WrongJson form);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_FAULT_ANSWERS_H
