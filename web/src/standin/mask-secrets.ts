// Request lines for a log: visitor tokens and passwords are credentials, and some travel in the URL.

/** The request target with the values of secret parameters and path segments replaced. */
export function maskSecrets(target: string): string {
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const masked = path.replace(kTokenInPath, `$1${kMask}`);
  if (mark < 0) return printable(masked);
  const query = target
    .slice(mark + 1)
    .split("&")
    .map(maskParameter)
    .join("&");
  return printable(`${masked}?${query}`);
}

function maskParameter(parameter: string): string {
  const equals = parameter.indexOf("=");
  if (equals < 0) return parameter;
  const name = decoded(parameter.slice(0, equals));
  return kSecretName.test(name) ? `${parameter.slice(0, equals)}=${kMask}` : parameter;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

// A log line stays one line and cannot move the terminal's cursor.
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

const kMask = "***";
const kSecretName = /token|password|secret|code|digest/i;
// Anywhere: a target may be a whole address, too.
const kTokenInPath = /(\/api\/v1\/livechat\/visitor\/)[^/]+/;
