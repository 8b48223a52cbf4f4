// What a template would show, without a DOM.

/** The markup of a template and of those in it, with the texts among the values. */
export function markupOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(markupOf).join("");
  if (!(value instanceof Object) || !("strings" in value) || !("values" in value)) return "";
  const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
  return strings.map((text, at) => text + markupOf(values[at])).join("");
}

/** Presses the button with a text in it, as a click would. Throws where there is none. */
export function press(value: unknown, label: string): void {
  const handler = handlerIn(value, label);
  if (handler === null) throw new Error(`no button says ${label}`);
  handler(new Event("click"));
}

// The innermost template with that text and something to do.
function handlerIn(value: unknown, label: string): ((event: Event) => void) | null {
  if (Array.isArray(value)) return firstOf(value, label);
  if (!(value instanceof Object) || !("strings" in value) || !("values" in value)) return null;
  const { values } = value as { values: readonly unknown[] };
  const inner = firstOf(values, label);
  if (inner !== null || !markupOf(value).includes(label)) return inner;
  const own = values.find((each) => typeof each === "function");
  return (own as ((event: Event) => void) | undefined) ?? null;
}

function firstOf(values: readonly unknown[], label: string): ((event: Event) => void) | null {
  for (const value of values) {
    const found = handlerIn(value, label);
    if (found !== null) return found;
  }
  return null;
}
