/**
 * Whether every dependency may be used and passed on. Owns the list of licences that are accepted, and the exceptions, each with its reason.
 */

/** Permissive licences: they ask for a notice and nothing more. */
const accepted = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'WTFPL',
  'CC0-1.0',
  'Python-2.0',
]);

/** By name of the package, or by its beginning where it ends with `*`. @type {Record<string, { licence: string, why: string }>} */
const exceptions = {
  '@resvg/resvg-js*': {
    licence: 'MPL-2.0',
    why: 'used unchanged, as a library of its own; the copyleft of the MPL is by file',
  },
  'lightningcss*': { licence: 'MPL-2.0', why: 'part of Vite, used unchanged to build and test, not passed on' },
  'axe-core': { licence: 'MPL-2.0', why: 'looks at pages in tests, used unchanged, not passed on' },
  'dejavu-fonts-ttf': {
    licence: 'SEE LICENSE IN README.md AND LICENSE',
    why: 'Bitstream Vera licence and public domain: fonts may be used, changed under another name, and passed on with a program',
  },
  spawndamnit: { licence: 'SEE LICENSE IN LICENSE', why: 'part of changesets; its LICENSE file is the MIT licence' },
  'caniuse-lite': { licence: 'CC-BY-4.0', why: 'data that the mutation tests install for themselves, not passed on' },
};

/**
 * @typedef {{ link?: boolean, dev?: boolean, version?: string, license?: string }} Locked
 * @param {Record<string, Locked>} packages the `packages` of a lock file
 * @returns {{ count: number, faults: string[], used: Set<string> }} `used`: the exceptions that were needed
 */
export function checkLicences(packages) {
  /** @type {string[]} */
  const faults = [];
  /** @type {Set<string>} */
  const used = new Set();
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  for (const [path, { license, version }] of installed) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (license && isAccepted(license)) continue;
    const key = Object.keys(exceptions).find((key) =>
      key.endsWith('*') ? name.startsWith(key.slice(0, -1)) : name === key,
    );
    if (key && exceptions[key].licence === license) used.add(key);
    else faults.push(`${name} ${version}: ${license ? `licence "${license}"` : 'no licence'}, which is not accepted`);
  }
  return { count: installed.length, faults, used };
}

/** @returns {readonly string[]} names of all exceptions */
export function exceptionNames() {
  return Object.keys(exceptions);
}

/** @param {string} expression of SPDX, with AND and OR but without nesting @returns {boolean} */
function isAccepted(expression) {
  const plain = expression.replaceAll(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((part) => isAccepted(part));
  return plain.split(' AND ').every((part) => accepted.has(part.trim()));
}
