// What can become of one update, as scripts for Play with their outcome: the rows of
// docs/verdicts.md. A test walks the table of transitions with all of them.
#ifndef ROOM_VISITOR_TESTS_CORE_REASSIGNMENT_SCRIPTS_H
#define ROOM_VISITOR_TESTS_CORE_REASSIGNMENT_SCRIPTS_H

namespace room_visitor::testing {

struct Row {
  const char* script;
  const char* outcome;
};

namespace scripts {

// docs/verdicts.md, the closed list: answers that end it at once.
inline constexpr Row kClosedList[] = {
    {"write 403", "refused no_permission"},
    {"write params", "refused invalid_params"},
    {"write visitor-not-found", "refused visitor_not_found"},
    {"write invalid-room", "refused room_not_found"},
    {"write [invalid-room]", "refused room_not_found"},
    {"write error-user-not-found", "refused user_not_found"},
    {"write error-not-authorized", "refused no_change_permission"},
    {"write error-not-allowed", "refused room_access_denied"},
    {"write deprecated", "refused deprecation_enforced"},
    {"write page-400", "refused body_unreadable"},
    {"write page-413", "refused body_too_large"},
    {"write page-415", "refused charset_unsupported"},
    {"write 401, login no", "refused not_logged_in"},
    {"write 429, write 429, write 429, write 429", "refused rate_limited"},
    {"write 405, version 7.2", "refused endpoint_removed"},
    {"write 404, version 8.6", "refused endpoint_removed"},
    {"write app-page, version 3.5", "refused endpoint_absent"},
    {"write 404, version 5.1", "refused endpoint_broken"},
};

// Everything else is read back: here the room has the new visitor, so each of these would be a
// wrong claim if it were taken as a refusal.
inline constexpr Row kAmbiguous[] = {
    {"write lost, read new", "applied read_back"},
    {"write timeout, read new", "applied read_back"},
    {"write 500, read new", "applied read_back"},
    {"write 502, read new", "applied read_back"},
    {"write cut, read new", "applied read_back"},
    {"write empty, read new", "applied read_back"},
    {"write redirect, read new", "applied read_back"},
    {"write failure, read new", "applied read_back"},
    {"write odd-400, read new", "applied read_back"},
    {"write 403-other, read new", "applied read_back"},
    {"write 429-page, read new", "applied read_back"},
    {"write other-page-400, read new", "applied read_back"},
    {"write no-room, read new", "applied read_back"},
    {"write other-room, read new", "applied read_back"},
    {"write unmoved, read new", "applied read_back"},
    {"write to-third, read new", "applied read_back"},
    {"write 405-json, version 6.4, read new", "applied read_back"},
    {"write 404, version 6.4, read new", "applied read_back"},
    {"write 405, version lost, read new", "applied read_back"},
    {"write app-page, version 500, read new", "applied read_back"},
    {"write 404, version timeout, read new", "applied read_back"},
    {"write 404, version unsent, read new", "applied read_back"},
    {"write mismatch, read new", "applied read_back"},
};

// docs/verdicts.md, Reading back.
inline constexpr Row kReadings[] = {
    {"write lost, read new", "applied read_back"},
    {"write lost, read old, write moved", "applied answer"},
    {"write lost, read old, write lost, read old, write lost, read old, write lost, read old",
     "unknown network_failed"},
    {"write mismatch, read old, write mismatch, read old, write mismatch, read old, "
     "write mismatch, read old",
     "refused visitor_mismatch"},
    {"write mismatch, read third", "refused conflict"},
    {"write mismatch, read nobodys", "refused conflict"},
    {"write lost, read third", "unknown network_failed"},
    {"write lost, read old, write mismatch, read third", "unknown visitor_mismatch"},
    {"write lost, read not-found", "unknown room_not_found"},
    {"write lost, read archived", "unknown room_archived"},
    {"write lost, read not-allowed", "unknown room_access_denied"},
    {"write mismatch, read not-allowed", "unknown room_access_denied"},
    {"write lost, read 429, read new", "applied read_back"},
    {"write lost, read 401, login yes, read new", "applied read_back"},
    {"write lost, read 401, login yes, read 401", "unknown not_logged_in"},
    {"write lost, read 401, login no", "unknown not_logged_in"},
    {"write lost, read lost, read 500, read cut, read new", "applied read_back"},
    {"write lost, read lost, read 500, read other-room, read timeout", "unknown timed_out"},
    {"write lost, read 429, read 429, read 429, read 429", "unknown rate_limited"},
    {"write lost, read unsent, read unsent, read unsent, read unsent", "unknown network_failed"},
};

// An earlier write is open: whatever the last one was answered, nothing is refused.
inline constexpr Row kOpenWrites[] = {
    {"write lost, read old, write visitor-not-found, read old", "unknown visitor_not_found"},
    {"write lost, read old, write visitor-not-found, read new", "applied read_back"},
    {"write lost, read old, write visitor-not-found, read third", "unknown visitor_not_found"},
    {"write lost, read old, write voice, read old", "unknown voice_room"},
    {"write lost, read old, write 401, login yes, write moved", "applied answer"},
    {"write lost, read old, write 401, login yes, write 401", "unknown not_logged_in"},
    {"write lost, read old, write 401, login no", "unknown not_logged_in"},
    {"write lost, read old, write 404, version 7.2, read old", "unknown endpoint_removed"},
    {"write lost, read old, write unsent, read old, write moved", "applied answer"},
    {"write 429, write unsent", "refused network_failed"},
    {"write lost, read old, write 429, write 429, write 429, read old", "unknown rate_limited"},
};

// docs/verdicts.md, Cancelling, time, credentials.
inline constexpr Row kEndings[] = {
    {"cancel", "not_sent cancelled"},
    {"overall", "not_sent out_of_time"},
    {"write 429, cancel", "refused cancelled"},
    {"write 429, overall", "refused out_of_time"},
    {"write pending, cancel, read new", "applied read_back"},
    {"write pending, cancel, read old", "unknown cancelled"},
    {"write pending, cancel, read third", "unknown cancelled"},
    {"write pending, cancel, read 429", "unknown rate_limited"},
    {"write pending, cancel, read lost", "unknown network_failed"},
    {"write pending, cancel, read timeout", "unknown timed_out"},
    {"write pending, cancel, read 401", "unknown not_logged_in"},
    {"write pending, overall, read old", "unknown out_of_time"},
    {"write lost, read pending, cancel, late 2 new", "applied read_back"},
    {"write mismatch, cancel, read old", "refused cancelled"},
    {"write mismatch, cancel, read third", "refused conflict"},
    {"write mismatch, cancel, read new", "applied read_back"},
    {"write mismatch, cancel, read lost", "unknown network_failed"},
    {"write lost, read old, cancel, read old", "unknown cancelled"},
    {"write 404, version pending, cancel, read new", "applied read_back"},
    {"write 401, cancel", "refused cancelled"},
    {"write lost, read old, write 401, cancel", "unknown cancelled"},
    {"write 429, write 429, write 429, write 401, login yes", "refused not_logged_in"},
    {"write lost, read old, write 429, write 429, write 401, login yes, read old",
     "unknown not_logged_in"},
    {"write 404, cancel, read new", "applied read_back"},
    {"write pending, cancel, closing", "unknown cancelled"},
    {"write pending, cancel, late 1 403, closing", "refused no_permission"},
    {"write lost, read 401, cancel", "unknown not_logged_in"},
    {"write 401, overall", "refused out_of_time"},
    {"write lost, read 401, overall", "unknown not_logged_in"},
    {"write lost, read lost, read lost, read lost, read 401, login yes", "unknown not_logged_in"},
    {"write 401, login yes, write moved", "applied answer"},
    {"write 401, login yes, write 401", "refused not_logged_in"},
    {"write 401, login yes, cancel", "refused cancelled"},
    {"write 401, login yes, write lost, read 401", "unknown not_logged_in"},
};

// Answers to attempts that were given up.
inline constexpr Row kLate[] = {
    {"write timeout, read old, late 1 moved", "applied answer"},
    {"write timeout, read old, write pending, late 1 moved", "applied answer"},
    {"write timeout, late 1 moved", "applied answer"},
    {"write timeout, read old, late 1 visitor-not-found", "refused visitor_not_found"},
    {"write timeout, read timeout, late 2 new", "applied read_back"},
    {"write timeout, read timeout, late 2 old, read new", "applied read_back"},
    {"write timeout, read old, write timeout, read old, late 1 403, late 3 403, read old",
     "refused no_permission"},
    {"write timeout, read old, late 1 voice", "refused voice_room"},
    {"write timeout, read old, write pending, late 1 403, late 3 mismatch, read old",
     "refused no_permission"},
    {"write pending, cancel, read pending, late 1 403, late 2 not-found", "refused no_permission"},
    {"write pending, cancel, read pending, late 1 403, late 2 429", "refused no_permission"},
    {"write pending, cancel, read pending, late 1 403, late 2 401", "refused no_permission"},
    {"write pending, cancel, read pending, late 1 403, late 2 500", "refused no_permission"},
    {"write pending, cancel, read pending, late 1 403, late 2 unsent", "refused no_permission"},
    {"write timeout, read 401, late 1 403, login no", "refused no_permission"},
    {"write timeout, read lost, read lost, read lost, read 401, late 1 403, login yes",
     "refused no_permission"},
    {"write timeout, read 401, late 1 403, cancel", "refused no_permission"},
    {"write pending, cancel, late 1 403, read old", "refused no_permission"},
    {"write pending, cancel, late 1 429, read old", "refused cancelled"},
    {"write pending, cancel, late 1 mismatch, read old", "refused cancelled"},
    {"write pending, cancel, late 1 moved", "applied answer"},
    // One reading follows a cancel, also where it was sent before the mismatch was known.
    {"write pending, cancel, read pending, late 1 mismatch, late 2 old", "unknown cancelled"},
    {"write pending, cancel, read pending, late 1 mismatch, late 2 third", "unknown cancelled"},
    {"write pending, cancel, read pending, late 1 mismatch, late 2 new", "applied read_back"},
    {"write pending, cancel, late 1 unsent", "not_sent cancelled"},
    {"write timeout, late 1 unsent", "not_sent timed_out"},
    {"write lost, read old, write timeout, late 3 unsent, read new", "applied read_back"},
    // This reading went out before the mismatch was known, so it does not look after it.
    {"write timeout, read pending, late 1 mismatch, late 2 third, read third", "refused conflict"},
    {"write timeout, read pending, late 1 mismatch, late 2 old, read old, write moved",
     "applied answer"},
    {"write timeout, late 7 moved, read old, write moved", "applied answer"},
    {"write 429, late 1 moved, write 403", "refused no_permission"},
};

}  // namespace scripts
}  // namespace room_visitor::testing

#endif  // ROOM_VISITOR_TESTS_CORE_REASSIGNMENT_SCRIPTS_H
