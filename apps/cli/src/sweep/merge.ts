/**
 * Joins the parts of a sweep, made by `sweep --part i/n` wherever, to what one run would have left. Believes nothing: parts must
 * be of the same sweep and plan, whole, undamaged and all there.
 */
import { type PlannedSweep, summariseSweep } from '@trilogue/engine';
import {
  entriesOf,
  isFinished,
  isInPart,
  lockFolder,
  type Manifest,
  makePlainFolder,
  openSweep,
  openWriter,
  type Part,
  partText,
  readManifest,
  readRecords,
  recordsName,
  recordsOf,
  type SweepFolder,
  type Times,
  writeManifest,
  writePlan,
} from '@trilogue/results';
import { UsageError } from '../errors/kinds.js';
import { difference } from '../files/holding.js';
import { prepareOut } from '../files/out-folder.js';
import { count } from '../output/figures.js';
import type { Terminal } from '../output/terminal.js';
import { versions } from '../versions.js';
import { conclude, type SweepOutcome } from './conclude.js';
import { inspect, sweepDifferences } from './folder.js';

/** A finished part. */
interface PartFolder {
  readonly folder: string;
  readonly manifest: Manifest & { readonly part: Part; readonly times: Times };
}

type Source = SweepFolder & PartFolder;

const again = 'The command that made it, run again, goes on to the end.';

/** @throws UsageError naming what is missing, damaged, twice there or different, before anything is written. */
export async function runMerge(folders: readonly string[], out: string, terminal: Terminal): Promise<SweepOutcome> {
  const parts: PartFolder[] = [];
  for (const folder of folders) parts.push(await readPart(folder));
  for (const other of parts.slice(1)) checkSameRecipe(parts[0]!, other);
  checkAllThere(parts);
  const sources: Source[] = [];
  for (const part of parts) sources.push({ ...(await openSweep(part.folder)), ...part });
  const [first] = sources;
  for (const other of sources.slice(1)) checkSamePlan(first!, other);
  for (const source of sources) await checkRecordsOf(source);

  const { game, definition, planned } = first!;
  const { recipe } = first!.manifest;
  await inspect(out, recipe, null);
  await prepareOut(out);
  const lock = await lockFolder(out);
  try {
    // again: another may have worked there until now
    const held = await inspect(out, recipe, null);
    const times = timesOf(sources);
    const before = held !== null && !held.smaller && isFinished(held.manifest) ? held.manifest : null;
    if (held === null || held.smaller) {
      const unfinished = { recipe, part: null, versions: versions(), ran: null, files: null };
      await writeManifest(out, { ...unfinished, times: { started: times.started } });
    }
    await makePlainFolder(out, recordsName);
    if (planned.bias !== null) await writePlan(out, recipe, planned);
    const summary = summariseSweep(definition, planned.plan);
    const joined = recordsOf(out, recipe, definition, planned.plan);
    // of a merge that was cut off, what is there is not copied again
    const found = await readRecords(joined, summary.add);
    const writer = openWriter(joined, { last: found.last, onKept: summary.add });
    try {
      const size = planned.plan.recordSize;
      for (const source of sources) {
        await readRecords(source.records, async (cells, records) => {
          terminal.signal.throwIfAborted();
          await writer.written();
          for (const [i, cell] of cells.entries()) {
            if (found.done[cell] === 1) continue;
            found.done[cell] = 1;
            writer.add(cell, records.slice(i * size, (i + 1) * size));
          }
        });
      }
    } finally {
      await writer.close();
    }
    return await conclude(game, out, { recipe, planned, summary, times, before, reused: false }, terminal.signal);
  } finally {
    await lock.release();
  }
}

async function readPart(folder: string): Promise<PartFolder> {
  await entriesOf(folder);
  const manifest = await readManifest(folder);
  if (manifest === null) throw new UsageError(`"${folder}" holds no sweep: it has no manifest.json.`);
  if (manifest.part === null) throw new UsageError(`"${folder}" holds a whole sweep, not a part made with --part i/n.`);
  if (manifest.files === null) {
    throw new UsageError(`"${folder}", part ${partText(manifest.part)}, is not finished. ${again}`);
  }
  return { folder, manifest: manifest as PartFolder['manifest'] };
}

function checkSameRecipe(first: PartFolder, other: PartFolder): void {
  const [there, here] = [first.manifest.recipe, other.manifest.recipe];
  const [own, others] = [there, here].map(({ device }) => device ?? 'no graphics processor');
  refuse(first, other, [...sweepDifferences(there, here), ...difference('graphics processor', own!, others!)]);
}

function checkSamePlan(first: Source, other: Source): void {
  if (isSamePlan(first.planned, other.planned)) return;
  const words = ({ planned: { plan } }: Source) => `${plan.scheme}, ${plan.steps} steps of ${plan.dt}`;
  const lines = difference('plan', words(first), words(other));
  refuse(first, other, lines.length > 0 ? lines : ['the bounds of the step bias']);
}

function refuse(first: PartFolder, other: PartFolder, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const told = lines.map((line) => `  ${line.replace(' asked for', ` in "${other.folder}"`)}`);
  throw new UsageError([`"${other.folder}" is not of the same sweep as "${first.folder}":`, ...told].join('\n'));
}

function isSamePlan(a: PlannedSweep, b: PlannedSweep): boolean {
  if (JSON.stringify(a.plan) !== JSON.stringify(b.plan)) return false;
  if (a.bias === null || b.bias === null) return a.bias === b.bias;
  const other = b.bias;
  return a.bias.length === other.length && a.bias.every((value, cell) => Object.is(value, other[cell]));
}

function checkAllThere(parts: readonly PartFolder[]): void {
  const [first] = parts;
  const of = first!.manifest.part.of;
  const seen = new Map<number, string>();
  for (const { folder, manifest } of parts) {
    const { part } = manifest;
    if (part.of !== of) {
      const words = `"${first!.folder}" is one of ${of} parts, "${folder}" one of ${part.of}`;
      throw new UsageError(`${words}; all must be cut alike.`);
    }
    const twice = seen.get(part.index);
    if (twice !== undefined)
      throw new UsageError(`"${twice}" and "${folder}" are both part ${partText(part)}; give one.`);
    seen.set(part.index, folder);
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return;
  throw new UsageError(
    `${missing.length === 1 ? 'a part is' : `${missing.length} parts are`} missing: ${missing.map((index) => partText({ index, of })).join(', ')}.`,
  );
}

/** Every cell of the part must be there, in chunks that are whole. */
async function checkRecordsOf(source: Source): Promise<void> {
  const { folder, manifest, planned, records } = source;
  const part = `"${folder}", part ${partText(manifest.part)},`;
  const repair = 'The command that made it, run again, computes what is missing.';
  const { done, lost } = await readRecords(records, () => {});
  const [first] = lost;
  if (first !== undefined) {
    throw new UsageError(`${part} is damaged: ${first.words}. ${repair}`);
  }
  const mine = isInPart(planned.plan.cells, manifest.part);
  const missing = done.reduce((sum, there, cell) => sum + (there === 0 && mine(cell) ? 1 : 0), 0);
  if (missing > 0) throw new UsageError(`${part} lacks ${count(missing)} of its cells. ${repair}`);
}

/** When the first began, and what all took together. */
function timesOf(sources: readonly Source[]): Times {
  const all = sources.map(({ manifest }) => manifest.times);
  const sum = (of: (times: Times) => number) => all.reduce((total, times) => total + of(times), 0);
  const steps = sum(({ performance }) => performance.steps);
  const seconds = sum(({ performance }) => performance.seconds);
  return {
    started: all.map(({ started }) => started).sort()[0]!,
    finished: new Date().toISOString(),
    resumedCells: sum(({ resumedCells }) => resumedCells),
    performance: { steps, seconds, stepsPerSecond: steps / Math.max(seconds, 1e-9) },
    threads: sum(({ threads }) => threads),
    device: [...new Set(all.map(({ device }) => device))].join('; '),
    passedOver: all[0]!.passedOver,
  };
}
