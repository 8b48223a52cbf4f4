// The library with JSON text on both sides, for language bindings: the WebAssembly module exports
// these functions one by one. C++ applications use the typed functions of the other headers.
//
// Every function accepts any text. One that can fail returns {"ok":true,…} or
// {"ok":false,"error":E} where E = {"code","family","path","found","expected","message","remedy"},
// all strings. A wrong argument is the error invalid_input with the place in `path`.
//
//   validate_update(R"({"kind":"object","members":[["rid","string","tcbbSmWSLR5uo5PBW"]]})");
#ifndef ROOM_VISITOR_JSON_API_H
#define ROOM_VISITOR_JSON_API_H

#include <string>

namespace room_visitor::json_api {

// `update` below: {"kind":K,"members":[[key,K,text],…]}, any value as its caller passed it; K is
// one of string, number, boolean, null, array, object, undefined, function, symbol, bigint, cycle.
// `request`: {"method","url","headers":[[name,value],…],"body"}.
// `ids`: {"rid","oldVisitorId","newVisitorId"}.

/// update → {"valid":bool,"update":ids?,"issues":[{"code","severity","path","found","expected",
/// "message","remedy"},…]}; a wrong argument → {"valid":false,"issues":[],"error":E}.
[[nodiscard]] std::string validate_update(const std::string& update);

/// {"update":update,"server","allowInsecure":bool,"userId","authToken"} →
/// {"ok":true,"request":request, "issues":[…]} or {"ok":false,"error":E,"issues":[…]}; E is the
/// first error found.
[[nodiscard]] std::string build_update_request(const std::string& call);

/// {"server","allowInsecure":bool} → {"ok":true,"request":request}, that of `GET /api/info`:
/// whether an address can be used, and what is made of it.
[[nodiscard]] std::string build_server_info_request(const std::string& call);

/// {"request":request,"secrets":"masked"|"revealed"} → {"ok":true,"text"}.
[[nodiscard]] std::string to_curl(const std::string& call);

/// meta = {"status":int,"headers":[[name,value],…],"profile"?,"update":ids?}, body = the answer's
/// text →
/// {"meaning":{"kind","error":E|null,"serverText","errorType","rateLimit":{…}|null,"deprecation":{…}|
/// null,"roomText":string|null},"outcome":{"verdict","proof":string|null,"error":E|null}}. The
/// outcome is there only if ids were given; ids that do not pass validation are a wrong argument.
[[nodiscard]] std::string read_update_answer(const std::string& meta, const std::string& body);

/// Two JSON texts → {"ok":true,"changes":[{"path","kind":"added"|"removed"|"changed","beforeText"?,
/// "afterText"?},…]}.
[[nodiscard]] std::string diff_documents(const std::string& before, const std::string& after);

/// A JSON text → {"ok":true,"text"}, its secrets hidden.
[[nodiscard]] std::string redact(const std::string& text);

/// [{"code","family","what","remedy"},…], every code there is.
[[nodiscard]] std::string error_table();

}  // namespace room_visitor::json_api

#endif  // ROOM_VISITOR_JSON_API_H
