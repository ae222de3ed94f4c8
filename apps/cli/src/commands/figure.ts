/**
 * `trilogue figure KIND GAME`: one picture as papers print it, in one file, with its numbers beside it.
 */
import { basename, dirname, extname, join } from 'node:path';
import { accuracyOfEnsemble, givenOptions, runDefaults, type SchemeName, type SimulateResult } from '@trilogue/engine';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { drawEvolution, evolutionCsv, gatherEvolution, isNoisy, type Show } from '../figure/evolution.js';
import { prepareOut } from '../files/out-folder.js';
import { findGame } from '../options/game.js';
import { whole } from '../options/number.js';
import { addJsonOption, gameArgument, pointOptions } from '../options/point.js';
import { addRunOptions, type RunArguments } from '../options/run.js';
import { readValues, type Values } from '../options/values.js';
import { facts } from '../output/align.js';
import { caption, departures } from '../output/caption.js';
import { brief, count } from '../output/figures.js';
import { progressBar } from '../output/progress-bar.js';
import type { Terminal } from '../output/terminal.js';

interface Arguments extends RunArguments {
  readonly out: string;
  readonly values?: Values;
  readonly show?: Show;
  readonly bare?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** Curves that a picture can tell apart. */
const mostValues = 7;
/** Pixels of the PNG per pixel of the picture: 300 a printed inch where it is 940 wide and 160 mm are. */
const pngScale = 2;

const more = `
KIND is evolution: shares over time, a panel for each share and a curve for each value of a parameter.

Example: how the shares change with the penalty, without noise
  trilogue figure evolution data-sharing --values p=0.2,0.8,1.5 --show line --out penalty.svg

Example: the mean of the noisy paths for three intensities of the noise
  trilogue figure evolution data-sharing --values sigma_A=0.1,0.5,1 --out noise.png

Example: for a journal, without title and small print
  trilogue figure evolution data-sharing --values tau=0.3,0.5,0.7 --show line --bare --out trust.svg`;

export function addFigure(program: Command, terminal: Terminal): void {
  const command = program
    .command('figure')
    .summary('one picture as papers print it, with its numbers')
    .description('Draws one picture of a game into a file, SVG or PNG, and writes its numbers beside it as CSV.')
    .argument('<KIND>', 'what is drawn: evolution', readKind)
    .argument('<GAME>', gameArgument)
    .requiredOption('--out <FILE>', 'where to write, such as figure.svg or figure.png; its numbers go to figure.csv')
    .option(
      '--values <NAME=V1,V2,...>',
      'a curve for each value of a parameter, sigma_A or initial.A',
      readValues(mostValues),
    )
    .addOption(
      new Option(
        '--show <WHAT>',
        'the path without noise, the mean of the paths, or that with the band of eight in ten (default: band, mean for several values, line for games without noise)',
      ).choices(['line', 'mean', 'band']),
    )
    .option('--bare', 'no title, no subtitle and no small print')
    .option('--width <PX>', 'width of the picture', whole(200, 4000))
    .option('--height <PX>', 'height of the picture', whole(150, 4000));
  addRunOptions(command, { of: 'paths of each value', default: runDefaults.paths });
  addJsonOption(command).addHelpText('after', more);
  command.action(async (_kind: string, game: string, options: Arguments) => run(game, options, terminal));
}

function readKind(text: string): string {
  if (text === 'evolution') return text;
  throw new UsageError(`unknown kind of figure "${text}". Known: evolution.`);
}

async function run(argument: string, options: Arguments, terminal: Terminal): Promise<void> {
  const { out, values = null, bare = false, width, height, json } = options;
  const name = basename(out);
  const ending = extname(name).toLowerCase();
  if (ending !== '.svg' && ending !== '.png') {
    throw new UsageError(`--out "${out}" ends neither with .svg nor with .png; expected a name such as figure.svg.`);
  }
  const game = await findGame(argument);
  const point = pointOptions(options);
  if (values !== null && Object.hasOwn(point.set, values.name)) {
    throw new UsageError(`--set and --values both give ${values.name}. Leave one out.`);
  }
  const table = `${name.slice(0, -ending.length)}.csv`;
  await prepareOut(dirname(out), [name, table]);
  await checkTable(out, table);
  const sets = values === null ? [point.set] : values.values.map((value) => ({ ...point.set, [values.name]: value }));
  const noisy = sets.some((set) => isNoisy(game, set, point.scenario));
  const show = options.show ?? (noisy ? (values === null ? 'band' : 'mean') : 'line');
  const bar = progressBar('figure');
  const { backend, threads } = options;
  const found = await gatherEvolution({
    ...givenOptions({ ...options, ...point }),
    ...{ ...point, backend, threads, game, values, show, horizon: options.horizon ?? game.horizon },
    ...{ signal: terminal.signal, onProgress: bar.update },
  }).finally(bar.clear);
  const about = show === 'line' ? 'Shares over time without noise' : 'Mean shares over time';
  const made =
    found.runs.length > 0
      ? madeOf(found.runs)
      : `to time ${brief(found.times.at(-1)!)}, each path with steps of its own`;
  const svg = await drawEvolution(
    found,
    { title: game.title, subtitle: [about, ...departures(point)].join('; '), caption: made, bare },
    { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) },
  );
  terminal.signal.throwIfAborted();
  const [{ writeWhole }, { renderPng }] = await Promise.all([import('@trilogue/results'), import('@trilogue/charts')]);
  await writeWhole(dirname(out), name, ending === '.svg' ? svg : await renderPng(svg, { scale: pngScale }));
  await writeWhole(dirname(out), table, evolutionCsv(found));
  if (json) {
    const { times, shares, levels, curves } = found;
    terminal.print(JSON.stringify({ out, table, game: game.name, show, values, times, shares, levels, curves }));
    return;
  }
  const curves = `${count(found.levels.length)} ${found.levels.length === 1 ? 'curve' : 'curves'} of ${found.shares.join(', ')}`;
  terminal.print(
    [
      game.title,
      ...facts([
        ['figure', out],
        ['numbers', join(dirname(out), table)],
        ['drawn', `${curves}; ${about.toLowerCase()}`],
      ]),
    ].join('\n'),
  );
}

/** The name of the table was not typed: what is there is written over only where it is such a table. */
async function checkTable(out: string, table: string): Promise<void> {
  const { readPlainHead } = await import('@trilogue/results');
  const head = await readPlainHead(dirname(out), table, 64);
  if (head === null || head.startsWith('time,')) return;
  throw new UsageError(
    `"${join(dirname(out), table)}" exists and is not a table of such a figure; it is left as it is. Choose another --out.`,
  );
}

/** How the curves were made: the fewest and the most paths of one, the longest step, every scheme. */
function madeOf(runs: readonly SimulateResult[]): string {
  const each = runs.map(({ paths }) => paths);
  const steps = runs.map(({ dt }) => dt);
  return caption(
    {
      ...runs[0]!,
      ...{ paths: Math.max(...each), leastPaths: Math.min(...each) },
      dt: steps.includes(null) ? null : Math.max(...(steps as number[])),
      scheme: [...new Set(runs.map(({ scheme }) => scheme))].join(' and ') as SchemeName,
      kept: runs.every((ran) => accuracyOfEnsemble(ran).outside?.length === 0),
    },
    'for each curve',
  );
}
