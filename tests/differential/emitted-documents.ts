// Every room, visitor and message that a stand-in shows through its API, found in its answers.
import type { Standin } from "../../web/src/standin/standin.js";

export type Document = Readonly<Record<string, unknown>>;

export interface Documents {
  readonly rooms: Document[];
  readonly visitors: Document[];
  readonly messages: Document[];
}

/** Who asks: somebody who may see everything and is not counted by the limiter. */
const kAdmin: readonly (readonly [string, string])[] = [
  ["X-User-Id", "aDmnT4kWq8RzYx2Gs"],
  ["X-Auth-Token", "admin-Token-of-the-documentation-seed-00001"],
  ["Content-Type", "application/json"],
];
const kNow = 1683038865855;

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

// The first calls need nothing; the others are made for everything that was found by then.
const kFirst: readonly Call[] = [
  ...["tcbbSmWSLR5uo5PBW", "q7WnZ4kYtB9sRmE3c"].map((rid) => get(`rooms.info?roomId=${rid}`)),
  ...[0, 100, 200].map((offset) => get(`livechat/rooms?count=100&offset=${String(offset)}`)),
  ...["63d8f20a5be41c7790e6a1f4", "iNKE8a6k6cjbqWhWd"].map((id) =>
    get(`livechat/visitors.info?visitorId=${id}`),
  ),
  post("livechat/visitor", {
    visitor: {
      ...{ token: "a-new-token", name: "Zoë", email: "zoe@example.com", phone: "+15550123" },
      customFields: [{ key: "address", value: "Rua 1", overwrite: true }],
    },
  }),
  get("livechat/room?token=a-new-token"),
];

function callsFor({ rooms, visitors }: Documents): Call[] {
  const ofRooms = rooms.flatMap(({ _id, v }) => {
    const rid = String(_id);
    const { _id: visitorId, token } = v as { _id: string; token: string };
    return [
      get(`livechat/visitors.info?visitorId=${visitorId}`),
      get(`livechat/visitor/${token}`),
      get(`livechat/${rid}/messages`),
      get(`livechat/messages.history/${rid}?token=${token}`),
      get(`livechat/visitors.chatHistory/room/${rid}/visitor/${visitorId}`),
      post("livechat/message", { token, rid, msg: "Are you there?" }),
      put("livechat/room.visitor", { rid, oldVisitorId: visitorId, newVisitorId: visitorId }),
      get(`livechat/room?token=${token}&rid=${rid}`),
    ];
  });
  const ofVisitors = visitors.map(({ token }) => get(`livechat/room?token=${String(token)}`));
  return [...ofRooms, ...ofVisitors];
}

export function emittedDocuments(standin: Standin): Documents {
  const found: Documents = { rooms: [], visitors: [], messages: [] };
  const seen = new Set<string>();
  const play = (calls: readonly Call[]): void => {
    for (const call of calls) {
      for (const object of objectsIn(answer(standin, call))) {
        const text = JSON.stringify(object);
        if (seen.has(text)) continue;
        seen.add(text);
        kindOf(object, found)?.push(object);
      }
    }
  };
  play(kFirst);
  play(callsFor(found));
  return found;
}

function answer(standin: Standin, { method, url, body }: Call): unknown {
  const bytes = new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body));
  const exchange = standin.handle({ method, url, headers: kAdmin, body: bytes }, "127.0.0.1", kNow);
  const isJson = exchange.headers.some(([, value]) => value === "application/json");
  return isJson ? JSON.parse(exchange.body) : undefined;
}

function objectsIn(value: unknown): Document[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Document, ...inner];
}

// Whole documents have the time of their latest change; parts of them, as a room's `v`, have not.
function kindOf(object: Document, found: Documents): Document[] | undefined {
  if (!("_id" in object) || !("_updatedAt" in object)) return undefined;
  if (object["t"] === "l" && "v" in object) return found.rooms;
  if ("rid" in object && "msg" in object) return found.messages;
  if ("token" in object && "username" in object) return found.visitors;
  return undefined;
}

function get(url: string): Call {
  return { method: "GET", url: `/api/v1/${url}` };
}

function post(url: string, body: unknown): Call {
  return { method: "POST", url: `/api/v1/${url}`, body };
}

function put(url: string, body: unknown): Call {
  return { method: "PUT", url: `/api/v1/${url}`, body };
}
