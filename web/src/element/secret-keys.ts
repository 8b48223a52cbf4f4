// Which members are secrets is the core's rule; this asks it key by key and remembers the answers.
import { jsonLeaves } from "./json-leaves.js";

/** Hides secrets in JSON text; the client's redact. */
export type Redact = (text: string) => string;

/** True for the name of a member whose value must not be shown without a deliberate act. */
export type IsSecretKey = (key: string) => boolean;

/** Makes the question from the client's redact. */
export function secretKeys(redact: Redact): IsSecretKey {
  const known = new Map<string, boolean>();
  return (key) => {
    let secret = known.get(key);
    if (secret === undefined) {
      const probe = JSON.stringify({ [key]: kProbe });
      secret = !redact(probe).includes(kProbe);
      known.set(key, secret);
    }
    return secret;
  };
}

/** True when a JSON text has a secret member at any depth. */
export function holdsSecret(text: string, isSecretKey: IsSecretKey): boolean {
  return jsonLeaves(text).some(({ segments }) => segments.some(isSecretKey));
}

const kProbe = "probe-value";
