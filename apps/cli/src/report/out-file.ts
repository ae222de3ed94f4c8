/**
 * The file of `--out`: looked at before anything is computed, so that hours are not lost to a wrong name, and nothing that
 * is not a report is written over.
 */
import { basename, dirname } from 'node:path';
import { reportGenerator } from '@trilogue/report';
import { readPlainHead, writeWhole } from '@trilogue/results';
import { UsageError } from '../errors/kinds.js';
import { prepareOut } from '../files/out-folder.js';

/** Where the head of a report names its maker. */
const headBytes = 1024;

/** @throws UsageError where the file cannot be written, or is there and is no report. */
export async function prepareReportFile(file: string): Promise<void> {
  if (basename(file) === '' || /[/\\]$/.test(file)) {
    throw new UsageError(`--out "${file}" is no name of a file; expected one such as report.html.`);
  }
  await prepareOut(dirname(file), [basename(file)]);
  if (!(await isFreeOrReport(file))) {
    throw new UsageError(
      `--out "${file}" exists and is not a report of trilogue; it is left as it is. Choose another name.`,
    );
  }
}

export async function writeReportFile(file: string, page: string): Promise<void> {
  await writeWhole(dirname(file), basename(file), page);
}

async function isFreeOrReport(file: string): Promise<boolean> {
  const head = await readPlainHead(dirname(file), basename(file), headBytes);
  return head === null || head.includes(`<meta name="generator" content="${reportGenerator}" />`);
}
