/**
 * Options of the commands that vary many factors: which factors, over which ranges, in which groups, and how their runs
 * are made.
 */
import { fieldShape, type Game, pointAt } from '@trilogue/core';
import { accurateScheme, givenOptions, parseMetric, type SchemeName, schemes, steppedScheme } from '@trilogue/engine';
import { ownMetric } from '@trilogue/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { positive, readNumber, whole } from '../options/number.js';
import { addPointOptions, pointOptions } from '../options/point.js';
import { addPlaceOptions, type RunArguments } from '../options/run.js';

export type Ranges = Readonly<Record<string, readonly [low: number, high: number]>>;
export type GroupLists = Readonly<Record<string, readonly string[]>>;

/** Which factors are varied, as asked for. */
export interface FactorArguments {
  readonly factors?: readonly string[];
  readonly range?: Ranges;
  readonly group?: GroupLists;
}

/** As commander hands them over. */
export interface StudyArguments extends FactorArguments, Omit<RunArguments, 'tolerance'> {
  readonly metric?: string;
}

/** @param paths what `--paths` counts and its default, in words; no such option where it is left out */
export function addStudyOptions(command: Command, paths?: string): Command {
  const scheme = new Option('--scheme <NAME>', 'how a step is computed (default: of the highest order that fits)');
  const own = command
    .option('--metric <M>', 'what is computed, as for sweep (default: data-sharing has its own)')
    .option('--factors <A,B,...>', 'what varies (default: every parameter with a range)', readNames)
    .option('--range <NAME=LO:HI>', 'another range for a factor, or one more factor; may be repeated', collectRange)
    .option('--group <NAME=A,B,...>', "groups of factors, in place of the game file's; may be repeated", collectGroup);
  const run = addPointOptions(own);
  if (paths !== undefined) run.option('--paths <N>', paths, whole(2, 2 ** 31));
  run
    .option('--dt <H>', 'length of a step (default: the longest that trial runs find accurate)', positive)
    .addOption(scheme.choices(Object.keys(schemes)));
  return addPlaceOptions(run);
}

/**
 * The options of a study's runs; those with a default have a value.
 * @throws UsageError, EngineError and GameError for those that are wrong.
 */
export function studyOptions(game: Game, options: StudyArguments) {
  const point = pointOptions(options);
  pointAt(game, point);
  return givenOptions({
    ...options,
    ...point,
    metric: metricOf(game, options.metric),
    horizon: options.horizon ?? game.horizon,
    scheme: options.scheme ?? schemeOf(game, options),
  });
}

/** Of the highest order that fits; without noise each path chooses its steps, unless steps or paths are given. */
function schemeOf(game: Game, { dt, paths }: Pick<StudyArguments, 'dt' | 'paths'>): SchemeName {
  const shape = fieldShape(game);
  return dt === undefined && paths === undefined ? accurateScheme(shape) : steppedScheme(shape);
}

/** @throws UsageError where no metric is given and the game has none of its own, EngineError for one that cannot be read. */
function metricOf(game: Game, asked: string | undefined): string {
  const metric = asked ?? ownMetric(game);
  if (metric === undefined) {
    const { name, strategies } = game.players[0]!;
    throw new UsageError(
      `${game.name} has no metric of its own. Give --metric, such as "mean(${name}.${strategies[0]})".`,
    );
  }
  parseMetric(game, metric);
  return metric;
}

/** @throws InvalidArgumentError */
function readNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Expected names with commas between them, such as tau,p.');
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new InvalidArgumentError(`"${twice}" stands there twice.`);
  return names;
}

/** Reads one more `--range`. @throws InvalidArgumentError */
function collectRange(text: string, before: Ranges = {}): Ranges {
  const [, name = '', lo = '', hi = ''] = /^([^=]+)=([^:]*):([^:]*)$/.exec(text)?.map((part) => part.trim()) ?? [];
  const [low, high] = [readNumber(lo), readNumber(hi)];
  if (low === undefined || high === undefined || low >= high) {
    throw new InvalidArgumentError('Expected NAME=LO:HI with LO below HI, such as tau=0:1.');
  }
  return { ...before, ...once(name, before, [low, high] as const) };
}

/** Reads one more `--group`. @throws InvalidArgumentError */
function collectGroup(text: string, before: GroupLists = {}): GroupLists {
  const [, name = '', members = ''] = /^([^=]+)=(.*)$/.exec(text)?.map((part) => part.trim()) ?? [];
  if (name === '') throw new InvalidArgumentError('Expected NAME=A,B,..., such as people=tau,r_A,r_B.');
  return { ...before, ...once(name, before, readNames(members)) };
}

function once<T>(name: string, before: Readonly<Record<string, T>>, value: T): Record<string, T> {
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`"${name}" is given twice.`);
  return Object.fromEntries([[name, value]]);
}
