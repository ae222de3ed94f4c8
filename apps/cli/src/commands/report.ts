/**
 * `trilogue report GAME`: everything about a game on one page.
 */
import { type Game, nearestName, pointAt, settableNames } from '@trilogue/core';
import {
  type Axis,
  accuracyOf,
  commandLine,
  givenOptions,
  metricScale,
  openBackend,
  optionWords,
  runDefaults,
} from '@trilogue/engine';
import { ownMetric, type Target } from '@trilogue/study';
import type { Command } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { readAxis } from '../options/axis.js';
import { findGame } from '../options/game.js';
import { addJsonOption, gameArgument, pointOptions } from '../options/point.js';
import { addRunOptions, type RunArguments } from '../options/run.js';
import { facts } from '../output/align.js';
import { count, duration } from '../output/figures.js';
import type { Terminal } from '../output/terminal.js';
import { addTargetOptions, checkTarget } from '../recommend/target.js';
import { versions } from '../versions.js';

interface Arguments extends RunArguments {
  readonly out: string;
  readonly metric?: string;
  readonly target?: number;
  readonly goal: Target['goal'];
  readonly x?: Axis;
  readonly y?: Axis;
}

const more = `
The page needs no network and no script, can be read on a phone and be printed. It has the game in words and formulas, its
equilibria and their conditions, stability under noise, pictures of the dynamics, outcomes with both parts of their
error, the start, every factor alone and two together, scenarios, a recommendation, the method, and how to get it again.

Example: the bundled game, which opens with the four claims of its authors
  trilogue report data-sharing --out data-sharing.html

Example: a quick look at a game of your own
  trilogue report my.game.yaml --tolerance 0.05 --out my-game.html`;

export function addReport(program: Command, terminal: Terminal): void {
  const command = program
    .command('report')
    .summary('everything about a game on one page')
    .description('Analyses, simulates and draws a game and writes one self-contained page of HTML.')
    .argument('<GAME>', gameArgument)
    .requiredOption('--out <FILE>', 'where to write, such as report.html; an earlier report is replaced')
    .option('--metric <M>', 'what is followed, as for sweep (default: the likeliest outcome)');
  addTargetOptions(command, 'what the metric is to reach in the recommendation (default: 0.9)');
  command
    .option('--x <NAME=LO:HI:N>', 'first factor of the heatmap (default: the two that do most)', readAxis)
    .option('--y <NAME=LO:HI:N>', 'second factor of the heatmap', readAxis);
  addRunOptions(command, { of: 'paths of each run', default: runDefaults.paths });
  addJsonOption(command).addHelpText('after', more);
  command.action(async (argument: string, options: Arguments) => run(argument, options, terminal));
}

async function run(argument: string, options: Arguments, terminal: Terminal): Promise<void> {
  const game = await findGame(argument);
  const { out, metric, target, goal, x, y } = options;
  const point = pointOptions(options);
  pointAt(game, point);
  const horizon = options.horizon ?? game.horizon;
  const known = metric ?? ownMetric(game);
  // where none is known, a probability or a share is followed
  const most = known === undefined ? 1 : metricScale(game, known, horizon).most;
  if (target !== undefined) checkTarget(target, known ?? 'the metric', most);
  checkAxes(game, x, y);
  // loaded here: the other commands need none of it
  const [{ makeReport }, { prepareReportFile }, { reportDocument }] = await Promise.all([
    import('../report/make-report.js'),
    import('../report/out-file.js'),
    import('../report/document.js'),
  ]);
  await prepareReportFile(out);
  const { backend } = await openBackend(options.backend, { threads: options.threads });
  try {
    const settings = givenOptions({ ...options, ...point, ...accuracyOf(options) });
    const command = commandLine([
      ...['trilogue', 'report', argument, '--out', out],
      ...optionWords(settings),
      ...(target === undefined ? [] : ['--target', String(target)]),
      ...(goal === 'at-least' ? [] : ['--goal', goal]),
      ...(x === undefined ? [] : ['--x', axisText(x)]),
      ...(y === undefined ? [] : ['--y', axisText(y)]),
      ...['--backend', backend.name],
    ]);
    const asked = { ...settings, game, backend, target, goal, axes: x && { x, y } };
    const { trilogue, node } = versions();
    const maker = { command, version: trilogue, host: `Node ${node}` };
    const { figures, page } = await makeReport(asked, maker, out, terminal);
    terminal.print(
      options.json
        ? JSON.stringify(reportDocument(out, figures))
        : [
            `${game.title} (${game.name})`,
            ...facts([
              ['report', `${out} (${count(Math.round(Buffer.byteLength(page) / 1024))} KiB; open it in a browser)`],
              ['followed', figures.metric],
              ['computed in', duration(figures.seconds)],
            ]),
          ].join('\n'),
    );
  } finally {
    await backend.close();
  }
}

/** @throws UsageError for axes that cannot be, before anything is made. */
function checkAxes(game: Game, x: Axis | undefined, y: Axis | undefined): void {
  if (y !== undefined && x === undefined)
    throw new UsageError('--y names the second factor; give the first one with --x.');
  if (x !== undefined && x.name === y?.name) {
    throw new UsageError(`--x and --y both vary "${x.name}"; choose two different names.`);
  }
  const known = settableNames(game);
  for (const [option, axis] of Object.entries({ x, y })) {
    if (axis === undefined || known.includes(axis.name)) continue;
    const nearest = nearestName(axis.name, known);
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    throw new UsageError(`--${option}: unknown name "${axis.name}". Known names: ${known.join(', ')}.${hint}`);
  }
}

function axisText({ name, from, to, count }: Axis): string {
  return `${name}=${from}:${to}:${count}`;
}
