/**
 * `--target` and `--goal`: what a metric is to reach.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { readNumber } from '../options/number.js';

/** @param target what is said of `--target` @param needed whether it must be given */
export function addTargetOptions(command: Command, target: string, needed = false): Command {
  const goal = new Option('--goal <SIDE>', 'on which side of the target the metric is to be');
  const value = new Option('--target <P>', target).argParser(readTarget).makeOptionMandatory(needed);
  return command.addOption(value).addOption(goal.choices(['at-least', 'at-most']).default('at-least'));
}

/** @throws InvalidArgumentError */
function readTarget(text: string): number {
  const value = readNumber(text);
  if (value === undefined) throw new InvalidArgumentError('Expected a number, such as 0.9.');
  return value;
}

/** @param most the largest value of the metric @throws UsageError for a target that the metric never has. */
export function checkTarget(value: number, metric: string, most: number): void {
  if (value >= 0 && value <= most) return;
  throw new UsageError(`--target ${value} is outside the range of ${metric}, which is 0 to ${most}.`);
}
