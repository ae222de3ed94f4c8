/**
 * Tarballs of the published packages, as npm makes them: each with the licence of the repository, which npm packs only from the folder of the
 * package itself.
 */
import { execFileSync } from 'node:child_process';
import { npmCommand } from '../run.mjs';
import { publicPackages } from '../workspaces.mjs';

/**
 * @typedef {{ name: string, version: string, filename: string, size: number, unpackedSize: number, files: { path: string, size: number }[] }} Packed
 */

/**
 * @param {string} base the repository or a copy of it
 * @param {string} out a folder
 * @returns {Packed[]} what npm says of each
 */
export function packPackages(base, out) {
  const [program, ...first] = npmCommand;
  const chosen = publicPackages(base).flatMap(({ folder }) => ['--workspace', folder]);
  const args = [...first, 'pack', '--json', '--ignore-scripts', '--pack-destination', out, ...chosen];
  const printed = execFileSync(program, args, { cwd: base, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const packed = JSON.parse(printed);
  return Array.isArray(packed) ? packed : Object.values(packed);
}
