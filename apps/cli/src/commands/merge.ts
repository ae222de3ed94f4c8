/**
 * `trilogue merge DIR... --out DIR`: joins the parts of a sweep.
 */
import { readGame } from '@trilogue/core';
import type { Command } from 'commander';
import { addJsonOption } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';
import { printDocument } from '../sweep/document.js';
import { runMerge } from '../sweep/merge.js';
import { sweepText } from '../sweep/summary.js';

const more = `
Each DIR is the folder of a part, made with sweep --part i/n, on whichever machine. All n parts must be there, of the same sweep.
The result is that of one run, byte for byte. Parts that are missing, twice there, unfinished, damaged or different are refused.

Example: two halves
  trilogue sweep data-sharing --x tau=0:1:51 --y p=0:2:51 --metric "P(share,share,coordinate)" --part 1/2 --out part-1
  trilogue sweep data-sharing --x tau=0:1:51 --y p=0:2:51 --metric "P(share,share,coordinate)" --part 2/2 --out part-2
  trilogue merge part-1 part-2 --out heatmap-tau-p`;

export function addMerge(program: Command, terminal: Terminal): void {
  const command = program
    .command('merge')
    .summary('joins the parts of a sweep')
    .description('Joins the parts of a sweep that were made elsewhere to the result of one run.')
    .argument('<DIR...>', 'folders of the parts')
    .requiredOption('--out <DIR>', 'folder for the results; made where it is missing');
  addJsonOption(command).addHelpText('after', more);
  command.action(async (folders: string[], { out, json }: { out: string; json?: boolean }) => {
    const outcome = await runMerge(folders, out, terminal);
    if (json) await printDocument(terminal, out, outcome);
    else terminal.print(sweepText(readGame(outcome.recipe.game.text), out, outcome));
  });
}
