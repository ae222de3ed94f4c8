/**
 * A table of figures: in each row its name, then its cells. Where it is wide it scrolls sideways in its card.
 */
import { createElement, type ReactNode } from 'react';
import tables from '../style/tables.module.css';
import { Scroll } from './Scroll';

/** What stands in a cell; with the whole number behind its figures where it has one. */
interface Cell {
  readonly text: ReactNode;
  readonly value?: number | string | null;
  readonly className?: string;
}

interface Row {
  readonly name: string;
  /** Default: the name. */
  readonly head?: ReactNode;
  /** Where names are not unique. */
  readonly key?: string;
  readonly title?: string;
  readonly 'data-type'?: string;
  readonly cells: readonly (Cell | string)[];
}

interface TableProps {
  /** What is in it, for those who cannot see it. */
  readonly label: string;
  /** Name of its figures, for programs. */
  readonly figures?: string;
  readonly className?: string;
  /** Of all columns; empty ones have no head. */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

export function Table({ label, figures, className, heads, rows }: TableProps) {
  const head = (scope: 'col' | 'row', text: ReactNode) =>
    text === '' ? createElement('td') : createElement('th', { scope }, text);
  const cell = (entry: Cell | string) => {
    const { text, value, className: own } = typeof entry === 'string' ? { text: entry } : entry;
    return createElement('td', { 'data-value': value ?? undefined, className: own }, text);
  };
  return (
    <Scroll label={label}>
      <table className={className === undefined ? tables.table : `${tables.table} ${className}`} data-figures={figures}>
        <thead>{createElement('tr', null, ...heads.map((text) => head('col', text)))}</thead>
        <tbody>
          {rows.map(({ name, head: own = name, key = name, cells, ...more }) =>
            createElement('tr', { key, 'data-name': name, ...more }, head('row', own), ...cells.map(cell)),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}
