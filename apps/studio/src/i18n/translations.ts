/**
 * Texts in all languages. English says which texts there are; a language that lacks one does not compile.
 * Owns the types. The page's texts are en.ts and zh-cn.ts; each view keeps its own beside it, in texts.ts.
 */
import type { Language } from '../state/state';

/** A text, a text with gaps, or a group of such. */
export type Texts = { readonly [name: string]: string | ((...gaps: never[]) => string) | Texts };

/** The same texts in any words. */
export type Worded<T> = T extends string
  ? string
  : T extends (...gaps: infer Gaps) => string
    ? (...gaps: Gaps) => string
    : { readonly [Name in keyof T]: Worded<T[Name]> };

/** Texts by language. */
export type Translations<T> = Readonly<Record<Language, T>>;

/** Texts of a view: `translations({ en: {...}, 'zh-CN': {...} })`. */
export function translations<T extends Texts>(texts: {
  readonly en: T & Worded<T>;
  readonly 'zh-CN': Worded<NoInfer<T>>;
}): Translations<Worded<T>> {
  return texts;
}
