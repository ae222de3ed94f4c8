/**
 * Makes a report: computes, draws, writes the page into its file.
 */
import type { Terminal } from '../output/terminal.js';
import { gameRecord } from '../sweep/recipe.js';
import { versions } from '../versions.js';
import { draw } from './draw/draw.js';
import type { ReportFigures } from './gather/figures.js';
import { gather } from './gather/gather.js';
import type { ReportJob } from './gather/job.js';
import { writeReportFile } from './out-file.js';
import { reportPage } from './page.js';

export interface MadeReport {
  readonly figures: ReportFigures;
  /** Of the page. */
  readonly bytes: number;
}

/**
 * @param targetAsked whether the target was given
 * @throws as `gather` does; leaves no part of a file behind.
 */
export async function makeReport(
  job: ReportJob,
  targetAsked: boolean,
  { out, command }: { readonly out: string; readonly command: string },
  terminal: Terminal,
): Promise<MadeReport> {
  const { game, seed, scenario, set } = job;
  const figures = await gather(job, targetAsked);
  terminal.note('drawing ...');
  const pictures = await draw(game, figures, terminal.signal);
  const file = gameRecord(game);
  const page = reportPage({ ...{ game, figures, pictures, command, seed, scenario, set, file }, versions: versions() });
  terminal.signal.throwIfAborted();
  await writeReportFile(out, page);
  return { figures, bytes: Buffer.byteLength(page) };
}
