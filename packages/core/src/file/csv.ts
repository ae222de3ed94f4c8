/**
 * Tables as CSV: RFC 4180, but that lines end with LF. Every table of trilogue that leaves as CSV comes through here.
 *
 * A spreadsheet takes a field that begins with `=`, `+`, `-` or `@` for a formula, and runs it. Words of a game file, such as the names
 * of groups, are a stranger's: such a field gets an apostrophe in front, which spreadsheets take for "this is text".
 * Source: OWASP, CSV Injection.
 */

/** Null is an empty field. */
export type CsvEntry = string | number | boolean | null;

/** Numbers are written so that reading them gives the same bits. */
export function csvLine(entries: readonly CsvEntry[]): string {
  return `${entries.map(field).join(',')}\n`;
}

/** A table, its names of columns first. */
export function csvTable(head: readonly string[], rows: readonly (readonly CsvEntry[])[]): string {
  return [head, ...rows].map(csvLine).join('');
}

/** What a spreadsheet reads as the begin of a formula; some take the wide forms of East Asian text for the same. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
const number = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

function field(entry: CsvEntry): string {
  if (entry === null) return '';
  if (typeof entry !== 'string') return String(entry);
  const text = formula.test(entry) && !number.test(entry) ? `'${entry}` : entry;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
