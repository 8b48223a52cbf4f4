// The server of a run: a stand-in with one room, the people who work on it, and a record of whose
// the room is.
#ifndef ROOM_VISITOR_TESTS_PAIRED_SERVER_H
#define ROOM_VISITOR_TESTS_PAIRED_SERVER_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paired/history.h"
#include "room_visitor/standin/workspace.h"

namespace room_visitor::paired {

inline constexpr std::string_view kOrigin = "http://localhost:3000";
inline constexpr std::string_view kRid = "pAiReDrOoMoFoUrS2";

enum class Allowance : std::uint8_t { usual, small };  ///< 10 calls in 60 s, 2 in 15 s
enum class RoomState : std::uint8_t { open, closed };

struct ServerKind {
  std::size_t version = 0;  ///< index of kVersions
  Allowance allowance = Allowance::usual;
  RoomState room = RoomState::open;
};

/// The versions that runs meet: those that work first, then those that always refuse.
inline constexpr std::array kVersions{ServerVersion{5, 2, {}},  ServerVersion{5, 4, {}},
                                      ServerVersion{6, 2, {}},  ServerVersion{6, 4, {}},
                                      ServerVersion{6, 10, {}}, ServerVersion{3, 6, {}},
                                      ServerVersion{5, 1, {}}};
inline constexpr std::size_t kWorkingVersions = 5;

/// A user with three tokens, of which the first is used as long as it is valid.
struct Account {
  std::string_view user_id;
  std::array<std::string_view, 3> tokens;
};
/// May move and read every room.
inline constexpr Account kManager{"mAnAgEr2oFtHeRoOm", {"manager-1", "manager-2", "manager-3"}};
/// Serves the room: may read it, and move it while it is open.
inline constexpr Account kAgent{"aGeNt3oFtHiSrOoMs", {"agent-1", "agent-2", "agent-3"}};

/// Workspaces to start from, one of each kind; each is built when it is first asked for.
class Servers {
 public:
  [[nodiscard]] const standin::Workspace& of(const ServerKind& kind);

 private:
  std::array<std::optional<standin::Workspace>, kVersions.size() * 4> built_;
};

/// What became of one copy of a request.
struct Delivery {
  standin::Exchange exchange;
  Owner owner = Owner::nobody;        ///< afterwards
  bool applied = false;               ///< this copy changed the room
  std::optional<Owner> moved_before;  ///< another agent moved the room first, to this owner
  ServerVersion version;              ///< of the server that answered
  Millis wall_time = 0;               ///< what its clock showed
  std::array<std::uint32_t, standin::kFaultKinds> happened{};
};

class Server {
 public:
  /// The room is Ada's.
  Server(const standin::Workspace& begin, const ServerVersion& version, Millis wall_time)
      : workspace_(begin), version_(version), wall_time_(wall_time) {}

  [[nodiscard]] Owner owner() const { return owner_; }

  /// A client's request in origin-form arrives, and meets these faults.
  [[nodiscard]] Delivery deliver(const HttpRequest& request, std::vector<standin::Fault> faults,
                                 Millis at);
  /// Another agent moves the room by a request of their own. False if the server refuses.
  bool move_to(Owner owner, Millis at);
  /// The session of this token ends.
  void log_out(std::string_view user_id, std::string_view token, Millis at);
  /// Another caller at the client's address sends so many requests to the same route.
  void use_up(RequestKind kind, int calls, Millis at);
  /// The server's wall clock is set.
  void jump(Millis by) { wall_time_ += by; }

  /// Whether what is concluded from answers is what the server's room says. For tests of the
  /// simulation itself.
  [[nodiscard]] bool is_record_right(Millis at);

 private:
  struct Look {
    Owner owner;
    std::string updated_at;
  };
  [[nodiscard]] Look look(Millis now);
  [[nodiscard]] standin::Exchange handle(const HttpRequest& request, Millis now,
                                         std::string_view ip);
  void conclude(const HttpRequest& request, const std::vector<standin::Fault>& faults,
                Delivery& delivery, Millis now);
  [[nodiscard]] Millis next_wall_time(Millis at);

  standin::Workspace workspace_;
  ServerVersion version_;
  Millis wall_time_;  // at the run's beginning
  Millis last_ = 0;
  Owner owner_ = Owner::ada;
};

/// Whose room an answer to rooms.info shows; nobody if it shows none.
[[nodiscard]] Owner owner_in(const HttpResponse& response);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_SERVER_H
