// Where and how to connect, as the host says it.
import type { ConnectOptions, CredentialsProvider } from "../../client/options.js";

/** See above. */
export interface SessionSettings {
  /** "": a person types it. */
  readonly server: string;
  readonly allowInsecure: boolean;
  /** Null: a person logs in or pastes a token. */
  readonly provider: CredentialsProvider | null;
  /** Further options of connect(). */
  readonly options: Partial<ConnectOptions>;
}

/** Before the host has said anything. */
export const kNoSettings: SessionSettings = {
  server: "",
  allowInsecure: false,
  provider: null,
  options: {},
};

/** Settings with nothing where a host in JavaScript gives nothing; other wrong values stay as they are. */
export function settingsOf(given: SessionSettings): SessionSettings {
  const { server, allowInsecure, provider, options } = given as Partial<
    Record<keyof SessionSettings, unknown>
  >;
  return {
    server: server ?? "",
    allowInsecure: Boolean(allowInsecure),
    provider: provider ?? null,
    options: options ?? {},
  } as SessionSettings;
}

/** What connects to a server with these; `give` asks the provider, or whoever logs in. */
export function connectOptionsOf(
  { allowInsecure, options, provider }: SessionSettings,
  server: string,
  give: CredentialsProvider,
): ConnectOptions {
  // Hosts in JavaScript set what is no function; the client has words for it.
  const given: unknown = provider ?? give;
  const credentials = typeof given === "function" ? give : (provider ?? give);
  return { ...options, server, allowInsecure, credentials };
}

/**
 * Whether both lead to the same session. The provider itself may be another one, as hosts that draw
 * again make another function for the same thing each time; so may the object of options.
 */
export function isSameSession(one: SessionSettings, other: SessionSettings): boolean {
  const names = new Set([...Object.keys(one.options), ...Object.keys(other.options)]);
  return (
    one.server === other.server &&
    one.allowInsecure === other.allowInsecure &&
    (one.provider === null) === (other.provider === null) &&
    [...names].every((name) => optionOf(one, name) === optionOf(other, name))
  );
}

function optionOf({ options }: SessionSettings, name: string): unknown {
  return (options as Readonly<Record<string, unknown>>)[name];
}
