// Where requests go, and as whom.
import type { Credentials } from "../src/client/http.js";
import type { VisitorUpdate } from "../src/client/update.js";

/**
 * Kept beside what was sent: reading again must ask the same server with the credentials that were
 * meant for it, whatever the form says by then.
 */
export interface Access {
  readonly server: string;
  readonly allowInsecure: boolean;
  readonly session: Credentials;
}

/** An update that was sent. */
export type SentUpdate = Access & { readonly update: VisitorUpdate };
