/**
 * `trilogue check GAME`: reads a game and says what it amounts to at a point.
 */
import { describeGame, pointAt } from '@trilogue/core';
import type { Command } from 'commander';
import { descriptionText } from '../check/text.js';
import { findGame } from '../options/game.js';
import { addJsonOption, addPointOptions, gameArgument, type PointArguments, pointOptions } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';

const more = `
Example: the payoffs of the bundled game where trust is high
  trilogue check data-sharing --set tau=0.9`;

export function addCheck(program: Command, terminal: Terminal): void {
  const command = program
    .command('check')
    .summary('validate a game; print its payoff table and payoff advantages')
    .description(
      'Validates a game and prints its payoff table and payoff advantages at a point. Everything that is wrong with the file is reported at once, with line and column.',
    )
    .argument('<GAME>', gameArgument)
    .addHelpText('after', more);
  addJsonOption(addPointOptions(command)).action(async (argument: string, options: PointArguments) => {
    const game = await findGame(argument);
    const description = describeGame(game, pointAt(game, pointOptions(options)));
    terminal.print(options.json ? JSON.stringify(description, null, 2) : descriptionText(description));
  });
}
