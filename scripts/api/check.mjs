/**
 * `npm run check:api`: the public surface of each package is the committed one, and where it changed on this branch a changeset says so.
 * `npm run check:api -- --write` writes the reports anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../run.mjs';
import { changesSince } from './changes.mjs';
import { missingChangesets } from './changesets.mjs';
import { makeReport, packagesWithSurface, reportPath } from './report.mjs';

const write = process.argv.includes('--write');
const { baseBranch } = JSON.parse(readFileSync(join(root, '.changeset', 'config.json'), 'utf8'));
/** @type {string[]} */
const faults = [];

const packages = packagesWithSurface().map(({ folder, name }) => ({ folder, name, report: reportPath(folder) }));
for (const { folder, report } of packages) {
  const file = join(root, report);
  const committed = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
  const now = makeReport(folder);
  if (now === committed) continue;
  if (write) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
    console.log(`written: ${report}`);
  } else
    faults.push(`${report} is not what the package exports: npm run check:api -- --write, and look at the difference`);
}

const changes = changesSince(baseBranch);
if ('reason' in changes) console.log(`changesets not compared: ${changes.reason}`);
else faults.push(...missingChangesets(packages, changes.changed, changes.changesets));

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${packages.length} packages export what their reports say`);
