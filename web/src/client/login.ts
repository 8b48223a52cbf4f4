// Logging in with a password, and a code where the workspace wants a second factor.
import { ask } from "./ask.js";
import type { CallOptions } from "./effects.js";
import type { ErrorData, RoomVisitorError } from "../errors.js";
import type { Credentials } from "./http.js";
import type { Transport } from "./transport.js";

/** What a person logs in with. */
export interface Login {
  /** A user name, or an e-mail address. */
  readonly user: string;
  readonly password: string;
  /** Of the second factor; left out before it is asked for. */
  readonly code?: string | undefined;
}

/** The second factor that a login needs. */
export interface SecondFactor {
  /** "totp", "email" or "password"; the server may know others, or not say. */
  readonly method: string;
  readonly availableMethods: readonly string[];
  /** Whether this answer came with a new code by e-mail; null if the server did not say. */
  readonly codeSent: boolean | null;
}

/** Credentials, or what is still needed: log in again with a code. */
export type LoginResult =
  | { readonly status: "logged_in"; readonly credentials: Credentials }
  | {
      readonly status: "second_factor";
      readonly secondFactor: SecondFactor;
      /** `totp_required`, or `totp_invalid` if the code was wrong. */
      readonly error: RoomVisitorError;
    };

type Reply = { readonly ok: true } & Credentials;

/** Logs in once; nothing is repeated whose end is not known. Keeps nothing. */
export async function logIn(
  transport: Transport,
  login: Login,
  options: CallOptions,
): Promise<LoginResult> {
  const { user, password, code } = login;
  const secrets = [password, ...(code === undefined ? [] : [code])];
  const question = { ask: "login", user, password, code };
  const { reply, toError } = await ask<Reply>(transport, question, { ...options, secrets });
  if (reply.ok) {
    const { userId, authToken } = reply;
    return { status: "logged_in", credentials: { userId, authToken } };
  }
  const { error, secondFactor } = reply as {
    readonly error: ErrorData;
    readonly secondFactor?: SecondFactor;
  };
  if (secondFactor === undefined) throw toError(error);
  return { status: "second_factor", secondFactor, error: toError(error) };
}
