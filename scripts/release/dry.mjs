/**
 * `npm run release:dry`: what a release of this checkout would be. Versions, changelogs and packages are made in a copy, the
 * tarballs are left in `.trilogue/release`, and nothing is published and no file of the tree changes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from '../bootstrap.mjs';
import { root } from '../run.mjs';
import { publicPackages } from '../workspaces.mjs';
import { copyForRelease, versionCopy } from './copy.mjs';
import { packPackages } from './pack.mjs';

await bootstrap();
const copy = copyForRelease();
try {
  const version = versionCopy(copy);
  const out = join(root, '.trilogue', 'release');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });

  for (const { folder, name } of publicPackages(copy)) {
    const changelog = join(copy, folder, 'CHANGELOG.md');
    if (!existsSync(changelog)) continue;
    console.log(`--- ${folder}/CHANGELOG.md (${name})\n${latest(readFileSync(changelog, 'utf8'))}\n`);
  }
  console.log(`${'package'.padEnd(24)} version  files   packed  unpacked`);
  for (const { name, filename, files, size, unpackedSize } of packPackages(copy, out)) {
    const [packed, unpacked] = [size, unpackedSize].map((bytes) => `${(bytes / 1024).toFixed(0)} kB`.padStart(9));
    console.log(`${name.padEnd(24)} ${version.padEnd(8)} ${String(files.length).padStart(5)}${packed}${unpacked}`);
    if (!files.some(({ path }) => path === 'LICENSE')) throw new Error(`${filename} has no LICENSE.`);
  }
  console.log(`\nThe tarballs are in ${out}. The tree is as it was: git status shows what it showed before.`);
  console.log(execFileSync('git', ['status', '--short'], { cwd: root, encoding: 'utf8' }) || '(clean)');
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** @param {string} changelog @returns {string} its newest version */
function latest(changelog) {
  const [, newest = ''] = changelog.split(/^(?=## )/m);
  return newest.trim();
}
