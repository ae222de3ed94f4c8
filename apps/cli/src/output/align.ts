/**
 * Rows of text as aligned columns.
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
