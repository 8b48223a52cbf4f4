// What several endpoints do to a live chat: find it for its visitor, give it an agent, put a
// message into it (docs/wire.md sections 7 to 9).
#ifndef ROOM_VISITOR_SRC_STANDIN_CONVERSATION_H
#define ROOM_VISITOR_SRC_STANDIN_CONVERSATION_H

#include <optional>
#include <string>
#include <string_view>

#include "standin/state.h"

namespace room_visitor::standin {

[[nodiscard]] bool is_live_chat(const Json& room);

/// The live chat of that id, open or closed, if this is the token of its visitor.
[[nodiscard]] std::optional<Json> find_own_room(const State& state, std::string_view rid,
                                                std::string_view visitor_token);

/// Whether agents choose from a queue, instead of having chats assigned to them.
[[nodiscard]] bool is_queue_shown(const State& state);

/// Whether this is an agent who takes chats now.
[[nodiscard]] bool is_available_agent(const Json& user);

/// `{_id, username}` and one more member, if the document has it as text.
[[nodiscard]] Json person(const Json& document, std::string_view more);

/// `[{KEY: TEXT}]`: how visitors keep addresses and phone numbers.
[[nodiscard]] Json list_of_one(std::string_view key, std::string_view text);

/// The member of that name, made an object if it is none. `object` has to be one.
[[nodiscard]] Json& object_member(Json& object, std::string_view key);

/// Stores a live chat that an agent serves from now on, with a subscription for the agent.
void assign_agent(State& state, Json& room, const Json& agent, const std::string& time);

/// Marks an inquiry as taken; its room is for `assign_agent`.
void mark_taken(Json& inquiry, const std::string& time);

/// Stores a message and its room, whose last message it is. A message with a token is the
/// visitor's.
void add_message(State& state, Json room, const Json& message);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_CONVERSATION_H
