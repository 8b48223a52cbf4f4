// Request lines for a log: visitor tokens and passwords are credentials, and some travel in the URL.

/** The request target with the values of secret parameters and path segments replaced. */
export function maskSecrets(target: string): string {
  const [address = ""] = target.split("?", 1);
  const path = address.replace(kUserInAddress, `$1${kMask}@`);
  const masked = path.split("/").map(maskSegment).join("/");
  if (address === target) return printable(masked);
  const query = target
    .slice(address.length + 1)
    .split("&")
    .map(maskParameter)
    .join("&");
  return printable(`${masked}?${query}`);
}

// `livechat/visitor/:token`, however it is written: a wrong path is logged, too.
function maskSegment(segment: string, at: number, segments: readonly string[]): string {
  if (segment === "") return segment;
  const before = segments
    .slice(0, at)
    .filter((each) => each !== "")
    .map((each) => decoded(each).toLowerCase());
  return before.at(-1) === "visitor" && before.at(-2) === "livechat" ? kMask : segment;
}

function maskParameter(parameter: string): string {
  const equals = parameter.indexOf("=");
  if (equals < 0) return parameter;
  const name = parameter.slice(0, equals);
  const value = decoded(parameter.slice(equals + 1));
  // A filter written as JSON has names of its own.
  const isSecret =
    kSecretName.test(decoded(name)) || (/[{[]/.test(value) && kSecretName.test(value));
  return isSecret ? `${name}=${kMask}` : parameter;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// A log line stays one line and cannot move the terminal's cursor.
function printable(text: string): string {
  const line = text.replace(/[^\x20-\x7e]/g, "?");
  return line.length <= kMostLetters ? line : `${line.slice(0, kMostLetters)}...`;
}

// More of an address says no more.
const kMostLetters = 500;
const kMask = "***";
const kSecretName = /token|pass|pwd|secret|code|digest|resume|credential|otp|auth/i;
// A target may be a whole address, with the name and password of a user.
const kUserInAddress = /^([a-z][a-z\d+.-]*:\/\/)[^/@]*@/i;
