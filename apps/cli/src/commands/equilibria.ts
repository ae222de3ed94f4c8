/**
 * `trilogue equilibria GAME`: all equilibria, the conditions at the pure profiles, and their fate under noise.
 */
import {
  conditions,
  conditionsCsv,
  conditionsLatex,
  conditionsMarkdown,
  equilibria,
  lackingConditions,
} from '@trilogue/analysis';
import { gameLimits, pointAt } from '@trilogue/core';
import { type Command, Option } from 'commander';
import { equilibriaDocument } from '../equilibria/document.js';
import { equilibriaText } from '../equilibria/text.js';
import { UsageError } from '../errors/kinds.js';
import { findGame } from '../options/game.js';
import { whole } from '../options/number.js';
import { addJsonOption, addPointOptions, gameArgument, type PointArguments, pointOptions } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';

const more = `
Example: the conditions at the pure profiles as a table for a paper
  trilogue equilibria data-sharing --scenario independent --to latex`;

/** What --to offers besides text. */
const printers = { markdown: conditionsMarkdown, latex: conditionsLatex, csv: conditionsCsv } as const;

interface Arguments extends PointArguments {
  readonly to: 'text' | keyof typeof printers;
  readonly boxes?: number;
}

export function addEquilibria(program: Command, terminal: Terminal): void {
  const command = program
    .command('equilibria')
    .summary('all equilibria; stability conditions; stability under noise')
    .description(
      'Finds all equilibria of a game at a point, pure and mixed, and says whether it is proven that none is missing. Prints their eigenvalues and type, the stability conditions of the pure profiles in the named parameters, and their fate under noise.',
    )
    .argument('<GAME>', gameArgument)
    .addHelpText('after', more)
    .addOption(
      new Option('--to <FORM>', 'text prints everything; the others print the conditions alone, as a table')
        .choices(['text', ...Object.keys(printers)])
        .default('text'),
    )
    .option('--boxes <N>', 'boxes that the search may look at on one face (default: 20000)', whole(1, 100_000_000));
  addJsonOption(addPointOptions(command)).action(async (argument: string, options: Arguments) => {
    const game = await findGame(argument);
    const point = pointAt(game, pointOptions(options));
    const listed = game.players.reduce((total, { strategies }) => total * strategies.length, 1) <= gameLimits.rows;
    if (options.to !== 'text' && !listed) throw new UsageError(`${game.name} has too many pure profiles for a table.`);
    if (options.to !== 'text' && !options.json) {
      terminal.print(printers[options.to](conditions(game, point)).trimEnd());
      return;
    }
    const lacking = lackingConditions(game);
    const none =
      lacking !== undefined
        ? `The analysis of pure profiles ${lacking}.`
        : listed
          ? null
          : 'Too many pure profiles to list.';
    const found = equilibria(game, point, options.boxes === undefined ? {} : { boxes: options.boxes });
    const document = equilibriaDocument(game, point, found, none === null ? conditions(game, point) : [], none);
    terminal.print(options.json ? JSON.stringify(document, null, 2) : equilibriaText(document));
  });
}
