/**
 * Runs a sweep into a folder, or what is left of it, or a part.
 * Owns the order of things: look at the folder, lock it, plan, see what is there, compute what is missing, write the results.
 */
import type { Game } from '@trilogue/core';
import { type BackendName, type PlannedSweep, planSweep, type SweepDefinition, summariseSweep } from '@trilogue/engine';
import {
  definitionOf,
  type FoundRecords,
  isFinished,
  isInPart,
  keptTrials,
  knownReader,
  type Lock,
  lockFolder,
  makePlainFolder,
  openWriter,
  type Part,
  type Recipe,
  readPlan,
  readRecords,
  recordsName,
  recordsOf,
  removeChunks,
  type Times,
  writeManifest,
  writePlan,
} from '@trilogue/results';
import { Failed, Stopped } from '../errors/kinds.js';
import { isSystemError } from '../errors/report.js';
import { checkDevice } from '../files/holding.js';
import { prepareOut } from '../files/out-folder.js';
import { count } from '../output/figures.js';
import { progressBar } from '../output/progress-bar.js';
import type { Terminal } from '../output/terminal.js';
import { versions } from '../versions.js';
import { conclude, type SweepOutcome } from './conclude.js';
import { type Holding, inspect, type WantedSweep } from './folder.js';
import type { Place, PlaceRunner, QueueOptions } from './place/contract.js';
import { here } from './place/here.js';
import { runCells } from './run-cells.js';

export interface SweepJob {
  readonly game: Game;
  readonly wanted: WantedSweep;
  readonly out: string;
  readonly part?: Part | null;
  readonly threads?: number;
  /** Workers compute it, in place of this machine. */
  readonly queue?: QueueOptions;
}

/** What a part leaves: its cells, which `trilogue merge` joins with those of the other parts. */
export interface PartOutcome {
  readonly recipe: Recipe;
  readonly part: Part;
  readonly cells: number;
  readonly times: Times;
}

/** The queue's client is loaded where a queue is used. */
async function placeOf({ queue, threads }: SweepJob, choice: BackendName | 'auto', terminal: Terminal): Promise<Place> {
  if (queue === undefined) return here(choice, threads);
  const { behindQueue } = await import('./place/behind-queue.js');
  return behindQueue(queue, choice, terminal);
}

/**
 * @throws UsageError for a folder that cannot be used, EngineError and GameError for wrong options, all before the folder is
 * touched; Stopped where the signal cut it off with cells kept, Failed where the disk did.
 */
export async function runSweep(job: SweepJob, terminal: Terminal): Promise<SweepOutcome | PartOutcome> {
  const { wanted, out, part = null } = job;
  const choice = (await inspect(out, wanted, part))?.manifest.recipe.backend ?? wanted.backend;
  const place = await placeOf(job, choice, terminal);
  const kept: Kept = { cells: null, begun: false };
  try {
    for (;;) {
      const outcome = await compute(job, await inspect(out, wanted, part), place, terminal, kept);
      // another process has changed the folder meanwhile: it is read again
      if (outcome !== 'changed') return outcome;
    }
  } catch (error) {
    if (!kept.begun) throw error;
    const cells = wanted.x.count * (wanted.y?.count ?? 1);
    const those = kept.cells === null ? 'the cells that were there' : `${count(kept.cells)} of ${count(cells)} cells`;
    const words = `${those} are kept in ${out}`;
    if (error === terminal.signal.reason) throw new Stopped(`stopped: ${words}; the same command goes on from there`);
    if (!isSystemError(error)) throw error;
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    throw new Failed(
      full
        ? `no space left for "${out}" (${error.message}): ${words}. Make room, and the same command goes on from there.`
        : `cannot go on with "${out}": ${error.message}. ${words}; the same command goes on from there.`,
    );
  } finally {
    await place.close();
  }
}

/** Cells that are on the disk, null as long as nobody has looked, and whether the folder is ours. */
interface Kept {
  cells: number | null;
  begun: boolean;
}

/** Thrown inside where a folder is no longer what it was before it was locked. */
class Changed extends Error {}

async function compute(
  { game, wanted, out, part = null }: SweepJob,
  held: Holding | null,
  place: Place,
  terminal: Terminal,
  kept: Kept,
): Promise<SweepOutcome | PartOutcome | 'changed'> {
  const { backend, device } = place;
  if (held !== null) checkDevice(out, held.manifest.recipe.device, device);
  const recipe: Recipe = { ...wanted, backend, device };
  const definition = definitionOf(game, recipe);
  const previous = held !== null && !held.smaller ? held.manifest : null;
  const started = previous?.times.started ?? new Date().toISOString();
  let lock: Lock | undefined;
  // everything is checked before the folder is touched: at the first trial, or when the plan is made
  let begun: Promise<void> | undefined;
  const begin = () => {
    begun ??= (async () => {
      await prepareOut(out);
      lock = await lockFolder(out);
      if (JSON.stringify(await inspect(out, wanted, part)) !== JSON.stringify(held)) throw new Changed();
      kept.begun = true;
      if (held === null) kept.cells = 0;
      const unfinished = { recipe, part, versions: versions(), ran: null, files: null, times: { started } };
      // first of all: a folder that a kill leaves here says whose it is
      if (previous === null) await writeManifest(out, unfinished);
      await makePlainFolder(out, recordsName);
    })();
    return begun;
  };
  const broken = new AbortController();
  const signal = AbortSignal.any([terminal.signal, broken.signal]);
  const bar = progressBar('sweep');
  const clock = performance.now();
  const runner = place.open(definition, signal, bar.aside);
  try {
    if (held !== null) await begin();
    const { planned, trialSteps } = await plan(definition, runner, out, recipe, {
      ...{ begin, signal, warn: terminal.warn, onProgress: bar.update },
    });
    await begin();

    const summary = summariseSweep(definition, planned.plan);
    const records = recordsOf(out, recipe, definition, planned.plan);
    let keptCells = 0;
    const keep = (cells: readonly number[], own: Float64Array) => {
      summary.add(cells, own);
      keptCells += cells.length;
      kept.cells = keptCells;
    };
    const found = await readRecords(records, keep);
    kept.cells = keptCells;
    const mine = isInPart(planned.plan.cells, part);
    if (previous !== null && previous.files !== null && found.lost.length === 0) {
      const missing = found.done.reduce((sum, done, cell) => sum + (done === 0 && mine(cell) ? 1 : 0), 0);
      if (missing > 0) terminal.warn(`${count(missing)} cells have no record any more. They are computed again.`);
    }
    tellOf(found, held, keptCells, planned.plan.cells, terminal);
    const resumedCells = keptCells;
    const skipped = found.done.map((done, cell) => (done === 1 || !mine(cell) ? 1 : 0));

    const onError = (error: unknown) => broken.abort(error);
    const writer = openWriter(records, { last: found.last, onKept: keep, onError });
    const pathSteps = await runCells({
      ...{ runner, threads: place.threads, planned, signal, done: skipped, knownPaths: found.knownPaths },
      known: knownReader(records, found),
      onCell: writer.add,
      onProgress: bar.update,
    }).finally(writer.close);
    bar.clear();
    // every record is on the disk
    await runner.finish();
    // what follows needs no threads, and their memory
    await runner.close();
    await place.close();
    const gone = [...found.spent, ...found.lost.flatMap(({ numbers }) => numbers)];
    const tidy = async () => {
      if (gone.length > 0) await removeChunks(records, writer.last() + 1, gone);
    };

    const seconds = (performance.now() - clock) / 1000;
    const steps = trialSteps + pathSteps;
    const queue = runner.report();
    const times: Times = {
      ...{ started, finished: new Date().toISOString(), resumedCells },
      performance: { steps, seconds, stepsPerSecond: steps / Math.max(seconds, 1e-9) },
      ...{ threads: place.threads, device: place.runsOn, passedOver: place.passedOver },
      ...(queue === null ? {} : { queue }),
    };
    if (part !== null) {
      await tidy();
      await writeManifest(out, { recipe, part, versions: versions(), ran: null, files: {}, times });
      return { recipe, part, cells: keptCells, times };
    }
    // where nothing was computed and nothing written by others, it stays the result that it was
    const before = previous !== null && isFinished(previous) ? previous : null;
    const reused = before !== null && steps === 0;
    const outcome = await conclude(game, out, { recipe, planned, summary, times, before, reused }, signal);
    await tidy();
    return outcome;
  } catch (error) {
    if (error instanceof Changed) return 'changed';
    // a write that failed is the reason of whatever it cut off
    throw broken.signal.aborted && error === signal.reason ? broken.signal.reason : error;
  } finally {
    bar.clear();
    await runner.close();
    await lock?.release();
  }
}

interface Planning {
  begin(): Promise<void>;
  readonly signal: AbortSignal;
  readonly warn: (text: string) => void;
  readonly onProgress: Parameters<typeof planSweep>[1]['onProgress'];
}

/** The plan that the folder has, or a new one; a search that was cut off goes on where it was. */
async function plan(
  definition: SweepDefinition,
  runner: PlaceRunner,
  out: string,
  recipe: Recipe,
  { begin, signal, warn, onProgress }: Planning,
): Promise<{ planned: PlannedSweep; trialSteps: number }> {
  const within = definition.tolerance !== undefined;
  // with given paths the plan follows from the definition alone
  const there = within ? await readPlan(out, recipe, definition) : null;
  if (there !== null && typeof there !== 'string') return { planned: there, trialSteps: 0 };
  if (there !== null) warn(`the plan of this sweep cannot be read (${there}); it is made again, to the same numbers.`);
  let trialSteps = 0;
  const run = keptTrials(out, recipe, (trial) => {
    trialSteps += 3 * (definition.horizon! / trial.dt) * trial.pairs.reduce((sum, pairs) => sum + pairs, 0);
    return runner.trial(trial);
  });
  const planned = await planSweep(definition, {
    trial: async (trial) => {
      await begin();
      return run(trial);
    },
    ...{ together: runner.trialsTogether, signal, onProgress },
  });
  await begin();
  if (within) await writePlan(out, recipe, planned);
  return { planned, trialSteps };
}

function tellOf(
  found: FoundRecords,
  held: Holding | null,
  final: number,
  cells: number,
  { warn, note }: Terminal,
): void {
  for (const lost of found.lost) warn(`${lost.words}. Cells without a record are computed again.`);
  const added = found.knownPaths.reduce((sum, paths) => sum + (paths > 0 ? 1 : 0), 0);
  if (held?.smaller && final + added === 0) {
    warn('nothing of what is there can be used: the step or the random numbers differ. All cells are computed again.');
  }
  if (added > 0) note(`${count(added)} of ${count(cells)} cells have paths already; only further ones are computed`);
  if (final > 0) note(`${count(final)} of ${count(cells)} cells are there already; going on`);
}
