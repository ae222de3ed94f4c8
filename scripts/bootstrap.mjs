/**
 * From a fresh clone to built packages: dependencies as the lock file says, then the build. Cheap when nothing changed.
 * Imports nothing but Node's own modules and the scripts here: it runs before anything is installed.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run, step } from './run.mjs';

const oldestNode = [20, 19];

/** Lies in node_modules, so that whatever removes the packages removes it too. */
const stampFile = join(root, 'node_modules', '.trilogue-installed');

/** Turborepo asks the network for nothing and tells nobody. */
const quietTurbo = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/**
 * Installs dependencies where they do not fit `package-lock.json` and this Node, and builds every package that changed.
 * Ends the process with exit code 1 and a line that says what to do, where it cannot.
 */
export async function bootstrap() {
  checkNode();
  await install();
  if (!(await step('build', ['node', join('node_modules', 'turbo', 'bin', 'turbo'), 'run', 'build'], quietTurbo))) {
    process.exit(1);
  }
  Object.assign(process.env, quietTurbo);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(
    `This is Node ${process.versions.node}; trilogue needs ${oldestNode.join('.')} or newer: https://nodejs.org.`,
  );
  process.exit(1);
}

async function install() {
  const stamp = await wantedStamp();
  const found = await readFile(stampFile, 'utf8').catch(() => '');
  if (found === stamp) return;
  console.error(found ? 'package-lock.json or Node changed: installing again' : 'installing dependencies');
  const { code } = await run(['npm', 'ci', '--no-audit', '--no-fund'], { output: 'stderr' });
  if (code !== 0) {
    console.error(
      `npm ci failed with exit code ${code} (its messages are above). Check the network and the registry ` +
        '(npm config get registry), then run the same command again.',
    );
    process.exit(1);
  }
  await writeFile(stampFile, stamp);
}

/** What the installed packages depend on: native ones differ by Node version and machine. */
async function wantedStamp() {
  const lock = await readFile(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} node ${process.version} ${process.platform}-${process.arch}\n`;
}
