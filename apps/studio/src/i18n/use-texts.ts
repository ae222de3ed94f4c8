/**
 * Texts in the language of the page.
 */
import { createContext, useContext } from 'react';
import type { Language } from '../state/state';
import { en, type PageTexts } from './en';
import type { Translations } from './translations';
import { zhCn } from './zh-cn';

export const LanguageContext = createContext<Language>('en');

/** The page's texts by language, for what is outside of components. */
export const pageTexts: Readonly<Record<Language, PageTexts>> = { en, 'zh-CN': zhCn };

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The page's texts, or those of a view. */
export function useTexts(): PageTexts;
export function useTexts<T>(of: Translations<T>): T;
export function useTexts<T>(of?: Translations<T>): PageTexts | T {
  const language = useLanguage();
  return of === undefined ? pageTexts[language] : of[language];
}

/** The language that the browser asks for, as far as the page has it. */
export function browserLanguage(): Language {
  return navigator.languages.some((tag) => /^zh\b/i.test(tag)) && !/^en\b/i.test(navigator.language) ? 'zh-CN' : 'en';
}
