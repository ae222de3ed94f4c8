/**
 * Checks every import of the repository against the layers (`layers/table.mjs`) and prints one line for each that breaks them.
 * Cycles between the files of one package are found by the linter (`noImportCycles`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFaults } from './layers/find-faults.mjs';
import { layers, testOnly } from './layers/table.mjs';
import { root } from './run.mjs';

const isCode = /\.([cm]?[jt]s|[jt]sx)$/;
const notOurs = new Set(['node_modules', 'dist', 'coverage']);

/**
 * @param {string} folder from the root, with forward slashes
 * @returns {string[]} the source files below it
 */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return isCode.test(entry.name) ? [path] : [];
  });
}

// The folders of code in each workspace; what lies directly beside a package.json, such as settings, is in no layer.
const files = ['packages', 'apps', 'internal']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
  .flatMap((workspace) => ['src', 'test', 'scripts', 'bin'].map((part) => `${workspace}/${part}`))
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap(filesBelow)
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
if (files.length === 0)
  throw new Error('No source file found: this script no longer fits the layout of the repository.');

const faults = findFaults(files, { layers, testOnly });
for (const { path, line, found, remedy } of faults) console.error(`${path}:${line}: ${found}; ${remedy}.`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${files.length} files keep to the layers`);
