/**
 * The command that makes a report again, quoted for a shell.
 */

export type Word = string | readonly [option: string, value: string | number | null | undefined];

/** Options without a value are left out. */
export function commandLine(words: readonly Word[]): string {
  return words
    .flatMap((word) => {
      if (typeof word === 'string') return [quoted(word)];
      const [option, value] = word;
      return value === null || value === undefined ? [] : [option, quoted(String(value))];
    })
    .join(' ');
}

/** As it is where no shell would read anything into it. */
function quoted(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
