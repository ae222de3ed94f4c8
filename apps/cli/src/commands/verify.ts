/**
 * `trilogue verify DIR`: whether a result folder holds what its recipe gives.
 */
import { verify } from '@trilogue/results';
import type { Command } from 'commander';
import { Failed } from '../errors/kinds.js';
import { readPercent, whole } from '../options/number.js';
import { addJsonOption } from '../options/point.js';
import { count } from '../output/figures.js';
import { progressBar } from '../output/progress-bar.js';
import type { Terminal } from '../output/terminal.js';
import { verificationText } from '../verify/text.js';

interface Arguments {
  readonly recompute: number;
  readonly seed?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

const more = `
DIR is the folder of a sweep, of a part of one, or of a sensitivity analysis, from whomever. Its game must be the one of its hash; the step and its
bias are found again; counts must be ones that paths can give; tables and hashes must follow from the records; and a random sample is
computed again, which must give the same bits. Nothing is written. Exit code 1 where something is wrong.

Example: a hundredth of the cells of a folder that somebody sent
  trilogue verify heatmap

Example: all of them
  trilogue verify heatmap --recompute 100%`;

export function addVerify(program: Command, terminal: Terminal): void {
  const command = program
    .command('verify')
    .summary('whether a result folder holds what its recipe gives')
    .description("Checks a result folder that may be a stranger's, and computes a random sample of it again.")
    .argument('<DIR>', 'the folder of a sweep, a part, or a sensitivity analysis')
    .option('--recompute <PART>', 'of the cells or runs that are there; at least one, none with 0', readPercent, 0.01)
    .option('--seed <TEXT>', 'chooses which are computed again (default: by chance)')
    .option('--threads <N>', 'threads of the native and the wasm backend (default: one a core)', whole(1, 1024));
  addJsonOption(command).addHelpText('after', more);
  command.action(async (folder: string, { recompute, seed, threads, json }: Arguments) => {
    const bar = progressBar('verify');
    const { signal } = terminal;
    const options = { part: recompute, seed, threads, signal, onProgress: bar.update };
    const found = await verify(folder, options).finally(bar.clear);
    terminal.print(json ? JSON.stringify(found) : verificationText(found));
    const { length } = found.wrong;
    if (length > 0) {
      throw new Failed(
        `"${folder}" is not what its recipe gives: ${count(length)} ${length === 1 ? 'thing is' : 'things are'} wrong.`,
      );
    }
  });
}
