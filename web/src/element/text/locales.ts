// Which catalogue a reader gets, and where it comes from: English is at hand, the others are loaded.
import type { Catalogue } from "./catalogue.js";
import { kErrors } from "./en/errors.js";
import { kEnglish } from "./en/index.js";
import { Texts } from "./texts.js";

/** The languages there are, by the tag of their catalogue. */
export const kLocales = ["en", "de", "pt-BR", "ar"] as const;

/** One of them. */
export type CatalogueLocale = (typeof kLocales)[number];

/** Where the catalogues come from. */
export type CatalogueLoaders = Readonly<Record<CatalogueLocale, () => Promise<Catalogue>>>;

/** The catalogue for a language tag such as "pt-PT" or "de-AT": the nearest one, else English. */
export function catalogueFor(tag: string): CatalogueLocale {
  const language = localeOf(tag)?.language;
  return kLocales.find((name) => localeOf(name)?.language === language) ?? "en";
}

/**
 * The texts for a language tag: the nearest catalogue, dates and numbers as the tag itself says. English
 * for a language that is not there, for what is no tag, and if a catalogue cannot be loaded; nothing of a
 * failure is kept, the next call loads again. Never rejects.
 */
export async function loadTexts(
  tag: string,
  loaders: CatalogueLoaders = kCatalogues,
): Promise<Texts> {
  const name = catalogueFor(tag);
  try {
    return new Texts(localeFor(tag, name), await loaders[name]());
  } catch {
    return new Texts(localeFor(tag, "en"), kEnglishCatalogue);
  }
}

/** English, for the time before anything else is there. */
export function englishTexts(): Texts {
  return new Texts("en", kEnglishCatalogue);
}

const kEnglishCatalogue: Catalogue = {
  language: "en",
  direction: "ltr",
  messages: kEnglish,
  errors: kErrors,
};

const kCatalogues: CatalogueLoaders = {
  en: () => Promise.resolve(kEnglishCatalogue),
  de: async () => (await import("./de/index.js")).kGerman,
  "pt-BR": async () => (await import("./pt-br/index.js")).kBrazilian,
  ar: async () => (await import("./ar/index.js")).kArabic,
};

// Dates in a language other than that of the words round them would be read by nobody.
function localeFor(tag: string, name: CatalogueLocale): string {
  const locale = localeOf(tag);
  const sameLanguage = locale?.language === localeOf(name)?.language;
  return sameLanguage ? (locale?.toString() ?? name) : name;
}

// Pages say "de_DE", too, as many a system calls it.
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}
