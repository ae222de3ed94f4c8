/**
 * The tables of an analysis: indices as CSV and Parquet, outputs by row as CSV, rows with their points as Parquet.
 * Numbers are written so that reading them gives the same bits.
 */
import { csvTable } from '@trilogue/core';
import type { Design } from '@trilogue/sensitivity';
import type { Told } from '@trilogue/study';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { readPlainText } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import { sha256 } from '../sealed/container.js';
import type { StudyDocument } from './document.js';
import { progressName } from './progress.js';

/** The table of what the runs of an analysis gave, whose hash its manifest has. */
export const outputsName = 'outputs.csv';
/** Bytes that are read at most: two numbers a run. */
const mostOutputs = 2 ** 29;

type Entry = string | number | null;

/** A column by name: text, or numbers. */
interface Column {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** One row a factor, and then a group where there are indices of groups. Lists, such as curves, are left out. */
function indexColumns(document: StudyDocument): Column[] {
  const groups = document.method === 'sobol' ? document.groups : [];
  const rows: Readonly<Record<string, unknown>>[] = [
    ...document.indices.map(({ parameter, group, ...numbers }) => ({
      kind: 'parameter',
      name: parameter,
      group,
      ...numbers,
    })),
    ...groups.map(({ group, ...numbers }) => ({ kind: 'group', name: group, group, ...numbers })),
  ];
  const names = Object.keys(rows[0]!).filter((name) => !Array.isArray(rows[0]![name]));
  return names.map((name) => ({ name, entries: rows.map((row) => row[name] as Entry) }));
}

/** One row a run: the factors under their names (`factor.value` for one called `value`), then what came out. */
export function rowColumns(design: Design, outputs: readonly Told[]): Column[] {
  const points = outputs.map((_, row) => design.point(row));
  return [
    ...design.recipe.factors.map(({ name }, i) => ({
      name: name === 'value' || name === 'variance' ? `factor.${name}` : name,
      entries: points.map((point) => point[i]!),
    })),
    { name: 'value', entries: outputs.map(({ value }) => value) },
    { name: 'variance', entries: outputs.map(({ variance }) => variance) },
  ];
}

/** Null is an empty field. */
export function columnsCsv(columns: readonly Column[]): string {
  const rows = columns[0]!.entries.map((_, row) => columns.map(({ entries }) => entries[row]!));
  return csvTable(
    columns.map(({ name }) => name),
    rows,
  );
}

/** The same columns give the same bytes. */
export function columnsParquet(columns: readonly Column[]): Uint8Array {
  const columnData = columns.map(({ name, entries }) => ({
    ...{ name, data: [...entries], nullable: entries.includes(null) },
    type: entries.some((entry) => typeof entry === 'string') ? ('STRING' as const) : ('DOUBLE' as const),
  }));
  return new Uint8Array(parquetWriteBuffer({ createdBy: 'trilogue', columnData }));
}

/** Every file that an analysis may write, but for pictures. */
export const studyFiles = [outputsName, 'rows.parquet', 'indices.csv', 'indices.parquet', 'result.json', progressName];

/** The tables that are text and follow from the outputs. */
export function textTables(document: StudyDocument): { readonly name: string; readonly text: string }[] {
  return [
    { name: 'indices.csv', text: columnsCsv(indexColumns(document)) },
    { name: 'result.json', text: `${JSON.stringify(document, null, 2)}\n` },
  ];
}

/** Writes all tables of an analysis; gives the hash of the outputs, which the others follow from. */
export async function writeStudyTables(
  folder: string,
  document: StudyDocument,
  design: Design,
  outputs: readonly Told[],
): Promise<string> {
  const csv = outputsCsv(outputs);
  await writeWhole(folder, outputsName, csv);
  await writeWhole(folder, 'rows.parquet', columnsParquet(rowColumns(design, outputs)));
  await writeWhole(folder, 'indices.parquet', columnsParquet(indexColumns(document)));
  for (const { name, text } of textTables(document)) await writeWhole(folder, name, text);
  return sha256([csv]);
}

/** The outputs by row: value and variance. */
export function outputsCsv(outputs: readonly Told[]): string {
  return `value,variance\n${outputs.map(({ value, variance }) => `${value},${variance}\n`).join('')}`;
}

/** The outputs of a folder, whatever they say, and the hash of their file. */
export async function readOutputs(
  folder: string,
): Promise<{ readonly outputs: readonly Told[]; readonly hash: string }> {
  const csv = (await readPlainText(folder, outputsName, mostOutputs)) ?? '';
  return { outputs: outputsOf(csv), hash: sha256([csv]) };
}

export function outputsOf(csv: string): Told[] {
  const [, ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => {
    const [value, variance] = line.split(',').map(Number);
    return { value: value!, variance: variance! };
  });
}
