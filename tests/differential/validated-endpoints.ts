// The endpoints of the stand-in whose parameters a published validator checks, and those without.

export interface ValidatedEndpoint {
  readonly endpoint: string;
  readonly method: "GET" | "POST" | "PUT";
  /** The path of a call, if it differs from the endpoint's name. */
  readonly path?: string;
  /** Where the package has the validator, and under which name. */
  readonly file: "omnichannel" | "permissions";
  readonly validator: string;
  /** The version of the stand-in, if it is not that of the package. */
  readonly version?: string;
  /** The handler's own words for every refusal, where it does not repeat the validator's. */
  readonly ownWords?: { readonly error: string; readonly errorType: string };
}

const kRoom = "tcbbSmWSLR5uo5PBW";
const kVisitor = "6425bb86c29657e5b3ba26b2";

/**
 * `room.visitor` has a test of its own. No row here have:
 * - livechat/visitor/:token and livechat/visitor/:token/room: their validators are of the path's
 *   parts, of which each is there and a text whenever the route fits;
 * - rooms.info: the package has isRoomsInfoProps, but servers up to 8.6 answer a call without room
 *   with error-roomid-param-not-provided and accept `fields`, which that validator refuses;
 * - users.setStatus, login and livechat/visitor: servers check by hand there;
 * - settings/:_id: no schema, only the question whether there is a `value`.
 */
export const kValidatedEndpoints: readonly ValidatedEndpoint[] = [
  get("livechat/rooms", "isGETLivechatRoomsParams"),
  get("livechat/visitors.info", "isLivechatVisitorsInfoProps"),
  get("livechat/visitors.search", "isGETLivechatVisitorsSearch"),
  get("livechat/visitors.autocomplete", "isGETLivechatVisitorsAutocompleteParams"),
  get(
    "livechat/visitors.chatHistory",
    "isGETLivechatVisitorsChatHistoryRoomRoomIdVisitorVisitorIdParams",
    `livechat/visitors.chatHistory/room/${kRoom}/visitor/${kVisitor}`,
  ),
  get(
    "livechat/visitors.searchChats",
    "isGETLivechatVisitorsSearchChatsRoomRoomIdVisitorVisitorIdParams",
    `livechat/visitors.searchChats/room/${kRoom}/visitor/${kVisitor}`,
  ),
  get(
    "livechat/visitors.pagesVisited",
    "isGETLivechatVisitorsPagesVisitedRoomIdParams",
    `livechat/visitors.pagesVisited/${kRoom}`,
  ),
  get("livechat/:rid/messages", "isLivechatRidMessagesProps", `livechat/${kRoom}/messages`),
  post("livechat/message", "isPOSTLivechatMessageParams"),
  get(
    "livechat/messages.history",
    "isGETLivechatMessagesHistoryRidParams",
    `livechat/messages.history/${kRoom}`,
  ),
  get("livechat/room", "isGETLivechatRoomParams"),
  get("livechat/inquiries.getOne", "isGETLivechatInquiriesGetOneParams"),
  post("livechat/inquiries.take", "isPOSTLivechatInquiriesTakeParams"),
  post("livechat/room.closeByUser", "isPOSTLivechatRoomCloseByUserParams"),
  post("livechat/room.saveInfo", "isLiveChatRoomSaveInfoProps"),
  post("livechat/users/agent", "isPOSTLivechatUsersTypeProps"),
  post("livechat/agent.status", "isPOSTLivechatAgentStatusProps"),
  {
    ...post("permissions.update", "isBodyParamsValidPermissionUpdate"),
    file: "permissions",
    ownWords: { error: "Invalid body params", errorType: "error-invalid-body-params" },
  },
  // Servers apply this one from 8.0 on.
  {
    ...get("permissions.listAll", "isPermissionsListAll"),
    file: "permissions",
    version: "8.6",
  },
];

function get(endpoint: string, validator: string, path = endpoint): ValidatedEndpoint {
  return { endpoint, method: "GET", path, file: "omnichannel", validator };
}

function post(endpoint: string, validator: string): ValidatedEndpoint {
  return { endpoint, method: "POST", file: "omnichannel", validator };
}
