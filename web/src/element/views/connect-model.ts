// What the first step shows, decided without a browser.
import type { Capability } from "../../client/capability.js";
import type { Issue } from "../../errors.js";
import type { Problem } from "../flow/problem.js";
import type { SessionFlow } from "../flow/session-flow.js";
import type { SignInForm } from "../flow/sign-in.js";
import type { TextKey } from "../text/catalogue.js";

/** A field in which something is typed. */
export type FieldName = Exclude<keyof SignInForm, "way" | "isRevealed">;

/** The field that a problem is about; null: the whole form. */
export function fieldOf({ code }: Problem, form: SignInForm): FieldName | null {
  switch (code) {
    case "invalid_server_url":
    case "insecure_server_url":
      return "server";
    case "missing_login":
      return form.user.trim() === "" ? "user" : "password";
    case "wrong_credentials":
      return "password";
    case "totp_required":
    case "totp_invalid":
      return "code";
    case "missing_credentials":
      return form.userId.trim() === "" ? "userId" : "authToken";
    case "invalid_credentials":
      return hasControl(form.userId) ? "userId" : "authToken";
    case "not_logged_in":
      return "authToken";
    default:
      return null;
  }
}

/** What is wrong with what was typed; null: nothing that is known. */
export function signInProblem({ job, chat, capability, settings }: SessionFlow): Problem | null {
  const isHosts = settings.provider !== null;
  if (job.problem !== null || isHosts || chat !== null || capability === null) return job.problem;
  // Nothing tries a pasted token out: it is the report that tells whether it is good.
  return capability.findings.find(({ code }) => code === "not_logged_in") ?? null;
}

/** What a form to log in asks for. */
export interface Asks {
  readonly server: boolean;
  /** False where the host logs in. */
  readonly login: boolean;
}

/** The fields that are shown. A code is asked for alone: it belongs to what was typed before. */
export function fieldsOf(
  { server, login }: Asks,
  way: SignInForm["way"],
  asksCode: boolean,
): readonly FieldName[] {
  const address: readonly FieldName[] = server ? ["server"] : [];
  if (!login) return address;
  if (way === "token") return [...address, "userId", "authToken"];
  return asksCode ? ["code"] : [...address, "user", "password"];
}

/** What is being done, in one line; null: nothing. */
export function busyText({ job, isAskingHost }: SessionFlow): TextKey | null {
  if (job.doing === null) return null;
  if (isAskingHost) return "connect.askingPage";
  switch (job.doing) {
    case "start":
      return "connect.connecting";
    case "login":
      return "connect.loggingIn";
    case "logout":
      return "connect.loggingOut";
    default:
      return "connect.checking";
  }
}

/** What to say about the code that a login wants. */
export function codeText(method: string, codeSent: boolean | null): TextKey {
  switch (method) {
    case "totp":
      return "connect.codeOfApp";
    case "email":
      return codeSent === true ? "connect.codeSent" : "connect.codeByMail";
    case "password":
      return "connect.codeIsPassword";
    default:
      return "connect.codeOther";
  }
}

/** The answer to what somebody wants to know first. */
export interface Summary {
  readonly tone: "good" | "warn" | "bad";
  readonly text: TextKey;
}

/** See above. */
export function summaryOf(capability: Capability): Summary {
  const { canUpdate, user } = capability;
  // Refused credentials say nothing about the workspace; its version does.
  const isRefused = user === null && codesOf(capability).includes("not_logged_in");
  const isOpen = isRefused && profileText(capability) === null;
  if (canUpdate === "no" && !isOpen) return { tone: "bad", text: "connect.canUpdate.no" };
  if (user === null) return { tone: "warn", text: "connect.notLoggedIn" };
  if (canUpdate === "yes") return { tone: "good", text: "connect.canUpdate.yes" };
  return { tone: "warn", text: "connect.canUpdate.not_known" };
}

/** What the version means for whoever wants to move; null: it is fine. */
export function profileText({ profile, reachable }: Capability): TextKey | null {
  switch (profile) {
    case "removed":
      return "connect.profile.removed";
    case "broken":
      return "connect.profile.broken";
    case "absent":
      return "connect.profile.absent";
    case "unknown":
      return reachable === "no" ? null : "connect.profile.unknown";
    default:
      return null;
  }
}

/** The findings that nothing else on the page tells better. */
export function otherFindings(capability: Capability, isHosts: boolean): readonly Issue[] {
  const told = new Set<string>();
  return capability.findings.filter(
    (finding) =>
      finding.path !== "/profile" &&
      !finding.path.startsWith("/permissions/") &&
      finding.code !== "cors_suspected" &&
      !(isHosts ? pageText(finding) !== null : finding.code === "not_logged_in") &&
      isNew(finding, told),
  );
}

// Two calls that fail alike are two findings with one text.
function isNew({ code, found }: Issue, told: Set<string>): boolean {
  const text = JSON.stringify([code, found]);
  const isFirst = !told.has(text);
  told.add(text);
  return isFirst;
}

/** Why the host's login is of no use; null: it is. */
export function pageProblem({ findings }: Capability): TextKey | null {
  return findings.map(pageText).find((text) => text !== null) ?? null;
}

function pageText({ code }: Issue): TextKey | null {
  switch (code) {
    case "missing_credentials":
      return "connect.pageGaveNone";
    case "not_logged_in":
    case "invalid_credentials":
      return "connect.pageGaveWrong";
    default:
      return null;
  }
}

/** The codes of what was found. */
export function codesOf(capability: Capability | null): readonly string[] {
  return (capability?.findings ?? []).map(({ code }) => code);
}

/** Whether no answer came, so that what the browser says of the line is of interest. */
export function isOfNetwork({ job, capability }: SessionFlow): boolean {
  return [job.problem?.code ?? "", ...codesOf(capability)].some((code) => kLineCodes.has(code));
}

/** How fast calls may be made. */
export function rateText({ rateLimiting, rateLimit }: Capability): {
  readonly text: TextKey;
  readonly count: number;
} {
  const count = rateLimit?.limit ?? null;
  if (rateLimiting !== "limited") return { text: `connect.rate.${rateLimiting}`, count: 0 };
  if (count === null) return { text: "connect.rate.limited", count: 0 };
  return { text: "connect.rate.calls", count };
}

/** What exists instead of a move, in the reader's language; undefined: only the core knows it. */
export function insteadText(name: string): TextKey | undefined {
  return Object.hasOwn(kInstead, name) ? kInstead[name] : undefined;
}

/** What a permission is for; undefined: of no interest here. */
export function permissionText(permission: string): TextKey | undefined {
  return Object.hasOwn(kPermissions, permission) ? kPermissions[permission] : undefined;
}

/** The origin that the workspace has to allow; null: the page has none, so only "*" can help. */
export function originOf(pageOrigin: string | undefined, location: string): string | null {
  const origin = pageOrigin ?? location;
  return origin === "null" || origin === "" ? null : origin;
}

// Wherever a header may not carry a text, a line end or another control character is the cause.
function hasControl(text: string): boolean {
  return /[^\x20-\x7e]/.test(text.trim());
}

const kLineCodes: ReadonlySet<string> = new Set(["network_failed", "cors_suspected", "timed_out"]);

const kInstead: Readonly<Record<string, TextKey>> = {
  "livechat/visitor": "connect.instead.visitor",
  "livechat/room.saveInfo": "connect.instead.saveInfo",
  "omnichannel/contacts": "connect.instead.contacts",
  contactId: "connect.instead.contactId",
  "omnichannel/contacts.conflicts": "connect.instead.conflicts",
};

// How fast calls may be made is told on a line of its own.
const kPermissions: Readonly<Record<string, TextKey>> = {
  "change-livechat-room-visitor": "connect.permission.change-livechat-room-visitor",
  "view-l-room": "connect.permission.view-l-room",
  "view-livechat-rooms": "connect.permission.view-livechat-rooms",
};
