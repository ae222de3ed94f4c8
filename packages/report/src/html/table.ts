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

export function table({ id, caption, columns, rows }: TableInput): Markup {
  const look = (column: TableColumn | undefined) => (column?.figures ? html` class="figures"` : null);
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table id="${id}">
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${look(column)}>${column.head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) =>
    html`<tr>${row.map((cell, c) =>
      c === 0 ? html`<th scope="row">${cell}</th>` : html`<td${look(columns[c])}>${cell}</td>`,
    )}</tr>
`,
)}</tbody></table></div>
`;
}
