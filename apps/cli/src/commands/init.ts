/**
 * `trilogue init FILE`: a commented game file to start from.
 */
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { Failed, UsageError } from '../errors/kinds.js';
import { isMachineError, isSystemError } from '../errors/report.js';
import { starterText } from '../init/starter.js';
import { addJsonOption } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';

const more = `
Example:
  trilogue init my.game.yaml
  trilogue check my.game.yaml`;

export function addInit(program: Command, terminal: Terminal): void {
  const command = program
    .command('init')
    .summary('write a commented game file to start from')
    .description('Writes a small game with comments that say what everything means. A file that exists is left alone.')
    .argument('<FILE>', 'where to write, such as my.game.yaml')
    .addHelpText('after', more);
  addJsonOption(command).action(async (file: string, { json }: { json?: boolean }) => {
    const { writeNew } = await import('@trilogue/results');
    try {
      await writeNew(dirname(file), basename(file), starterText);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const words = cannotWrite(file, error);
      throw isMachineError(error) ? new Failed(words) : new UsageError(words);
    }
    terminal.print(json ? JSON.stringify({ file }) : `${file} is written. Next: trilogue check ${file}`);
  });
}

function cannotWrite(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EEXIST') return `"${file}" exists already and is left as it is; choose another name.`;
  if (code === 'ENOENT') return `"${file}" cannot be written: its folder does not exist.`;
  if (code === 'ENOTDIR') return `"${file}" cannot be written: a part of the path is a file, not a folder.`;
  return `"${file}" cannot be written: ${message}`;
}
