/**
 * Whether a changed public surface came with a changeset. Owns the rule; git is asked by `changes.mjs`.
 */

/**
 * @param {readonly { name: string, report: string }[]} packages each with the path of its committed report
 * @param {readonly string[]} changed paths that differ from the merge base
 * @param {readonly string[]} changesets texts of the changesets that are new since then
 * @returns {string[]} one line for each package that lacks one
 */
export function missingChangesets(packages, changed, changesets) {
  const named = new Set(
    changesets.flatMap((text) => {
      const [, head = ''] = /^---\n([\s\S]*?)^---$/m.exec(text) ?? [];
      return [...head.matchAll(/^['"]?([^'":]+)['"]?: *(?:major|minor|patch) *$/gm)].map(([, name]) => name);
    }),
  );
  return packages
    .filter(({ name, report }) => changed.includes(report) && !named.has(name))
    .map(({ name, report }) => `${report} changed, and no new changeset names ${name}: npm run changeset`);
}
