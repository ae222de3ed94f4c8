/**
 * The command line as commander sees it: the commands, the version, and how its own errors look.
 * Only the command that was asked for is loaded: packages take longer to load than many an answer takes to compute.
 */
import { Command } from 'commander';
import type { Terminal } from './output/terminal.js';
import { visible } from './output/visible.js';
import { versions } from './versions.js';

/** In the order of the help. */
const commands: Readonly<Record<string, () => Promise<(root: Command, terminal: Terminal) => void>>> = {
  check: async () => (await import('./commands/check.js')).addCheck,
  simulate: async () => (await import('./commands/simulate.js')).addSimulate,
  sweep: async () => (await import('./commands/sweep.js')).addSweep,
  merge: async () => (await import('./commands/merge.js')).addMerge,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  sensitivity: async () => (await import('./commands/sensitivity.js')).addSensitivity,
  equilibria: async () => (await import('./commands/equilibria.js')).addEquilibria,
  figure: async () => (await import('./commands/figure.js')).addFigure,
  recommend: async () => (await import('./commands/recommend.js')).addRecommend,
  export: async () => (await import('./commands/export.js')).addExport,
  studio: async () => (await import('./commands/studio.js')).addStudio,
  report: async () => (await import('./commands/report.js')).addReport,
  worker: async () => (await import('./commands/worker.js')).addWorker,
  backends: async () => (await import('./commands/backends.js')).addBackends,
  init: async () => (await import('./commands/init.js')).addInit,
};

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

/** @param words of the command line; where the first is no command, all are there, for help and for suggestions */
export async function program(terminal: Terminal, words: readonly string[]): Promise<Command> {
  const root = new Command('trilogue')
    .description(description)
    .version(versions().trilogue, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', more)
    .showHelpAfterError('Use --help to see what is possible.')
    .configureOutput({ outputError: (text, write) => write(visible(text.replace(/^error: /, ''))) })
    .exitOverride();
  const [first = ''] = words;
  const asked = Object.hasOwn(commands, first) ? [commands[first]!] : isVersion(first) ? [] : Object.values(commands);
  for (const add of await Promise.all(asked.map((load) => load()))) add(root, terminal);
  return root;
}

function isVersion(word: string): boolean {
  return word === '-V' || word === '--version';
}
