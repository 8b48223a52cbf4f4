// Requests to the stand-in over versions, endpoints and odd inputs: seeded, so that every run and
// every host gets the same.
import { makeBody, makeChance } from "../differential/bodies.js";
import { kGoldenBody, kRoomVisitor } from "./standin-fixture.js";
import type { WorkspaceOptions } from "../../web/src/standin/standin.js";

export interface GeneratedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly ip: string;
  readonly now: number;
}

export interface Conversation {
  readonly workspace: WorkspaceOptions;
  readonly requests: readonly GeneratedRequest[];
}

const kNoPayload = '{"payload":"no"}';
const kLatin = "application/json; charset=latin1";

// One version of each row of the table of versions, and some of their patch releases.
const kVersions = [
  ...["3.5", "3.6", "3.12", "3.17", "4.0", "4.4", "4.6", "5.0.3", "5.1", "5.2", "6.0", "6.2.4"],
  ...["6.3", "6.4.2", "6.5", "6.13.1", "7.0", "7.4", "7.6", "8.0", "8.5", "8.6.1"],
];

const kUsers: readonly (readonly [string, string])[] = [
  ["rYhzFRd2QZjNwAAXX", "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"],
  ["aDmnT4kWq8RzYx2Gs", "admin-Token-of-the-documentation-seed-00001"],
  ["mNgrB7eHt3KpWw9Ls", "manager-Token-of-the-documentation-seed-001"],
  ["mNtrC5xJd6QfZa8Ke", "monitor-Token-of-the-documentation-seed-001"],
  ["rYhzFRd2QZjNwAAXX", "wrong"],
];

const kIds = [
  ...["tcbbSmWSLR5uo5PBW", "q7WnZ4kYtB9sRmE3c", "GENERAL", "6425bb86c29657e5b3ba26b2"],
  ...["63d8f20a5be41c7790e6a1f4", "63a1c4be90d7f2286b5e3d07", "iNKE8a6k6cjbqWhWd", "nobody", ""],
  ...["8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d", "%F0%9F%98%80", "%ff%00"],
];

const kPaths: readonly string[] = [
  ...["/api/info", "/api/v1/me", "/api/v1/logout", "/api/v1/login", "/api/v1/permissions.listAll"],
  ...["/api/v1/permissions.update", "/api/v1/users.setStatus", "/api/v1/livechat/visitor"],
  ...["/api/v1/livechat/rooms?count=5&sort={%22ts%22:-1}", "/api/v1/livechat/rooms?open=true"],
  ...["-1", "0", "2147483648", "4294967295", "4294967296", "9007199254740992", "1e400"].flatMap(
    (number) => [
      `/api/v1/livechat/rooms?offset=${number}`,
      `/api/v1/livechat/rooms?count=${number}`,
      `/api/v1/livechat/visitors.search?term=&offset=${number}`,
    ],
  ),
  ...["/api/v1/livechat/visitors.search?term=", "/api/v1/livechat/users/agent", "/api/v1/x", "/"],
  ...["/api/v1/livechat/visitors.autocomplete?selector={%22term%22:%22a%22}", "/api", "//", "*"],
  ...[
    "/api/v1/livechat/message",
    "/api/v1/livechat/inquiries.take",
    "/api/v1/livechat/room.saveInfo",
  ],
  ...[
    "/api/v1/livechat/room.closeByUser",
    "/api/v1/livechat/agent.status",
    "/api/v1/livechat/room.",
  ],
];

const kPathsWithId: readonly string[] = [
  ...["/api/v1/rooms.info?roomId=", "/api/v1/rooms.info?roomName=", "/api/v1/livechat/room?token="],
  ...[
    "/api/v1/livechat/visitors.info?visitorId=",
    "/api/v1/livechat/visitor/",
    "/api/v1/settings/",
  ],
  ...["/api/v1/livechat/inquiries.getOne?roomId=", "/api/v1/livechat/messages.history/"],
];

const kBodies: readonly string[] = [
  '{"user":"rodriq","password":"rodriq-password"}',
  '{"user":{"email":"admin@example.com"},"password":"wrong"}',
  '{"visitor":{"token":"a-token","name":"Zoë \\ud83d\\ude00","phone":"+15550100"}}',
  '{"visitor":{"token":"b","customFields":[{"key":"k","value":1e-7,"overwrite":true}]}}',
  '{"permissions":[{"_id":"view-l-room","roles":["admin"]}]}',
  '{"token":"8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d","rid":"tcbbSmWSLR5uo5PBW","msg":"\\u202e"}',
  '{"payload":"{\\"rid\\":\\"a\\"}"}',
  kNoPayload,
  "{",
  '"x"',
  "\ufeff{}",
  "rid=tcbbSmWSLR5uo5PBW&oldVisitorId=6425bb86c29657e5b3ba26b2&newVisitorId=63d8f20a5be41c7790e6a1f4",
  "a[b][c]=1&a[]=2&%=%zz&=",
];

const kTypes = [
  ...["application/json", "application/json; charset=utf-8", kLatin],
  ...["text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json", ""],
];

const kMethods = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "get", "BREW"];
const kOdd: readonly (readonly [string, string])[] = [
  ["X-Real-IP", "10.0.0.9"],
  ["Origin", "https://app.example.com"],
  ["Access-Control-Request-Method", "PUT"],
  ["Content-Encoding", "gzip"],
  ["X-2fa-code", "123456"],
  ["x-odd", "\u0000é\n"],
];

const kStart = 1683038865855;

/** Some conversations for each version, with different settings. */
export function makeConversations(seed: number, length: number): Conversation[] {
  const chance = makeChance(seed);
  return kVersions.map((version, at) => ({
    workspace: {
      version,
      crossOrigin: at % 2 === 0,
      rateLimiter: at % 2 === 1,
      mode: at % 5 === 0 ? "development" : "production",
      chance: at,
    },
    requests: [
      ...rareRequests(),
      ...Array.from({ length }, (_, step) => makeRequest(chance, step)),
    ],
  }));
}

// What chance would meet too rarely: an unreadable payload, another charset, somebody without the
// permission, a move that works, and more calls of one route than a window allows.
const kRarities: readonly (Pick<GeneratedRequest, "method" | "url"> & {
  readonly user: number;
  readonly type: string;
  readonly text: string;
})[] = [
  { ...{ method: "PUT", url: kRoomVisitor, user: 0 }, type: "application/json", text: kNoPayload },
  { ...{ method: "PUT", url: kRoomVisitor, user: 0 }, type: kLatin, text: "{}" },
  { ...{ method: "PUT", url: kRoomVisitor, user: 3 }, type: "application/json", text: kGoldenBody },
  { ...{ method: "PUT", url: kRoomVisitor, user: 0 }, type: "application/json", text: kGoldenBody },
  ...Array.from({ length: 11 }, () => ({
    ...{ method: "GET", url: "/api/v1/me", user: 0, type: "text/plain", text: "" },
  })),
];

function rareRequests(): GeneratedRequest[] {
  return kRarities.map(({ method, url, user, type, text }) => {
    const [id, token] = kUsers[user] ?? ["", ""];
    const headers = [
      ["X-User-Id", id],
      ["X-Auth-Token", token],
      ["Content-Type", type],
    ] as const;
    const body = new TextEncoder().encode(text);
    return { method, url, headers, body, ip: "::1", now: kStart - 200_000 };
  });
}

function makeRequest(chance: () => number, step: number): GeneratedRequest {
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(chance() * list.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const isMove = chance() < 0.4;
  const headers: (readonly [string, string])[] = [];
  if (chance() < 0.9) {
    const [id, token] = pick(kUsers);
    headers.push(["X-User-Id", id], ["X-Auth-Token", token]);
  }
  const type = isMove && chance() < 0.8 ? "application/json" : pick(kTypes);
  if (type !== "") headers.push(["Content-Type", type]);
  if (chance() < 0.3) headers.push(pick(kOdd));
  const body = isMove ? moveBody(chance, pick) : pick(kBodies);
  return {
    method: chance() < 0.15 ? pick(kMethods) : isMove ? "PUT" : pick(["GET", "POST"]),
    url: isMove ? kRoomVisitor : makeUrl(chance, pick),
    headers,
    body: oddBytes(chance, new TextEncoder().encode(body)),
    ip: chance() < 0.8 ? "127.0.0.1" : pick(["::1", ""]),
    // Now and then another window of the limiter begins; the clock goes back after it.
    now: kStart + step * 100 + (chance() < 0.02 ? 60_000 : 0.5),
  };
}

type Choose = <T>(list: readonly T[]) => T;

function makeUrl(chance: () => number, pick: Choose): string {
  if (chance() < 0.5) return pick(kPaths);
  if (chance() < 0.7) return pick(kPathsWithId) + pick(kIds);
  return `/api/v1/livechat/visitors.${pick(["chatHistory", "searchChats"])}/room/${pick(kIds)}/visitor/${pick(kIds)}`;
}

// Most moves are likely to get through, so that state differs from request to request.
function moveBody(chance: () => number, pick: Choose): string {
  if (chance() < 0.1) return pick(kBodies);
  if (chance() < 0.3) return makeBody(chance);
  const rid = chance() < 0.8 ? kIds[0] : pick(kIds);
  const [oldVisitorId, newVisitorId] = [pick(kIds.slice(3, 5)), pick(kIds.slice(3, 7))];
  return JSON.stringify({ rid, oldVisitorId, newVisitorId });
}

function oddBytes(chance: () => number, bytes: Uint8Array): Uint8Array {
  if (chance() > 0.05 || bytes.length === 0) return bytes;
  const odd = Uint8Array.from(bytes);
  odd[Math.floor(chance() * odd.length)] = Math.floor(chance() * 256);
  return odd;
}
