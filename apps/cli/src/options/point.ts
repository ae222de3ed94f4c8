/**
 * The options that every command about a game has: which point of its parameter space, and how to print.
 */
import type { Command } from 'commander';
import { collectSet, type SetPairs, setValues } from './set.js';

/** As commander hands them over. */
export interface PointArguments {
  readonly set?: SetPairs;
  readonly scenario?: string;
  readonly json?: boolean;
}

/** Help for the GAME argument. */
export const gameArgument = 'a game file, or the name of a bundled game such as data-sharing';

export function addPointOptions(command: Command): Command {
  return command
    .option('--set <NAME=VALUE>', 'set a parameter, sigma_A or initial.A; may be repeated', collectSet)
    .option('--scenario <NAME>', 'use the values of a scenario of the game file');
}

export function addJsonOption(command: Command): Command {
  return command.option('--json', 'print one JSON document instead of text');
}

/** The point as core and engine take it. */
export function pointOptions({ set, scenario }: PointArguments): { scenario?: string; set: Record<string, number> } {
  return { ...(scenario === undefined ? {} : { scenario }), set: setValues(set) };
}
