/**
 * Words of a text for the search: by `Intl.Segmenter`, since Chinese has no spaces. Runs at build time and, as a text, in the page, so that
 * it uses nothing from outside of itself.
 */
export function words(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
