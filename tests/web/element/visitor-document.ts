// Visitors as the client hands them out, for tests.
import type { VisitorDocument } from "../../../web/src/client/documents.js";
import type { Visitor } from "../../../web/src/client/room.js";

/** A document with these members; `view` may hold what no server should send. */
export function visitorOf(members: Readonly<Record<string, unknown>>): VisitorDocument {
  const text = (key: string): string | null => {
    const value = members[key];
    return typeof value === "string" ? value : null;
  };
  return {
    id: text("_id"),
    username: text("username"),
    name: text("name"),
    disabled: members["disabled"] === true,
    text: JSON.stringify(members),
    view: members as unknown as Visitor,
  };
}
