/**
 * Game files shown in part: a block without `game:` stands for the last whole game with these sections in place of its own.
 */

/** Top-level sections of a game file by key, each with its text; comments go with the section before them. */
function sections(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split(/^(?=[a-z]+:)/m)) {
    const key = /^[a-z]+(?=:)/.exec(part)?.[0];
    if (key !== undefined) found.set(key, part);
  }
  return found;
}

/** Whether a text is a game file of its own. */
export function isWhole(text: string): boolean {
  return sections(text).has('game');
}

/** The whole game with the sections of a part. */
export function withPart(whole: string, part: string): string {
  return [...new Map([...sections(whole), ...sections(part)]).values()].join('');
}
