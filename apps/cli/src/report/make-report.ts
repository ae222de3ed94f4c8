/**
 * Makes a report and writes it into its file.
 */
import { type Maker, type Report, type ReportOptions, report } from '@trilogue/report';
import type { Terminal } from '../output/terminal.js';
import { writeReportFile } from './out-file.js';
import { stageText } from './stage-text.js';

/** Rejects as `report` does; leaves no part of a file behind. */
export async function makeReport(
  options: ReportOptions,
  maker: Maker,
  out: string,
  terminal: Terminal,
): Promise<Report> {
  const { signal } = terminal;
  const made = await report({ ...options, signal }, maker, (stage) => terminal.note(`${stageText(stage)} ...`));
  signal.throwIfAborted();
  await writeReportFile(out, made.page);
  return made;
}
