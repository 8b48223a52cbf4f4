// Inquiries: what stands in the queue for a live chat that asks for an agent.
#include <array>

#include "standin/conversation.h"
#include "standin/handlers.h"

namespace room_visitor::standin {
namespace {

Reply inquiry_answer(std::optional<Json> inquiry) {
  Json answer = Json::object();
  set_member(answer, "inquiry", inquiry ? std::move(*inquiry) : Json());
  return success(std::move(answer));
}

Reply show_inquiry(Call& call) {
  const State& state = call.state;
  if (!state.is_allowed(*call.user, state.behaviour->reading_handler_permission))
    return failure("error-not-authorized");
  const std::string_view rid = text_or_empty(call.query, "roomId");
  // Where a schema has checked the query before, an empty id is looked up like any other.
  if (rid.empty() && state.behaviour->parameter_check == ParameterCheck::exact)
    return failure("The 'roomId' param is required");
  return inquiry_answer(state.inquiry_of(rid));
}

// A room that is closed, or served by this agent already, stays as it is, and so does its inquiry.
bool can_be_taken(const std::optional<Json>& room, std::string_view agent_id) {
  return room && is_true(*room, "open") && id_of(*room, "servedBy") != agent_id;
}

Reply take_inquiry(Call& call) {
  State& state = call.state;
  const std::string_view chosen = text_or_empty(call.body, "userId");
  const Json* user = chosen.empty() ? call.user : state.users.find(chosen);
  if (user == nullptr) return failure("The user is invalid");
  if (!state.has_permission(*user, "view-l-room"))
    return coded_failure("error-not-allowed", "Not allowed");
  auto inquiry = state.inquiry(text_or_empty(call.body, "inquiryId"));
  if (!inquiry) return coded_failure("error-not-found", "Inquiry not found");
  if (text_or_empty(*inquiry, "status") == "taken")
    return coded_failure("error-inquiry-taken", "Inquiry already taken");
  if (!is_available_agent(*user))
    return coded_failure("error-agent-status-service-offline",
                         "Agent status is offline or Omnichannel service is not active");
  auto room = state.room(text_or_empty(*inquiry, "rid"));
  if (can_be_taken(room, text_or_empty(*user, "_id"))) {
    const std::string time = format_timestamp(call.now);
    mark_taken(*inquiry, time);
    state.put_inquiry(*inquiry);
    assign_agent(state, *room, *user, time);
  }
  return inquiry_answer(std::move(inquiry));
}

constexpr std::array kOneMembers{Property{"roomId", &kText, Need::required}};
constexpr Schema kOneQuery{.kind = Kind::object, .properties = kOneMembers};
constexpr std::array kTakeMembers{Property{"inquiryId", &kText, Need::required},
                                  Property{"userId", &kMaybeText}};
constexpr Schema kTakeBody{.kind = Kind::object, .properties = kTakeMembers};

constexpr std::array kOne{
    Endpoint{.method = "GET",
             .handler = show_inquiry,
             .permission = {.of_version = &Behaviour::reading_route_permission},
             .checked = Checked::query,
             .schema = &kOneQuery}};
constexpr std::array kTake{
    Endpoint{.method = "POST",
             .handler = take_inquiry,
             .permission = {.of_version = &Behaviour::reading_route_permission},
             .checked = Checked::body,
             .schema = &kTakeBody,
             .older_check = OlderCheck::exact}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/inquiries.getOne", Limit::counted, kOne},
    Route{"/api/v1/livechat/inquiries.take", Limit::counted, kTake},
};

}  // namespace

std::span<const Route> inquiry_routes() { return kRoutes; }

}  // namespace room_visitor::standin
