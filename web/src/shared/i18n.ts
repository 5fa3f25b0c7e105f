import { i18n, type Messages } from "@lingui/core";

export const locales = { en: "English", es: "Español", fr: "Français", pt: "Português" } as const;
export type Locale = keyof typeof locales;

const key = "cairn.locale";

const catalogues: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import("../locales/en"),
  es: () => import("../locales/es"),
  fr: () => import("../locales/fr"),
  pt: () => import("../locales/pt"),
};

function isLocale(value: string | null | undefined): value is Locale {
  return value != null && value in locales;
}

/** Our language for a tag: "pt-BR" reads Portuguese; a language we don't speak reads nothing. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split("-")[0];
  return isLocale(language) ? language : undefined;
}

/** What the person chose, else what the browser asks for, else English. */
export function detectLocale(): Locale {
  const chosen = localeOf(localStorage.getItem(key));
  return chosen ?? navigator.languages.map(localeOf).find((locale) => locale !== undefined) ?? "en";
}

export async function speak(locale: Locale, { keep = false } = {}) {
  const { messages } = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  if (keep) localStorage.setItem(key, locale);
}

export { i18n };
