/**
 * What git knows of the changes on this branch: against the commit where it left the base branch, and on that branch itself against
 * the last release.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/**
 * @param {string} base name of the base branch
 * @returns {{ since: string, changed: string[], changesets: string[] } | { reason: string }} `changed`: paths that differ from the
 * that commit, in the index or the tree too; `changesets`: texts of the new ones; or why there is nothing to compare with
 */
export function changesSince(base) {
  if (git(['rev-parse', '--is-inside-work-tree']) !== 'true') return { reason: 'this is no git checkout' };
  const found = [`origin/${base}`, base].find((name) => git(['rev-parse', '--verify', '--quiet', name]));
  if (!found) return { reason: `there is no branch ${base} here (in CI, check out with the whole history)` };
  let since = git(['merge-base', found, 'HEAD']);
  if (!since) {
    const shallow = git(['rev-parse', '--is-shallow-repository']) === 'true';
    return { reason: shallow ? 'the clone is shallow (git fetch --unshallow)' : `no common commit with ${found}` };
  }
  if (since === git(['rev-parse', 'HEAD']) && git(['status', '--porcelain']) === '') {
    // On the base branch itself the changesets that wait are those since the last release.
    since = git(['describe', '--tags', '--abbrev=0', '--match', '*@[0-9]*']);
    if (!since) return { reason: `this is ${base}, and no release is tagged here` };
  }
  const changed = lines(git(['diff', '--name-only', since])).concat(
    lines(git(['ls-files', '--others', '--exclude-standard'])),
  );
  const changesets = changed
    .filter((path) => /^\.changeset\/(?!README).+\.md$/.test(path) && existsSync(join(root, path)))
    .map((path) => readFileSync(join(root, path), 'utf8'));
  return { since, changed, changesets };
}

/** @param {string} text */
function lines(text) {
  return text.split('\n').filter((line) => line !== '');
}

/** @param {string[]} args @returns {string} what it printed, or '' where it failed */
function git(args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
