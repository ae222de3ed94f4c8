/**
 * Shell blocks: which of their commands are ours, and a script that runs them with the command line of this checkout.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Commands of a block, continued lines joined, comments left out. */
function commandsOf(text: string): string[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** Whether a block is run: all its commands are `trilogue`. Throws where only some are. */
export function isOurs(text: string): boolean {
  const ours = commandsOf(text).map((command) => /^(npx )?trilogue /.test(command));
  if (ours.includes(true) && ours.includes(false)) throw new Error('a block of trilogue and other commands: divide it');
  return ours.includes(true);
}

/** What is wrong with commands that are not run: a script or a file that is not there. */
export function faultsOfOthers(text: string): string[] {
  return commandsOf(text).flatMap((command) => {
    const [program, ...words] = command.split(/\s+/);
    if (program === 'node' && !existsSync(join(root, words[0]))) return [`${command}: no such file`];
    if (program !== 'npm' || words[0] !== 'run') return [];
    const workspace = words.includes('-w') ? workspaceOf(words[words.indexOf('-w') + 1]) : root;
    const { scripts } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
    return words[1] in scripts ? [] : [`${command}: no such script`];
  });
}

/** Folder of a workspace by its package name. */
function workspaceOf(name: string): string {
  return name === 'trilogue' ? join(root, 'apps/cli') : join(root, name.replace('@trilogue/', 'packages/'));
}

/** Commands that run paths: those of sweeps and ensembles take the usual options, those of studies only what a block says for them. */
const ensembles = 'simulate*|sweep*|report*';
const studies = 'sensitivity*|recommend*';

/** A Bash script of the block. @param options added to the commands that run paths @param usual whether they are not the block's own */
export function scriptOf(text: string, options: string, usual = false): string {
  const run = `node '${join(root, 'apps/cli/bin/trilogue.js')}' "$@"`;
  const commands = usual ? ensembles : `${ensembles}|${studies}`;
  return `set -euo pipefail
trilogue() { case "$*" in *' --path '*) ${run};; ${commands}) ${run} ${options};; *) ${run};; esac; }
npx() { shift; trilogue "$@"; }
${text}`;
}
