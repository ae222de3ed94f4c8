/**
 * The Nodes that published packages are tried in: the oldest that `engines` allows, and the newest that npm can bring.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { npm } from './registry.mjs';

/**
 * @param {string} range a range or a tag of the npm package `node`
 * @returns {{ version: string, program: string }}
 */
export function bringNode(range) {
  const found = JSON.parse(npm(root, ['view', `node@${range}`, 'version', '--json'], {}));
  const version = Array.isArray(found) ? found.at(-1) : found;
  const folder = join(root, '.trilogue', 'nodes', version);
  const program = join(folder, 'node_modules', 'node', process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    // Its install script fetches the build of this machine, as an npm package too.
    npm(folder, ['install', `node@${version}`, '--ignore-scripts=false'], {});
  }
  return { version: execFileSync(program, ['--version'], { encoding: 'utf8' }).trim(), program };
}

/** @param {string} engines such as `>=20.19` @returns {string} the oldest version of it, as a range */
export function oldest(engines) {
  const [, version] = /^>=(\d+\.\d+)(?:\.0)?$/.exec(engines) ?? [];
  if (!version) throw new Error(`engines.node is "${engines}", and this script reads only such as ">=20.19".`);
  return `${version}.0`;
}
