// Dates, durations and numbers in the reader's language. Nothing is thrown for values out of range:
// what cannot be formatted is shown as it is.

/** Formats values for one reader. */
export interface Formatter {
  /** "30 March 2023 at 16:58:11"; undefined if the text is not an ISO 8601 date and time. */
  date(text: string): string | undefined;
  /** The same without seconds, for lists. */
  minute(text: string): string | undefined;
  /** "Thursday 30 March 2023" of the same texts. */
  day(text: string): string | undefined;
  /** "17.1 seconds", "2 hours, 5 minutes"; undefined for what is no length of time. */
  duration(seconds: number): string | undefined;
  number(value: number): string;
  /** "16:58:11" of a time in epoch milliseconds; "" of what no calendar reaches. */
  time(milliseconds: number): string;
}

/** Makes a formatter for a locale and, for tests, a fixed time zone. */
export function makeFormatter(locale?: string, timeZone?: string): Formatter {
  const zone = timeZone === undefined ? {} : { timeZone };
  const datesWith = (timeStyle: "medium" | "short"): (() => Intl.DateTimeFormat) =>
    once(() => {
      const dateStyle = dateStyleOf(locale);
      return new Intl.DateTimeFormat(locale, { dateStyle, timeStyle, ...zone });
    });
  const dates = datesWith("medium");
  const minutes = datesWith("short");
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "full", ...zone }));
  const times = once(() => new Intl.DateTimeFormat(locale, { timeStyle: "medium", ...zone }));
  const numbers = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
  const list = once(() => new Intl.ListFormat(locale, { type: "unit" }));
  return {
    date: (text) => formatted(text, dates()),
    minute: (text) => formatted(text, minutes()),
    day: (text) => formatted(text, days()),
    duration(seconds) {
      if (!Number.isFinite(seconds) || seconds < 0) return undefined;
      return list().format(
        durationParts(seconds).map(([unit, value]) => unitText(locale, unit, value)),
      );
    },
    number: (value) => numbers().format(value),
    time: (milliseconds) =>
      Number.isNaN(new Date(milliseconds).getTime()) ? "" : times().format(milliseconds),
  };
}

// Each costs some ten milliseconds on a slow machine, and no step needs all of them.
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function formatted(text: string, format: Intl.DateTimeFormat): string | undefined {
  const time = kIsoDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : format.format(time);
}

// The numeric dates of Arabic hold marks of direction. They would be shown, as all that is invisible is in
// text from elsewhere; a date with the month's name does without.
function dateStyleOf(locale: string | undefined): "medium" | "long" {
  const numeric = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(0);
  return /\p{Cf}/u.test(numeric) ? "long" : "medium";
}

type Unit = "day" | "hour" | "minute" | "second";

// The two largest units say enough; the exact value is shown beside them.
function durationParts(seconds: number): [Unit, number][] {
  if (seconds < kMinute) return [["second", Math.round(seconds * 10) / 10]];
  let rest = Math.round(seconds);
  const parts: [Unit, number][] = [];
  for (const [unit, length] of kUnits) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push([unit, count]);
  }
  return parts.slice(0, 2);
}

function unitText(locale: string | undefined, unit: Unit, value: number): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

const kIsoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const kMinute = 60;
const kUnits: readonly (readonly [Unit, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", kMinute],
  ["second", 1],
];
