/**
 * A table in LaTeX with the rules of booktabs.
 */

export interface LatexTable {
  /** Column specification, such as `lrl`. */
  readonly columns: string;
  readonly head: readonly string[];
  /** Cells, already LaTeX. */
  readonly rows: readonly (readonly string[])[];
}

/** `tabular` goes into a table float; `longtable` breaks at pages, and needs its package. */
export type Environment = 'tabular' | 'longtable';

export function latexTable({ columns, head, rows }: LatexTable, environment: Environment): string {
  const line = (cells: readonly string[]) => `${cells.join(' & ')} \\\\`;
  return [
    `\\begin{${environment}}{${columns}}`,
    '\\toprule',
    line(head),
    '\\midrule',
    ...(environment === 'longtable' ? ['\\endhead'] : []),
    ...rows.map(line),
    '\\bottomrule',
    `\\end{${environment}}`,
  ].join('\n');
}
