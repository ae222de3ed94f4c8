/**
 * `trilogue simulate GAME`: one ensemble, or one of its paths.
 */
import { csvTable } from '@trilogue/core';
import { type Accuracy, accuracyOf, givenOptions, type ReplayResult, replay, simulate } from '@trilogue/engine';
import { type Command, Option } from 'commander';
import { prepareOut } from '../files/out-folder.js';
import { findGame } from '../options/game.js';
import { whole } from '../options/number.js';
import { addJsonOption, gameArgument, pointOptions } from '../options/point.js';
import { addRunOptions, type RunArguments } from '../options/run.js';
import { departures } from '../output/caption.js';
import { progressBar } from '../output/progress-bar.js';
import type { Terminal } from '../output/terminal.js';
import { drawSimulation, pictureNames } from '../simulate/pictures.js';
import { simulationText } from '../simulate/summary.js';

interface Arguments extends RunArguments {
  readonly path?: number;
  readonly out?: string;
}

const defaultPaths = 100_000;
const resultName = 'result.json';

const more = `
Every probability of an outcome and every mean share is right within the tolerance at 95%, the bias of the step included.
With --dt or --paths the bias is not known.

Example: how the bundled game ends under more noise, with pictures
  trilogue simulate data-sharing --set sigma_A=1 --set sigma_B=1 --out noisy

Example: to the third decimal
  trilogue simulate data-sharing --tolerance 0.001

Example: the first of its paths, with Gaussian increments, for a picture of your own
  trilogue simulate data-sharing --scheme euler --path 0 > path.csv`;

export function addSimulate(program: Command, terminal: Terminal): void {
  const command = program
    .command('simulate')
    .summary('one ensemble: outcomes, final shares, first-passage times')
    .description(
      'Runs many noisy paths of a game from one point and prints the probability of each outcome, the shares at the end and the times of first passage, with 95% intervals.',
    )
    .argument('<GAME>', gameArgument);
  addRunOptions(command, { of: 'paths', default: defaultPaths })
    .addOption(
      new Option(
        '--path <N>',
        'print path number N (from 0) of the ensemble step by step, and nothing else; of one with --paths give the --dt',
      )
        .argParser(whole(0, Number.MAX_SAFE_INTEGER))
        .conflicts(['paths', 'out']),
    )
    .option('--out <DIR>', 'also write the pictures bands.svg, outcomes.svg and passages.svg, and result.json there');
  addJsonOption(command).addHelpText('after', more);
  command.action((game: string, options: Arguments) =>
    options.path === undefined ? runEnsemble(game, options, terminal) : runPath(game, options.path, options, terminal),
  );
}

async function runEnsemble(argument: string, options: Arguments, terminal: Terminal): Promise<void> {
  const game = await findGame(argument);
  if (options.out !== undefined) await prepareOut(options.out, [...pictureNames, resultName]);
  const bar = progressBar('simulate');
  const result = await simulate({
    ...engineOptions({ ...options, ...accuracyOf(options, defaultPaths) }),
    game,
    signal: terminal.signal,
    // a program that reads JSON wants all of it or nothing
    partial: options.json !== true,
    onProgress: bar.update,
  }).finally(bar.clear);
  const out = result.stopped ? undefined : options.out;
  const files: string[] = [];
  if (out !== undefined) {
    const pictures = await drawSimulation(game, result, departures(pointOptions(options)));
    terminal.signal.throwIfAborted();
    const { writeWhole } = await import('@trilogue/results');
    for (const { name, svg } of pictures) await writeWhole(out, name, svg);
    await writeWhole(out, resultName, `${JSON.stringify(result, null, 2)}\n`);
    files.push(...pictures.map(({ name }) => name), resultName);
  }
  if (options.json) terminal.print(JSON.stringify(result));
  else terminal.print(simulationText(result, out === undefined ? undefined : { out, files }));
  // what a stopped run has said is printed; it ends as stopped commands do
  terminal.signal.throwIfAborted();
}

async function runPath(argument: string, path: number, options: Arguments, terminal: Terminal): Promise<void> {
  const game = await findGame(argument);
  const result = await replay({ ...engineOptions(options), game, path });
  terminal.signal.throwIfAborted();
  terminal.print(options.json ? JSON.stringify(result) : pathTable(result));
}

/** Time and the shares with all their digits, a line for the start and for every step; times without the rounding of `step * dt`. */
function pathTable({ times, shares }: ReplayResult): string {
  const columns = Object.values(shares);
  const rows = times.map((time, t) => [Number(time.toPrecision(12)), ...columns.map((own) => own[t]!)]);
  return csvTable(['time', ...Object.keys(shares)], rows).trimEnd();
}

function engineOptions(options: Omit<RunArguments, keyof Accuracy> & Partial<Accuracy>) {
  const { backend, threads } = options;
  return { ...givenOptions({ ...options, ...pointOptions(options) }), backend, threads };
}
