// What a key does in the field in which people are found: the combobox pattern of the ARIA Authoring
// Practices Guide, whose list stays where it is.

/** What the list shows. */
export interface ListState {
  readonly count: number;
  /** -1: nobody is highlighted. */
  readonly active: number;
  readonly isOpen: boolean;
}

/** A key as browsers tell it. */
export type Key = Pick<
  KeyboardEvent,
  "key" | "isComposing" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"
>;

/** What to do; null: the key is the field's own. `keepsDefault`: it is that as well. */
export type KeyAct =
  | { readonly kind: "highlight"; readonly at: number; readonly keepsDefault?: true }
  | { readonly kind: "choose"; readonly at: number }
  | { readonly kind: "open" | "close" };

/** See above. */
export function keyAct(key: Key, list: ListState): KeyAct | null {
  // While a word is composed from several keys, all of them are the input method's.
  if (key.isComposing || key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return null;
  if (!list.isOpen) return key.key === "ArrowDown" || key.key === "ArrowUp" ? kOpen : null;
  if (key.key === "Escape") return kClose;
  return list.count === 0 ? null : inList(key.key, list);
}

function inList(key: string, { count, active }: ListState): KeyAct | null {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return { kind: "highlight", at: active === last ? 0 : active + 1 };
    case "ArrowUp":
      return { kind: "highlight", at: active <= 0 ? last : active - 1 };
    case "PageDown":
      return { kind: "highlight", at: Math.min(active + kPage, last) };
    case "PageUp":
      return { kind: "highlight", at: Math.max(active - kPage, 0) };
    case "Enter":
      return active < 0 ? null : { kind: "choose", at: active };
    case "ArrowLeft":
    case "ArrowRight":
    case "Home":
    case "End":
      return active < 0 ? null : { kind: "highlight", at: -1, keepsDefault: true };
    default:
      return null;
  }
}

const kOpen = { kind: "open" } as const;
const kClose = { kind: "close" } as const;
const kPage = 10;
