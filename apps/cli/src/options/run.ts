/**
 * The options that every command that runs paths has. Defaults stand here, are shown by --help, and are passed on
 * explicitly; the horizon is the game's and the scheme the engine's where they are not given.
 */
import {
  type AccuracyOptions,
  type BackendName,
  backendNames,
  runDefaults,
  type SchemeName,
  schemes,
} from '@trilogue/engine';
import { type Command, Option } from 'commander';
import { addAccuracyOptions } from './accuracy.js';
import { between, positive, whole } from './number.js';
import { addPointOptions, type PointArguments } from './point.js';

/** As commander hands them over. */
export interface RunArguments extends PointArguments, AccuracyOptions {
  readonly seed: string;
  readonly horizon?: number;
  readonly scheme?: SchemeName;
  readonly delta: number;
  readonly backend: BackendName | 'auto';
  readonly threads?: number;
}

/** @param paths what `--paths` counts, and how many there are where only `--dt` is given */
export function addRunOptions(command: Command, paths: { readonly of: string; readonly default: number }): Command {
  const scheme = new Option(
    '--scheme <NAME>',
    'how a step is computed (default: of the highest order that the game admits; with --dt or --paths weak-euler, absorbing-euler for demographic noise, euler for regimes)',
  ).choices(Object.keys(schemes));
  return addPlaceOptions(addAccuracyOptions(addPointOptions(command), paths.of, paths.default).addOption(scheme));
}

/** What is drawn, read and used, whatever runs: seed, horizon, delta, backend, threads. */
export function addPlaceOptions(command: Command): Command {
  const backend = new Option('--backend <NAME>', 'where paths are computed; auto takes the fastest that works here')
    .choices(['auto', ...backendNames])
    .default('auto');
  return command
    .option('--seed <TEXT>', 'any text; the same seed gives the same numbers', runDefaults.seed)
    .option('--horizon <T>', "time at which outcomes are read (default: the game's)", positive)
    .option(
      '--delta <D>',
      'how far from a pure profile a share may be and still count as there',
      between(0, 0.5),
      runDefaults.delta,
    )
    .addOption(backend)
    .option('--threads <N>', 'threads of the native and the wasm backend (default: one a core)', whole(1, 1024));
}
