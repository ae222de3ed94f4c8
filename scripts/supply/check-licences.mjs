/**
 * `npm run check:licences`: the licences of everything that the lock files bring, of other systems' builds too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { checkLicences, exceptionNames } from './licences.mjs';

const folders = ['.', ...readdirSync(join(root, 'tools')).map((name) => `tools/${name}`)].filter((folder) =>
  existsSync(join(root, folder, 'package-lock.json')),
);

/** @type {string[]} */
const faults = [];
const used = new Set();
for (const folder of folders) {
  const lock = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8'));
  const found = checkLicences(lock.packages);
  faults.push(...found.faults.map((fault) => `${folder}: ${fault}`));
  for (const name of found.used) used.add(name);
  console.log(`${folder}: ${found.count} packages`);
}
const idle = exceptionNames().filter((name) => !used.has(name));
faults.push(
  ...idle.map((name) => `the exception for ${name} is needed no longer: take it out of scripts/supply/licences.mjs`),
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
