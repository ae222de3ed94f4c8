/**
 * The options that every command that runs paths has. Defaults stand here, are shown by --help, and are passed on
 * explicitly; the horizon is the game's and the step the engine's where they are not given.
 */
import { type BackendName, backendNames, type SchemeName, schemes } from '@trilogue/engine';
import { type Command, Option } from 'commander';
import { between, positive, whole } from './number.js';
import { addPointOptions, type PointArguments } from './point.js';

/** As commander hands them over. */
export interface RunArguments extends PointArguments {
  readonly seed: string;
  readonly horizon?: number;
  readonly dt?: number;
  readonly scheme?: SchemeName;
  readonly delta: number;
  readonly backend: BackendName | 'auto';
  readonly threads?: number;
}

/** The most paths that the engine takes. */
export const mostPaths = 2 ** 31;

export function addRunOptions(command: Command): Command {
  const scheme = new Option(
    '--scheme <NAME>',
    'how a step is computed (default: weak-euler; absorbing-euler for demographic noise)',
  ).choices(Object.keys(schemes));
  const backend = new Option('--backend <NAME>', 'where paths are computed; auto takes the fastest that works here')
    .choices(['auto', ...backendNames])
    .default('auto');
  return addPointOptions(command)
    .option('--seed <TEXT>', 'any text; the same seed gives the same numbers', 'trilogue')
    .option('--horizon <T>', "time at which outcomes are read (default: the game's)", positive)
    .option('--dt <H>', 'length of a step (default: chosen from payoffs and noise, at most 0.1)', positive)
    .addOption(scheme)
    .option('--delta <D>', 'how far from a pure profile a share may be and still count as there', between(0, 0.5), 0.05)
    .addOption(backend)
    .option('--threads <N>', 'threads of the wasm backend (default: one a core)', whole(1, 1024));
}
