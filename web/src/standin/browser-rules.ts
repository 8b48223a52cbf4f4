// The rules by which a browser lets a page talk to another origin (Fetch standard, sections "CORS
// protocol" and "CORS-preflight fetch").
import type { HeaderList, StandinExchange } from "./exchange.js";

/** The headers of the preflight that a request needs, without `origin`; undefined if it needs none. */
export function preflightFor(
  method: string,
  names: readonly string[],
  values: Headers,
): HeaderList | undefined {
  const unsafe = names
    .map((name) => name.toLowerCase())
    .filter((name) => !isSafelisted(name, values.get(name) ?? ""))
    .sort();
  if (kSimpleMethods.has(method) && unsafe.length === 0) return undefined;
  const headers: [string, string][] = [["access-control-request-method", method]];
  if (unsafe.length > 0) headers.push(["access-control-request-headers", unsafe.join(",")]);
  return headers;
}

/** Why the preflight's answer does not allow the request; undefined if it does. */
export function preflightProblem(
  answer: StandinExchange,
  asked: HeaderList,
  origin: string,
  credentials: RequestCredentials,
): string | undefined {
  const problem = corsProblem(answer.headers, origin, credentials);
  if (problem !== undefined) return problem;
  if (answer.status < 200 || answer.status > 299) return `the preflight got ${answer.status}`;
  const method = valueOf(asked, "access-control-request-method") ?? "";
  const wildcard = credentials !== "include";
  const methods = listOf(answer.headers, "access-control-allow-methods");
  if (!kSimpleMethods.has(method) && !methods.includes(method)) {
    if (!(wildcard && methods.includes("*"))) return `the method ${method} is not allowed`;
  }
  const allowed = listOf(answer.headers, "access-control-allow-headers").map((name) =>
    name.toLowerCase(),
  );
  const missing = listOf(asked, "access-control-request-headers").find(
    (name) =>
      !allowed.includes(name) && !(wildcard && allowed.includes("*") && name !== "authorization"),
  );
  return missing === undefined ? undefined : `the header ${missing} is not allowed`;
}

/** Why a page of that origin may not see the answer; undefined if it may. */
export function corsProblem(
  headers: HeaderList,
  origin: string,
  credentials: RequestCredentials,
): string | undefined {
  const allowed = valueOf(headers, "access-control-allow-origin");
  if (allowed === undefined) return "there is no access-control-allow-origin";
  if (credentials !== "include") {
    return allowed === "*" || allowed === origin ? undefined : `only ${allowed} is allowed`;
  }
  if (allowed !== origin) return "credentials need the origin by name";
  return valueOf(headers, "access-control-allow-credentials") === "true"
    ? undefined
    : "credentials are not allowed";
}

/** The headers that such a page may read. */
export function visibleHeaders(headers: HeaderList): HeaderList {
  const exposed = listOf(headers, "access-control-expose-headers").map((name) =>
    name.toLowerCase(),
  );
  return headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return kReadable.has(lower) || exposed.includes(lower) || exposed.includes("*");
  });
}

function isSafelisted(name: string, value: string): boolean {
  if (value.length > kLongestSafeValue) return false;
  if (name === "content-type") {
    return kSimpleTypes.has((value.split(";", 1)[0] ?? "").trim().toLowerCase());
  }
  return kSimpleHeaders.has(name);
}

function valueOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1];
}

function listOf(headers: HeaderList, name: string): string[] {
  const value = valueOf(headers, name) ?? "";
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const kSimpleMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);
const kSimpleHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-language",
  "content-language",
]);
const kSimpleTypes: ReadonlySet<string> = new Set([
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);
const kReadable: ReadonlySet<string> = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);
const kLongestSafeValue = 128;
