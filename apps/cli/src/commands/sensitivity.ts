/**
 * `trilogue sensitivity GAME`: which factors matter for a metric, over their ranges.
 */
import type { Game } from '@trilogue/core';
import { askedOptions, choosesSteps } from '@trilogue/engine';
import { gameRecord } from '@trilogue/results';
import { type MethodName, methodNames, methods } from '@trilogue/study';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { findGame } from '../options/game.js';
import { whole } from '../options/number.js';
import { addJsonOption, gameArgument } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';
import { chooseFactors } from '../sensitivity/factors.js';
import type { WantedStudy } from '../sensitivity/folder.js';
import { addStudyOptions, type StudyArguments, studyOptions } from '../sensitivity/options.js';
import { runSensitivity } from '../sensitivity/run-sensitivity.js';
import { sensitivityText } from '../sensitivity/text.js';
import { versions } from '../versions.js';

interface Arguments extends StudyArguments {
  readonly method: MethodName;
  readonly samples?: number;
  readonly independent?: boolean;
  readonly common?: boolean;
  readonly out?: string;
}

const more = `
Methods, and what --samples counts:
  sobol    parts of the variance, of factors and groups; ${methods.sobol.samples} samples of (factors + groups + 2) runs
  morris   screening with few runs; ${methods.morris.samples} trajectories of (factors + 1) runs
  prcc     partial rank correlations: direction and strength; ${methods.prcc.samples} runs
  oat      one factor at a time from where the game stands, a tornado; ${methods.oat.samples} levels of each factor

Each run has random numbers of its own; their noise is known and taken off, and intervals hold it. With --common all runs
share them, so that the metric is a smooth function of the factors; what the shared paths do to all runs at once is then
in no interval. Only oat shares them by default: its intervals are those of single runs, and its curves are to be smooth.

DIR gets manifest.json, result.json, indices.csv and .parquet, outputs.csv, rows.parquet (every run with its point), and
pictures as .svg and .png. Where an analysis was cut off, the same command goes on with what is left.

Example: which of the 22 factors of the bundled game decide whether data are shared
  trilogue sensitivity data-sharing --out factors

Example: three factors of another metric, as a tornado
  trilogue sensitivity data-sharing --method oat --metric "mean(A.share)" --factors tau,w,p --out tornado`;

export function addSensitivity(program: Command, terminal: Terminal): void {
  const command = program
    .command('sensitivity')
    .summary('which factors matter, with intervals')
    .description(
      'Varies all factors of a game over their ranges and says which of them, and which groups of them, decide a metric.',
    )
    .argument('<GAME>', gameArgument)
    .addOption(new Option('--method <NAME>', 'see below').choices(methodNames).default('sobol'))
    .option('--samples <N>', "how large the design is, see below (default: the method's)", whole(2, 2 ** 24));
  const defaults = methodNames.map((name) => `${name} ${methods[name].paths}`).join(', ');
  addStudyOptions(command, `paths of each run (default: ${defaults})`)
    .addOption(
      new Option('--independent', 'random numbers of its own for each run (default, but of oat)').conflicts('common'),
    )
    .option('--common', 'all runs share their random numbers (default of oat)')
    .option('--out <DIR>', 'folder for tables and pictures; made where it is missing');
  addJsonOption(command).addHelpText('after', more);
  command.action(async (argument: string, options: Arguments) => {
    const game = await findGame(argument);
    const wanted = recipeOf(game, options);
    const outcome = await runSensitivity({ game, wanted, out: options.out, threads: options.threads }, terminal);
    const { document, performance, resumedRuns } = outcome;
    const printed = { ...document, out: options.out ?? null, resumedRuns, performance };
    terminal.print(options.json ? JSON.stringify(printed) : sensitivityText(game, outcome, options.out));
  });
}

/** @throws UsageError, EngineError and GameError for options that are wrong or contradict each other. */
function recipeOf(game: Game, options: Arguments): WantedStudy {
  const { method, backend, common = false } = options;
  const independent = options.independent ?? (!common && methods[method].independent);
  const settings = studyOptions(game, options);
  const factors = chooseFactors(game, options);
  const { set } = settings;
  const idle = method === 'oat' ? undefined : factors.find(({ name }) => Object.hasOwn(set, name));
  if (idle !== undefined) {
    throw new UsageError(
      `--set ${idle.name}=${set[idle.name]} has no effect, since ${method} varies "${idle.name}". Leave it out with --factors.`,
    );
  }
  const { core, random, engine } = versions();
  const { samples = methods[method].samples } = options;
  const paths = choosesSteps(settings.scheme) ? 1 : (options.paths ?? methods[method].paths);
  const { tolerance: _, ...asked } = askedOptions({ ...settings, paths, independent });
  return { game: gameRecord(game), method, factors, samples, ...asked, backend, versions: { core, random, engine } };
}
