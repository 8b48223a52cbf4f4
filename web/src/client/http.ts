// HTTP messages as values; send.ts turns them into traffic.

/** One header field. */
export type Header = readonly [name: string, value: string];

/** A complete request, ready to be sent by any means. It contains the credentials: do not log it. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

/** A user's session or personal access token. */
export interface Credentials {
  readonly userId: string;
  readonly authToken: string;
}

/** The headers of an answer, in any of the usual forms. */
export type HeadersLike = Headers | Iterable<Header> | Readonly<Record<string, string>>;

/** Header fields as pairs. */
export function headerPairs(headers: HeadersLike): Header[] {
  const source = Symbol.iterator in headers ? headers : Object.entries(headers);
  return Array.from(source as Iterable<Header>, ([name, value]) => [name, value] as const);
}

/** The platform's reading of an address; undefined where it is none. */
export function parsedUrl(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
