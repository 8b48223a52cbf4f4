#include "room_visitor/capability.h"

#include <algorithm>

#include "call_answer.h"
#include "envelope.h"
#include "room_visitor/calls.h"
#include "room_visitor/redact.h"
#include "unicode.h"

namespace room_visitor {
namespace {

constexpr std::string_view kChange = "change-livechat-room-visitor";
constexpr std::string_view kView = "view-l-room";
constexpr std::string_view kList = "view-livechat-rooms";
constexpr std::string_view kBypass = "api-bypass-rate-limit";
constexpr std::array kPermissions{kChange, kView, kList, kBypass};

constexpr ServerVersion kRemovedSince{7, 0, {}};

// docs/wire.md section 10, in the order in which they came.
constexpr std::array kReplacements{
    Replacement{
        "livechat/visitor", "Changes the data of the visitor, not whose the room is.", {3, 6, {}}},
    Replacement{"livechat/room.saveInfo", "Changes title and tags of the room.", {5, 3, {}}},
    Replacement{"omnichannel/contacts", "Creates, changes and finds contacts.", {6, 13, {}}},
    Replacement{"contactId", "Names the contact of a room.", {7, 1, {}}},
    Replacement{"omnichannel/contacts.conflicts",
                "Settles what is contradictory in a contact.",
                {7, 7, {}}}};

struct Readings {
  Reading<ServerVersion> version;
  Reading<CurrentUser> user;
  Reading<std::vector<PermissionRoles>> permissions;
};

Readings read_all(const CapabilityAnswers& answers) {
  const auto read_permissions = [](const HttpResponse& response) {
    return read_permission_list(response, kPermissions);
  };
  return {reading<ServerVersion>(answers[CapabilityCall::server_info], read_server_info),
          reading<CurrentUser>(answers[CapabilityCall::current_user], read_current_user),
          reading<std::vector<PermissionRoles>>(answers[CapabilityCall::permission_list],
                                                read_permissions)};
}

Profile profile_in(const Readings& readings) {
  return readings.version && readings.version->ok() ? profile_of(readings.version->value())
                                                    : Profile::unknown;
}

// Whether something that may be a workspace is there. A wrong server gets no credentials, and a
// redirect or a cancelled call ends it all.
bool may_be_workspace(const Result<ServerVersion>& version) {
  if (version.ok()) return true;
  switch (version.error().code) {
    case ErrorCode::html_answer:
    case ErrorCode::not_json:
    case ErrorCode::unexpected_answer:
    case ErrorCode::unexpected_status:
    case ErrorCode::invalid_version:
    case ErrorCode::redirected:
    case ErrorCode::cancelled:
      return false;
    default:
      return true;
  }
}

std::optional<CapabilityCall> next_call(const CapabilityAnswers& answers, bool has_session) {
  const Readings readings = read_all(answers);
  if (!readings.version) return CapabilityCall::server_info;
  if (!has_session || !may_be_workspace(*readings.version)) return {};
  if (!readings.user) return CapabilityCall::current_user;
  const bool worth_asking = readings.user->ok() && !error_of_profile(profile_in(readings));
  if (!readings.permissions && worth_asking) return CapabilityCall::permission_list;
  return {};
}

bool is_needed(std::string_view permission, Profile profile) {
  return permission == kChange || (permission == kView && profile == Profile::two_permissions);
}

bool share_a_role(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& role) {
    return std::find(other.begin(), other.end(), role) != other.end();
  });
}

// Roles as a phrase: the server's names, so that nothing invisible hides in them.
std::string listed(const std::vector<std::string>& roles) {
  if (roles.empty()) return "no role";
  std::string text = roles.size() == 1 ? "the role " : "the roles ";
  for (std::size_t i = 0; i < roles.size(); ++i)
    text.append(i > 0 ? ", " : "").append(quote_redacted(roles[i]));
  return text;
}

class Assessment {
 public:
  explicit Assessment(const CapabilityAnswers& answers)
      : answers_(answers), readings_(read_all(answers)) {}

  Capability run() {
    judge_server();
    judge_cors();
    judge_user();
    if (!error_of_profile(found_.profile)) judge_permissions();
    judge_rate_limit();
    judge_update();
    return std::move(found_);
  }

 private:
  void add(Severity severity, std::string_view path, const Error& error) {
    found_.findings.push_back(
        {error.code, severity, std::string(path), error.found, error.expected});
  }

  // One lost answer proves nothing.
  [[nodiscard]] bool nothing_answers() const {
    return readings_.user && std::none_of(answers_.answers.begin(), answers_.answers.end(),
                                          [](const CallAnswer& answer) {
                                            return std::holds_alternative<HttpResponse>(answer);
                                          });
  }

  [[nodiscard]] bool failed_by_cors() const {
    const auto* failure = std::get_if<FailureKind>(&answers_[CapabilityCall::current_user]);
    return failure != nullptr && *failure == FailureKind::cors;
  }

  void judge_server() {
    const auto& version = readings_.version;
    const bool has_workspace =
        (version && version->ok()) || (readings_.user && readings_.user->ok());
    if (has_workspace)
      found_.reachable = Known::yes;
    else if (version && (!may_be_workspace(*version) || nothing_answers()))
      found_.reachable =
          version->error().code == ErrorCode::cancelled ? Known::not_known : Known::no;
    if (!version) return;
    if (!version->ok())
      return add(found_.reachable == Known::no ? Severity::error : Severity::warning, "/version",
                 version->error());
    found_.version = version->value();
    found_.profile = profile_of(version->value());
    if (auto error = error_of_profile(found_.profile)) {
      error->found = "version " + to_text(version->value());
      add(Severity::error, "/profile", *error);
    }
    if (found_.profile == Profile::removed) tell_replacements(version->value());
  }

  void tell_replacements(const ServerVersion& version) {
    found_.removed_since = kRemovedSince;
    for (const Replacement& replacement : kReplacements)
      if (version.at_least(replacement.since.major, replacement.since.minor))
        found_.replacements.push_back(replacement);
  }

  void judge_cors() {
    if (std::holds_alternative<HttpResponse>(answers_[CapabilityCall::current_user]))
      found_.cors = CorsState::fine;
    else if (failed_by_cors() && readings_.version && readings_.version->ok())
      found_.cors = CorsState::off_suspected;
    if (found_.cors == CorsState::off_suspected)
      add(Severity::warning, "/cors", readings_.user->error());
  }

  void judge_user() {
    const auto& user = readings_.user;
    if (!user) {
      // Why nobody was asked for is told by another finding where there is one.
      if (found_.version && found_.findings.empty())
        add(Severity::warning, "/user", {ErrorCode::missing_credentials, "", "", ""});
    } else if (user->ok()) {
      found_.user = user->value();
    } else if (found_.cors != CorsState::off_suspected) {
      const bool refused = user->error().code == ErrorCode::not_logged_in;
      add(refused ? Severity::error : Severity::warning, "/user", user->error());
    }
  }

  void judge_permissions() {
    const auto& list = readings_.permissions;
    for (const std::string_view permission : kPermissions) {
      PermissionCheck check{
          std::string(permission), is_needed(permission, found_.profile), Known::not_known, {}};
      if (list && list->ok())
        for (const PermissionRoles& entry : list->value())
          if (entry.permission == permission) check.roles = entry.roles;
      if (list && list->ok() && found_.user && found_.user->roles)
        check.held = share_a_role(check.roles, *found_.user->roles) ? Known::yes : Known::no;
      if (check.held == Known::no) report_missing(check);
      found_.permissions.push_back(std::move(check));
    }
    if (list && !list->ok()) add(Severity::warning, "/permissions", list->error());
    if (found_.user && !found_.user->roles)
      add(Severity::warning, "/user/roles",
          {ErrorCode::unexpected_answer, "", "no list of roles", "the roles of the user"});
  }

  void report_missing(const PermissionCheck& check) {
    // Without these every update is possible.
    if (check.permission == kList || check.permission == kBypass) return;
    ErrorCode code = ErrorCode::no_read_permission;
    if (check.needed)
      code =
          check.permission == kChange ? ErrorCode::no_change_permission : ErrorCode::no_permission;
    // On a version that is not known it may not be needed at all.
    const bool is_error = check.needed && found_.profile != Profile::unknown;
    add(is_error ? Severity::error : Severity::warning, "/permissions/" + check.permission,
        {code, "", listed(*found_.user->roles), listed(check.roles)});
  }

  void judge_rate_limit() {
    if (holds(found_, kBypass) == Known::yes) {
      found_.rate_limiting = RateLimiting::bypassed;
      return;
    }
    // The latest answer counts; the first is public and may not be counted.
    for (const CallAnswer& answer : answers_.answers)
      if (const auto* response = std::get_if<HttpResponse>(&answer))
        if (const auto limit = read_rate_limit(*response, read_envelope(*response)))
          found_.rate_limit = limit;
    if (found_.rate_limit) found_.rate_limiting = RateLimiting::limited;
  }

  void judge_update() {
    // What prevented every answer may be gone by the time of the update.
    const bool has_error =
        !nothing_answers() &&
        std::any_of(found_.findings.begin(), found_.findings.end(),
                    [](const Issue& issue) { return issue.severity == Severity::error; });
    const bool has_all = std::all_of(
        found_.permissions.begin(), found_.permissions.end(),
        [](const PermissionCheck& check) { return !check.needed || check.held == Known::yes; });
    if (has_error)
      found_.can_update = Known::no;
    else if (found_.profile != Profile::unknown && has_all)
      found_.can_update = Known::yes;
  }

  const CapabilityAnswers& answers_;
  const Readings readings_;
  Capability found_;
};

}  // namespace

std::string_view to_text(CapabilityCall call) {
  constexpr std::array<std::string_view, 3> kNames{"server_info", "current_user",
                                                   "permission_list"};
  return kNames[static_cast<std::size_t>(call)];
}

std::string_view to_text(Known known) {
  constexpr std::array<std::string_view, 3> kNames{"yes", "no", "not_known"};
  return kNames[static_cast<std::size_t>(known)];
}

std::string_view to_text(RateLimiting limiting) {
  constexpr std::array<std::string_view, 3> kNames{"limited", "bypassed", "not_known"};
  return kNames[static_cast<std::size_t>(limiting)];
}

std::string_view to_text(CorsState cors) {
  constexpr std::array<std::string_view, 3> kNames{"fine", "off_suspected", "not_known"};
  return kNames[static_cast<std::size_t>(cors)];
}

std::optional<CapabilityRequest> next_capability_request(const CapabilityAnswers& answers,
                                                         const ServerUrl& server,
                                                         const std::optional<Session>& session) {
  const auto call = next_call(answers, session.has_value());
  if (!call) return {};
  switch (*call) {
    case CapabilityCall::server_info:
      return CapabilityRequest{*call, server_info(server)};
    case CapabilityCall::current_user:
      return CapabilityRequest{*call, current_user(server, *session)};
    case CapabilityCall::permission_list:
      return CapabilityRequest{*call, permission_list(server, *session)};
  }
  return {};
}

Capability assess(const CapabilityAnswers& answers) { return Assessment(answers).run(); }

Known holds(const Capability& capability, std::string_view permission) {
  for (const PermissionCheck& check : capability.permissions)
    if (check.permission == permission) return check.held;
  return Known::not_known;
}

}  // namespace room_visitor
