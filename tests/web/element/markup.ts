// What a template would show, without a DOM.

/** The markup of a template and of those in it, with the texts among the values. */
export function markupOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(markupOf).join("");
  if (!(value instanceof Object) || !("strings" in value) || !("values" in value)) return "";
  const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
  return strings.map((text, at) => text + markupOf(values[at])).join("");
}
