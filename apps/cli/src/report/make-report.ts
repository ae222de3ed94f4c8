/**
 * Makes a report and writes it into its file.
 */
import { type Maker, type Report, type ReportOptions, type ReportStage, report, taskWords } from '@trilogue/report';
import type { Terminal } from '../output/terminal.js';
import { writeReportFile } from './out-file.js';

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

/** Such as `42%, one factor at a time: tau`. */
function stageText({ task, about, part }: ReportStage): string {
  return `${Math.floor(100 * part)}%, ${taskWords[task]}${about === null ? '' : `: ${about}`}`;
}
