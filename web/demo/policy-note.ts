// What the page says when its own policy has stopped a call: that is neither the server's doing nor a
// matter of CORS, although the browser tells the caller no more than "Failed to fetch".

/** The part of a SecurityPolicyViolationEvent that is needed. */
export type Violation = Pick<
  SecurityPolicyViolationEvent,
  "effectiveDirective" | "blockedURI" | "originalPolicy"
>;

/** What was stopped, and what to do. `found` may be hostile. */
export interface PolicyNote {
  readonly found: string;
  readonly remedy: string;
}

/** See above; null when the violation is not about a call. */
export function policyNote(violation: Violation): PolicyNote | null {
  const { effectiveDirective, blockedURI, originalPolicy } = violation;
  if (effectiveDirective !== "connect-src") return null;
  const allowed = sourcesOf(originalPolicy, "connect-src");
  const other = allowed.includes("https:") ? "Use an address with https, or put" : "Put";
  return {
    found: originOf(blockedURI),
    remedy: `${other} this page on a server of yours and add the address to connect-src in its policy, which is now: ${allowed.join(" ")}.`,
  };
}

/** The sources of a directive, in the order of the policy. */
export function sourcesOf(policy: string, directive: string): readonly string[] {
  const parts = policy.split(";").map((part) => part.trim().split(/\s+/));
  return parts.find(([name]) => name === directive)?.slice(1) ?? [];
}

// Browsers give the whole address, its origin, or a word such as "inline".
function originOf(blocked: string): string {
  return URL.canParse(blocked) ? new URL(blocked).origin : blocked;
}
