#include "standin/seeds.h"

namespace room_visitor::standin {
namespace {

// Roles as the server hands them out by default (docs/wire.md sections 3.3 and 4).
constexpr std::string_view kDefaults = R"json({
  "settings": {
    "Accounts_AllowInvisibleStatusOption": true,
    "Accounts_AllowUserStatusMessageChange": true,
    "Accounts_TwoFactorAuthentication_By_Email_Code_Expiration": 3600,
    "Accounts_TwoFactorAuthentication_By_Email_Enabled": true,
    "Accounts_TwoFactorAuthentication_By_TOTP_Enabled": true,
    "Accounts_TwoFactorAuthentication_Enabled": true,
    "Accounts_TwoFactorAuthentication_Enforce_Password_Fallback": true,
    "Accounts_TwoFactorAuthentication_RememberFor": 1800,
    "API_Allow_Infinite_Count": true,
    "API_Default_Count": 50,
    "API_Upper_Count_Limit": 100,
    "API_Enable_CORS": false,
    "API_CORS_Origin": "*",
    "API_Enable_Rate_Limiter": true,
    "API_Enable_Rate_Limiter_Limit_Calls_Default": 10,
    "API_Enable_Rate_Limiter_Limit_Time_Default": 60000,
    "Iframe_Restrict_Access": true,
    "Iframe_X_Frame_Options": "sameorigin",
    "Livechat_Routing_Method": "Auto_Selection",
    "Livechat_enabled": true,
    "Livechat_request_comment_when_closing_conversation": true,
    "Site_Url": "http://localhost:3000"
  },
  "permissions": [
    {"_id": "access-permissions", "_updatedAt": "2023-03-01T08:00:00.000Z", "roles": ["admin"]},
    {"_id": "api-bypass-rate-limit", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin", "bot", "app"]},
    {"_id": "change-livechat-room-visitor", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin", "livechat-manager", "livechat-agent"]},
    {"_id": "close-livechat-room", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor", "livechat-agent", "admin"]},
    {"_id": "close-others-livechat-room", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor", "admin"]},
    {"_id": "edit-livechat-room-customfields", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-agent", "admin"]},
    {"_id": "save-others-livechat-room-info", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor"]},
    {"_id": "edit-other-user-info", "_updatedAt": "2023-03-01T08:00:00.000Z", "roles": ["admin"]},
    {"_id": "edit-privileged-setting", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin"]},
    {"_id": "get-server-info", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin"]},
    {"_id": "manage-livechat-agents", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "admin"]},
    {"_id": "view-c-room", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin", "user", "bot", "app", "anonymous"]},
    {"_id": "view-joined-room", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["guest", "bot", "app", "anonymous"]},
    {"_id": "view-l-room", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-agent", "livechat-monitor", "admin"]},
    {"_id": "view-livechat-manager", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor", "admin"]},
    {"_id": "view-livechat-room-closed-by-another-agent", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor"]},
    {"_id": "view-livechat-room-closed-same-department", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor"]},
    {"_id": "view-livechat-rooms", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["livechat-manager", "livechat-monitor", "admin"]},
    {"_id": "view-privileged-setting", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin"]},
    {"_id": "view-statistics", "_updatedAt": "2023-03-01T08:00:00.000Z",
     "roles": ["admin"]}
  ]
})json";

// The example of the endpoint's documentation, with the people and rooms that a move needs.
constexpr std::string_view kDocumentation = R"json({
  "users": [
    {
      "_id": "rYhzFRd2QZjNwAAXX", "name": "Rodriq", "username": "rodriq",
      "emails": [{"address": "rodriq@example.com", "verified": true}],
      "status": "online", "statusConnection": "online", "utcOffset": 0, "active": true,
      "roles": ["user", "livechat-agent"],
      "settings": {"profile": {}, "preferences": {}},
      "services": {"password": {"exists": true}},
      "statusLivechat": "available",
      "login": {
        "password": "rodriq-password",
        "digest": "aa42883a036bdb68b191b92844da185f6ef896a3c00b5f749165a5ed4322ad7d",
        "tokens": ["8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"]
      }
    },
    {
      "_id": "aDmnT4kWq8RzYx2Gs", "name": "Ada Min", "username": "admin",
      "emails": [{"address": "admin@example.com", "verified": true}],
      "status": "online", "statusConnection": "online", "utcOffset": 0, "active": true,
      "roles": ["admin"],
      "settings": {"profile": {}, "preferences": {}},
      "services": {"password": {"exists": true}},
      "login": {
        "password": "admin-password",
        "digest": "8e70fdbd0400b7a21539fd15fb4ab86c129f7cbd99261dbb0d95c18df8dec177",
        "tokens": ["admin-Token-of-the-documentation-seed-00001"]
      }
    },
    {
      "_id": "mNgrB7eHt3KpWw9Ls", "name": "Mana Ger", "username": "manager",
      "emails": [{"address": "manager@example.com", "verified": true}],
      "status": "away", "statusConnection": "away", "utcOffset": 0, "active": true,
      "roles": ["user", "livechat-manager"],
      "settings": {"profile": {}, "preferences": {}},
      "services": {"password": {"exists": true}},
      "login": {
        "password": "manager-password",
        "digest": "7a2919fdcf4135b26b79318f5d900545c6533b09f69ce704294a9157740c8c9f",
        "tokens": ["manager-Token-of-the-documentation-seed-001"]
      }
    },
    {
      "_id": "mNtrC5xJd6QfZa8Ke", "name": "Moni Tor", "username": "monitor",
      "emails": [{"address": "monitor@example.com", "verified": true}],
      "status": "online", "statusConnection": "online", "utcOffset": 0, "active": true,
      "roles": ["user", "livechat-monitor"],
      "settings": {"profile": {}, "preferences": {}},
      "services": {"password": {"exists": true}},
      "login": {
        "password": "monitor-password",
        "digest": "d0866288ab1a69b4bd82026f681fcfb78efcea9ce1b773e53a0ef2e96d7096a4",
        "tokens": ["monitor-Token-of-the-documentation-seed-001"]
      }
    }
  ],
  "departments": [{"_id": "64253f1b7a6d9c0e81b2c3d4", "name": "Support", "enabled": true}],
  "departmentAgents": [
    {"_id": "64253f1b7a6d9c0e81b2c3d5", "departmentId": "64253f1b7a6d9c0e81b2c3d4",
     "agentId": "rYhzFRd2QZjNwAAXX", "username": "rodriq"}
  ],
  "visitors": [
    {
      "_id": "6425bb86c29657e5b3ba26b2", "username": "guest-16", "status": "offline",
      "ts": "2023-03-30T16:40:38.417Z",
      "token": "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d",
      "name": "Mende", "_updatedAt": "2023-03-30T16:58:12.020Z",
      "lastChat": {"_id": "tcbbSmWSLR5uo5PBW", "ts": "2023-03-30T16:40:48.026Z"}
    },
    {
      "_id": "63d8f20a5be41c7790e6a1f4", "username": "guest-3", "status": "online",
      "ts": "2023-01-31T10:46:34.120Z",
      "token": "1f0c7d2e94ab5863c7e0d19f42b6a85538f1ce07d94b2a6613e5870fbc29d4a1",
      "name": "Amara Mende",
      "visitorEmails": [{"address": "amara.mende@example.com"}],
      "phone": [{"phoneNumber": "+15550100"}],
      "livechatData": {"customer_number": "C-20481"},
      "_updatedAt": "2023-03-28T09:12:03.555Z",
      "lastChat": {"_id": "q7WnZ4kYtB9sRmE3c", "ts": "2023-03-28T08:55:17.201Z"}
    },
    {
      "_id": "63a1c4be90d7f2286b5e3d07", "username": "guest-1", "status": "offline",
      "ts": "2022-12-20T14:20:30.004Z",
      "token": "c40b6e8d17f2953aa0de46b1825f7c93e6d01b4a8f3725c96b0ed4a17f82c35e",
      "disabled": true, "_updatedAt": "2023-02-02T11:00:00.000Z"
    },
    {
      "_id": "iNKE8a6k6cjbqWhWd", "username": "guest-7", "status": "offline",
      "ts": "2021-06-09T07:31:44.310Z",
      "token": "5d7e90b3a8c1f6420be7d95314ac8f26e0b97d4c3a158f62d0e4b7a91c53f806",
      "name": "Jo", "_updatedAt": "2021-06-09T07:40:02.118Z"
    }
  ],
  "rooms": [
    {
      "_id": "tcbbSmWSLR5uo5PBW", "msgs": 5, "usersCount": 2,
      "lm": "2023-03-30T16:58:11.899Z", "fname": "Mende", "t": "l",
      "ts": "2023-03-30T16:40:48.026Z",
      "v": {
        "_id": "6425bb86c29657e5b3ba26b2", "username": "guest-16",
        "token": "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d",
        "status": "offline", "lastMessageTs": "2023-03-30T16:58:11.899Z"
      },
      "cl": false, "open": true, "source": {"type": "widget"},
      "queuedAt": "2023-03-30T16:40:48.026Z", "priorityWeight": 99,
      "estimatedWaitingTimeQueue": 9999999, "_updatedAt": "2023-03-30T16:58:12.032Z",
      "lastMessage": {
        "_id": "KLgpbsdZEgETahypp", "rid": "tcbbSmWSLR5uo5PBW", "msg": "Xup?",
        "token": "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d",
        "alias": "Mende", "ts": "2023-03-30T16:58:11.899Z",
        "u": {"_id": "6425bb86c29657e5b3ba26b2", "username": "guest-16", "name": "Mende"},
        "_updatedAt": "2023-03-30T16:58:12.017Z",
        "urls": [], "mentions": [], "channels": [],
        "md": [{"type": "PARAGRAPH", "value": [{"type": "PLAIN_TEXT", "value": "Xup?"}]}],
        "newRoom": false, "showConnecting": false
      },
      "metrics": {
        "reaction": {"fd": "2023-03-30T16:41:05.370Z", "ft": 16.987, "tt": 17.112},
        "response": {"avg": 7.1105, "fd": "2023-03-30T16:41:05.370Z", "ft": 14.096,
                     "total": 2, "tt": 14.221},
        "v": {"lq": "2023-03-30T16:58:11.899Z"},
        "servedBy": {"lr": "2023-03-30T16:41:05.138Z"}
      },
      "servedBy": {"_id": "rYhzFRd2QZjNwAAXX", "username": "rodriq",
                   "ts": "2023-03-30T16:40:48.383Z"},
      "waitingResponse": true
    },
    {
      "_id": "q7WnZ4kYtB9sRmE3c", "msgs": 12, "usersCount": 2,
      "lm": "2023-03-28T09:11:40.872Z", "fname": "Amara Mende", "t": "l",
      "ts": "2023-03-28T08:55:17.201Z",
      "v": {
        "_id": "63d8f20a5be41c7790e6a1f4", "username": "guest-3",
        "token": "1f0c7d2e94ab5863c7e0d19f42b6a85538f1ce07d94b2a6613e5870fbc29d4a1",
        "status": "online"
      },
      "cl": false, "source": {"type": "widget"}, "queuedAt": "2023-03-28T08:55:17.201Z",
      "priorityWeight": 99, "estimatedWaitingTimeQueue": 9999999,
      "departmentId": "64253f1b7a6d9c0e81b2c3d4",
      "servedBy": {"_id": "rYhzFRd2QZjNwAAXX", "username": "rodriq",
                   "ts": "2023-03-28T08:55:18.004Z"},
      "closedAt": "2023-03-28T09:12:03.540Z",
      "closedBy": {"_id": "rYhzFRd2QZjNwAAXX", "username": "rodriq"}, "closer": "user",
      "closingMessage": {
        "_id": "w8PkGx3TzRqYb6Nme", "rid": "q7WnZ4kYtB9sRmE3c", "t": "livechat-close",
        "msg": "Solved.", "groupable": false, "ts": "2023-03-28T09:12:03.548Z",
        "u": {"_id": "rYhzFRd2QZjNwAAXX", "username": "rodriq", "name": "Rodriq"},
        "_updatedAt": "2023-03-28T09:12:03.551Z"
      },
      "_updatedAt": "2023-03-28T09:12:03.555Z"
    },
    {
      "_id": "GENERAL", "name": "general", "t": "c", "msgs": 0, "usersCount": 4, "default": true,
      "ts": "2021-01-04T12:00:00.000Z", "_updatedAt": "2023-03-30T16:00:00.000Z"
    }
  ],
  "subscriptions": [
    {
      "_id": "dH5mXo7sKcTq2ZpFy", "rid": "tcbbSmWSLR5uo5PBW", "t": "l", "open": true,
      "u": {"_id": "rYhzFRd2QZjNwAAXX", "username": "rodriq"},
      "ts": "2023-03-30T16:40:48.390Z", "_updatedAt": "2023-03-30T16:58:12.040Z"
    }
  ],
  "inquiries": [
    {
      "_id": "zR4bWn6wJg8kDs3Hx", "rid": "tcbbSmWSLR5uo5PBW", "name": "Mende", "status": "taken",
      "v": {
        "_id": "6425bb86c29657e5b3ba26b2", "username": "guest-16",
        "token": "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d",
        "status": "offline"
      },
      "ts": "2023-03-30T16:40:48.026Z", "_updatedAt": "2023-03-30T16:40:48.400Z"
    }
  ]
})json";

}  // namespace

std::string_view default_seed() { return kDefaults; }

std::vector<std::string_view> find_seed(std::string_view name) {
  if (name == "documentation") return {kDocumentation};
  if (name == "story") return {kDocumentation, story_people(), story_rooms()};
  if (name == "empty") return {"{}"};
  return {};
}

std::string_view seed_names() { return "documentation, story, empty"; }

}  // namespace room_visitor::standin
