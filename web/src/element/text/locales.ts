// Which catalogue a reader gets, and where it comes from: English is at hand, the others are loaded.
import type { Catalogue } from "./catalogue.js";
import { kEnglish } from "./en/index.js";
import { Texts } from "./texts.js";

/** The languages there are, by the tag of their catalogue. */
export const kLocales = ["en"] as const;

/** One of them. */
export type CatalogueLocale = (typeof kLocales)[number];

/** The catalogue for a language tag such as "pt-PT" or "de-AT": the nearest one, else English. */
export function catalogueFor(tag: string): CatalogueLocale {
  const wanted = localeOf(tag);
  const known = kLocales.find((name) => name === wanted?.baseName);
  return known ?? kLocales.find((name) => localeOf(name)?.language === wanted?.language) ?? "en";
}

/** The texts for a language tag; a tag that is none counts as English. */
export async function loadTexts(tag: string): Promise<Texts> {
  const name = catalogueFor(tag);
  const catalogue = await kCatalogues[name]();
  const locale = localeOf(tag);
  const sameLanguage = locale?.language === localeOf(name)?.language;
  return new Texts(sameLanguage ? (locale?.baseName ?? name) : name, catalogue);
}

/** English, for the time before anything else is there. */
export function englishTexts(): Texts {
  return new Texts("en", kEnglishCatalogue);
}

const kEnglishCatalogue: Catalogue = { messages: kEnglish, errors: null };

const kCatalogues: Readonly<Record<CatalogueLocale, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(kEnglishCatalogue),
};

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
