/**
 * How accurate a run is to be: a tolerance, from which the engine chooses step and paths, or step and paths themselves.
 */
import { runDefaults } from '@trilogue/engine';
import { type Command, Option } from 'commander';
import { positive, whole, within } from './number.js';

/** The most paths that the engine takes. */
const mostPaths = 2 ** 31;

/** @param paths what `--paths` counts, such as `paths of each cell` */
export function addAccuracyOptions(command: Command, paths: string, defaultPaths: number): Command {
  const tolerance = new Option(
    '--tolerance <E>',
    `chooses step and paths so that 95% interval and step bias together stay below E; in T(...), E is a part of the horizon (default: ${runDefaults.tolerance}, unless --dt or --paths is given)`,
  )
    .argParser(within(1e-6, 0.5))
    .conflicts(['paths', 'dt']);
  return command
    .addOption(tolerance)
    .option(
      '--dt <H>',
      'length of a step, in place of a tolerance (with --paths alone: by payoffs and noise, at most 0.1)',
      positive,
    )
    .option(
      '--paths <N>',
      `number of ${paths}, in place of a tolerance (with --dt alone: ${defaultPaths})`,
      whole(1, mostPaths),
    );
}
