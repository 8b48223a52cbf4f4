// Describes any JavaScript value as JSON, so that the core can judge also what JSON cannot carry.
// Never throws: getters, proxies and cycles are met with suspicion.

/** What a value is: JSON's kinds, JavaScript's own, and "cycle" for what cannot be read or written. */
export type ValueKind =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "array"
  | "object"
  | "undefined"
  | "function"
  | "symbol"
  | "bigint"
  | "cycle";

type Member = readonly [key: string, kind: ValueKind, text: string];

/** Gives the core's description of the value: its kind and, for an object, its members. */
export function describeUpdate(value: unknown): string {
  const kind = plainKindOf(value);
  if (kind !== "object") return JSON.stringify({ kind });
  const members = membersOf(value as object);
  return JSON.stringify(members === null ? { kind: "cycle" } : { kind, members });
}

function membersOf(value: object): Member[] | null {
  try {
    const keys = Object.keys(value);
    const own = new Set(keys);
    const known = kIdKeys.filter((key) => own.has(key));
    const unknown = keys.filter((key) => !kIdKeys.includes(key)).slice(0, kMaxUnknownKeys);
    const kept = new Set([...known, ...unknown]);
    return keys.filter((key) => kept.has(key)).map((key) => describeMember(value, key));
  } catch {
    return null;
  }
}

function describeMember(value: object, key: string): Member {
  try {
    const member: unknown = Reflect.get(value, key);
    const kind = kindOf(member);
    return [key, kind, textOf(member, kind)];
  } catch {
    return [key, "cycle", "a value that cannot be read"];
  }
}

function kindOf(value: unknown): ValueKind {
  const kind = plainKindOf(value);
  if (kind !== "object" && kind !== "array") return kind;
  try {
    return hasCycle(value as object) ? "cycle" : kind;
  } catch {
    return "cycle";
  }
}

function plainKindOf(value: unknown): ValueKind {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  try {
    return Array.isArray(value) ? "array" : "object";
  } catch {
    return "cycle";
  }
}

function textOf(value: unknown, kind: ValueKind): string {
  switch (kind) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return String(value);
    case "array":
      return `${String((value as readonly unknown[]).length)} elements`;
    default:
      return kind;
  }
}

// Looks at own data only, never runs a getter, and gives up (no cycle) after kMaxVisited values.
function hasCycle(root: object): boolean {
  const open = new Set<object>();
  let visited = 0;
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value !== "object" || value === null) return false;
    if (open.has(value)) return true;
    visited += 1;
    if (visited > kMaxVisited || depth > kMaxDepth) return false;
    open.add(value);
    for (const key of Object.keys(value)) {
      if (visited > kMaxVisited) break;
      if (visit(Object.getOwnPropertyDescriptor(value, key)?.value, depth + 1)) return true;
    }
    open.delete(value);
    return false;
  };
  return visit(root, 0);
}

const kIdKeys: readonly string[] = ["rid", "oldVisitorId", "newVisitorId"];
// Enough to name every mistake; an object with thousands of keys is not worth carrying across.
const kMaxUnknownKeys = 32;
const kMaxVisited = 1000;
const kMaxDepth = 100;
