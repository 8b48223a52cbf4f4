// The id of a room in what somebody pasted: the id itself, or an address of the server's own pages,
// links for its apps, or its API.
import { parsedUrl } from "../../client/http.js";

/** What was found. */
export interface PastedRoom {
  /** Null: the text is an address, and it names no live chat. */
  readonly rid: string | null;
  /** The host of another server than the one that is connected; "" for none. */
  readonly otherHost: string;
}

/** Reads a pasted text. What is no address is an id, exactly, but for blanks around it that no id has. */
export function ridIn(pasted: string, server: string): PastedRoom {
  const own = parsedUrl(server);
  const text = pasted.trim();
  const address = addressIn(text, own);
  if (address === null) return { rid: text, otherHost: "" };
  const url = parsedUrl(address);
  if (url === undefined) return { rid: null, otherHost: "" };
  const named = kLink.test(address) ? url.searchParams.get("host") : null;
  const host = named === null ? url.host : (parsedUrl(`https://${named}`)?.host ?? named);
  const rid = parameterOf(url, named !== null) ?? segmentOf(url, own);
  return { rid, otherHost: rid === null || host === own?.host ? "" : host };
}

// Ids may hold slashes and colons: only what looks like an address all over is taken for one.
function addressIn(text: string, own: URL | undefined): string | null {
  if (kAddress.test(text)) return text;
  if (own === undefined) return null;
  if (text.startsWith(`${own.host}/`)) return `${own.protocol}//${text}`;
  if (!text.startsWith("/")) return null;
  const url = parsedUrl(own.origin + text);
  return url !== undefined && segmentOf(url, own) !== null ? url.href : null;
}

function parameterOf(url: URL, isLink: boolean): string | null {
  if (!isLink && !url.pathname.includes(kApi)) return null;
  const rid = url.searchParams.get("rid") ?? url.searchParams.get("roomId");
  return rid === "" ? null : rid;
}

// A workspace may live below a path of its host.
function segmentOf({ pathname }: URL, own: URL | undefined): string | null {
  const prefix = (own?.pathname ?? "/").replace(/\/*$/, "/");
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length - 1) : pathname;
  const segment = kPages.exec(path)?.[1];
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

const kAddress = /^(?:https?|rocketchat):\/\//i;
// Links that open an app: the server and the room are in their query.
const kLink = /^(?:rocketchat:\/\/|https:\/\/go\.rocket\.chat\/)/i;
const kApi = "/api/v1/";
// The server's pages of one live chat, 3.x to 8.x.
const kPages =
  /^\/(?:live|livechat|livechat-current|omnichannel\/current|omnichannel-directory\/[^/]+\/[^/]+|livechat-manager\/current)\/([^/]+)/;
