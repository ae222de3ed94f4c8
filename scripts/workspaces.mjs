/**
 * The workspaces of the repository, read from its `package.json` files: no script has a list of names of its own to forget one in.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * @typedef {object} Manifest the parts of a `package.json` that scripts read
 * @property {string} name
 * @property {string} version
 * @property {string} [description]
 * @property {string} [license]
 * @property {boolean} [private]
 * @property {string[]} [workspaces]
 * @property {string[]} [files]
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [bin]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, unknown>} [publishConfig]
 * @property {string[]} [keywords]
 *
 * @typedef {{ folder: string, name: string, manifest: Manifest }} Workspace `folder` from the root, with forward slashes
 */

/**
 * @param {string} [base] a copy of the repository; the repository itself by default
 * @returns {Workspace[]} every workspace, in the order of their folders
 */
function workspaces(base = root) {
  return (read(base).workspaces ?? [])
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const group = pattern.slice(0, -2);
      return readdirSync(join(base, group)).map((name) => `${group}/${name}`);
    })
    .filter((folder) => existsSync(join(base, folder, 'package.json')))
    .map((folder) => {
      const manifest = read(join(base, folder));
      return { folder, name: manifest.name, manifest };
    });
}

/** @param {string} [base] @returns {Workspace[]} those that are published */
export function publicPackages(base) {
  return workspaces(base).filter(({ manifest }) => !manifest.private);
}

/** @param {string} folder @returns {Manifest} */
function read(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
