/** The title of a factor group: the page's words for the usual five, else the name in the file. */
export function groupWords(titles: Readonly<Record<string, string>>, group: string | null): string {
  return group === null ? '' : (titles[group] ?? group);
}
