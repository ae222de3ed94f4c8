/**
 * Rows of text as aligned columns, and long text as lines of a readable width.
 */

/**
 * One line a row, columns two spaces apart, no spaces at the end of a line.
 *
 * @param sides `l` or `r` for each column: which side its entries are aligned to
 */
export function align(rows: readonly (readonly string[])[], sides: string): string[] {
  const widths = Array.from(sides, (_, column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((entry, column) => (sides[column] === 'r' ? entry.padStart(widths[column]!) : entry.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** Two columns, the first a label: how the summaries state facts. */
export function facts(rows: readonly (readonly [label: string, fact: string])[]): string[] {
  return align(rows, 'll');
}

const width = 100;

/** Words are kept whole, whatever their length. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
