// What the first step shows.
import { describe, expect, it } from "vitest";

import type { Capability } from "../../../web/src/client/capability.js";
import type { SignInForm } from "../../../web/src/element/flow/sign-in.js";
import {
  busyText,
  codeText,
  fieldOf,
  fieldsOf,
  insteadText,
  isOfNetwork,
  originOf,
  otherFindings,
  pageProblem,
  permissionText,
  profileText,
  rateText,
  summaryOf,
} from "../../../web/src/element/views/connect-model.js";
import type { Issue } from "../../../web/src/errors.js";

const kForm: SignInForm = {
  way: "password",
  server: "",
  user: "",
  password: "",
  code: "",
  userId: "",
  authToken: "",
  isRevealed: false,
};
const kCapability: Capability = {
  reachable: "yes",
  version: "6.4",
  profile: "two_permissions",
  user: { id: "1", username: "rodriq", name: "Rodriq", roles: ["user"] },
  permissions: [],
  rateLimiting: "not_known",
  rateLimit: null,
  cors: "fine",
  canUpdate: "yes",
  findings: [],
  removedSince: null,
  replacements: [],
};

const problem = (code: string) => ({ code, message: "", remedy: "", found: "" });
const finding = (code: string, path = ""): Issue => ({
  ...problem(code),
  path,
  expected: "",
  severity: "warning",
});
const kRefused: Partial<Capability> = {
  canUpdate: "no",
  user: null,
  findings: [finding("not_logged_in", "/user")],
};
const withFindings = (...findings: Issue[]): Capability => ({ ...kCapability, findings });

describe("a problem stands beside its field", () => {
  it.each<[string, Partial<SignInForm>, string | null]>([
    ["invalid_server_url", {}, "server"],
    ["insecure_server_url", {}, "server"],
    ["missing_login", {}, "user"],
    ["missing_login", { user: "a" }, "password"],
    ["missing_login", { user: " " }, "user"],
    ["wrong_credentials", {}, "password"],
    ["totp_required", {}, "code"],
    ["totp_invalid", {}, "code"],
    ["missing_credentials", {}, "userId"],
    ["missing_credentials", { userId: "a" }, "authToken"],
    ["invalid_credentials", { userId: "a\u0007" }, "userId"],
    ["invalid_credentials", { userId: "a", authToken: "ü" }, "authToken"],
    ["network_failed", {}, null],
    ["wasm_not_found", {}, null],
  ])("%s, with %j typed", (code, typed, field) => {
    expect(fieldOf(problem(code), { ...kForm, ...typed })).toBe(field);
  });
});

it.each([
  [{ server: true, login: true }, "password", false, ["server", "user", "password"]],
  [{ server: false, login: true }, "password", false, ["user", "password"]],
  [{ server: true, login: true }, "password", true, ["code"]],
  [{ server: true, login: true }, "token", false, ["server", "userId", "authToken"]],
  [{ server: true, login: true }, "token", true, ["server", "userId", "authToken"]],
  [{ server: true, login: false }, "password", false, ["server"]],
] as const)("a form that asks for %j by %s, a code %s, shows %j", (asks, way, code, fields) => {
  expect(fieldsOf(asks, way, code)).toEqual(fields);
});

describe("what is being done", () => {
  const text = (doing: string | null, isAskingHost = false) =>
    busyText({ job: { doing }, isAskingHost } as never);
  it.each([
    [null, null],
    ["start", "connect.connecting"],
    ["login", "connect.loggingIn"],
    ["logout", "connect.loggingOut"],
    ["info", "connect.checking"],
    ["permissions.listAll", "connect.checking"],
  ])("%s", (doing, expected) => {
    expect(text(doing)).toBe(expected);
  });
  it("waits for the host", () => {
    expect(text("me", true)).toBe("connect.askingPage");
    expect(text(null, true)).toBeNull();
  });
});

it.each([
  ["totp", null, "connect.codeOfApp"],
  ["email", true, "connect.codeSent"],
  ["email", false, "connect.codeByMail"],
  ["email", null, "connect.codeByMail"],
  ["password", null, "connect.codeIsPassword"],
  ["carrier-pigeon", true, "connect.codeOther"],
  ["", null, "connect.codeOther"],
] as const)("a code by %j, sent %s", (method, sent, text) => {
  expect(codeText(method, sent)).toBe(text);
});

describe("the report", () => {
  it.each<[Partial<Capability>, string, string]>([
    [{}, "good", "connect.canUpdate.yes"],
    [{ canUpdate: "no" }, "bad", "connect.canUpdate.no"],
    [{ canUpdate: "not_known" }, "warn", "connect.canUpdate.not_known"],
    [{ canUpdate: "not_known", user: null }, "warn", "connect.notLoggedIn"],
    // A refused login says nothing about the workspace; its version does.
    [{ ...kRefused, profile: "two_permissions" }, "warn", "connect.notLoggedIn"],
    [{ ...kRefused, profile: "removed" }, "bad", "connect.canUpdate.no"],
    [{ ...kRefused, user: kCapability.user }, "bad", "connect.canUpdate.no"],
    [{ canUpdate: "no", user: null }, "bad", "connect.canUpdate.no"],
  ])("%j", (change, tone, text) => {
    expect(summaryOf({ ...kCapability, ...change })).toEqual({ tone, text });
  });

  it.each<[Partial<Capability>, string | null]>([
    [{ profile: "absent" }, "connect.profile.absent"],
    [{ profile: "broken" }, "connect.profile.broken"],
    [{ profile: "removed" }, "connect.profile.removed"],
    [{ profile: "unknown", version: null }, "connect.profile.unknown"],
    [{ profile: "unknown", version: null, reachable: "no" }, null],
    [{}, null],
    [{ profile: "one_permission" }, null],
  ])("says what the version means: %j", (change, text) => {
    expect(profileText({ ...kCapability, ...change })).toBe(text);
  });

  it("tells each finding once", () => {
    const network = finding("network_failed", "/version");
    const found = withFindings(
      finding("endpoint_removed", "/profile"),
      finding("no_change_permission", "/permissions/change-livechat-room-visitor"),
      finding("cors_suspected", "/cors"),
      finding("not_logged_in", "/user"),
      network,
      { ...network, path: "/profile-of-another-call", severity: "warning" },
    );
    expect(otherFindings(found, true)).toEqual([network]);
    // Beside what was typed.
    expect(otherFindings(found, false)).toEqual([network]);
  });

  it("says why the host's login is of no use", () => {
    expect(pageProblem(withFindings(finding("missing_credentials", "/user")))).toBe(
      "connect.pageGaveNone",
    );
    expect(pageProblem(withFindings(finding("x"), finding("not_logged_in", "/user")))).toBe(
      "connect.pageGaveWrong",
    );
    expect(pageProblem(kCapability)).toBeNull();
  });

  it("speaks of the line only where no answer came", () => {
    const session = (code: string | null, capability: Capability | null) =>
      ({ job: { problem: code === null ? null : problem(code) }, capability }) as never;
    expect(isOfNetwork(session("network_failed", null))).toBe(true);
    expect(isOfNetwork(session(null, withFindings(finding("timed_out"))))).toBe(true);
    expect(isOfNetwork(session("wrong_credentials", kCapability))).toBe(false);
    expect(isOfNetwork(session(null, null))).toBe(false);
  });

  it.each<[Partial<Capability>, string, number]>([
    [{}, "connect.rate.not_known", 0],
    [{ rateLimiting: "bypassed" }, "connect.rate.bypassed", 0],
    [{ rateLimiting: "limited" }, "connect.rate.limited", 0],
    [
      {
        rateLimiting: "limited",
        rateLimit: { limit: 10, remaining: 9, resetAt: null, waitMs: null },
      },
      "connect.rate.calls",
      10,
    ],
  ])("says how fast: %j", (change, text, count) => {
    expect(rateText({ ...kCapability, ...change })).toEqual({ text, count });
  });
});

it("knows no words for what only the core knows, whatever its name", () => {
  expect(insteadText("contactId")).toBe("connect.instead.contactId");
  expect(insteadText("constructor")).toBeUndefined();
  expect(permissionText("view-l-room")).toBe("connect.permission.view-l-room");
  expect(permissionText("api-bypass-rate-limit")).toBeUndefined();
  expect(permissionText("toString")).toBeUndefined();
});

it.each([
  [undefined, "https://a.example.com", "https://a.example.com"],
  ["https://b.example.com", "https://a.example.com", "https://b.example.com"],
  [undefined, "null", null],
  ["", "https://a.example.com", null],
])("the origin of a page that says %j at %j is %j", (said, location, origin) => {
  expect(originOf(said, location)).toBe(origin);
});
