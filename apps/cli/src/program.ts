/**
 * The command line as commander sees it: the commands, the version, and how its own errors look.
 */
import { Command } from 'commander';
import { addBackends } from './commands/backends.js';
import { addCheck } from './commands/check.js';
import { addEquilibria } from './commands/equilibria.js';
import { addExport } from './commands/export.js';
import { addInit } from './commands/init.js';
import { addMerge } from './commands/merge.js';
import { addRecommend } from './commands/recommend.js';
import { addReport } from './commands/report.js';
import { addSensitivity } from './commands/sensitivity.js';
import { addSimulate } from './commands/simulate.js';
import { addStudio } from './commands/studio.js';
import { addSweep } from './commands/sweep.js';
import { addWorker } from './commands/worker.js';
import type { Terminal } from './output/terminal.js';
import { versions } from './versions.js';

const description = `Stochastic evolutionary games: from a game file to outcome probabilities and sensitivity heatmaps.`;

const more = `
Start here:
  trilogue check data-sharing                     look at a game
  trilogue simulate data-sharing                  how it ends, and how likely
  trilogue sweep data-sharing --x tau=0:1:51 --y p=0:2:51 \\
    --metric "P(share,share,coordinate)" --out heatmap
  trilogue studio                                 the web page: change parameters and see at once
  trilogue init my.game.yaml                      a game file of your own to start from

Every command takes --json and explains itself with --help.
Exit codes: 0 success, 1 failure, 2 wrong usage or a wrong file, 130 stopped with Ctrl-C.`;

export function program(terminal: Terminal): Command {
  const root = new Command('trilogue')
    .description(description)
    .version(versions().trilogue, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', more)
    .showHelpAfterError('Use --help to see what is possible.')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
    .exitOverride();
  addCheck(root, terminal);
  addSimulate(root, terminal);
  addSweep(root, terminal);
  addMerge(root, terminal);
  addSensitivity(root, terminal);
  addEquilibria(root, terminal);
  addRecommend(root, terminal);
  addExport(root, terminal);
  addStudio(root, terminal);
  addReport(root, terminal);
  addWorker(root, terminal);
  addBackends(root, terminal);
  addInit(root, terminal);
  return root;
}
