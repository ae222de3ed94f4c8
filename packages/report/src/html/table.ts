/**
 * Tables: a caption, headers with their scope, and a frame that scrolls by itself where a phone is too narrow.
 */
import { html, type Markup, type Part } from './markup.js';

export interface TableColumn {
  readonly head: Part;
  /** Figures stand under each other by their right end. Default: false. */
  readonly figures?: boolean;
}

export interface TableInput {
  /** For links and for programs that read the page. */
  readonly id: string;
  /** In words; also the name of the frame. */
  readonly caption: string;
  /** The first column names its row. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Part[])[];
}

/** Rows under a name that they share. */
export interface RowGroup {
  readonly head: Part;
  /** Without the first column. */
  readonly rows: readonly (readonly Part[])[];
}

export function table({ rows, ...heading }: TableInput): Markup {
  const body = html`<tbody>
${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name!}</th>${data(heading, cells)}</tr>\n`)}</tbody>`;
  return framed(heading, body);
}

/** A table of which the first column names several rows at once. */
export function groupedTable({ groups, ...heading }: Heading & { readonly groups: readonly RowGroup[] }): Markup {
  const bodies = groups.map(({ head, rows }) => {
    const name = html`<th scope="rowgroup" rowspan="${rows.length}">${head}</th>`;
    const look = rows.length <= mostTogether ? html` class="together"` : null;
    return html`<tbody${look}>
${rows.map((cells, k) => html`<tr>${k === 0 ? name : null}${data(heading, cells)}</tr>\n`)}</tbody>\n`;
  });
  return framed(heading, bodies);
}

/** Groups of more rows may be divided by the end of a page. */
const mostTogether = 6;

type Heading = Omit<TableInput, 'rows'>;

/** Cells from the second column on. */
function data({ columns }: Heading, cells: readonly Part[]): Markup[] {
  return cells.map((cell, c) => html`<td${look(columns[c + 1])}>${cell}</td>`);
}

function look(column: TableColumn | undefined): Markup | null {
  return column?.figures ? html` class="figures"` : null;
}

function framed({ id, caption, columns }: Heading, bodies: Part): Markup {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table id="${id}">
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${look(column)}>${column.head}</th>`)}</tr></thead>
${bodies}</table></div>
`;
}
