/**
 * `trilogue sweep GAME`: a metric over one or two factors, into a folder.
 */
import type { Game } from '@trilogue/core';
import { type Axis, accuracyOf, askedOptions, parseMetric, runDefaults } from '@trilogue/engine';
import { gameRecord, type Part } from '@trilogue/results';
import type { Command } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { readAxis } from '../options/axis.js';
import { findGame } from '../options/game.js';
import { readPercent, whole } from '../options/number.js';
import { readPart } from '../options/part.js';
import { addJsonOption, gameArgument, pointOptions } from '../options/point.js';
import { addQueueOption } from '../options/queue.js';
import { addRunOptions, type RunArguments } from '../options/run.js';
import type { Terminal } from '../output/terminal.js';
import { printDocument } from '../sweep/document.js';
import type { WantedSweep } from '../sweep/folder.js';
import { defaultChunkSteps, type QueueOptions } from '../sweep/place/contract.js';
import { runSweep } from '../sweep/run-sweep.js';
import { partJson, partWords, sweepText } from '../sweep/summary.js';
import { versions } from '../versions.js';

interface Arguments extends RunArguments {
  readonly x: Axis;
  readonly y?: Axis;
  readonly metric: string;
  readonly out: string;
  readonly independent?: boolean;
  readonly part?: Part;
  readonly queue?: string;
  readonly mixed?: boolean;
  readonly chunk?: number;
  readonly recompute?: number;
}

/** Of the answers of workers that are computed again. */
const defaultPart = 0.01;

const more = `
Metrics:
  P(share,share,coordinate)    probability of ending near that pure profile; * matches any strategy
  T(share,share,coordinate)    mean time of first passage there, over the paths that get there
  mean(A.share)  sd(A.share)  quantile(A.share,0.9)    of a share at the horizon
  gap(A.share,B.share)         mean absolute difference of two shares over time

Every cell is right within the tolerance at 95%, the bias of its step included: low and high are the limits of its paths'
noise, bias is a bound of what the step adds. The summary says where a tolerance could not be kept. With --dt or --paths
every cell has the same number of paths, and the bias is not known.

DIR gets manifest.json (everything to run it again), cells.parquet and cells.csv (one row a cell), heatmap.svg and
heatmap.png (curve.* for one axis). records/ has what every
cell's paths added up to. Where a sweep was cut off, the same command goes on with what is left. With more --paths, a
narrower --tolerance, or an axis that has all the old values, it adds to what is there.

Example: trust against penalty, every cell within 0.01
  trilogue sweep data-sharing --x tau=0:1:51 --y p=0:2:51 --metric "P(share,share,coordinate)" --out heatmap-tau-p

Example: one factor, as a curve
  trilogue sweep data-sharing --x kappa=0:0.8:33 --metric "mean(A.share)" --tolerance 0.005 --out curve-kappa`;

export function addSweep(program: Command, terminal: Terminal): void {
  const command = program
    .command('sweep')
    .summary('a metric over one or two factors: heatmap or curve')
    .description(
      'Computes a metric at every point of a grid of one or two factors and draws it as a curve or a heatmap. An axis is a parameter, sigma_A or initial.A.',
    )
    .argument('<GAME>', gameArgument)
    .requiredOption('--x <NAME=LO:HI:N>', 'what varies, from LO to HI in N values', readAxis)
    .option('--y <NAME=LO:HI:N>', 'the second factor', readAxis)
    .requiredOption('--metric <M>', 'what is computed, see below')
    .requiredOption('--out <DIR>', 'folder for the results; made where it is missing');
  addRunOptions(command, { of: 'paths of each cell', default: runDefaults.paths }).option(
    '--independent',
    'random numbers of its own for each cell (default: cells share them)',
  );
  command.option(
    '--part <i/n>',
    'only the i-th of n parts of the cells, into a folder of its own; trilogue merge joins the parts',
    readPart,
  );
  addQueueOption(command, 'workers compute it: the Redis server of `trilogue worker`');
  command.option(
    '--chunk <STEPS>',
    `with --queue: steps of paths that a worker gets at a time; about a second's worth is right (default: ${defaultChunkSteps})`,
    whole(1, 1e13),
  );
  command.option(
    '--recompute <PART>',
    'with --queue: part of the answers that this machine computes again, and ends where one differs (default: 1%)',
    readPercent,
  );
  command.option('--mixed', 'with --queue: workers with any backend; the same bits are not promised');
  addJsonOption(command).addHelpText('after', more);
  command.action(async (argument: string, options: Arguments) => {
    const game = await findGame(argument);
    const wanted = recipeOf(game, options);
    const { out, part, threads } = options;
    const queue = queueOptions(options);
    const outcome = await runSweep({ game, wanted, out, part, threads, queue }, terminal);
    if ('part' in outcome) terminal.print((options.json ? partJson : partWords)(out, outcome));
    else if (options.json) await printDocument(terminal, out, outcome);
    else terminal.print(sweepText(game, out, outcome));
  });
}

/** @throws UsageError for options of a queue where there is none. */
function queueOptions({ queue, mixed, chunk, recompute }: Arguments): QueueOptions | undefined {
  if (mixed && recompute !== undefined) {
    throw new UsageError(
      '--recompute compares bits, and --mixed lets arithmetic in that has others. Leave one of them out.',
    );
  }
  if (queue !== undefined) {
    return {
      queue,
      mixed: mixed ?? false,
      chunkSteps: chunk ?? defaultChunkSteps,
      recompute: recompute ?? defaultPart,
    };
  }
  const given = Object.entries({ '--mixed': mixed, '--chunk': chunk, '--recompute': recompute }).find(
    ([, value]) => value !== undefined,
  );
  if (given) throw new UsageError(`${given[0]} is for sweeps with --queue: here this machine computes.`);
  return undefined;
}

/** @throws EngineError for a metric that cannot be read, UsageError for options that contradict each other. */
function recipeOf(game: Game, options: Arguments): WantedSweep {
  const { x, y = null, metric, backend, independent = false } = options;
  parseMetric(game, metric);
  const { scenario = null, set } = pointOptions(options);
  for (const [option, axis] of Object.entries({ x, y })) {
    if (axis !== null && Object.hasOwn(set, axis.name)) {
      throw new UsageError(
        `--set ${axis.name}=${set[axis.name]} has no effect, since --${option} varies "${axis.name}".`,
      );
    }
  }
  const { core, random, engine } = versions();
  return {
    game: gameRecord(game),
    ...askedOptions({
      ...{ ...options, ...accuracyOf(options), scenario, set, independent },
      horizon: options.horizon ?? game.horizon,
    }),
    ...{ x, y, backend, versions: { core, random, engine } },
  };
}
