/**
 * `npm run test:publish`: publishes every package to a registry of its own on this machine, by changesets' own command, installs each one
 * alone in an empty project, and tries there what a user would. Takes some minutes; needs the network for what others
 * published. `npm run test:publish -- @trilogue/core` tries one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../bootstrap.mjs';
import { changeset, copyForRelease, versionCopy } from '../release/copy.mjs';
import { root } from '../run.mjs';
import { publicPackages } from '../workspaces.mjs';
import { compareWithBudget } from './budgets.mjs';
import { add, bundleSize, importIn, install, installSize, runCommand, runExample, typeCheck } from './consumer.mjs';
import { bringNode, oldest } from './nodes.mjs';
import { companionsOf, exampleOf } from './readme.mjs';
import { refuseElsewhere, startRegistry } from './registry.mjs';

/** @type {Record<string, import('./budgets.mjs').Budget>} */
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8'));

await bootstrap();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(join(tmpdir(), 'trilogue-publish-'));
const copy = copyForRelease();
/** @type {string[]} */
const faults = [];
/** @type {import('./registry.mjs').Registry | undefined} */
let registry;
try {
  registry = await startRegistry(join(folder, 'registry'));
  const { env } = registry;
  const version = versionCopy(copy);
  const packages = publicPackages(copy);
  const unknown = Object.keys(budgets).filter((name) => !packages.some((other) => other.name === name));
  faults.push(...unknown.map((name) => `scripts/publish/budgets.json names ${name}, which is not published`));

  refuseElsewhere(copy, packages, registry);
  changeset(copy, ['publish', '--no-git-tag'], env);
  console.log(`published ${packages.length} packages, version ${version}, at ${registry.url}`);

  const nodes = [oldest(packages[0].manifest.engines?.node ?? ''), 'latest'].map(bringNode);
  console.log(`tried in Node ${nodes.map((node) => node.version).join(' and ')}`);
  const wanted = process.argv.slice(2);
  for (const { folder: place, name, manifest } of packages) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      faults.push(...tryPackage(place, name, manifest, version, nodes, env));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : error}`);
      console.log(`${name}: failed\n${faults.at(-1)}`);
    }
  }
} finally {
  await registry?.stop();
  for (const made of [copy, folder]) rmSync(made, { recursive: true, force: true, maxRetries: 3 });
}
for (const fault of faults) console.error(`\n${fault}`);
if (faults.length > 0) process.exitCode = 1;

/**
 * @param {string} place folder of the package
 * @param {string} name
 * @param {import('../workspaces.mjs').Manifest} manifest
 * @param {string} version
 * @param {readonly { version: string, program: string }[]} nodes
 * @param {Record<string, string>} env
 * @returns {string[]} sizes that break the budget
 */
function tryPackage(place, name, manifest, version, nodes, env) {
  const start = performance.now();
  const consumer = install(join(folder, name.replace('/', '-')), name, version, env);
  const { megabytes, packages } = installSize(consumer);
  const readme = readFileSync(join(root, place, 'README.md'), 'utf8');
  const example = exampleOf(readme);
  const told = [`${megabytes.toFixed(1)} MB in ${packages} package${packages === 1 ? '' : 's'}`];
  /** @type {number | undefined} */
  let bundle;

  if (manifest.exports?.['.']) {
    const counts = nodes.map(({ program }) => importIn(consumer, program));
    if (counts.some((count) => count !== counts[0] || count === 0))
      throw new Error(`exports ${counts.join(' or ')} names`);
    told.push(`${counts[0]} names`);
    if (typeof budgets[name]?.bundle !== 'string') {
      bundle = bundleSize(consumer);
      told.push(`${bundle.toFixed(0)} kB gzip in a page`);
    }
    if (!example) throw new Error(`${place}/README.md has no example`);
    add(consumer, companionsOf(readme, name));
    typeCheck(consumer);
    for (const { program } of nodes) runExample(consumer, program, example);
    told.push('types and example');
  }
  if (manifest.bin) {
    for (const { program } of nodes) {
      const printed = runCommand(consumer, program, ['--version']).trim();
      if (printed !== version) throw new Error(`--version prints ${printed}, not ${version}`);
      runCommand(consumer, program, ['check', 'data-sharing', '--json']);
      const sweep = ['sweep', 'hawk-dove', '--x', 'V=1:3:3', '--y', 'C=3:5:3', '--paths', '200'];
      runCommand(consumer, program, [...sweep, '--metric', 'mean(animal.hawk)', '--out', `out-${program.length}`]);
    }
    told.push('commands');
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${name}: ${told.join(', ')} (${seconds} s)`);
  return compareWithBudget(name, budgets[name], { install: megabytes, bundle });
}
