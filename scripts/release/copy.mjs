/**
 * A copy of the repository in which a release can be made: versions, changelogs, tarballs and tags, without a change to the tree itself.
 * Holds the files that git knows or would know, and what was built.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { publicPackages } from '../workspaces.mjs';

/**
 * @returns {string} its folder; the caller removes it
 * @throws Error where a package was not built
 */
export function copyForRelease() {
  const copy = mkdtempSync(join(tmpdir(), 'trilogue-release-'));
  try {
    const listed = git(root, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
    const deleted = new Set(git(root, ['ls-files', '--deleted', '-z']).split('\0'));
    const files = listed.split('\0').filter((file) => file && !deleted.has(file));
    for (const file of files) cpSync(join(root, file), join(copy, file));
    for (const { folder } of publicPackages()) {
      cpSync(join(root, folder, 'dist'), join(copy, folder, 'dist'), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    git(copy, ['init', '--quiet', '--initial-branch', 'main']);
    commit(copy, 'copy');
    return copy;
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    throw error;
  }
}

/**
 * `changeset version` in a copy: every changeset becomes a version and a paragraph of a changelog.
 *
 * @param {string} copy from `copyForRelease`
 * @returns {string} the version that all packages now have
 */
export function versionCopy(copy) {
  changeset(copy, ['version']);
  commit(copy, 'version');
  const versions = new Set(publicPackages(copy).map(({ manifest }) => manifest.version));
  if (versions.size !== 1)
    throw new Error(
      `The packages have ${[...versions].join(', ')}, and should have one version (.changeset/config.json).`,
    );
  return [...versions][0];
}

/**
 * @param {string} copy
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function changeset(copy, args, env = {}) {
  const cli = join(root, 'node_modules', '@changesets', 'cli', 'bin.js');
  return execFileSync(process.execPath, [cli, ...args], {
    cwd: copy,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** @param {string} folder @param {string[]} args */
function git(folder, args) {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** @param {string} copy @param {string} message */
function commit(copy, message) {
  git(copy, ['add', '--all']);
  const author = ['-c', 'user.name=trilogue', '-c', 'user.email=trilogue@localhost', '-c', 'commit.gpgsign=false'];
  git(copy, [...author, 'commit', '--quiet', '--no-verify', '--allow-empty', '--message', message]);
}
